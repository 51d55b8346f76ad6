using System.Collections.Immutable;
using CsCheck;
using Samarkand.Model;
using Samarkand.Model.Batches;
using Samarkand.Worlds;
using Solved = Samarkand.Model.Equilibrium;

namespace Samarkand.Tests.Model;

/// <summary>Scenarios solved side by side: what each gets is what the single solver finds, and does not depend on its neighbours.</summary>
public class BatchTests
{
    private static readonly Gen<World> Worlds =
        from regions in Gen.Int[8, 15]
        from sectors in Gen.Int[3, 8]
        from tariffs in Gen.Bool
        from seed in Gen.Int[0, 1_000_000]
        select RandomEconomy.Make(regions, sectors, tariffs, balancedTrade: false, seed);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Closure.Fixed)]
    [InlineData(Closure.Proportional)]
    public void Every_kind_of_shock_gives_what_the_single_solver_finds(Closure closure) =>
        Gen.Select(Worlds, Gen.Int[0, 1_000_000]).Sample(
            (world, seed) =>
            {
                var solver = Solver.Prepare(Baseline.Of(world, Horizon.Medium), Token);
                Shock[] shocks = [.. Enumerable.Range(0, 40).Select(n => RandomShock.Of(world, seed + n, most: 2)), Handled(world, seed, []), Handled(world, seed, [new Sector(world.Sectors.Length - 1)])];
                var (found, why) = (new Solved?[shocks.Length], new WhyAlone?[shocks.Length]);
                var alone = solver.SolveMany(
                    shocks.Length, n => new Counterfactual(shocks[n]), (n, equilibrium) => found[n] = equilibrium, null, closure, 1e-11, (n, reason) => why[n] = reason, Token);
                Assert.Equal(why.Count(reason => reason is not null), alone);
                for (var n = 0; n < shocks.Length; n++)
                {
                    Assert.Equal(ExpectedAlone.Of(world, shocks[n]), why[n]);
                    AssertSame(solver.Solve(shocks[n], closure, 1e-12, Token), found[n]!, 1e-9);
                }
            },
            iter: 25);

    [Fact]
    public void Large_shocks_and_markets_that_lose_nearly_every_supplier_too() =>
        Gen.Select(Worlds, Gen.Int[0, 1_000_000]).Sample(
            (world, seed) =>
            {
                var solver = Solver.Prepare(Baseline.Of(world, Horizon.Medium), Token);
                Shock[] shocks = [.. Enumerable.Range(0, 20).Select(n => NearlyClosed(world, seed + n))];
                var (found, _) = Solve(solver, shocks, Closure.Fixed);
                for (var n = 0; n < shocks.Length; n++)
                    AssertSame(solver.Solve(shocks[n], tolerance: 1e-12, cancellation: Token), found[n]!, 1e-9);
            },
            iter: 15);

    [Fact]
    public void Neighbours_number_and_threads_change_no_bit()
    {
        var world = RandomEconomy.Make(15, 8, withTariffs: true, balancedTrade: false, seed: 4);
        var solver = Solver.Prepare(Baseline.Of(world, Horizon.Long), Token);
        Shock[] shocks = [.. Enumerable.Range(0, 100).Select(n => RandomShock.Of(world, n, most: 3))];
        var (all, _) = Solve(solver, shocks, Closure.Fixed);
        var (backwards, _) = Solve(solver, [.. shocks.Reverse()], Closure.Fixed);
        var (few, _) = Solve(solver, shocks[..9], Closure.Fixed);
        var (one, _) = Solve(solver, shocks[..1], Closure.Fixed);
        for (var n = 0; n < shocks.Length; n++)
            Assert.Equal(Bits(all[n]!), Bits(backwards[shocks.Length - 1 - n]!));
        for (var n = 0; n < few.Length; n++)
            Assert.Equal(Bits(all[n]!), Bits(few[n]!));
        Assert.Equal(Bits(all[0]!), Bits(one[0]!));
    }

    [Fact]
    public void Drawn_elasticities_are_a_baseline_of_their_own()
    {
        var world = RandomEconomy.Make(12, 6, withTariffs: false, balancedTrade: false, seed: 8);
        var baseline = Baseline.Of(world, Horizon.Long);
        var random = new Random(3);
        Baseline[] drawn = [.. Enumerable.Range(0, 30).Select(_ => baseline.WithElasticities([.. baseline.Elasticities.ToArray().Select(theta => theta * (0.7 + 0.6 * random.NextDouble()))]))];
        Shock[] shocks = [.. Enumerable.Range(0, 30).Select(n => RandomShock.Of(world, n, most: 2))];
        var found = new Solved[30];
        Solver.Prepare(baseline, Token).SolveMany(30, n => new Counterfactual(shocks[n], drawn[n]), (n, equilibrium) => found[n] = equilibrium, cancellation: Token);
        for (var n = 0; n < 30; n++)
        {
            Assert.Same(drawn[n], found[n].Baseline);
            AssertSame(Solver.For(drawn[n]).Solve(shocks[n], tolerance: 1e-12, cancellation: Token), found[n], 1e-9);
        }
    }

    [Fact]
    public void Another_baseline_is_refused()
    {
        var (one, other) = (Baseline.Of(RandomEconomy.Make(4, 2, false, false, 1), Horizon.Long), Baseline.Of(RandomEconomy.Make(4, 2, false, false, 2), Horizon.Long));
        Assert.Throws<ArgumentException>(() => Solver.Prepare(one, Token).SolveMany(3, _ => new Counterfactual(Shock.None, other), (_, _) => { }, cancellation: Token));
    }

    [Fact]
    public void Who_has_no_equilibrium_is_told_apart_or_thrown()
    {
        var world = RandomEconomy.Make(6, 3, withTariffs: false, balancedTrade: false, seed: 2);
        var everyone = Enumerable.Range(0, 6).Select(r => new Region(r)).ToImmutableArray();
        var imports = new FlowBlock(everyone, [new Region(2)], [.. Enumerable.Range(0, 3).Select(s => new Sector(s))]);
        var exports = imports with { Origins = imports.Destinations, Destinations = everyone };
        var isolation = new Shock { Costs = [new CostChange(imports, double.PositiveInfinity), new CostChange(exports, double.PositiveInfinity)] };
        var solver = Solver.Prepare(Baseline.Of(world, Horizon.Long), Token);
        var (found, failed) = (new Solved?[20], new string?[20]);
        solver.SolveMany(20, Ask, (n, equilibrium) => found[n] = equilibrium, (n, none) => failed[n] = none.Message, cancellation: Token);
        for (var n = 0; n < 20; n++)
        {
            Assert.Equal(n == 7, found[n] is null);
            Assert.Equal(n == 7, failed[n] is not null);
        }

        Assert.Equal(Assert.Throws<NoEquilibriumException>(() => solver.Solve(isolation, cancellation: Token)).Message, failed[7]);
        Assert.Throws<NoEquilibriumException>(() => solver.SolveMany(20, Ask, (_, _) => { }, cancellation: Token));

        Counterfactual Ask(int n) => new(n == 7 ? isolation : RandomShock.Of(world, n, most: 1));
    }

    [Fact]
    public void Cancellation_stops_the_work()
    {
        var world = RandomEconomy.Make(6, 3, withTariffs: false, balancedTrade: false, seed: 2);
        using var source = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        Assert.ThrowsAny<OperationCanceledException>(() => Solver.Prepare(Baseline.Of(world, Horizon.Long), Token).SolveMany(
            1_000_000, n => new Counterfactual(RandomShock.Of(world, n % 50, most: 1)), (_, _) => source.Cancel(), cancellation: source.Token));
    }

    [Fact]
    public void Thousands_of_scenarios_of_the_real_world_agree_with_the_single_solver()
    {
        var world = WorldCatalog.Open("wiod-2011");
        var solver = Solver.Prepare(Baseline.Of(world, Horizon.Medium), Token);
        // SAMARKAND_SOAK=1 is the long form.
        var count = Environment.GetEnvironmentVariable("SAMARKAND_SOAK") == "1" ? 20_000 : 4_000;
        var worst = new double[count];
        var alone = solver.SolveMany(count, n => new Counterfactual(Sanctions(world, n)), (n, equilibrium) =>
        {
            var expected = solver.Solve(Sanctions(world, n), cancellation: Token);
            for (var r = 0; r < world.Regions.Length; r++)
                worst[n] = Math.Max(worst[n], Math.Abs(equilibrium.RealIncome(new Region(r)) / expected.RealIncome(new Region(r)) - 1));
        }, cancellation: Token);
        Assert.True(worst.Max() < 1e-9, $"{worst.Max():e1} in scenario {Array.IndexOf(worst, worst.Max())}");
        Assert.True(alone < count / 100, $"{alone} alone");
    }

    private static Shock Handled(World world, int seed, ImmutableArray<Sector> sectors) => RandomShock.Of(world, seed, most: 2) with { Handling = new Handling(0.6, sectors) };

    // Some senders against one target: a ban of a part, dearer trade both ways, or a tariff.
    private static Shock Sanctions(World world, int seed)
    {
        var random = new Random(seed);
        var regions = Enumerable.Range(0, world.Regions.Length).ToArray();
        random.Shuffle(regions);
        ImmutableArray<Region> target = [new Region(regions[0])];
        ImmutableArray<Region> senders = [.. regions.Skip(1).Take(1 + random.Next(28)).Select(r => new Region(r))];
        ImmutableArray<Sector> sectors = [.. Enumerable.Range(0, 16).Where(_ => random.Next(3) > 0).Append(16).Select(s => new Sector(s))];
        var there = new FlowBlock(senders, target, sectors);
        return random.Next(3) switch
        {
            0 => new Shock { Costs = [new CostChange(there, double.PositiveInfinity, 0.2 + 0.7 * random.NextDouble())] },
            1 => new Shock { Costs = [new CostChange(there, 1 + random.NextDouble()), new CostChange(new FlowBlock(target, senders, sectors), 1 + random.NextDouble())] },
            _ => new Shock { Tariffs = [new TariffChange(there, 0.3 * random.NextDouble())] },
        };
    }

    // The region's home sales and all its imports but one become dear beyond use.
    internal static Shock NearlyClosed(World world, int seed)
    {
        var random = new Random(seed);
        var target = random.Next(world.Regions.Length);
        var left = (target + 1 + random.Next(world.Regions.Length - 1)) % world.Regions.Length;
        ImmutableArray<Region> others = [.. Enumerable.Range(0, world.Regions.Length).Where(r => r != target && r != left).Select(r => new Region(r))];
        var flows = new FlowBlock(others, [new Region(target)], [new Sector(random.Next(world.Sectors.Length))]);
        return new Shock { Costs = [new CostChange(flows, double.PositiveInfinity), new CostChange(flows with { Origins = [new Region(left)] }, 1 + 6 * random.NextDouble())] };
    }

    private static (Solved?[] Found, int Alone) Solve(Solver solver, Shock[] shocks, Closure closure)
    {
        var found = new Solved?[shocks.Length];
        var alone = solver.SolveMany(shocks.Length, n => new Counterfactual(shocks[n]), (n, equilibrium) => found[n] = equilibrium, null, closure, 1e-11, Token);
        return (found, alone);
    }

    internal static void AssertSame(Solved expected, Solved found, double tolerance)
    {
        AssertSame(expected.Wages, found.Wages, tolerance);
        AssertSame(expected.Prices, found.Prices, tolerance);
        AssertSame(expected.Incomes, found.Incomes, tolerance);
        AssertSame(expected.Expenditures, found.Expenditures, tolerance);
        Assert.InRange(found.Certificate.Largest, 0, 1e-10);
        Assert.True(found.Certificate.Iterations > 0);
    }

    private static void AssertSame(ReadOnlySpan<double> expected, ReadOnlySpan<double> found, double tolerance)
    {
        Assert.Equal(expected.Length, found.Length);
        for (var n = 0; n < expected.Length; n++)
            Assert.True(Math.Abs(found[n] - expected[n]) <= tolerance * Math.Max(1, Math.Abs(expected[n])), $"{found[n]:R} instead of {expected[n]:R}");
    }

    private static long[] Bits(Solved equilibrium)
    {
        double[] values = [.. equilibrium.Wages, .. equilibrium.Prices, .. equilibrium.Outputs, .. equilibrium.Expenditures, .. equilibrium.Incomes, .. equilibrium.Revenues, equilibrium.Certificate.Iterations];
        return Array.ConvertAll(values, BitConverter.DoubleToInt64Bits);
    }
}
