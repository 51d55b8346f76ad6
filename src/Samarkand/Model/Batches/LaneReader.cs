using Samarkand.Model.Solving;

namespace Samarkand.Model.Batches;

/// <summary>Copies one lane's last sweep to a workspace, as a single solve would have left it.</summary>
internal static unsafe class LaneReader
{
    public static void Read(PackedBaseline b, Batch batch, int lane, Workspace ws)
    {
        for (var n = 0; n < b.N; n++)
        {
            var cell = n * batch.Width + lane;
            (ws.Wages[n], ws.Incomes[n]) = (batch.Wages[cell], batch.Incomes[cell]);
            (ws.State.LogWages[n], ws.State.Revenues[n]) = (batch.State.Wages[cell], batch.State.Revenues[cell]);
        }

        for (var s = 0; s < b.S; s++)
        {
            var cell = s * batch.Step + lane;
            var prices = ws.State.LogPrices + s * b.RowN;
            for (var n = 0; n < b.N; n++, cell += batch.Width)
                (prices[n], ws.State.Outputs[n * b.RowS + s]) = (batch.State.Prices[cell], batch.State.Outputs[cell]);
        }
    }

    /// <summary>As <see cref="CertifiedEquilibrium.MoneyImbalance"/>, with the sums of output residuals, which are kept in double precision.</summary>
    public static double MoneyImbalance(PackedBaseline b, Batch batch, int lane)
    {
        if (batch.Shocks[lane]?.HasRevenue != true)
            return 0;
        var (received, paid, world) = (0.0, 0.0, 0.0);
        for (var n = 0; n < b.N; n++)
        {
            received += batch.State.Revenues[n * batch.Width + lane];
            world += b.ValueAdded[n];
        }

        for (var s = 0; s < b.S; s++)
        {
            var cell = s * batch.Step + lane;
            for (var n = 0; n < b.N; n++, cell += batch.Width)
                paid += batch.Demand[cell] - batch.State.Outputs[cell];
            paid -= batch.SectorSums[(b.S + s) * batch.Width + lane];
        }

        return Math.Abs(received - paid) / world;
    }
}
