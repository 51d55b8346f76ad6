using System.Diagnostics;
using Samarkand.Benchmarks;
using Samarkand.Model;
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

if (args is ["ways"])
{
    RouteBenchmarks.PrintBest(400);
    return;
}

if (args is ["forms"])
{
    FormTimes.Print(100);
    return;
}

if (args is ["gravity", .. var how])
{
    GravityTimes.Print(how.Length > 0 ? int.Parse(how[0]) : 1_000_000, 3);
    return;
}

if (args is ["leaks", var exports])
{
    LeakTrials.Print(exports, 8);
    return;
}

if (args is ["size", var regions, var sectors])
{
    var tiled = Baseline.Of(Tiles.Of(WorldCatalog.Open("wiod-2011"), int.Parse(regions), int.Parse(sectors)), Horizon.Long);
    var (solver, shock) = (Solver.Prepare(tiled), Shocks.WestAndRussia(tiled.World, 1.5));
    var times = new List<double>();
    for (var k = 0; k < 300; k++)
    {
        var watch = Stopwatch.StartNew();
        solver.Solve(shock);
        times.Add(watch.Elapsed.TotalMilliseconds);
    }

    times.Sort();
    var certificate = solver.Solve(shock).Certificate;
    Console.WriteLine($"{regions} x {sectors}: {certificate.Iterations} sweeps, residual {certificate.Largest:0.0e+0}; best {times[0]:0.00} ms, median {times[150]:0.00} ms; peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB, preparation included");
    return;
}

BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
