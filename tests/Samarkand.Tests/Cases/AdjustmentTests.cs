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

    [Fact]
    public void Routes_take_the_elasticity_of_the_horizon_and_leak_less_unlike_from_one_to_the_next()
    {
        var (uniform, bySector) = (Bind("uniform"), Bind("by-sector"));
        Assert.Equal(uniform.Routes!.Terms.Elasticity, bySector.Routes!.Terms.Elasticity);
        Assert.Equal(12 * 0.38 / 0.6, bySector.At(Horizon.Short).Routes!.Terms.Elasticity, 1e-12);
        Assert.Equal(20, bySector.At(Horizon.Long).Routes!.Terms.Elasticity, 1e-12);
        Assert.True(Leak(bySector, Horizon.Short) / Leak(bySector, Horizon.Long) < Leak(uniform, Horizon.Short) / Leak(uniform, Horizon.Long));

        BoundCase Bind(string how) => CaseSource.FromText($"title: t\ntarget: RUS\ncoalition: [EU, USA]\nhorizon: medium\nadjustment: {how}\ndefault-stance: conduit\npackage: [{{ kind: export-ban, sectors: [electronics], coverage: 0.9, common-list: true }}]\n").Case.BindTo(World);
        static double Leak(BoundCase bound, Horizon horizon) => CaseAnswer.Solve(bound, horizon, TestContext.Current.CancellationToken).Effects.After.Flows.Routed.Sum(flow => flow.Basic);
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
