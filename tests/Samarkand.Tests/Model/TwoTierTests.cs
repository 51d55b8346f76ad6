using System.Collections.Immutable;
using CsCheck;
using Samarkand.Analyses.Explanation;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Tests.Model;

/// <summary>Home against foreign, then origins: held against the plain model and the identities, with nested inputs too.</summary>
public class TwoTierTests
{
    [Theory]
    [InlineData(Closure.Fixed)]
    [InlineData(Closure.Proportional)]
    [InlineData(Closure.Unspent)]
    public void Every_equation_holds(Closure closure) => NestedWorlds.Samples.Sample(
        sample =>
        {
            var (ratio, elasticities) = (Ratio(sample.Seed), NestedWorlds.Elasticities(sample.Seed));
            var isNested = sample.Seed % 2 == 0;
            var baseline = (isNested ? NestedWorlds.Baseline(sample.World, elasticities) : Baseline.Of(sample.World, Horizon.Long)).WithHomeRatio(ratio);
            var economy = new PlainEconomy(sample.World) { HomeRatio = ratio, Nests = isNested ? NestedWorlds.Plain(sample.World, elasticities).Nests : null };
            var shock = RandomShock.Of(sample.World, sample.Seed) with { Confined = new Region(0) };
            PlainCheck.Holds(economy, Solver.For(baseline).Solve(shock, closure, 1e-11), closure);
            PlainCheck.Holds(economy, Solver.Prepare(baseline).Solve(shock, closure, 1e-11), closure);
        },
        iter: 150);

    [Fact]
    public void No_shock_changes_nothing() => RandomEconomy.Worlds.Sample(
        world =>
        {
            var equilibrium = Solver.For(Baseline.Of(world, Horizon.Long).WithHomeRatio(0.5)).Solve(Shock.None, tolerance: 1e-12);
            Assert.All(equilibrium.Wages.ToArray(), w => Assert.Equal(1, w, 1e-12));
            Assert.All(equilibrium.Prices.ToArray(), p => Assert.Equal(1, p, 1e-12));
        },
        iter: 60);

    [Fact]
    public void One_elasticity_for_both_is_one_tier() => NestedWorlds.Samples.Sample(
        sample =>
        {
            var shock = RandomShock.Of(sample.World, sample.Seed);
            var baseline = Baseline.Of(sample.World, Horizon.Long);
            var (one, near) = (Solver.For(baseline).Solve(shock, tolerance: 1e-12), Solver.For(baseline.WithHomeRatio(1 - 1e-13)).Solve(shock, tolerance: 1e-12));
            for (var r = 0; r < sample.World.Regions.Length; r++)
                Assert.Equal(one.RealIncome(new Region(r)), near.RealIncome(new Region(r)), 1e-9);
        },
        iter: 60);

    [Fact]
    public void Channels_add_up() => NestedWorlds.Samples.Sample(
        sample =>
        {
            var baseline = NestedWorlds.Baseline(sample.World, NestedWorlds.Elasticities(sample.Seed)).WithHomeRatio(Ratio(sample.Seed));
            foreach (var shock in new[] { RandomShock.Of(sample.World, sample.Seed), Alone(sample.World) })
            {
                foreach (var region in IncomeChannels.Of(Solver.For(baseline).Solve(shock, tolerance: 1e-12)))
                    Assert.Equal(Math.Log(region.RealIncome), region.Channels.Sum(channel => channel.Log), 1e-9);
            }
        },
        iter: 60);

    [Fact]
    public void Who_loses_all_trade_loses_by_the_elasticity_between_home_and_foreign() => Gen.Int[0, 1_000_000].Sample(
        seed =>
        {
            var world = RandomEconomy.Make(4, 1, withTariffs: false, balancedTrade: true, seed);
            var baseline = Baseline.Of(world, Horizon.Long).WithHomeRatio(0.5);
            var equilibrium = Solver.For(baseline).Solve(Everybody(world), tolerance: 1e-12);
            for (var r = 0; r < 4; r++)
            {
                var home = baseline.TradeShares[r * 4 + r];
                Assert.Equal(Math.Pow(home, 1 / (0.5 * baseline.Elasticities[0] * baseline.ValueAddedShares[r])), equilibrium.RealIncome(new Region(r)), 1e-9);
            }
        },
        iter: 40);

    private static double Ratio(int seed) => seed % 3 == 0 ? 0.5 : 0.2 + 0.7 * new Random(seed).NextDouble();

    // One sector that the first region no longer buys abroad.
    private static Shock Alone(World world) => new()
    {
        Costs = [new CostChange(new FlowBlock(Others(world, 0), [new Region(0)], [new Sector(world.Sectors.Length - 1)]), double.PositiveInfinity, world.Sectors.Length > 1 ? 1 : 0.5)],
    };

    private static Shock Everybody(World world)
    {
        ImmutableArray<Region> all = [.. Enumerable.Range(0, world.Regions.Length).Select(r => new Region(r))];
        return new Shock { Costs = [new CostChange(new FlowBlock(all, all, [new Sector(0)]), double.PositiveInfinity)] };
    }

    private static ImmutableArray<Region> Others(World world, int region) =>
        [.. Enumerable.Range(0, world.Regions.Length).Where(r => r != region).Select(r => new Region(r))];
}
