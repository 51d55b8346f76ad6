using CsCheck;
using Samarkand.Cases;
using Samarkand.Cases.Instruments;
using Samarkand.Effects;
using Samarkand.Model;
using Samarkand.Tests.Cases.Routes;
using Samarkand.Tests.Model;
using Samarkand.Worlds;

namespace Samarkand.Tests.Cases;

/// <summary>Exit, caps with a price, bounded fear, ghost transit, crowded routes, and the day on which a case stands.</summary>
public class EvasionTests
{
    private const string BanWithConduits = "package: [{ kind: export-ban, coverage: 0.7 }]\nplayers: [{ region: R2, stance: conduit }, { region: R3, stance: conduit }]\n";

    [Fact]
    public void Firms_that_leave_take_the_share_of_a_ban_that_no_border_checks() => RouteWorld.Worlds.Sample(
        world =>
        {
            var left = RouteWorld.Bind(world, "package: [{ kind: exit, share: 0.4 }]\nplayers: [{ region: R2, stance: conduit }]");
            var banned = RouteWorld.Bind(world, "package: [{ kind: export-ban, coverage: 0.4 }]");
            Assert.Empty(left.Shock.Detours);
            Shocks.AssertSame(banned.Shock, left.Shock with { Handling = null });
        },
        iter: 20);

    [Theory]
    [InlineData(80, 60, 0.6, 0.2, 0.25, 0.225, 0.375, 0.125)]
    [InlineData(80, 20, 1, 0.2, 0.75, 0, 1, 0.2)]
    [InlineData(60, 80, 1, 0.2, 0, 1, 0, 0)]
    public void Each_seller_under_a_cap_takes_the_cheaper_way(double reference, double price, double services, double avoidance, double discount, double capped, double shadow, double cost)
    {
        var cap = (PriceCap)Yaml.Parse(Yaml.WithPackage(FormattableString.Invariant(
            $"{{ kind: price-cap, price: {price}, reference: {reference}, services: {services}, avoidance: {avoidance} }}"))).Package.Single();

        Assert.Equal(discount, cap.Discount, 1e-12);
        Assert.Equal(capped, cap.Capped, 1e-12);
        Assert.Equal(shadow, cap.Shadow, 1e-12);
        Assert.Equal(cost, cap.ShadowCost, 1e-12);
    }

    [Fact]
    public void A_cap_above_the_market_changes_nothing() =>
        Assert.True(Yaml.Bind(Yaml.WithPackage("{ kind: price-cap, price: 90, reference: 80 }")).Shock.IsNone);

    [Theory]
    [InlineData("{ kind: price-cap, price: 60 }", "needs `price` and `reference`")]
    [InlineData("{ kind: price-cap, price: 60, reference: 80, discount: 0.3 }", "has no `discount`")]
    public void A_cap_says_what_it_lacks_and_what_it_has_too_much(string instrument, string problem) =>
        Assert.Contains(Yaml.Problems(() => Yaml.Parse(Yaml.WithPackage(instrument))), one => one.Message.Contains(problem, StringComparison.Ordinal));

    [Fact]
    public void Some_stay_whatever_they_risk_and_some_fear_nothing()
    {
        var world = RandomEconomy.Make(5, 2, withTariffs: false, balancedTrade: false, seed: 9);
        Departure[] Of(string more) =>
            [.. RouteWorld.Bind(world, $"package: [{{ kind: trade-cost, factor: 1.01 }}]\nover-compliance: {{ risk: 0.5, slope: 1{more} }}").Instruments.SelectMany(one => one.Departures)];
        var (all, bounded, fewer) = (Of(""), Of(", at-most: 0.3"), Of(", unafraid: [R3]"));

        Assert.NotEmpty(all);
        Assert.Equal(all.Select(one => 0.3 * one.Share), bounded.Select(one => one.Share), (a, b) => Math.Abs(a - b) < 1e-14);
        Assert.Equal(all.Where(one => one.Exporter.Index != 3), fewer);
        Assert.True(fewer.Length < all.Length);
    }

    /// <summary>Goods that never arrive: the origin's records stay, the conduit's lose them, and nothing else changes.</summary>
    [Fact]
    public void Ghosts_are_in_the_records_of_who_sells_and_in_no_others() => RouteWorld.Worlds.Sample(
        world =>
        {
            var plain = RouteWorld.Bind(world, BanWithConduits);
            var haunted = RouteWorld.Bind(world, BanWithConduits + "routes: { ghost: 0.4, ghost-through: [R2] }\n");
            Shocks.AssertSame(plain.Shock, haunted.Shock);
            var flows = TradeFlows.Of(RouteWorld.Solve(plain));
            var (before, after) = (RecordedTrade.Of(world, plain.Target, flows, plain.Routes), RecordedTrade.Of(world, plain.Target, flows, haunted.Routes));
            var n = world.Regions.Length;
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++)
                {
                    var (origin, end) = (new Region(i), new Region(j));
                    var lost = (i, j) == (2, 0) ? 0.4 * flows.Routed.Where(way => way.Conduit.Index == 2).Sum(way => way.Basic + way.Margin) : 0;
                    Assert.Equal(before.Total(origin, end) - lost, after.Total(origin, end), 1e-9 * Math.Max(1, before.Total(origin, end)));
                    var ghosts = j == 2 ? 0.4 * flows.Routed.Where(way => way.Conduit.Index == 2 && way.Origin.Index == i).Sum(way => way.Basic) : 0;
                    Assert.Equal(ghosts, after.Ghost(origin, end), 1e-9);
                }
            }
        },
        iter: 30);

    [Fact]
    public void Crowded_ways_carry_less_and_make_no_good_cheaper() => RouteWorld.Worlds.Sample(
        world =>
        {
            var (wide, narrow) = (RouteWorld.Bind(world, BanWithConduits), RouteWorld.Bind(world, BanWithConduits + "routes: { congestion: 0.2 }\n"));
            Assert.Equal(wide.Shock.Detours.Length, narrow.Shock.Detours.Length);
            for (var d = 0; d < wide.Shock.Detours.Length; d++)
                Assert.True(narrow.Shock.Detours[d].CostFactor >= wide.Shock.Detours[d].CostFactor * (1 - 1e-12));
            Assert.True(wide.Shock.Detours.IsEmpty || narrow.Shock.Detours.Sum(way => way.CostFactor) > wide.Shock.Detours.Sum(way => way.CostFactor));
        },
        iter: 100);

    [Fact]
    public void Crowding_opens_no_way_that_makes_goods_dearer() => RouteWorld.Worlds.Sample(
        world =>
        {
            const string Crowded = "routes: { congestion: 0.2, reach: 0.5 }\n";
            var one = RouteWorld.Bind(world, "package: [{ kind: export-ban, coverage: 0.7 }]\nplayers: [{ region: R2, stance: conduit }]\n" + Crowded);
            var two = RouteWorld.Bind(world, BanWithConduits + Crowded);
            foreach (var detour in one.Shock.Detours)
            {
                var same = two.Shock.Detours.Single(other => (other.Sector, other.Origin) == (detour.Sector, detour.Origin));
                Assert.True(same.CostFactor <= detour.CostFactor * (1 + 1e-9), $"{detour.CostFactor} to {same.CostFactor}");
            }
        },
        iter: 100);

    [Fact]
    public void Crowded_routes_hold_in_the_plain_model() => RouteWorld.Worlds.Sample(
        world => PlainCheck.Holds(new PlainEconomy(world), RouteWorld.Solve(RouteWorld.Bind(world, BanWithConduits + "routes: { congestion: 0.1, reach: 0.5 }\n")), Closure.Fixed),
        iter: 30);

    [Fact]
    public void No_instrument_may_be_younger_than_its_case()
    {
        var problem = Yaml.Problem(() => Yaml.Parse("title: t\nas-of: 2022-09-15\ntarget: RUS\ncoalition: [USA]\npackage: [{ kind: export-ban, from-date: 2022-12-05 }]\n"));

        Assert.Equal("package.0 starts on 2022-12-05, after the day on which the case stands, 2022-09-15", problem.Message);
    }

    [Theory]
    [InlineData("samarkand-2022.yaml", "2022-09-15")]
    [InlineData("russia-2023.yaml", "2023-12-31")]
    public void A_case_that_follows_the_law_says_as_of_when(string file, string day)
    {
        var first = File.ReadLines(Path.Combine(ShippedCases.Folder, file)).First();
        var theCase = ShippedCases.Read(file);

        Assert.StartsWith("# As of ", first, StringComparison.Ordinal);
        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), theCase.AsOf);
        Assert.All(theCase.Package, instrument => Assert.False(instrument.Head.FromDate > theCase.AsOf));
    }

    [Fact]
    public void Sizes_without_a_source_are_drawn_where_a_case_asks()
    {
        var text = Yaml.WithPackage("{ kind: payments-cut, cost: 5 %, settled: 60 % }", "{ kind: transport-interruption, cost: 0.1 }", "{ kind: export-ban, coverage: 0.5 }", "{ kind: asset-freeze, amount: 300 bn USD, yield: 0.02 }");
        Assert.Empty(Yaml.Parse(text).Priors);

        var priors = Yaml.Parse(text + "priors: { assumed: drawn, \"package.1.cost\": \"uniform(0.09, 0.11)\" }\n").Priors;
        Assert.Equal(
            ["package.1.cost", "package.0.cost", "package.0.settled", "package.2.coverage", "package.3.yield"],
            priors.Select(prior => prior.Path));
        Assert.Equal([false, true, true, true, true], priors.Select(prior => prior.IsAssumed));
        // Both published settings of frictions.
        var (cost, settled) = ((Uniform)priors[1].Distribution, (Uniform)priors[2].Distribution);
        Assert.True(cost.Low <= 0.05 && cost.High >= 0.1 && settled.Low <= 0.3 && settled.High >= 0.6);
    }
}
