using CsCheck;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Tests.Model;

/// <summary>One solver for many shocks and threads: the same bits whatever else runs, and usable after a solve was stopped.</summary>
public class SharedSolverTests
{
    private static readonly World Economy = RandomEconomy.Make(15, 8, withTariffs: false, balancedTrade: false, seed: 11);
    private static readonly Baseline Observed = Baseline.Of(Economy, Horizon.Medium);

    // Every kind of change in turn, so that each solve finds a workspace that another kind of shock has used.
    private static readonly Shock[] Shocks = [.. Enumerable.Range(0, 48).Select(n => Shock(Economy, n))];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Any_number_of_threads_gives_the_same_bits(bool prepared)
    {
        var expected = Array.ConvertAll(Shocks, shock => Bits(Make(prepared).Solve(shock, cancellation: TestContext.Current.CancellationToken)));
        foreach (var threads in new[] { 1, 2, 4 })
        {
            var solver = Make(prepared);
            var found = new long[Shocks.Length][];
            Parallel.For(0, Shocks.Length, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = TestContext.Current.CancellationToken }, n => found[n] = Bits(solver.Solve(Shocks[n], cancellation: TestContext.Current.CancellationToken)));
            for (var n = 0; n < Shocks.Length; n++)
                Assert.Equal(expected[n], found[n]);
        }
    }

    [Fact]
    public void What_was_solved_before_leaves_no_trace() => Gen.Select(RandomEconomy.Worlds, Gen.Int[0, 1_000_000].Array[2, 6]).Sample(
        (world, seeds) =>
        {
            var baseline = Baseline.Of(world, Horizon.Long);
            var solver = Solver.For(baseline);
            foreach (var seed in seeds)
            {
                var shock = Shock(world, seed);
                Assert.Equal(Bits(Solver.For(baseline).Solve(shock)), Bits(solver.Solve(shock)));
            }
        },
        iter: 60);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_cancelled_solve_leaves_the_solver_as_it_was(bool prepared)
    {
        var solver = Make(prepared);
        var expected = Bits(solver.Solve(Shocks[0], cancellation: TestContext.Current.CancellationToken));
        Assert.Throws<OperationCanceledException>(() => solver.Solve(Shocks[1], cancellation: new CancellationToken(true)));
        Assert.Equal(expected, Bits(solver.Solve(Shocks[0], cancellation: TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Cancellation_stops_a_solve_that_would_go_on()
    {
        // Rounding never meets a tolerance of zero: each of these solves takes every pass that it may.
        using var source = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var solver = Solver.For(Observed);
        var solves = Task.Run(
            () =>
            {
                for (var n = 0; n < 200; n++)
                {
                    try
                    {
                        solver.Solve(Shocks[1], tolerance: 0, cancellation: source.Token);
                    }
                    catch (NoEquilibriumException)
                    {
                        continue;
                    }
                }
            },
            TestContext.Current.CancellationToken);
        source.CancelAfter(20);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => solves);
    }

    [Fact]
    public void Cancellation_stops_the_preparation() =>
        Assert.ThrowsAny<OperationCanceledException>(() => Solver.Prepare(Observed, new CancellationToken(true)));

    [Fact]
    public void Cancellation_reaches_the_closed_baseline() =>
        Assert.Throws<OperationCanceledException>(() => Simulation.Solve(Economy, Samarkand.Model.Shock.None, Horizon.Long, Closure.Closed, cancellation: new CancellationToken(true)));

    private static Solver Make(bool prepared) => prepared ? Solver.Prepare(Observed) : Solver.For(Observed);

    private static Shock Shock(World world, int n)
    {
        var all = RandomShock.Of(world, n);
        return (n % 6) switch
        {
            0 => all,
            1 => new Shock { Costs = all.Costs },
            2 => new Shock { Tariffs = all.Tariffs },
            3 => new Shock { ListedBans = all.ListedBans },
            4 => new Shock { Wedges = all.Wedges, FlowPayments = all.FlowPayments },
            _ => new Shock { Payments = all.Payments },
        };
    }

    private static long[] Bits(Samarkand.Model.Equilibrium equilibrium)
    {
        double[] values =
        [
            .. equilibrium.Wages, .. equilibrium.Prices, .. equilibrium.Outputs, .. equilibrium.Expenditures, .. equilibrium.Incomes,
            .. equilibrium.Revenues, equilibrium.Certificate.Largest, equilibrium.Certificate.Iterations,
        ];
        return Array.ConvertAll(values, BitConverter.DoubleToInt64Bits);
    }
}
