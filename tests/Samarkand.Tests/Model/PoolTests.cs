using CsCheck;
using Samarkand.Analyses.Explanation;
using Samarkand.Model;
using Samarkand.Model.Batches;
using Samarkand.Worlds;
using Solved = Samarkand.Model.Equilibrium;

namespace Samarkand.Tests.Model;

/// <summary>Pools on random worlds, with nests, two tiers and every other change of a shock beside them.</summary>
public class PoolTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Closure.Fixed)]
    [InlineData(Closure.Proportional)]
    [InlineData(Closure.Unspent)]
    public void Every_solver_finds_what_the_plain_equations_say(Closure closure) => NestedWorlds.Larger.Sample(
        sample =>
        {
            var features = new ModelFeatures(sample.World, sample.Seed);
            Shock[] shocks = [.. Enumerable.Range(0, 4).Select(n => Shock(sample.World, sample.Seed + n))];
            var (solver, slow) = (Solver.Prepare(features.Baseline, Token), Solver.For(features.Baseline));
            var (batched, why) = (new Solved?[shocks.Length], new WhyAlone?[shocks.Length]);
            solver.SolveMany(shocks.Length, n => new Counterfactual(shocks[n]), (n, found) => batched[n] = found, (_, _) => { }, closure, 1e-11, (n, reason) => why[n] = reason, Token);
            for (var n = 0; n < shocks.Length; n++)
            {
                Assert.Equal(WhyAlone.Pooled, why[n]);
                if (batched[n] is not { } found)
                {
                    Assert.Throws<NoEquilibriumException>(() => solver.Solve(shocks[n], closure, 1e-11, Token));
                    continue;
                }

                PlainCheck.Holds(features.Plain, found, closure);
                Assert.Equal(solver.Solve(shocks[n], closure, 1e-11, Token).Wages.ToArray(), found.Wages.ToArray());
                BatchTests.AssertSame(slow.Solve(shocks[n], closure, 1e-12, Token), found, 1e-9);
            }
        },
        iter: 25);

    [Fact]
    public void What_arrives_is_no_more_than_the_capacity_and_a_levy_is_where_it_binds() => NestedWorlds.Larger.Sample(
        sample =>
        {
            var baseline = new ModelFeatures(sample.World, sample.Seed).Baseline;
            var found = Solver.For(baseline).Solve(Shock(sample.World, sample.Seed), tolerance: 1e-12, cancellation: Token);
            for (var p = 0; p < found.Shock.Pools.Length; p++)
            {
                var (pool, n) = (found.Shock.Pools[p], baseline.RegionCount);
                var (volume, before) = (0.0, 0.0);
                foreach (var member in pool.Members)
                {
                    var market = pool.Sector.Index * n + member.Index;
                    volume += found.Expenditures[market] / found.Prices[market];
                    before += baseline.Expenditures[market];
                }

                Assert.True(volume <= pool.Capacity * before * (1 + 1e-9));
                Assert.Equal(0, found.LogLevies[p] * (volume / (pool.Capacity * before) - 1), 1e-9);
            }
        },
        iter: 60);

    [Fact]
    public void A_pool_that_does_not_bind_changes_nothing() => NestedWorlds.Larger.Sample(
        sample =>
        {
            var baseline = new ModelFeatures(sample.World, sample.Seed).Baseline;
            var pools = Shock(sample.World, sample.Seed).Pools;
            var still = Solver.For(baseline).Solve(new Shock { Pools = [.. pools.Select(pool => pool with { Capacity = 1 })] }, tolerance: 1e-12, cancellation: Token);
            Assert.All(still.Wages.ToArray(), wage => Assert.Equal(1, wage, 1e-11));
            Assert.All(still.LogLevies, levy => Assert.Equal(0, levy, 1e-11));
            var shock = RandomShock.Of(sample.World, sample.Seed, most: 2);
            var (with, without) = (Solve(shock with { Pools = [.. pools.Select(pool => pool with { Capacity = 50 })] }), Solve(shock));
            BatchTests.AssertSame(without, with, 1e-9);

            Solved Solve(Shock asked) => Solver.For(baseline).Solve(asked, tolerance: 1e-12, cancellation: Token);
        },
        iter: 40);

    [Fact]
    public void Channels_add_up_with_pools() => NestedWorlds.Larger.Sample(
        sample =>
        {
            var found = Solver.For(new ModelFeatures(sample.World, sample.Seed).Baseline).Solve(Shock(sample.World, sample.Seed), tolerance: 1e-12, cancellation: Token);
            foreach (var region in IncomeChannels.Of(found))
                Assert.Equal(Math.Log(region.RealIncome), region.Channels.Sum(channel => channel.Log), 1e-9);
        },
        iter: 40);

    [Fact]
    public void A_levy_of_which_nothing_is_passed_on_stays_with_those_who_pay_it()
    {
        var world = RandomEconomy.Make(6, 3, withTariffs: false, balancedTrade: true, seed: 7);
        var solver = Solver.For(Baseline.Of(world, Horizon.Long));
        var (kept, passed) = (Outside(0), Outside(1));
        Assert.True(passed > kept);

        // The mean real income of those outside a pool that buys less.
        double Outside(double share)
        {
            var found = solver.Solve(new Shock { Pools = [new Pool(new Sector(0), [new Region(0), new Region(1), new Region(2)], 0.7, share)] }, tolerance: 1e-12, cancellation: Token);
            Assert.True(found.LogLevies[0] > 0.1);
            return Enumerable.Range(3, 3).Average(r => found.RealIncome(new Region(r)));
        }
    }

    // Two pools that share no market.
    internal static Shock Shock(World world, int seed)
    {
        var random = new Random(seed);
        var order = Enumerable.Range(0, world.Regions.Length).ToArray();
        random.Shuffle(order);
        var cut = 1 + random.Next(3);
        return RandomShock.Of(world, seed, most: 2) with
        {
            Confined = new Region(seed % world.Regions.Length),
            Pools = [Pool(order[..cut]), Pool(order[cut..(cut + 2)])],
        };

        Pool Pool(int[] members) => new(new Sector(random.Next(world.Sectors.Length)), [.. members.Select(r => new Region(r))], 0.6 + 0.6 * random.NextDouble(), random.NextDouble());
    }
}
