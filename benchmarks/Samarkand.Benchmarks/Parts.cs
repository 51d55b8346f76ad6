using System.Diagnostics;
using System.Runtime.Intrinsics;
using Samarkand.Model;
using Samarkand.Model.Preconditioning;
using Samarkand.Model.Solving;
using Samarkand.Model.Vectors;

namespace Samarkand.Benchmarks;

/// <summary>Where the time of a solve goes: each part alone, best of many, at every width of vectors that the processor has.</summary>
internal static class Parts
{
    public static void Print(Baseline baseline, Shock shock)
    {
        var packed = new PackedBaseline(baseline);
        var ws = new Workspace(packed, 4);
        ws.Scenario.Set(shock);
        Time("set the scenario", () => ws.Scenario.Set(shock));
        var preconditioner = Preconditioner.Of(baseline, packed, CancellationToken.None);
        // In software a width says nothing about the processor.
        if (Vector512.IsHardwareAccelerated)
            Print<Lanes512, Vector512<double>>("512 bits", packed, ws, preconditioner);
        if (Vector256.IsHardwareAccelerated)
            Print<Lanes256, Vector256<double>>("256 bits", packed, ws, preconditioner);
        if (Vector128.IsHardwareAccelerated)
            Print<Lanes128, Vector128<double>>("128 bits", packed, ws, preconditioner);
    }

    private static void Print<TLanes, TVector>(string width, PackedBaseline packed, Workspace ws, Preconditioner preconditioner)
        where TLanes : ILanes<TVector>
        where TVector : struct
    {
        Time($"{width}: sweep", () => Sweep<TLanes, TVector>.Run(packed, ws, Closure.Fixed, 2));
        Time($"{width}: reading the matrices of a sweep once", () => Read<TLanes, TVector>(packed, ws));
        Time($"{width}: its products both ways", () => Products<TLanes, TVector>(packed, ws));
        Time($"{width}: its exponentials", () => Exponentials<TLanes, TVector>(ws, packed.N * packed.RowS));
        Time($"{width}: its logarithms", () => Logarithms<TLanes, TVector>(ws, packed.S * packed.RowN));
        Time($"{width}: sweep and precondition", () =>
        {
            Sweep<TLanes, TVector>.Run(packed, ws, Closure.Fixed, 2);
            preconditioner.Apply<TLanes, TVector>(packed, ws, false);
        });
    }

    private static unsafe void Exponentials<TLanes, TVector>(Workspace ws, int length)
        where TLanes : ILanes<TVector>
        where TVector : struct
    {
        for (var v = 0; v < length; v += TLanes.Count)
            TLanes.Store(Transcendentals<TLanes, TVector>.Exp(TLanes.Load(ws.Costs + v)), ws.CostPowers + v);
    }

    private static unsafe void Logarithms<TLanes, TVector>(Workspace ws, int length)
        where TLanes : ILanes<TVector>
        where TVector : struct
    {
        for (var v = 0; v < length; v += TLanes.Count)
            TLanes.Store(Transcendentals<TLanes, TVector>.Log(TLanes.Load(ws.PriceSums + v)), ws.Pull + v);
    }

    // Nothing but loads, in as many chains as hide their latency.
    private static unsafe void Read<TLanes, TVector>(PackedBaseline b, Workspace ws)
        where TLanes : ILanes<TVector>
        where TVector : struct
    {
        var total = Sum<TLanes, TVector>(b.Shares, b.S * b.TradeBlock) + Sum<TLanes, TVector>(b.Inputs, b.N * b.InputBlock);
        ws.Scratch[0] = total;
    }

    private static unsafe double Sum<TLanes, TVector>(double* source, int length)
        where TLanes : ILanes<TVector>
        where TVector : struct
    {
        var (a, b, c, d) = (TLanes.Zero, TLanes.Zero, TLanes.Zero, TLanes.Zero);
        for (var v = 0; v + 4 * TLanes.Count <= length; v += 4 * TLanes.Count)
        {
            a = TLanes.Add(a, TLanes.Load(source + v));
            b = TLanes.Add(b, TLanes.Load(source + v + TLanes.Count));
            c = TLanes.Add(c, TLanes.Load(source + v + 2 * TLanes.Count));
            d = TLanes.Add(d, TLanes.Load(source + v + 3 * TLanes.Count));
        }

        return TLanes.Sum(TLanes.Add(TLanes.Add(a, b), TLanes.Add(c, d)));
    }

    private static unsafe void Products<TLanes, TVector>(PackedBaseline b, Workspace ws)
        where TLanes : ILanes<TVector>
        where TVector : struct
    {
        for (var n = 0; n < b.N; n++)
        {
            Kernels<TLanes, TVector, double>.BothWays(
                b.Inputs + n * b.InputBlock, b.S, b.RowS, ws.State.LogPrices + n, b.RowN, ws.State.Outputs + n * b.RowS, ws.Costs + n * b.RowS, b.FinalShares + n * b.RowS, 1, ws.Turned, 1);
        }

        for (var s = 0; s < b.S; s++)
        {
            Kernels<TLanes, TVector, double>.Forward(b.Shares + s * b.TradeBlock, b.N, b.RowN, ws.CostPowers + s, b.RowS, ws.Scratch);
            Kernels<TLanes, TVector, double>.Backward(b.Shares + s * b.TradeBlock, b.N, b.RowN, ws.Pull + s * b.RowN, ws.Turned);
        }
    }

    private static void Time(string name, Action action)
    {
        var best = double.MaxValue;
        for (var k = 0; k < 100; k++)
        {
            var start = Stopwatch.GetTimestamp();
            for (var r = 0; r < 50; r++)
                action();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMicroseconds / 50);
        }

        Console.WriteLine($"{name}: {best:0.0} us");
    }
}
