using Samarkand.Model.Solving;
using Samarkand.Model.Vectors;

namespace Samarkand.Model.Batches;

/// <summary>The end of a batch's sweep: labour markets, and how far each lane is from a fixed point.</summary>
internal static unsafe class BatchMarkets<TLanes, TVector>
    where TLanes : ILanes<TVector>
    where TVector : struct
{
    public static void Run(PackedBaseline b, Batch batch)
    {
        var numeraire = 0.0;
        for (var n = 0; n < b.N; n++)
            numeraire += b.ValueAdded[n];
        for (var v = 0; v < batch.Width; v += TLanes.Count)
        {
            Wages(b, batch, numeraire, v);
            Revenues(b, batch, v);
        }

        for (var lane = 0; lane < batch.Width; lane++)
        {
            // A maximum may lose what is not a number; the sum of labour incomes does not.
            batch.Norms[lane] = double.IsFinite(batch.LargestWalras[lane])
                ? new Residuals(batch.LargestWage[lane], batch.LargestPrice[lane], batch.LargestOutput[lane], batch.LargestRevenue[lane], batch.LargestWalras[lane])
                : new Residuals(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);
        }
    }

    // The wage that pays out labour income, renormalised so that world value added is the numeraire.
    private static void Wages(PackedBaseline b, Batch batch, double numeraire, int v)
    {
        var (labour, bill) = (TLanes.Zero, TLanes.Zero);
        for (var n = 0; n < b.N; n++)
        {
            labour = TLanes.Add(labour, TLanes.Load(batch.Labour + n * batch.Width + v));
            bill = TLanes.MultiplyAdd(TLanes.Load(batch.Wages + n * batch.Width + v), TLanes.Broadcast(b.ValueAdded[n]), bill);
        }

        var walras = TLanes.Multiply(TLanes.Abs(TLanes.Subtract(labour, bill)), TLanes.Broadcast(1 / numeraire));
        TLanes.Store(walras, batch.LargestWalras + v);
        var scale = TLanes.Divide(TLanes.Broadcast(numeraire), labour);
        var largest = TLanes.Zero;
        for (var n = 0; n < b.N; n++)
        {
            var cell = n * batch.Width + v;
            var wage = TLanes.Multiply(TLanes.Multiply(TLanes.Load(batch.Labour + cell), TLanes.Broadcast(b.ValueAddedInverses[n])), scale);
            var log = Transcendentals<TLanes, TVector>.Log(TLanes.Max(wage, TLanes.Broadcast(1e-300)));
            var change = TLanes.Subtract(log, TLanes.Load(batch.State.Wages + cell));
            TLanes.Store(change, batch.Residual.Wages + cell);
            largest = TLanes.Max(largest, TLanes.Abs(change));
        }

        TLanes.Store(largest, batch.LargestWage + v);
    }

    private static void Revenues(PackedBaseline b, Batch batch, int v)
    {
        var largest = TLanes.Zero;
        for (var n = 0; n < b.N; n++)
        {
            var cell = n * batch.Width + v;
            var change = TLanes.Subtract(TLanes.Load(batch.Residual.Revenues + cell), TLanes.Load(batch.State.Revenues + cell));
            TLanes.Store(change, batch.Residual.Revenues + cell);
            largest = TLanes.Max(largest, TLanes.Multiply(TLanes.Abs(change), TLanes.Broadcast(b.ValueAddedInverses[n])));
        }

        TLanes.Store(largest, batch.LargestRevenue + v);
    }
}
