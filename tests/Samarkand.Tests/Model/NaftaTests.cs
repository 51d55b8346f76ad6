using Samarkand.Analyses.Validation;
using Samarkand.Effects;

namespace Samarkand.Tests.Model;

/// <summary>NAFTA's tariff changes on the data of Caliendo and Parro (2015), from the equilibrium without deficits.</summary>
public class NaftaTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void The_exact_change_is_that_of_an_independent_solution()
    {
        var exact = Nafta.Run(SharedData.Path(""), Token).First();
        Assert.Equal(("nafta-exact", 31, 1e-6), (exact.Name, exact.Values, exact.Tolerance));
        Assert.InRange(exact.Largest, 0, exact.Tolerance);
    }

    [Theory]
    [InlineData("Mexico", 1.312)]
    [InlineData("Canada", -0.064)]
    [InlineData("USA", 0.085)]
    public void The_first_order_formula_gives_the_published_welfare(string region, double percent)
    {
        var (effects, regions) = Nafta.Solve(SharedData.Path("data/cp2015"), Token);
        Assert.Equal(percent, FirstOrderWelfare.Of(effects)[regions[region]].TotalPct, 5e-4);
    }

    [Fact]
    public void Without_the_data_it_says_what_it_needs() => Assert.All(Nafta.Run(null, Token), one => Assert.Equal((false, "data/cp2015"), (one.IsRun, one.Needs)));
}
