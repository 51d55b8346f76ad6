using BenchmarkDotNet.Attributes;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Benchmarks;

/// <summary>Many different equilibria of the world of 2011, one solver shared by the threads; time per equilibrium.</summary>
public class ThroughputBenchmarks
{
    private const int Count = 64;

    private readonly Shock[] _shocks = new Shock[Count];
    private Solver _solver = null!;

    /// <summary>How many threads share the solver.</summary>
    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        var world = WorldCatalog.Open("wiod-2011");
        _solver = Solver.Prepare(Baseline.Of(world, Horizon.Long));
        for (var k = 0; k < Count; k++)
            _shocks[k] = Shocks.WestAndRussia(world, 1.1 + 0.01 * k);
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public void Solve() =>
        Parallel.For(0, Count, new ParallelOptions { MaxDegreeOfParallelism = Threads }, k => _solver.Solve(_shocks[k]));
}
