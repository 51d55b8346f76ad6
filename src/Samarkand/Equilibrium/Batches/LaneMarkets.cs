namespace Samarkand.Equilibrium;

/// <summary>The end of a lane's sweep: labour markets, and how far the lane is from a fixed point.</summary>
internal static unsafe class LaneMarkets
{
    public static void Run(PackedBaseline b, Batch batch, int lane)
    {
        var (wages, walras) = Wages(b, batch, lane);
        batch.Norms[lane] = new Residuals(wages, batch.LargestPrice[lane], batch.LargestOutput[lane], Revenues(b, batch, lane), walras);
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
