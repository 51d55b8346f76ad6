using Samarkand.Cases;
using Samarkand.Model;
using Samarkand.Tests.Model;
using Samarkand.Worlds;

namespace Samarkand.Tests.Cases.Routes;

/// <summary>A case's shock gives the same by the single solver, by a batch of prepared ones and by the plain model.</summary>
internal static class SolversAgree
{
    public static void On(World world, BoundCase bound)
    {
        var equilibrium = RouteWorld.Solve(bound);
        PlainCheck.Holds(new PlainEconomy(world), equilibrium, Closure.Fixed);
        var solver = Solver.Prepare(Baseline.Of(world, Horizon.Long), TestContext.Current.CancellationToken);
        double[]? batched = null;
        solver.SolveMany(
            1, _ => new(bound.Shock), (_, found) => batched = [.. Enumerable.Range(0, world.Regions.Length).Select(r => found.RealIncome(new Region(r)))], (_, none) => throw none, Closure.Fixed, 1e-12, TestContext.Current.CancellationToken);
        for (var r = 0; r < world.Regions.Length; r++)
            Assert.Equal(equilibrium.RealIncome(new Region(r)), batched![r], 1e-9);
    }
}
