using BenchmarkDotNet.Attributes;
using Samarkand.Model;
using Samarkand.Model.Solving;
using Samarkand.Worlds;

namespace Samarkand.Benchmarks;

/// <summary>How the time of one equilibrium grows with regions and sectors, on tiles of the world of 2011.</summary>
public class SizeBenchmarks
{
    private Shock _shock = Shock.None;
    private Solver _plain = null!;
    private Solver _prepared = null!;

    /// <summary>Regions x sectors.</summary>
    [Params("41x35", "82x35", "123x35", "41x70", "41x105", "141x65")]
    public string Size { get; set; } = "";

    [GlobalSetup]
    public void Prepare()
    {
        var parts = Size.Split('x');
        var world = Tiles.Of(WorldCatalog.Open("wiod-2011"), int.Parse(parts[0]), int.Parse(parts[1]));
        var baseline = Baseline.Of(world, Horizon.Long);
        (_plain, _prepared) = (Solver.For(baseline), Solver.Prepare(baseline));
        _shock = Shocks.WestAndRussia(world, 1.5);
    }

    [Benchmark(Baseline = true)]
    public Equilibrium Prepared() => _prepared.Solve(_shock);

    [Benchmark]
    public Equilibrium Plain() => _plain.Solve(_shock);
}
