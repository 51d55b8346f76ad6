using Samarkand.Cases;
using Samarkand.Effects;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Tests.Cases;

/// <summary>Trade adapts by sector, and routes with time, where a case asks for it.</summary>
public class AdjustmentTests
{
    private static readonly World World = WorldCatalog.Open("samarkand-2021");

    [Fact]
    public void Every_sector_adapts_with_time_and_ends_at_the_worlds_elasticity()
    {
        var (within, after, end) = (TradeAdjustment.Factors(World, Horizon.Short), TradeAdjustment.Factors(World, Horizon.Medium), TradeAdjustment.Factors(World, Horizon.Long));
        for (var k = 0; k < World.Sectors.Length; k++)
        {
            Assert.True(within[k] <= after[k] && after[k] <= end[k]);
            Assert.Equal(1, end[k]);
        }

        double At(string sector) => within[World.Sectors.ToList().FindIndex(info => info.Code == sector)];
        Assert.Equal((0.1, 1, 0.25, 0.25, 0.38), (At("gas"), At("cru"), At("mvh"), At("mac"), At("chm")));
    }

    [Fact]
    public void The_default_is_one_factor_for_all()
    {
        var bound = ShippedCases.Read("china-chips.yaml").BindTo(World);
        var baseline = Baseline.Of(World, Horizon.Short, bound.Elasticities.AsSpan());
        Assert.Equal(baseline.Elasticities.ToArray(), bound.BaselineAt(Horizon.Short).Elasticities.ToArray());
    }

    [Theory]
    [InlineData("uniform")]
    [InlineData("by-sector")]
    public void Routes_take_the_horizons_elasticity_and_their_costs_the_inverse_of_it(string how)
    {
        var medium = CaseSource.FromText($"title: t\ntarget: RUS\ncoalition: [EU, USA]\nhorizon: medium\nadjustment: {how}\ndefault-stance: conduit\nroutes: {{ congestion: 0.1 }}\npackage: [{{ kind: export-ban, sectors: [electronics], coverage: 0.9, common-list: true }}]\n").Case.BindTo(World);
        var terms = medium.Routes!.Terms;
        Assert.Equal((12, 0.1, 0.12, 0.1), (terms.Elasticity, terms.Margin, terms.Evasion, terms.Congestion));
        foreach (var (horizon, pace) in new[] { (Horizon.Short, 0.38 / 0.6), (Horizon.Long, 1 / 0.6) })
        {
            var there = medium.At(horizon).Routes!.Terms;
            Assert.Equal(12 * pace, there.Elasticity, 1e-12);
            Assert.Equal(0.1 / pace, there.Congestion, 1e-12);
            foreach (var (cost, before) in new[] { (there.Margin, 0.1), (there.Evasion, 0.12) })
                Assert.Equal(Math.Pow(1 + before, -12), Math.Pow(1 + cost, -there.Elasticity), 1e-12);
        }
    }

    /// <summary>What still arrives of the flagship's banned goods moves with prices alone, where buyers have more time.</summary>
    [Fact]
    public void The_flagship_leaks_no_less_by_construction_the_more_time_there_is()
    {
        var bound = ShippedCases.Read("samarkand-2022.yaml").BindTo(World);
        double[] leaks = [.. new[] { Horizon.Short, Horizon.Medium, Horizon.Long }.Select(horizon => Leak(bound, horizon))];
        Assert.True(leaks[1] > 0.95 * leaks[0] && leaks[2] > 0.95 * leaks[1], string.Join(", ", leaks));

        static double Leak(BoundCase bound, Horizon horizon)
        {
            var answer = CaseAnswer.Solve(bound, horizon, TestContext.Current.CancellationToken);
            return answer.Effects.After.Flows.Routed.Sum(flow => flow.Basic) / answer.BannedTrade.Total;
        }
    }

    [Fact]
    public void Another_horizon_of_an_answer_is_the_case_at_that_horizon()
    {
        const string Text = "title: t\ntarget: RUS\ncoalition: [EU]\nadjustment: by-sector\ninputs: nested\ndefault-stance: conduit\npackage: [{ kind: export-ban, sectors: [electronics], coverage: 0.5 }]\n";
        var answer = CaseAnswer.Solve(CaseSource.FromText(Text + "horizon: medium\n").Case.BindTo(World), TestContext.Current.CancellationToken);
        var there = CaseAnswer.Solve(CaseSource.FromText(Text + "horizon: short\n").Case.BindTo(World), TestContext.Current.CancellationToken);
        Assert.Equal(there.Effects.Regions.Select(region => region.RealIncomePct), answer.At(Horizon.Short, TestContext.Current.CancellationToken).Effects.Regions.Select(region => region.RealIncomePct));
    }
}
