using Samarkand.Cases;
using Samarkand.Effects;
using Samarkand.Reports.Words;
using Samarkand.Tests.Cases;
using Samarkand.Worlds;

namespace Samarkand.Reports.Tests;

/// <summary>An answer says in which markets a ban leaves hardly any seller.</summary>
public class ScarcityGroundsTests
{
    [Theory]
    [InlineData("uniform", "bilateral", null)]
    [InlineData("by-sector", "bilateral", "gas in SVK")]
    [InlineData("by-sector", "pooled", null)]
    public void A_market_whose_price_rises_more_than_tenfold_is_named(string adjustment, string gas, string? named)
    {
        var text = $"title: t\nworld: samarkand-2021\nhorizon: short\ninputs: nested\nadjustment: {adjustment}\ngas: {gas}\ntarget: RUS\ncoalition: [EU]\npackage: [{{ kind: import-ban, sectors: [energy], coverage: 1 }}]\n";
        var answer = CaseAnswer.Solve(Yaml.Bind(text, WorldCatalog.Open("samarkand-2021")), TestContext.Current.CancellationToken);
        var line = ScarcityGrounds.Of(answer).SingleOrDefault();
        Assert.Equal(gas == "pooled" ? 3 : 0, GasGrounds.Of(answer).Count());
        if (named is null)
        {
            Assert.Null(line);
            Assert.All(answer.Equilibrium.Prices.ToArray(), price => Assert.InRange(price, 0, 10));
            return;
        }

        Assert.StartsWith($"Hardly any seller is left for {named} (", line, StringComparison.Ordinal);
        Assert.Contains(line, Grounds.Of(answer));
        Assert.Contains(line, Grounds.Short(answer));
    }
}
