using System.Diagnostics;
using Samarkand.Benchmarks;
using Samarkand.Equilibrium;
using Samarkand.Worlds;

if (args is ["quick"])
{
    var world = WorldCatalog.Open("wiod-2011");
    var baseline = Baseline.Of(world, Horizon.Long);
    var t = Stopwatch.StartNew();
    var prepared = Solver.Prepare(baseline);
    Console.WriteLine($"prepare {t.Elapsed.TotalMilliseconds:0} ms");
    foreach (var (name, solver) in new[] { ("plain", Solver.For(baseline)), ("prepared", prepared) })
    {
        foreach (var (label, shock) in new[] { ("a", Shocks.WestAndRussia(world, 1.5)), ("inf", Shocks.WestAndRussia(world, double.PositiveInfinity)), ("d", Shocks.UsaAndChina(world, 0.1)) })
        {
            var best = double.MaxValue;
            var eq = solver.Solve(shock);
            for (var k = 0; k < 40; k++)
            {
                t.Restart();
                for (var r = 0; r < 50; r++)
                    eq = solver.Solve(shock);
                best = Math.Min(best, t.Elapsed.TotalMilliseconds / 50);
            }

            Console.WriteLine($"{name} {label}: {eq.Certificate.Iterations} sweeps, {best:0.0000} ms, {best / eq.Certificate.Iterations * 1000:0.0} us a sweep, residual {eq.Certificate.Largest:0.0e+0}");
        }
    }

    Parts.Print(baseline, Shocks.WestAndRussia(world, 1.5));
    return;
}

if (args is ["memory", var regions, var sectors])
{
    var tiled = Baseline.Of(Tiles.Of(WorldCatalog.Open("wiod-2011"), int.Parse(regions), int.Parse(sectors)), Horizon.Long);
    var solver = Solver.Prepare(tiled);
    var solved = solver.Solve(Shocks.WestAndRussia(tiled.World, 1.5));
    Console.WriteLine($"{regions} x {sectors}: {solved.Certificate.Iterations} sweeps, residual {solved.Certificate.Largest:0.0e+0}, peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB, preparation included");
    return;
}

BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
