using Samarkand.Analyses.Design;
using Samarkand.Model;
using Samarkand.Tests.Model;
using Samarkand.Worlds;

namespace Samarkand.Tests.Analyses.Design;

/// <summary>Derivatives against central differences of equilibria solved to 1e-13, on random worlds under every kind of shock.</summary>
public class AdjointTests
{
    private const double Step = 1e-3;

    [Theory]
    [InlineData(Closure.Fixed)]
    [InlineData(Closure.Proportional)]
    [InlineData(Closure.Closed)]
    public void Costs_wedges_and_bans_agree_with_differences(Closure closure)
    {
        var (compared, notZero) = (0, 0);
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var world = RandomEconomy.Make(2 + seed % 5, 1 + seed % 4, withTariffs: seed % 2 == 0, balancedTrade: false, seed);
            var shock = seed % 3 == 0 ? Shock.None : RandomShock.Of(world, seed) with { Detours = [] };
            var solver = Solver.For(Baseline.Of(world, Horizon.Long));
            if (closure == Closure.Closed)
                solver = Solver.For(Simulation.WithoutDeficits(solver.Baseline, 1e-13, TestContext.Current.CancellationToken));
            if (Try(solver, shock, closure) is not { } at)
                continue;
            var objective = random.Next(2) == 0
                ? Objective.LogRealIncome(new Region(random.Next(world.Regions.Length)))
                : Objective.Variation([.. world.Regions.Select((_, r) => new Region(r)).Where(_ => random.Next(2) == 0).DefaultIfEmpty(new Region(0))]);
            var slopes = new Adjoint(at).Of(objective);
            var scale = slopes.LogCosts.ToArray().Max(Math.Abs);
            for (var k = 0; k < 6; k++)
            {
                var (sector, from, to) = (new Sector(random.Next(world.Sectors.Length)), new Region(random.Next(world.Regions.Length)), new Region(random.Next(world.Regions.Length)));
                if (from == to)
                    continue;
                var flow = new FlowBlock([from], [to], [sector]);
                var cost = Difference(h => Solve(new CostChange(flow, Math.Exp(h)), null));
                Close(cost, slopes.LogCost(sector, from, to), scale);
                Close(Difference(h => Solve(null, new Wedge(flow, Math.Exp(h) - 1, null))), slopes.LogWedge(sector, from, to), scale);
                compared++;
                notZero += Math.Abs(cost) > 1e-6 * scale ? 1 : 0;

                double Solve(CostChange? change, Wedge? wedge) => objective.At(solver.Solve(
                    shock with
                    {
                        Costs = change is null ? shock.Costs : shock.Costs.Add(change),
                        Wedges = wedge is null ? shock.Wedges : shock.Wedges.Add(wedge),
                    },
                    closure,
                    1e-13,
                    TestContext.Current.CancellationToken));
            }
        }

        Assert.True(compared > 150 && notZero > compared / 2, $"{compared} compared, {notZero} of them not zero");
    }

    [Theory]
    [InlineData(Closure.Fixed)]
    [InlineData(Closure.Proportional)]
    public void With_nested_inputs_and_two_tiers_too(Closure closure)
    {
        var (compared, notZero) = (0, 0);
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var world = NestedWorlds.Tagged(RandomEconomy.Make(2 + seed % 5, 2 + seed % 4, withTariffs: seed % 2 == 0, balancedTrade: false, seed), seed);
            var shock = seed % 4 == 0 ? Shock.None : RandomShock.Of(world, seed) with { Detours = [] };
            var solver = Solver.For(new ModelFeatures(world, seed).Baseline);
            if (Try(solver, shock, closure) is not { } at)
                continue;
            var objective = random.Next(2) == 0 ? Objective.LogRealIncome(new Region(random.Next(world.Regions.Length))) : Objective.Variation(new Region(0), new Region(1));
            var slopes = new Adjoint(at).Of(objective);
            var scale = slopes.LogCosts.ToArray().Max(Math.Abs);
            for (var k = 0; k < 6; k++)
            {
                var (sector, from, to) = (new Sector(random.Next(world.Sectors.Length)), new Region(random.Next(world.Regions.Length)), new Region(random.Next(world.Regions.Length)));
                if (from == to)
                    continue;
                var flow = new FlowBlock([from], [to], [sector]);
                var cost = Difference(h => At(shock with { Costs = shock.Costs.Add(new CostChange(flow, Math.Exp(h))) }));
                Close(cost, slopes.LogCost(sector, from, to), scale);
                Close(Difference(h => At(shock with { Wedges = shock.Wedges.Add(new Wedge(flow, Math.Exp(h) - 1, null)) })), slopes.LogWedge(sector, from, to), scale);
                compared++;
                notZero += Math.Abs(cost) > 1e-6 * scale ? 1 : 0;
            }

            double At(Shock near) => objective.At(solver.Solve(near, closure, 1e-13, TestContext.Current.CancellationToken));
        }

        Assert.True(compared > 150 && notZero > compared / 2, $"{compared} compared, {notZero} of them not zero");
    }

    [Theory]
    [InlineData(Closure.Fixed)]
    [InlineData(Closure.Proportional)]
    public void With_pools_too_and_their_capacities(Closure closure)
    {
        var (compared, bound) = (0, 0);
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var world = NestedWorlds.Tagged(RandomEconomy.Make(6 + seed % 3, 3 + seed % 3, withTariffs: seed % 2 == 0, balancedTrade: false, seed), seed);
            var shock = PoolTests.Shock(world, seed) with { Detours = [], Confined = null };
            if (seed % 4 == 0)
                shock = new Shock { Pools = shock.Pools };
            var solver = Solver.For(new ModelFeatures(world, seed).Baseline);
            // A levy at the edge of nothing has no derivative.
            if (Try(solver, shock, closure) is not { } at || at.LogLevies.Any(levy => levy is > 0 and < 0.02) || !at.LogLevies.Any(levy => levy > 0))
                continue;
            var objective = random.Next(2) == 0 ? Objective.LogRealIncome(new Region(random.Next(world.Regions.Length))) : Objective.Variation(new Region(0), new Region(1));
            var slopes = new Adjoint(at).Of(objective);
            var scale = slopes.LogCosts.ToArray().Max(Math.Abs);
            for (var p = 0; p < shock.Pools.Length; p++)
            {
                Close(Difference(h => At(shock with { Pools = shock.Pools.SetItem(p, shock.Pools[p] with { Capacity = shock.Pools[p].Capacity * Math.Exp(h) }) })), slopes.LogCapacity(p), scale);
                bound += at.LogLevies[p] > 0 ? 1 : 0;
            }

            for (var k = 0; k < 4; k++)
            {
                var pool = shock.Pools[k % 2];
                var (sector, from, to) = k < 3 ? (pool.Sector, new Region(random.Next(world.Regions.Length)), pool.Members[0]) : (new Sector(random.Next(world.Sectors.Length)), pool.Members[0], new Region(random.Next(world.Regions.Length)));
                if (from == to)
                    continue;
                var flow = new FlowBlock([from], [to], [sector]);
                Close(Difference(h => At(shock with { Costs = shock.Costs.Add(new CostChange(flow, Math.Exp(h))) })), slopes.LogCost(sector, from, to), scale);
                Close(Difference(h => At(shock with { Wedges = shock.Wedges.Add(new Wedge(flow, Math.Exp(h) - 1, null)) })), slopes.LogWedge(sector, from, to), scale);
                compared++;
            }

            double At(Shock near) => objective.At(solver.Solve(near, closure, 1e-13, TestContext.Current.CancellationToken));
        }

        Assert.True(compared > 60 && bound > 20, $"{compared} compared, {bound} pools bind");
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.4)]
    [InlineData(1.0)]
    public void Coverage_agrees_with_differences_up_to_a_full_ban(double coverage)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var world = RandomEconomy.Make(4, 3, withTariffs: seed % 2 == 0, balancedTrade: false, seed);
            var (solver, sector, from, to) = (Solver.For(Baseline.Of(world, Horizon.Long)), new Sector(seed % 3), new Region(1), new Region(0));
            var objective = Objective.Variation(new Region(0), new Region(2));
            var open = solver.Baseline.TradeShares[(sector.Index * 4 + 1) * 4];
            var slopes = new Adjoint(Solve(coverage)).Of(objective);

            // One-sided at the ends, where a share cannot be passed.
            var h = coverage < 1 ? 1e-3 : -1e-3;
            var numeric = coverage is > 0 and < 1
                ? Difference(x => objective.At(Solve(coverage + x)))
                : (-25 * At(0) + 48 * At(1) - 36 * At(2) + 16 * At(3) - 3 * At(4)) / (12 * h);
            Close(numeric, slopes.Coverage(sector, from, to, open), slopes.LogCosts.ToArray().Max(Math.Abs));

            double At(int steps) => objective.At(Solve(coverage + steps * h));
            Samarkand.Model.Equilibrium Solve(double share) => solver.Solve(
                share == 0 ? Shock.None : new Shock { Costs = [new CostChange(new FlowBlock([from], [to], [sector]), double.PositiveInfinity, share)] },
                tolerance: 1e-13,
                cancellation: TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public void A_start_nearby_gives_the_same_and_third_states_are_refused()
    {
        var world = RandomEconomy.Make(5, 3, withTariffs: true, balancedTrade: false, 3);
        var solver = Solver.For(Baseline.Of(world, Horizon.Long));
        var objective = Objective.LogRealIncome(new Region(2));
        var shock = RandomShock.Of(world, 3) with { Detours = [] };
        var near = new Adjoint(Try(solver, Shock.None, Closure.Fixed)!).Of(objective);
        var adjoint = new Adjoint(Try(solver, shock, Closure.Fixed)!);
        var (warm, cold) = (adjoint.Of(objective, near), adjoint.Of(objective));
        Assert.True(warm.Residual <= Adjoint.Tolerance && cold.Residual <= Adjoint.Tolerance);
        for (var cell = 0; cell < cold.LogCosts.Length; cell++)
            Assert.Equal(cold.LogCosts[cell], warm.LogCosts[cell], 1e-9);
        var routed = Try(solver, RandomShock.Of(world, 3), Closure.Fixed)!;
        Assert.NotEmpty(routed.Shock.Detours);
        Assert.Throws<NotSupportedException>(() => new Adjoint(routed));
    }

    private static Samarkand.Model.Equilibrium? Try(Solver solver, Shock shock, Closure closure)
    {
        try
        {
            return solver.Solve(shock, closure, 1e-13, TestContext.Current.CancellationToken);
        }
        catch (NoEquilibriumException)
        {
            return null;
        }
    }

    private static double Difference(Func<double, double> value) =>
        (8 * (value(Step) - value(-Step)) - (value(2 * Step) - value(-2 * Step))) / (12 * Step);

    private static void Close(double expected, double actual, double scale) =>
        Assert.True(Math.Abs(expected - actual) <= 1e-6 * Math.Abs(expected) + 1e-8 * scale, $"{expected:R} by differences, {actual:R} by the adjoint, scale {scale}");
}
