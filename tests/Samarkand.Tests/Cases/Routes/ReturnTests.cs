using CsCheck;
using Samarkand.Cases;
using Samarkand.Effects;
using Samarkand.Model;
using Samarkand.Tests.Model;
using Samarkand.Worlds;

namespace Samarkand.Tests.Cases.Routes;

/// <summary>What R1 bans of R0's goods comes to it through third states, on random worlds.</summary>
public class ReturnTests
{
    private const string Conduits = "players: [{ region: R2, stance: conduit }, { region: R3, stance: conduit }]";

    private static readonly string[] Packages =
    [
        "package: [{ kind: import-ban, coverage: 0.8 }]",
        "package: [{ kind: import-ban, coverage: 0.6, common-list: true }]",
        "package: [{ kind: import-ban, coverage: 0.7 }, { kind: export-ban, from: R0, to: R1, coverage: 0.3 }]",
        "package: [{ kind: import-ban, coverage: 0.5 }, { kind: export-ban, coverage: 0.4 }, { kind: payments-cut, cost: 0.1, both: true }]",
    ];

    private static readonly Gen<string> Bans = Gen.Int[0, Packages.Length - 1].Select(p => Packages[p]);

    private static readonly Gen<string> More = Gen.Int[0, 2].Select(m => new[] { "", ", reach: 0.5, congestion: 0.1", ", margin: 0.2, handling: 0.3" }[m]);

    [Fact]
    public void A_way_for_its_exports_never_lowers_what_the_target_earns() => Gen.Select(RouteWorld.Worlds, Bans, More, RouteWorld.Horizons, Gen.Bool).Sample(
        (world, ban, more, horizon, hasOtherBuyers) =>
        {
            Samarkand.Model.Equilibrium At(string back)
            {
                var others = hasOtherBuyers ? "\nother-buyers: { sectors: [goods], share: 0.4, discount: 0.2 }" : "";
                var bound = RouteWorld.Bind(world, $"{ban}\nhorizon: {horizon}\n{Conduits}\nroutes: {{ evasion: 0.1{more}{back} }}{others}");
                return Simulation.Solve(bound.BaselineAt(bound.Horizon), bound.Shock, Closure.Fixed, 1e-12, TestContext.Current.CancellationToken);
            }

            var (closed, open) = (At(""), At(", back: [goods]"));
            Assert.True(open.Wages[0] >= closed.Wages[0] - 1e-10, $"{closed.Wages[0]} to {open.Wages[0]}");
        },
        iter: 200);

    [Fact]
    public void Single_batched_and_plain_solvers_agree() => Gen.Select(RouteWorld.Worlds, Bans, More).Sample(
        (world, ban, more) => SolversAgree.On(world, Bind(world, ban, more)),
        iter: 50);

    [Fact]
    public void Where_nothing_may_come_back_nothing_changes_to_the_last_bit() => Gen.Select(RouteWorld.Worlds, Bans).Sample(
        (world, ban) =>
        {
            var (plain, closed) = (RouteWorld.Bind(world, $"{ban}\n{Conduits}"), RouteWorld.Bind(world, $"{ban}\n{Conduits}\nroutes: {{ back: [services] }}"));
            Shocks.AssertSame(plain.Shock, closed.Shock);
        },
        iter: 20);

    [Fact]
    public void What_the_target_itself_does_not_sell_comes_by_no_other_way()
    {
        var world = RouteWorld.Worlds.Single();
        Assert.DoesNotContain(Bind(world, "package: [{ kind: export-ban, from: R0, to: R1, coverage: 0.3 }]").Shock.Detours, detour => detour.Origin == new Region(0));
    }

    [Fact]
    public void Goods_find_as_many_ways_back_at_every_horizon() => Gen.Select(RouteWorld.Worlds, Bans).Sample(
        (world, ban) =>
        {
            var (within, after, end) = (Leaks("short"), Leaks("medium"), Leaks("long"));
            Assert.Equal(after.Length, within.Length);
            for (var d = 0; d < after.Length; d++)
            {
                Assert.Equal(after[d], within[d], 1e-9);
                Assert.Equal(after[d], end[d], 1e-9);
            }

            double[] Leaks(string horizon)
            {
                // Costs of a leg are no detour's own: they do not shrink with time.
                var bound = Bind(RouteWorld.Named(world, 0, "machinery"), ban.Replace(", { kind: payments-cut, cost: 0.1, both: true }", "", StringComparison.Ordinal), ", reach: 0.3, congestion: 0.2", $"horizon: {horizon}\nadjustment: by-sector\n");
                var elasticities = bound.BaselineAt(bound.Horizon).Elasticities.ToArray();
                return [.. bound.Shock.Detours.Where(detour => detour.Origin == bound.Target).Select(detour => Math.Pow(detour.CostFactor, -elasticities[detour.Sector.Index]))];
            }
        },
        iter: 50);

    /// <summary>Customs record them as sold to the third state and as sold on by it; what goes to the target is counted as before.</summary>
    [Fact]
    public void Recorded_trade_less_what_is_sold_on_is_trade_by_origin() => Gen.Select(RouteWorld.Worlds, Bans).Sample(
        (world, ban) =>
        {
            var bound = Bind(world, ban);
            var flows = TradeFlows.Of(RouteWorld.Solve(bound));
            var (recorded, n) = (RecordedTrade.Of(world, bound.Target, flows, bound.Routes), world.Regions.Length);
            var back = flows.Routed.Where(way => way.Origin == bound.Target).ToArray();
            Assert.NotEmpty(back);
            Assert.All(back, way => Assert.NotEqual(bound.Target, way.Destination));
            var (target, sanctioner) = (bound.Target, new Region(1));
            var made = Enumerable.Range(0, world.Sectors.Length).Sum(s => flows[new Sector(s), target, sanctioner]);
            Assert.Equal(made - back.Where(way => way.Destination == sanctioner).Sum(way => way.Basic), recorded.Total(target, sanctioner), 1e-8);
            // All that the target makes for others leaves it in the records.
            var (sold, sent) = (0.0, 0.0);
            for (var j = 1; j < n; j++)
            {
                sent += recorded.Total(target, new Region(j));
                sold += Enumerable.Range(0, world.Sectors.Length).Sum(s => flows[new Sector(s), target, new Region(j)]);
            }

            Assert.Equal(sold, sent, 1e-8);
        },
        iter: 50);

    private static BoundCase Bind(World world, string ban, string more = "", string head = "") =>
        RouteWorld.Bind(world, $"{head}{ban}\n{Conduits}\nroutes: {{ evasion: 0.1, back: [goods]{more} }}");
}
