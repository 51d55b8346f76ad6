using Samarkand.Model;

namespace Samarkand.Tests.Model;

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
        // The runtime itself may allocate a little now and then, so the least of several.
        var (few, little) = Enumerable.Range(0, 5).Select(_ => Measure(1e-3)).MinBy(measured => measured.Bytes);
        var (many, much) = Enumerable.Range(0, 5).Select(_ => Measure(1e-12)).MinBy(measured => measured.Bytes);
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
