using System.Diagnostics;
using BenchmarkDotNet.Attributes;
using Samarkand.Cases;
using Samarkand.Model;
using Samarkand.Model.Solving;
using Samarkand.Worlds;

namespace Samarkand.Benchmarks;

/// <summary>
/// One equilibrium of the default world (91 x 33) to 1e-10, warm, one core: bans on all goods of the coalition and on the target's fuels,
/// without third states, with twenty of them open, with other buyers besides, and with ways back through the twenty as well; and binding a case whose ways crowd.
/// </summary>
public class RouteBenchmarks
{
    private const string Package = """
        title: Routes
        target: RUS
        coalition: [USA, CAN, GBR, EU, JPN, KOR, AUS, NOR, CHE, TWN]
        package:
          - { kind: export-ban, coverage: 0.5, common-list: true }
          - { kind: payments-cut, cost: 0.05, settled: 0.6, both: true }
          - { kind: import-ban, sectors: [fuel], coverage: 0.8 }
        """;

    private const string Conduits = "KAZ KGZ UZB TJK TKM ARM GEO AZE BLR TUR ARE SRB MNG HKG IND CHN ISR IDN VNM SAU";

    private Solver _solver = null!;
    private Shock _closed = null!;
    private Shock _open = null!;
    private Shock _both = null!;
    private Shock _back = null!;
    private World _world = null!;
    private Case _crowded = null!;

    [GlobalSetup]
    public void Prepare()
    {
        var world = WorldCatalog.Open("samarkand-2021");
        _solver = Solver.Prepare(Baseline.Of(world, Horizon.Medium));
        var players = string.Concat(Conduits.Split(' ').Select(code => $"  - {{ region: {code}, stance: conduit }}\n"));
        _closed = CaseSource.FromText(Package, "closed").Case.BindTo(world).Shock;
        var crowd = "routes: { reach: 0.5, congestion: 0.05 }\nother-buyers: { sectors: [fuel], share: 0.7, discount: 0.2 }\n";
        (_world, _crowded) = (world, CaseSource.FromText($"{Package}\n{crowd}players:\n{players}", "both").Case);
        _both = _crowded.BindTo(world).Shock;
        _back = CaseSource.FromText($"{Package}\n{crowd.Replace("reach: 0.5", "back: [fuel], reach: 0.5", StringComparison.Ordinal)}players:\n{players}", "back").Case.BindTo(world).Shock;
        _open = CaseSource.FromText($"{Package}\nplayers:\n{players}", "open").Case.BindTo(world).Shock;
    }

    /// <summary>The best of many, in turns: on a machine with other work a mean says little.</summary>
    public static void PrintBest(int times)
    {
        var benchmarks = new RouteBenchmarks();
        benchmarks.Prepare();
        var (shocks, best) = (new[] { benchmarks._closed, benchmarks._open, benchmarks._both, benchmarks._back }, Enumerable.Repeat(double.MaxValue, 4).ToArray());
        for (var k = 0; k < times; k++)
        {
            for (var s = 0; s < shocks.Length; s++)
            {
                var watch = Stopwatch.StartNew();
                benchmarks._solver.Solve(shocks[s]);
                best[s] = Math.Min(best[s], watch.Elapsed.TotalMilliseconds);
            }
        }

        for (var s = 0; s < shocks.Length; s++)
            Console.WriteLine($"{new[] { "without", "twenty conduits", "and other buyers", "and ways back" }[s]}: {best[s]:0.00} ms, {best[s] / best[0]:0.00} times, {benchmarks._solver.Solve(shocks[s]).Certificate.Iterations} sweeps");

        var bind = double.MaxValue;
        for (var k = 0; k < times; k++)
        {
            var watch = Stopwatch.StartNew();
            benchmarks._crowded.BindTo(benchmarks._world);
            bind = Math.Min(bind, watch.Elapsed.TotalMilliseconds);
        }

        Console.WriteLine($"binding, twenty conduits that crowd: {bind:0.00} ms");
    }

    [Benchmark(Baseline = true)]
    public Equilibrium WithoutRoutes() => _solver.Solve(_closed);

    [Benchmark]
    public Equilibrium TwentyConduits() => _solver.Solve(_open);

    [Benchmark]
    public Equilibrium TwentyConduitsAndOtherBuyers() => _solver.Solve(_both);

    [Benchmark]
    public Equilibrium WithWaysBack() => _solver.Solve(_back);

    [Benchmark]
    public BoundCase BindCrowded() => _crowded.BindTo(_world);
}
