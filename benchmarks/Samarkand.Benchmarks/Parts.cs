using System.Diagnostics;
using System.Runtime.Intrinsics;
using Samarkand.Model;
using Samarkand.Model.Preconditioning;
using Samarkand.Model.Solving;
using Samarkand.Model.Vectors;

namespace Samarkand.Benchmarks;

/// <summary>Where the time of a solve goes: each part alone, best of many.</summary>
internal static class Parts
{
    public static void Print(Baseline baseline, Shock shock)
    {
        var packed = new PackedBaseline(baseline);
        var ws = new Workspace(packed, 4);
        var preconditioner = Preconditioner.Of(baseline, packed, CancellationToken.None);
        ws.Scenario.Set(shock);
        Console.WriteLine($"vectors: 512 {Vector512.IsHardwareAccelerated}, 256 {Vector256.IsHardwareAccelerated}");
        Time("set the scenario", () => ws.Scenario.Set(shock));
        Time("sweep, 512 bits", () => Sweep<Lanes512, Vector512<double>>.Run(packed, ws, Closure.Fixed, 2));
        Time("sweep, 256 bits", () => Sweep<Lanes256, Vector256<double>>.Run(packed, ws, Closure.Fixed, 2));
        Time("exponentials", () => Exponentials(ws, packed.N * packed.RowS));
        Time("logarithms", () => Logarithms(ws, packed.N * packed.RowS));
        Time("sweep and precondition", () =>
        {
            Sweep<Lanes512, Vector512<double>>.Run(packed, ws, Closure.Fixed, 2);
            preconditioner.Apply<Lanes512, Vector512<double>>(packed, ws, false);
        });
        Time("precondition", () => preconditioner.Apply<Lanes512, Vector512<double>>(packed, ws, false));
    }

    private static unsafe void Exponentials(Workspace ws, int length)
    {
        for (var v = 0; v < length; v += 8)
            Lanes512.Store(Transcendentals<Lanes512, Vector512<double>>.Exp(Lanes512.Load(ws.Costs + v)), ws.CostPowers + v);
    }

    private static unsafe void Logarithms(Workspace ws, int length)
    {
        for (var v = 0; v < length; v += 8)
            Lanes512.Store(Transcendentals<Lanes512, Vector512<double>>.Log(Lanes512.Load(ws.CostPowers + v)), ws.Pull + v);
    }

    private static void Time(string name, Action action)
    {
        var best = double.MaxValue;
        for (var k = 0; k < 60; k++)
        {
            var start = Stopwatch.GetTimestamp();
            for (var r = 0; r < 100; r++)
                action();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMicroseconds / 100);
        }

        Console.WriteLine($"{name}: {best:0.0} us");
    }
}
