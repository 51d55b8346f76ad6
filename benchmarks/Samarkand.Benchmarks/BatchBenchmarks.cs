using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Benchmarks;

/// <summary>
/// Many packages on the world of 2011, solved side by side on all cores, the setting up of each included; time per equilibrium. Beside
/// it the same ones solved one at a time on as many threads.
/// </summary>
public class BatchBenchmarks
{
    private const int Count = 4096;

    private Shock[] _shocks = [];
    private Solver _solver = null!;

    /// <summary>Bans of a part, dearer trade and tariffs of random senders against random targets; or every part of a coalition of 16 that cuts off Russia.</summary>
    [Params("packages", "coalitions")]
    public string Scenarios { get; set; } = "";

    [GlobalSetup]
    public void Prepare()
    {
        var world = WorldCatalog.Open("wiod-2011");
        _solver = Solver.Prepare(Baseline.Of(world, Horizon.Medium));
        _shocks = [.. Enumerable.Range(0, Count).Select(n => Scenarios == "packages" ? Shocks.AnyPackage(world, n) : Shocks.Coalition(world, 16 * n + n % 16))];
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public void Batched() => _solver.SolveMany(Count, n => new Counterfactual(_shocks[n]), (_, _) => { });

    [Benchmark(OperationsPerInvoke = Count, Baseline = true)]
    public void OneByOne() => Parallel.For(0, Count, n => _solver.Solve(_shocks[n]));
}
