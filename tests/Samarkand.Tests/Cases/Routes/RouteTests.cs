using CsCheck;
using Samarkand.Cases;
using Samarkand.Effects;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Tests.Cases.Routes;

/// <summary>Goods under a ban through third states, on random worlds.</summary>
public class RouteTests
{
    private const string ConduitR2 = "players: [{ region: R2, stance: conduit }]";
    private const string ConduitsR2R3 = "players: [{ region: R2, stance: conduit }, { region: R3, stance: conduit }]";

    private static readonly string[] Packages =
    [
        "package: [{ kind: export-ban, coverage: 0.7 }]",
        "package: [{ kind: export-ban }]",
        "package: [{ kind: export-ban, coverage: 0.6, common-list: true }]",
        "package: [{ kind: import-ban, from: R1, to: R0, coverage: 0.5 }]",
        "package: [{ kind: tariff, from: R1, to: R0, rate: 0.8 }, { kind: export-ban, coverage: 0.3 }]",
        "package: [{ kind: export-ban, coverage: 0.5, common-list: true }, { kind: export-ban, coverage: 0.4 }, { kind: payments-cut, cost: 0.1, both: true }]",
    ];

    private static readonly Gen<string> Bans = Gen.Int[0, Packages.Length - 1].Select(p => Packages[p]);

    [Fact]
    public void Opening_a_conduit_never_makes_a_good_dearer_for_the_target() => Gen.Select(RouteWorld.Worlds, Bans).Sample(
        (world, ban) =>
        {
            var prices = new[] { ban, $"{ban}\n{ConduitR2}", $"{ban}\n{ConduitsR2R3}" }.Select(text => RouteWorld.Solve(RouteWorld.Bind(world, text)).Prices.ToArray()).ToArray();
            for (var s = 0; s < world.Sectors.Length - 1; s++)
            {
                var cell = s * world.Regions.Length;
                Assert.True(prices[1][cell] <= prices[0][cell] + 1e-10, $"one conduit: {prices[0][cell]} to {prices[1][cell]}");
                Assert.True(prices[2][cell] <= prices[1][cell] + 1e-10, $"two conduits: {prices[1][cell]} to {prices[2][cell]}");
            }
        },
        iter: 200);

    /// <summary>With routes that reach further and crowd, other buyers for what the target sells, and at every horizon.</summary>
    [Fact]
    public void Nor_with_every_feature_on() => Gen.Select(RouteWorld.Worlds, Bans, RouteWorld.Horizons, Gen.Bool.Select(bySector => bySector ? "by-sector" : "uniform")).Sample(
        (world, ban, horizon, adjustment) =>
        {
            var features = $"{ban[..^1]}, {{ kind: import-ban, from: R0, to: R1, coverage: 0.5 }}]\nhorizon: {horizon}\nadjustment: {adjustment}\nroutes: {{ reach: 0.5, congestion: 0.1, ghost: 0.4, ghost-through: [R2] }}\nother-buyers: {{ sectors: [goods], share: 0.6, discount: 0.1 }}";
            var prices = new[] { features, $"{features}\n{ConduitR2}", $"{features}\n{ConduitsR2R3}" }.Select(text => SolveAt(RouteWorld.Bind(world, text)).Prices.ToArray()).ToArray();
            for (var s = 0; s < world.Sectors.Length - 1; s++)
            {
                var cell = s * world.Regions.Length;
                Assert.True(prices[1][cell] <= prices[0][cell] + 1e-10, $"one conduit: {prices[0][cell]} to {prices[1][cell]}");
                Assert.True(prices[2][cell] <= prices[1][cell] + 1e-10, $"two conduits: {prices[1][cell]} to {prices[2][cell]}");
            }
        },
        iter: 200);

    /// <summary>At prices as they were, time neither opens nor closes the ways of banned goods: (delivery's cost)^-theta is the same at all horizons.</summary>
    [Fact]
    public void Banned_goods_find_as_many_ways_at_every_horizon() => Gen.Select(RouteWorld.Worlds, Gen.Int[0, 3], Gen.Bool.Select(bySector => bySector ? "by-sector" : "uniform")).Sample(
        (untagged, p, adjustment) =>
        {
            // One sector that trades at another pace than the others.
            var world = RouteWorld.Named(untagged, 0, "machinery");
            var (within, after, end) = (Leaks("short"), Leaks("medium"), Leaks("long"));
            Assert.Equal(within.Length, after.Length);
            Assert.Equal(end.Length, after.Length);
            for (var d = 0; d < after.Length; d++)
            {
                Assert.Equal(after[d], within[d], 1e-9);
                Assert.Equal(after[d], end[d], 1e-9);
            }

            double[] Leaks(string horizon)
            {
                var bound = RouteWorld.Bind(world, $"{Packages[p]}\nhorizon: {horizon}\nadjustment: {adjustment}\n{ConduitsR2R3}\nroutes: {{ reach: 0.3, congestion: 0.2 }}");
                var elasticities = bound.BaselineAt(bound.Horizon).Elasticities.ToArray();
                return [.. bound.Shock.Detours.Select(detour => Math.Pow(detour.CostFactor, -elasticities[detour.Sector.Index]))];
            }
        },
        iter: 100);

    [Fact]
    public void As_rho_grows_the_cheapest_way_takes_all() => RouteWorld.Worlds.Sample(
        world =>
        {
            double Cheapest(double rho)
            {
                var text = $"package: [{{ kind: export-ban }}]\n{ConduitsR2R3}\nroutes: {{ elasticity: {rho}, evasion: 0.2, unions: [UNION] }}\nmay-vanish: [goods]";
                var detours = RouteWorld.Bind(world, text).Shock.Detours.Where(detour => detour.Legs.Length == 2);
                return detours.Select(detour => detour.Legs.Single(leg => leg.Conduit.Index == 3).Share).DefaultIfEmpty(1).Min();
            }

            Assert.True(Cheapest(2) <= Cheapest(20) && Cheapest(20) <= Cheapest(100));
            Assert.Equal(1, Cheapest(400), 1e-9);
        },
        iter: 50);

    [Fact]
    public void With_boundless_margins_a_ban_is_a_ban() => Gen.Select(RouteWorld.Worlds, Gen.Int[0, 3]).Sample(
        (world, p) =>
        {
            var closed = RouteWorld.Solve(RouteWorld.Bind(world, Packages[p] + "\nmay-vanish: [goods]"));
            var open = RouteWorld.Solve(RouteWorld.Bind(world, $"{Packages[p]}\n{ConduitsR2R3}\nroutes: {{ margin: 1e11 % }}\nmay-vanish: [goods]"));
            for (var r = 0; r < world.Regions.Length; r++)
                Assert.Equal(closed.RealIncome(new Region(r)), open.RealIncome(new Region(r)), 1e-9);
        },
        iter: 50);

    [Fact]
    public void What_a_conduit_earns_is_the_margin_on_what_goes_through_it() => Gen.Select(RouteWorld.Worlds, Bans).Sample(
        (world, ban) =>
        {
            var equilibrium = RouteWorld.Solve(RouteWorld.Bind(world, $"{ban}\n{ConduitsR2R3}\nroutes: {{ margin: 0.25, handling: 0.4 }}"));
            var flows = TradeFlows.Of(equilibrium);
            Assert.All(flows.Routed, way => Assert.Equal(0.25 * way.Basic, way.Margin, 1e-9));
            Assert.Equal(0.4 * flows.Routed.Sum(way => way.Margin), Sum(flows.Services), 1e-9);
            Assert.InRange(equilibrium.Certificate.Money, 0, 1e-12);
            var last = world.Sectors.Length - 1;
            for (var r = 0; r < world.Regions.Length; r++)
            {
                var earned = flows.Routed.Where(way => way.Conduit.Index == r).Sum(way => way.Margin);
                Assert.Equal(0.4 * earned, flows.Services[r * world.Sectors.Length + last], 1e-9);
            }
        },
        iter: 50);

    [Fact]
    public void Recorded_trade_less_reexports_is_trade_by_origin() => Gen.Select(RouteWorld.Worlds, Bans).Sample(
        (world, ban) =>
        {
            var bound = RouteWorld.Bind(world, $"{ban}\n{ConduitsR2R3}");
            var flows = TradeFlows.Of(RouteWorld.Solve(bound));
            var (recorded, n) = (RecordedTrade.Of(world, bound.Target, flows, bound.Routes), world.Regions.Length);
            for (var s = 0; s < world.Sectors.Length; s++)
            {
                var margins = flows.Routed.Where(way => way.Sector.Index == s).Sum(way => way.Margin);
                var (arrives, made) = (0.0, 0.0);
                for (var i = 0; i < n; i++)
                {
                    var (sent, sold) = (0.0, 0.0);
                    for (var j = 0; j < n; j++)
                    {
                        sent += recorded[new Sector(s), new Region(i), new Region(j)];
                        sold += flows[new Sector(s), new Region(i), new Region(j)];
                        Assert.True(recorded[new Sector(s), new Region(i), new Region(j)] >= -1e-9);
                    }

                    // What a state sells on came to it: as much as it is recorded to buy beyond what it keeps, and its margin.
                    var soldOn = sent - sold;
                    var bought = Enumerable.Range(0, n).Where(o => o != i).Sum(o => recorded[new Sector(s), new Region(o), new Region(i)] - flows[new Sector(s), new Region(o), new Region(i)]);
                    var own = flows.Routed.Where(way => way.Sector.Index == s && way.Conduit.Index == i).Sum(way => way.Margin);
                    if (i != bound.Target.Index)
                        Assert.Equal(own, soldOn - bought, 1e-8);
                    arrives += recorded[new Sector(s), new Region(i), bound.Target];
                    made += flows[new Sector(s), new Region(i), bound.Target];
                }

                Assert.Equal(margins, arrives - made, 1e-8);
            }
        },
        iter: 50);

    [Fact]
    public void Without_an_open_conduit_nothing_changes_to_the_last_bit() => Gen.Select(RouteWorld.Worlds, Bans).Sample(
        (world, ban) =>
        {
            var (plain, closed) = (RouteWorld.Bind(world, ban), RouteWorld.Bind(world, $"{ban}\nplayers: [{{ region: R2, stance: neutral }}]\nroutes: {{ margin: 0.3 }}"));
            Assert.Null(closed.Routes);
            Assert.Equal(RouteWorld.Solve(plain).Incomes.ToArray(), RouteWorld.Solve(closed).Incomes.ToArray());
        },
        iter: 20);

    [Fact]
    public void A_threat_makes_every_way_dearer_and_a_union_with_the_target_cheaper()
    {
        var world = RouteWorld.Worlds.Single();
        RouteTerms Terms(string more) => RouteWorld.Bind(world, $"{Packages[0]}\n{ConduitsR2R3}\n{more}").Routes!.Terms;
        var (plain, union) = (Terms("routes: { evasion: 0.2, margin: 0.1 }"), Terms("routes: { evasion: 0.2, margin: 0.1, unions: [UNION] }"));
        var threatened = Terms("routes: { evasion: 0.2, margin: 0.1, threat: 0.3 }\nsecondary: { trigger: [conduit], package: [{ kind: tariff, rate: 0.1 }] }");
        var (other, member) = (new Region(2), new Region(3));
        Assert.Equal(1.2 * 1.2 * 1.1, plain.Cost(other, isFirstBorderChecked: true), 1e-12);
        Assert.Equal(1.2 * 1.1, plain.Cost(other, isFirstBorderChecked: false), 1e-12);
        Assert.Equal(1.2 * 1.1, union.Cost(member, isFirstBorderChecked: true), 1e-12);
        Assert.Equal(1.3 * 1.2 * 1.2 * 1.1, threatened.Cost(member, isFirstBorderChecked: true), 1e-12);
    }

    [Theory]
    [InlineData(0.5, 0.5, 0)]
    [InlineData(0.5, 0.2, 0.6)]
    public void A_common_list_closes_the_way_of_the_goods_on_it(double banned, double atConduit, double passing)
    {
        var world = RouteWorld.Worlds.Single();
        var package = $"package: [{{ kind: export-ban, coverage: {banned:R}, common-list: true }}, {{ kind: export-ban, to: [R2], coverage: {atConduit}, common-list: true }}]";
        double Power(string text)
        {
            var bound = RouteWorld.Bind(world, $"{text}\n{ConduitR2}");
            return bound.Shock.Detours.IsEmpty ? 0 : Math.Pow(bound.Shock.Detours[0].CostFactor, -bound.Routes!.Terms.Elasticity);
        }

        Assert.Equal(passing * Power($"package: [{{ kind: export-ban, coverage: {banned:R}, common-list: true }}]"), Power(package), 1e-9);
    }

    private static Samarkand.Model.Equilibrium SolveAt(BoundCase bound) =>
        Simulation.Solve(bound.BaselineAt(bound.Horizon), bound.Shock, Closure.Fixed, 1e-12, TestContext.Current.CancellationToken);

    private static double Sum(ReadOnlySpan<double> values) => System.Numerics.Tensors.TensorPrimitives.Sum(values);
}
