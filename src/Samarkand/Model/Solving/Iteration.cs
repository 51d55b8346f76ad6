using System.Runtime.CompilerServices;
using Samarkand.Model.Preconditioning;
using Samarkand.Model.Vectors;

namespace Samarkand.Model.Solving;

/// <summary>Sweeps, directions and mixing until the undamped residuals meet the tolerance.</summary>
internal static unsafe class Iteration<TLanes, TVector>
    where TLanes : ILanes<TVector>
    where TVector : struct
{
    /// <summary>
    /// Iterates from the baseline; returns the number of states that were tried. Residuals that meet the tolerance are those of a full sweep at
    /// the state that the workspace is left with. Where the tolerance was not met, they tell.
    /// </summary>
    public static int Run(
        PackedBaseline b, Workspace ws, in Attempt attempt, Closure closure, double tolerance, CancellationToken cancellation, out Residuals residuals)
    {
        Start(b, ws);
        var (preconditioner, rows) = (attempt.Preconditioner, ws.Mixing.Depth + 1);
        var precision = new SweepPrecision(b.Singles is not null && preconditioner is not null, tolerance);
        for (var sweep = 1; ; sweep++)
        {
            var differences = precision.Differences;
            residuals = Sweep<TLanes, TVector>.Run(b, ws, closure, sweep, differences);
            // Only a full sweep ends the iteration: the certificate holds its residuals, at this very state.
            if (differences && residuals.Largest <= tolerance)
                residuals = Sweep<TLanes, TVector>.Run(b, ws, closure, sweep, differences = false);
            if (residuals.Largest <= tolerance || sweep == attempt.Most || !double.IsFinite(residuals.Largest))
                return sweep;
            precision = precision.After(sweep, residuals.Largest, wasFull: !differences);
            cancellation.ThrowIfCancellationRequested();
            preconditioner?.Apply<TLanes, TVector>(b, ws, backwards: sweep % 2 == 0);
            Shorten(b, ws, attempt.Step);
            var newest = sweep % rows;
            Mix(b, ws, newest, attempt.Mixing == Mixing.None ? 0 : Math.Min(sweep - 1, ws.Mixing.Depth), attempt.Mixing, precision.Differences);
        }
    }

    private static void Start(PackedBaseline b, Workspace ws)
    {
        new Span<double>(ws.StateMemory, ws.StateLength).Clear();
        // The padding of its rows is never written by a sweep: what an attempt that went astray left there would stray into the next one.
        new Span<double>(ws.ResidualMemory, ws.StateLength).Clear();
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

    // Keeps state plus direction for later, and combines it with the last ones, all in one pass over memory.
    private static void Mix(PackedBaseline b, Workspace ws, int newest, int count, Mixing mixing, bool keepsMoves)
    {
        PaddedRows<TLanes, TVector>.Copy(ws.Residual.LogWages, ws.WageHistory + newest * b.RowN, b.RowN);
        var weights = mixing == Mixing.State
            ? ws.StateMixing.Weights<TLanes, TVector>(b, ws.Residual, newest, count)
            : ws.Mixing.Weights<TLanes, TVector>(ws.WageHistory, newest, count);
        var rows = ws.Mixing.Depth + 1;
        var earlier = stackalloc double*[rows];
        for (var c = 1; c < weights.Length; c++)
            earlier[c] = ws.History + (newest - c + rows) % rows * ws.StateLength;
        var latest = ws.History + newest * ws.StateLength;
        var (firstOutput, end) = ((int)(ws.State.Outputs - ws.StateMemory), (int)(ws.State.Revenues - ws.StateMemory));
        var moves = keepsMoves ? ws.MoveMemory : null;
        Combine(ws, weights, earlier, latest, moves, 0, firstOutput);
        var least = Combine(ws, weights, earlier, latest, moves, firstOutput, end);
        Combine(ws, weights, earlier, latest, moves, end, ws.StateLength);
        if (least < 0)
            LiftOutputs(b, ws, latest + firstOutput);
    }

    // Returns the least value of the range, or zero.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Combine(Workspace ws, ReadOnlySpan<double> weights, double** earlier, double* latest, float* moves, int from, int to)
    {
        var state = ws.StateMemory;
        var direction = ws.ResidualMemory;
        var own = TLanes.Broadcast(weights[0]);
        var least = TLanes.Zero;
        var v = from;
        for (; v + 4 * TLanes.Count <= to; v += 4 * TLanes.Count)
        {
            var (s0, s1) = (Advance(state, direction, latest, v, own), Advance(state, direction, latest, v + TLanes.Count, own));
            var (s2, s3) = (Advance(state, direction, latest, v + 2 * TLanes.Count, own), Advance(state, direction, latest, v + 3 * TLanes.Count, own));
            for (var c = 1; c < weights.Length; c++)
            {
                var weight = TLanes.Broadcast(weights[c]);
                var old = earlier[c] + v;
                s0 = TLanes.MultiplyAdd(TLanes.Load(old), weight, s0);
                s1 = TLanes.MultiplyAdd(TLanes.Load(old + TLanes.Count), weight, s1);
                s2 = TLanes.MultiplyAdd(TLanes.Load(old + 2 * TLanes.Count), weight, s2);
                s3 = TLanes.MultiplyAdd(TLanes.Load(old + 3 * TLanes.Count), weight, s3);
            }

            Put(s0, state, moves, v);
            Put(s1, state, moves, v + TLanes.Count);
            Put(s2, state, moves, v + 2 * TLanes.Count);
            Put(s3, state, moves, v + 3 * TLanes.Count);
            least = TLanes.Min(least, TLanes.Min(TLanes.Min(s0, s1), TLanes.Min(s2, s3)));
        }

        for (; v < to; v += TLanes.Count)
        {
            var sum = Advance(state, direction, latest, v, own);
            for (var c = 1; c < weights.Length; c++)
                sum = TLanes.MultiplyAdd(TLanes.Load(earlier[c] + v), TLanes.Broadcast(weights[c]), sum);
            Put(sum, state, moves, v);
            least = TLanes.Min(least, sum);
        }

        return -TLanes.Largest(TLanes.Subtract(TLanes.Zero, least));
    }

    // Keeps state plus direction and returns its part of the combination.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Advance(double* state, double* direction, double* latest, int v, TVector weight)
    {
        var next = TLanes.Add(TLanes.Load(state + v), TLanes.Load(direction + v));
        TLanes.Store(next, latest + v);
        return TLanes.Multiply(next, weight);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(TVector value, double* state, float* moves, int v)
    {
        if (moves != null)
            TLanes.StoreSingles(TLanes.Subtract(value, TLanes.Load(state + v)), moves + v);
        TLanes.Store(value, state + v);
    }

    // Outputs stay linear, so mixing can overshoot below zero; such a market starts again from its last undamped value.
    private static void LiftOutputs(PackedBaseline b, Workspace ws, double* latest)
    {
        var outputs = ws.State.Outputs;
        var moves = ws.MoveMemory + (outputs - ws.StateMemory);
        for (var v = 0; v < b.N * b.RowS; v++)
        {
            if (outputs[v] >= 0)
                continue;
            var lifted = Math.Max(latest[v], 0);
            moves[v] += (float)(lifted - outputs[v]);
            outputs[v] = lifted;
        }
    }
}

/// <summary>What directions the mixing makes small.</summary>
internal enum Mixing
{
    /// <summary>Every step as the sweep gives it.</summary>
    None,

    /// <summary>Those of wages: cheap, and enough for nearly all.</summary>
    Wages,

    /// <summary>Those of the whole state.</summary>
    State,
}
