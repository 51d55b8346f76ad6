namespace Samarkand.Equilibrium;

/// <summary>The end of a batch's sweep: labour markets, and how far each lane is from a fixed point.</summary>
internal static unsafe class BatchMarkets<TLanes, TVector>
    where TLanes : ILanes<TVector>
    where TVector : struct
{
    public static void Run(PackedBaseline b, Preconditioner preconditioner, Batch batch)
    {
        Outputs(b, preconditioner, batch);
        for (var lane = 0; lane < batch.Width; lane++)
        {
            var (wages, walras) = Wages(b, batch, lane);
            batch.Norms[lane] = new Residuals(wages, batch.LargestPrice[lane], batch.LargestOutput[lane], Revenues(b, batch, lane), walras);
        }
    }

    private static void Outputs(PackedBaseline b, Preconditioner preconditioner, Batch batch)
    {
        new Span<double>(batch.Labour, batch.Row).Clear();
        new Span<double>(batch.WeightedOutputs, batch.Row).Clear();
        for (var v = 0; v < batch.Width; v += TLanes.Count)
        {
            var largest = TLanes.Zero;
            for (var n = 0; n < b.N; n++)
            {
                var (labour, weighted) = (TLanes.Zero, TLanes.Zero);
                for (var s = 0; s < b.S; s++)
                {
                    var (cell, own) = (s * batch.Step + n * batch.Width + v, n * b.RowS + s);
                    var next = TLanes.Load(batch.Residual.Outputs + cell);
                    labour = TLanes.MultiplyAdd(TLanes.Broadcast(b.ValueAddedShares[own]), next, labour);
                    var change = TLanes.Subtract(next, TLanes.Load(batch.State.Outputs + cell));
                    TLanes.Store(change, batch.Residual.Outputs + cell);
                    weighted = TLanes.MultiplyAdd(TLanes.Broadcast(preconditioner.OutputWeights[own]), change, weighted);
                    largest = TLanes.Max(largest, TLanes.Abs(TLanes.Multiply(change, TLanes.Broadcast(b.OutputScales[own]))));
                }

                TLanes.Store(labour, batch.Labour + n * batch.Width + v);
                TLanes.Store(weighted, batch.WeightedOutputs + n * batch.Width + v);
            }

            TLanes.Store(largest, batch.LargestOutput + v);
        }
    }

    // The wage that pays out labour income, renormalised so that world value added is the numeraire.
    private static (double Wages, double Walras) Wages(PackedBaseline b, Batch batch, int lane)
    {
        var (labour, bill, numeraire) = (0.0, 0.0, 0.0);
        for (var n = 0; n < b.N; n++)
        {
            labour += batch.Labour[n * batch.Width + lane];
            bill += batch.Wages[n * batch.Width + lane] * b.ValueAdded[n];
            numeraire += b.ValueAdded[n];
        }

        var (largest, scale) = (0.0, numeraire / labour);
        for (var n = 0; n < b.N; n++)
        {
            var cell = n * batch.Width + lane;
            var change = batch.Residual.Wages[cell] = Math.Log(batch.Labour[cell] / b.ValueAdded[n] * scale) - batch.State.Wages[cell];
            largest = Math.Max(largest, Math.Abs(change));
        }

        return (largest, Math.Abs(labour - bill) / numeraire);
    }

    private static double Revenues(PackedBaseline b, Batch batch, int lane)
    {
        var largest = 0.0;
        for (var n = 0; n < b.N; n++)
        {
            var cell = n * batch.Width + lane;
            var change = batch.Residual.Revenues[cell] -= batch.State.Revenues[cell];
            largest = Math.Max(largest, Math.Abs(change) / b.ValueAdded[n]);
        }

        return largest;
    }
}
