using Samarkand.Equilibrium;

namespace Samarkand.Tests.Equilibrium;

/// <summary>A solve allocates what its result holds, however many passes it takes.</summary>
public class AllocationTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void No_pass_allocates(bool prepared)
    {
        var world = RandomEconomy.Make(20, 10, withTariffs: true, balancedTrade: false, seed: 3);
        var baseline = Baseline.Of(world, Horizon.Long);
        var solver = prepared ? Solver.Prepare(baseline, TestContext.Current.CancellationToken) : Solver.For(baseline);
        var shock = RandomShock.Of(world, 3);
        foreach (var tolerance in new[] { 1e-3, 1e-12, 1e-3, 1e-12 })
            solver.Solve(shock, tolerance: tolerance, cancellation: TestContext.Current.CancellationToken);
        var (few, little) = Measure(1e-3);
        var (many, much) = Measure(1e-12);
        Assert.True(many >= 2 * few, $"{few} and {many} passes");
        Assert.Equal(little, much);

        (int Passes, long Bytes) Measure(double tolerance)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var equilibrium = solver.Solve(shock, tolerance: tolerance, cancellation: TestContext.Current.CancellationToken);
            return (equilibrium.Certificate.Iterations, GC.GetAllocatedBytesForCurrentThread() - before);
        }
    }
}
