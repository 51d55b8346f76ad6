using Samarkand.Estimation.Bias;
using Samarkand.Estimation.Formulas;

namespace Samarkand.Tests;

/// <summary>The corrections that Weidner and Zylkin published.</summary>
public class BiasCorrectionTests
{
    [Fact]
    public void Three_ways()
    {
        var (estimate, correction) = Corrected("trade ~ fta | isoexp^year + isoimp^year + isoexp^isoimp");
        Assert.Equal(.1703722, estimate.Coefficients[0].Value - correction.Bias[0], 5e-8);
        Assert.Equal(.0419559, correction.Errors[0], 5e-8);
    }

    [Fact]
    public void Two_ways()
    {
        var (estimate, correction) = Corrected("trade ~ ln_distw + contig + colony + comlang_off + comleg + fta | isoexp^year + isoimp^year");
        Assert.All(correction.Bias, bias => Assert.Equal(0, bias));
        Assert.Equal(.0463104, correction.Errors[0], 5e-8);
        Assert.Equal(.0908957, correction.Errors[Array.FindIndex([.. estimate.Coefficients], one => one.Term == "fta")], 5e-8);
    }

    private static (Estimation.Regression.Estimate Estimate, BiasCorrection Correction) Corrected(string formula)
    {
        var estimate = Published.Poisson(Published.Read("fta_panel.csv.gz", formula, "category = 'MANUF'", "isoexp^isoimp", "isoexp + isoimp + year"));
        var carried = estimate.Sample.Carried;
        var roles = PairPanel.Roles(FormulaReader.Read(formula).Effects);
        Assert.Equal(("isoexp", "isoimp", "year"), (roles.Seller, roles.Buyer, roles.Time));
        return (estimate, BiasCorrection.Of(PairPanel.Of(estimate.Fit, carried[0], carried[1], carried[2], roles.IsThreeWay)));
    }
}
