using CsCheck;
using Samarkand.Cases;
using Samarkand.Cases.Binding.Outlets;
using Samarkand.Core;
using Samarkand.Effects;
using Samarkand.Model;
using Samarkand.Tests.Cases.Routes;
using Samarkand.Tests.Model;
using Samarkand.Worlds;

namespace Samarkand.Tests.Cases;

/// <summary>What bans stop of the target's goods finds other buyers. R1 bans what R0 sells; R2 and further may buy it.</summary>
public class OtherBuyersTests
{
    private const string Ban = "package: [{ kind: import-ban, coverage: 0.8 }]\n";

    private static readonly Gen<World> Free =
        from regions in Gen.Int[4, 7]
        from sectors in Gen.Int[2, 4]
        from seed in Gen.Int[0, 1_000_000]
        select RandomEconomy.Make(regions, sectors, withTariffs: false, balancedTrade: false, seed);

    /// <summary>Cargoes that only change places leave every seller, every buyer and every price as they were.</summary>
    [Fact]
    public void A_ban_of_which_all_finds_other_buyers_without_a_discount_costs_nobody_anything()
    {
        var moved = 0;
        Free.Sample(
            world =>
            {
                var bound = Bind(world, "share: 1, discount: 0, limit: 0.9999", "package: [{ kind: import-ban, coverage: 0.1, sectors: [s0] }]\n");
                var lost = 0.1 * world.Trade[1];
                if (Math.Abs(bound.Outlets!.Outlets.Sum(outlet => outlet.MovedMusd) - lost) > 1e-9 * lost)
                    return;
                Interlocked.Increment(ref moved);
                var equilibrium = Solve(bound);
                for (var r = 0; r < world.Regions.Length; r++)
                    Assert.Equal(1, equilibrium.RealIncome(new Region(r)), 1e-9);
                var flows = TradeFlows.Of(equilibrium);
                Assert.Equal(0.9 * world.Trade[1], flows[new Sector(0), new Region(0), new Region(1)], 1e-7 * world.Trade[1]);
            },
            iter: 200,
            threads: 1);
        Assert.InRange(moved, 50, 200);
    }

    [Fact]
    public void Single_batched_and_plain_solvers_agree() => Free.Sample(
        world => SolversAgree.On(world, Bind(world, "share: 0.6, discount: 0.2, gravity: 0.3")),
        iter: 50);

    /// <summary>At the baseline's prices each buyer buys more of the target, each market and each other seller keeps its size.</summary>
    [Fact]
    public void At_prices_as_they_were_only_the_target_sells_another_amount() => RouteWorld.Worlds.Sample(
        world =>
        {
            var bound = Bind(world, "share: 0.7, discount: 0.1");
            var n = world.Regions.Length;
            for (var s = 0; s < world.Sectors.Length; s++)
            {
                var ratio = new double[n * n];
                Array.Fill(ratio, 1);
                foreach (var change in bound.Outlets!.Weights.Where(change => change.Sector.Index == s))
                {
                    for (var i = 0; i < n; i++)
                        ratio[i * n + change.Destination.Index] *= change.Ratios[i];
                }

                double Trade(int i, int j) => world.Trade[(s * n + i) * n + j];
                var moved = bound.Outlets.Outlets.Where(outlet => outlet.Sector.Index == s).Sum(outlet => outlet.MovedMusd);
                Assert.InRange(moved, 0, 0.7 * 0.8 * Trade(0, 1) * (1 + 1e-12));
                for (var i = 1; i < n; i++)
                    Assert.Equal(Enumerable.Range(0, n).Sum(j => Trade(i, j)), Enumerable.Range(0, n).Sum(j => Trade(i, j) * ratio[i * n + j]), 1e-8 * Enumerable.Range(0, n).Sum(j => Trade(i, j)));
                for (var j = 1; j < n; j++)
                {
                    var gap = Enumerable.Range(0, n).Sum(i => Trade(i, j) * (ratio[i * n + j] - 1));
                    Assert.Equal(j == 1 ? moved : 0, gap, 1e-8 * Enumerable.Range(0, n).Sum(i => Trade(i, j)));
                    Assert.True(ratio[j] >= 1, "a buyer of the target's cargoes bought less of them");
                }
            }
        },
        iter: 100);

    [Fact]
    public void A_way_for_its_exports_never_lowers_what_the_target_earns() => Free.Sample(
        world =>
        {
            var closed = Solve(Bind(world, "share: 0, discount: 0"));
            var open = Solve(Bind(world, "share: 0.7, discount: 0"));
            Assert.True(open.Wages[0] >= closed.Wages[0] - 1e-10, $"{closed.Wages[0]} to {open.Wages[0]}");
        },
        iter: 100);

    /// <summary>With conduits that crowd beside it, and at every horizon.</summary>
    [Fact]
    public void Nor_with_every_feature_on() => Gen.Select(Free, RouteWorld.Horizons).Sample(
        (world, horizon) =>
        {
            string Text(string share) => $"package: [{{ kind: import-ban, coverage: 0.8 }}, {{ kind: export-ban, coverage: 0.6 }}]\nhorizon: {horizon}\nplayers: [{{ region: R2, stance: conduit }}]\nroutes: {{ reach: 0.5, congestion: 0.1 }}\nother-buyers: {{ sectors: [all], share: {share}, discount: 0 }}";
            Samarkand.Model.Equilibrium At(string share)
            {
                var bound = RouteWorld.Bind(world, Text(share));
                return Simulation.Solve(bound.BaselineAt(bound.Horizon), bound.Shock, Closure.Fixed, 1e-12, TestContext.Current.CancellationToken);
            }

            var (closed, half, open) = (At("0"), At("0.35"), At("0.7"));
            Assert.True(half.Wages[0] >= closed.Wages[0] - 1e-10, $"{closed.Wages[0]} to {half.Wages[0]}");
            Assert.True(open.Wages[0] >= half.Wages[0] - 1e-10, $"{half.Wages[0]} to {open.Wages[0]}");
        },
        iter: 100);

    /// <summary>Who sells can refuse: whatever discount buyers ask for, the target is no worse off than with the ban alone.</summary>
    [Fact]
    public void No_discount_makes_the_target_worse_off() => Gen.Select(Free, RouteWorld.Horizons, Gen.Double[0, 0.9], Gen.Double[0.1, 1]).Sample(
        (world, horizon, discount, share) =>
        {
            double At(double placed)
            {
                var bound = Bind(world, FormattableString.Invariant($"share: {placed:R}, discount: {discount:R}"), $"horizon: {horizon}\n{Ban}");
                return Simulation.Solve(bound.BaselineAt(bound.Horizon), bound.Shock, Closure.Fixed, 1e-12, TestContext.Current.CancellationToken).RealIncome(bound.Target);
            }

            var (closed, open) = (At(0), At(share));
            Assert.True(open >= closed - 1e-9, $"{closed} to {open}");
        },
        iter: 300);

    [Fact]
    public void A_dollar_of_sales_is_worth_what_it_adds() => Free.Sample(
        world =>
        {
            // A little more demand for all that the target sells abroad, against what the formula says of it to first order.
            var sales = Enumerable.Range(0, world.Sectors.Length).Sum(s => Enumerable.Range(1, world.Regions.Length - 1).Sum(j => world.Trade[s * world.Regions.Length * world.Regions.Length + j]));
            var worth = SaleWorth.Of(world, new Region(0), Baseline.Of(world, Horizon.Long).Elasticities);
            var shock = new Shock { Reweightings = [.. Enumerable.Range(0, world.Sectors.Length).SelectMany(s => Enumerable.Range(1, world.Regions.Length - 1).Select(j => new Reweighting(new Sector(s), new Region(j), [.. Enumerable.Range(0, world.Regions.Length).Select(i => i == 0 ? 1.0001 : 1)])))] };
            var gain = (Simulation.Solve(world, shock, Horizon.Long, Closure.Fixed, 1e-13, TestContext.Current.CancellationToken).RealIncome(new Region(0)) - 1) * Baseline.Of(world, Horizon.Long).Income(new Region(0));
            Assert.InRange(worth, 0.2 * gain / (1e-4 * sales), 2 * gain / (1e-4 * sales));
        },
        iter: 100);

    [Fact]
    public void Without_anything_to_ship_elsewhere_nothing_changes() => Free.Sample(
        world => Shocks.AssertSame(RouteWorld.Bind(world, Ban).Shock, Bind(world, "share: 0, discount: 0.3").Shock), iter: 20);

    [Fact]
    public void The_nearer_buyer_gets_more_of_what_gravity_decides()
    {
        var world = WorldCatalog.Open("samarkand-2021");
        double Moved(string buyer, double distance) => CaseSource.FromText(
                $"title: t\nworld: samarkand-2021\ntarget: RUS\ncoalition: [EU]\npackage: [{{ kind: import-ban, sectors: [crude] }}]\nother-buyers: {{ sectors: [crude], gravity: 1, distance: {distance} }}\n", Yaml.Source)
            .Case.BindTo(world).Outlets!.Outlets.Single(outlet => world.Code(outlet.Buyer) == buyer).MovedMusd;

        Assert.True(Moved("TUR", 2) > Moved("TUR", 0));
        Assert.True(Moved("SGP", 2) < Moved("SGP", 0));
    }

    [Fact]
    public void Each_seller_places_its_cargo_and_each_buyer_gets_what_it_lacks() =>
        Gen.Select(Gen.Double[0.1, 100].Array[3, 8], Gen.Double[0.1, 100].Array[3, 8]).Sample((supply, demand) =>
        {
            var scale = supply.Sum() / demand.Sum();
            demand = Array.ConvertAll(demand, value => value * scale);
            // Who has most of both leaves the others too little to give and to take.
            var total = supply.Sum();
            if (Enumerable.Range(0, Math.Max(supply.Length, demand.Length)).Any(i => supply.ElementAtOrDefault(i) + demand.ElementAtOrDefault(i) > 0.8 * total))
                return;
            if (CargoSwap.Divide(supply, demand, (i, j) => i != j) is not { } cargo)
                return;
            for (var i = 0; i < supply.Length; i++)
                Assert.Equal(supply[i], Enumerable.Range(0, demand.Length).Sum(j => cargo[i * demand.Length + j]), 1e-8 * supply[i]);
            for (var j = 0; j < demand.Length; j++)
                Assert.Equal(demand[j], Enumerable.Range(0, supply.Length).Sum(i => cargo[i * demand.Length + j]), 1e-8 * demand[j]);
            Assert.All(Enumerable.Range(0, Math.Min(supply.Length, demand.Length)), i => Assert.Equal(0, cargo[i * demand.Length + i]));
        });

    [Fact]
    public void The_block_needs_sectors()
    {
        var problem = Yaml.Problem(() => Yaml.Parse(Yaml.With("other-buyers: { share: 0.5 }\n")));
        Assert.Contains("`other-buyers` needs `sectors`", problem.Message, StringComparison.Ordinal);
    }

    private static Samarkand.Model.Equilibrium Solve(BoundCase bound) => RouteWorld.Solve(bound);

    private static BoundCase Bind(World world, string sizes, string ban = Ban) => RouteWorld.Bind(world, $"{ban}other-buyers: {{ sectors: [all], {sizes} }}");
}
