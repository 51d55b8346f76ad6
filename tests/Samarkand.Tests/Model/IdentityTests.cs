using CsCheck;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Tests.Model;

/// <summary>The identities of docs/method.md, section 4, on random worlds.</summary>
public class IdentityTests
{
    private static readonly Gen<(World World, int Seed)> Samples = Gen.Select(RandomEconomy.Worlds, Gen.Int[0, 1_000_000]);

    [Fact]
    public void No_shock_changes_nothing() => RandomEconomy.Worlds.Sample(
        world =>
        {
            var equilibrium = Solve(world, Shock.None);
            var (flows, observed) = (TradeFlows.Of(equilibrium), TradeFlows.Of(equilibrium.Baseline));
            Assert.All(equilibrium.Wages.ToArray(), w => Assert.Equal(1, w, 1e-12));
            Assert.All(equilibrium.Prices.ToArray(), p => Assert.Equal(1, p, 1e-12));
            Assert.All(flows.Basic.ToArray().Zip(observed.Basic.ToArray()), pair => Assert.Equal(pair.Second, pair.First, 1e-9));
            for (var cell = 0; cell < observed.Basic.Length; cell++)
                Assert.Equal(world.Trade[cell], observed.Basic[cell], 1e-9);
        },
        iter: 100);

    [Fact]
    public void Money_moves_and_is_not_made() => Samples.Sample(
        sample =>
        {
            var equilibrium = Solve(sample.World, RandomShock.Of(sample.World, sample.Seed));
            var flows = TradeFlows.Of(equilibrium);
            var (wages, spent, world) = (0.0, Sum(equilibrium.Expenditures), Sum(equilibrium.Baseline.ValueAdded));
            var (n, s) = (sample.World.Regions.Length, sample.World.Sectors.Length);
            for (var r = 0; r < n; r++)
            {
                wages += equilibrium.Wages[r] * equilibrium.Baseline.ValueAdded[r];
                for (var k = 0; k < s; k++)
                {
                    for (var user = 0; user < s; user++)
                        spent -= equilibrium.Baseline.InputShares[(r * s + k) * s + user] * equilibrium.Outputs[r * s + user];
                }
            }

            var given = equilibrium.Shock.Purchases.Sum(purchase => purchase.Amount);
            Assert.Equal(1, (Sum(equilibrium.Incomes) + given) / spent, 1e-9);
            Assert.Equal(1, wages / world, 1e-10);
            Assert.Equal(0, (Sum(equilibrium.Revenues) - Sum(flows.Buyers) + Sum(flows.Basic) + Sum(flows.Services)) / world, 1e-9);
            Assert.Equal(1, Sum(flows.Buyers) / Sum(equilibrium.Expenditures), 1e-9);
            Assert.Equal(1, (Sum(flows.Basic) + Sum(flows.Services)) / Sum(equilibrium.Outputs), 1e-9);
        },
        iter: 200);

    [Fact]
    public void Trade_shares_sum_to_one() => Samples.Sample(
        sample =>
        {
            var equilibrium = Solve(sample.World, RandomShock.Of(sample.World, sample.Seed));
            var flows = TradeFlows.Of(equilibrium);
            var n = sample.World.Regions.Length;
            for (var market = 0; market < equilibrium.Expenditures.Length; market++)
            {
                var (sector, destination, shares) = (market / n, market % n, 0.0);
                for (var origin = 0; origin < n; origin++)
                    shares += flows.Buyers[(sector * n + origin) * n + destination] / equilibrium.Expenditures[market];
                Assert.Equal(1, shares, 1e-13);
            }
        },
        iter: 100);

    [Fact]
    public void Labels_in_any_order_give_the_same_numbers() => Samples.Sample(
        sample =>
        {
            var shock = RandomShock.Of(sample.World, sample.Seed);
            var random = new Random(sample.Seed);
            var (regions, sectors) = (Shuffled(random, sample.World.Regions.Length), Shuffled(random, sample.World.Sectors.Length));
            var labels = new Relabelled(regions, sectors);
            var (straight, turned) = (Solve(sample.World, shock), Solve(labels.Of(sample.World), labels.Of(shock)));
            for (var r = 0; r < regions.Length; r++)
            {
                Assert.Equal(straight.RealIncome(new Region(regions[r])), turned.RealIncome(new Region(r)), 1e-9);
                Assert.Equal(straight.Wages[regions[r]], turned.Wages[r], 1e-9);
                for (var k = 0; k < sectors.Length; k++)
                    Assert.Equal(straight.Prices[sectors[k] * regions.Length + regions[r]], turned.Prices[k * regions.Length + r], 1e-9);
            }
        },
        iter: 100);

    [Fact]
    public void Scaling_all_money_scales_nothing_real() => Gen.Select(Samples, Gen.Double[-9, 9]).Sample(
        (sample, logarithm) =>
        {
            var scale = Math.Exp(logarithm);
            var shock = RandomShock.Of(sample.World, sample.Seed);
            var dearer = shock with
            {
                Payments = [.. shock.Payments.Select(payment => payment with { Amount = payment.Amount * scale })],
                Purchases = [.. shock.Purchases.Select(purchase => purchase with { Amount = purchase.Amount * scale })],
            };
            var (small, large) = (Solve(sample.World, shock), Solve(Scaled(sample.World, scale), dearer));
            for (var r = 0; r < sample.World.Regions.Length; r++)
            {
                Assert.Equal(small.RealIncome(new Region(r)), large.RealIncome(new Region(r)), 1e-9);
                Assert.Equal(small.Wages[r], large.Wages[r], 1e-9);
                Assert.Equal(1, large.Incomes[r] / small.Incomes[r] / scale, 1e-9);
            }

            for (var cell = 0; cell < small.Outputs.Length; cell++)
                Assert.Equal(1, large.Outputs[cell] / small.Outputs[cell] / scale, 1e-8);
        },
        iter: 100);

    [Fact]
    public void Both_solvers_agree() => Samples.Sample(
        sample =>
        {
            var shock = RandomShock.Of(sample.World, sample.Seed);
            var baseline = Baseline.Of(sample.World, Horizon.Long);
            var plain = Solver.For(baseline).Solve(shock, tolerance: 1e-12);
            var prepared = Solver.Prepare(baseline).Solve(shock, tolerance: 1e-12);
            for (var r = 0; r < baseline.RegionCount; r++)
                Assert.Equal(plain.RealIncome(new Region(r)), prepared.RealIncome(new Region(r)), 1e-9);
        },
        iter: 50);

    private static Samarkand.Model.Equilibrium Solve(World world, Shock shock) =>
        Solver.For(Baseline.Of(world, Horizon.Long)).Solve(shock, tolerance: 1e-11);

    private static World Scaled(World world, double scale)
    {
        double[] Times(ReadOnlySpan<double> values) => [.. values.ToArray().Select(value => value * scale)];
        return new World(
            world.About, world.Regions, world.Sectors, world.Blocs, Times(world.Trade), world.Tariffs.IsEmpty ? null : world.Tariffs.ToArray(), Times(world.Inputs), Times(world.Final), world.Elasticities.ToArray());
    }

    private static int[] Shuffled(Random random, int count)
    {
        var order = Enumerable.Range(0, count).ToArray();
        random.Shuffle(order);
        return order;
    }

    private static double Sum(ReadOnlySpan<double> values) => System.Numerics.Tensors.TensorPrimitives.Sum(values);
}
