namespace Samarkand.Equilibrium;

/// <summary>Sweeps, directions and mixing until the undamped residuals meet the tolerance.</summary>
internal static unsafe class Iteration<TLanes, TVector>
    where TLanes : ILanes<TVector>
    where TVector : struct
{
    /// <summary>Iterates from the baseline; returns the number of sweeps. Where the tolerance was not met, the residuals tell.</summary>
    public static int Run(
        PackedBaseline b,
        Workspace ws,
        Preconditioner? preconditioner,
        Closure closure,
        double tolerance,
        int most,
        double step,
        bool mixing,
        CancellationToken cancellation,
        out Residuals residuals)
    {
        Start(b, ws);
        var (depth, rows) = (ws.Mixing.Depth, ws.Mixing.Depth + 1);
        for (var sweep = 1; ; sweep++)
        {
            residuals = Sweep<TLanes, TVector>.Run(b, ws, closure);
            if (residuals.Largest <= tolerance || sweep == most || !double.IsFinite(residuals.Largest))
                return sweep;
            cancellation.ThrowIfCancellationRequested();
            preconditioner?.Apply<TLanes, TVector>(b, ws);
            Shorten(b, ws, step);
            var newest = sweep % rows;
            Remember(b, ws, newest);
            Mix(b, ws, newest, mixing ? Math.Min(sweep - 1, depth) : 0);
        }
    }

    private static void Start(PackedBaseline b, Workspace ws)
    {
        new Span<double>(ws.StateMemory, ws.StateLength).Clear();
        new ReadOnlySpan<double>(b.Outputs, b.N * b.RowS).CopyTo(new Span<double>(ws.State.Outputs, b.N * b.RowS));
        new ReadOnlySpan<double>(b.Revenues, b.RowN).CopyTo(new Span<double>(ws.State.Revenues, b.RowN));
    }

    // Where wages would move by more than e^(1/2) at once, or a first attempt failed, the whole direction is cut back.
    private static void Shorten(PackedBaseline b, Workspace ws, double step)
    {
        var largest = 0.0;
        for (var n = 0; n < b.N; n++)
            largest = Math.Max(largest, Math.Abs(ws.Residual.LogWages[n]));
        var factor = Math.Min(step, 0.5 / largest);
        if (factor >= 1)
            return;
        for (var v = 0; v < ws.StateLength; v++)
            ws.ResidualMemory[v] *= factor;
    }

    private static void Remember(PackedBaseline b, Workspace ws, int newest)
    {
        var target = ws.History + newest * ws.StateLength;
        for (var v = 0; v < ws.StateLength; v += TLanes.Count)
            TLanes.Store(TLanes.Add(TLanes.Load(ws.StateMemory + v), TLanes.Load(ws.ResidualMemory + v)), target + v);
        for (var v = 0; v < b.RowN; v += TLanes.Count)
            TLanes.Store(TLanes.Load(ws.Residual.LogWages + v), ws.WageHistory + newest * b.RowN + v);
    }

    private static void Mix(PackedBaseline b, Workspace ws, int newest, int count)
    {
        var weights = ws.Mixing.Weights(ws.WageHistory, b.RowN, newest, count);
        var rows = ws.Mixing.Depth + 1;
        for (var c = 0; c < weights.Length; c++)
        {
            var weight = TLanes.Broadcast(weights[c]);
            var source = ws.History + (newest - c + rows) % rows * ws.StateLength;
            for (var v = 0; v < ws.StateLength; v += TLanes.Count)
            {
                var sum = c == 0 ? TLanes.Zero : TLanes.Load(ws.StateMemory + v);
                TLanes.Store(TLanes.MultiplyAdd(TLanes.Load(source + v), weight, sum), ws.StateMemory + v);
            }
        }

        // Outputs stay linear, so mixing can overshoot below zero; such a market starts again from its last undamped value.
        var outputs = ws.State.Outputs;
        var last = ws.History + newest * ws.StateLength + (ws.State.Outputs - ws.StateMemory);
        for (var v = 0; v < b.N * b.RowS; v++)
        {
            if (outputs[v] < 0)
                outputs[v] = Math.Max(last[v], 0);
        }
    }
}
