using BenchmarkDotNet.Attributes;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Benchmarks;

/// <summary>One equilibrium of the world of 2011 (41 x 35) to 1e-10, warm, one core, setting up the scenario included.</summary>
[MemoryDiagnoser]
public class SolveBenchmarks
{
    private readonly Dictionary<string, Shock> _shocks = [];
    private Solver _plain = null!;
    private Solver _prepared = null!;

    /// <summary>The shock.</summary>
    [Params("costs 1.5", "cut", "tariff 10 %")]
    public string Case { get; set; } = "";

    [GlobalSetup]
    public void Prepare()
    {
        var world = WorldCatalog.Open("wiod-2011");
        var baseline = Baseline.Of(world, Horizon.Long);
        (_plain, _prepared) = (Solver.For(baseline), Solver.Prepare(baseline));
        _shocks["costs 1.5"] = Shocks.WestAndRussia(world, 1.5);
        _shocks["cut"] = Shocks.WestAndRussia(world, double.PositiveInfinity);
        _shocks["tariff 10 %"] = Shocks.UsaAndChina(world, 0.1);
    }

    [Benchmark(Baseline = true)]
    public Equilibrium Prepared() => _prepared.Solve(_shocks[Case]);

    [Benchmark]
    public Equilibrium Plain() => _plain.Solve(_shocks[Case]);
}
