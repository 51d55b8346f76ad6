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

        if (batch.Shocks[lane]?.HasRevenue == true)
            ReadForMoney(b, batch, lane, ws);
    }

    // Only the account of money asks for these.
    private static void ReadForMoney(PackedBaseline b, Batch batch, int lane, Workspace ws)
    {
        for (var s = 0; s < b.S; s++)
        {
            for (var n = 0; n < b.N; n++)
            {
                var cell = s * batch.Step + n * batch.Width + lane;
                (ws.Demand[s * b.RowN + n], ws.Residual.Outputs[n * b.RowS + s]) = (batch.Demand[cell], batch.Residual.Outputs[cell]);
            }
        }
    }
}
