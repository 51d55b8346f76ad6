namespace Samarkand.Model.Solving;

/// <summary>What is paid within a sweep beside prices and tariffs, from one state's revenue to another's. Without vectors, so that it is compiled ahead.</summary>
internal static unsafe class SweepPayments
{
    /// <summary>What flows pass on: wedges to whom they belong, payments, and the levy of a pool.</summary>
    public static void Transfers(PackedBaseline b, Workspace ws)
    {
        var revenues = ws.Residual.Revenues;
        foreach (var split in ws.Scenario.Splits.All)
        {
            if (!ws.Scenario.HasManyWedges(split.Sector))
                continue;
            foreach (var part in split.Parts)
            {
                for (var i = 0; i < b.N; i++)
                    revenues[split.Destination] -= ws.CostPowers[i * b.RowS + split.Sector] * part.BasicWeights[i] * part.Pull;
            }
        }

        foreach (var transfer in ws.Scenario.Transfers)
        {
            var amount = transfer.Rate * Flow(b, ws, transfer.Sector, transfer.Origin, transfer.Destination);
            if (transfer.From != FlowTransfer.Buyers)
                revenues[transfer.From] -= amount;
            revenues[transfer.To] += amount;
        }

        ws.Scenario.Pools.Pass(b, ws);
    }

    /// <summary>Each conduit's margin: a part buys handling services from its own sectors, the rest is its revenue.</summary>
    public static void RouteMargins(PackedBaseline b, Workspace ws)
    {
        foreach (var split in ws.Scenario.Splits.All)
        {
            if (split.Routed is { } routed)
                RouteMargins(b, ws, split, routed, ws.Pull[split.Sector * b.RowN + split.Destination]);
            foreach (var part in split.Parts)
            {
                if (part.Routed is { } listed)
                    RouteMargins(b, ws, split, listed, part.Pull);
            }
        }
    }

    private static void RouteMargins(PackedBaseline b, Workspace ws, Split split, RoutedSupply routed, double pull)
    {
        var revenues = ws.Residual.Revenues;
        var sum = 0.0;
        for (var k = 0; k < routed.Conduits.Length; k++)
        {
            var (conduit, margin) = (routed.Conduits[k], routed.Margin(k, pull));
            sum += margin;
            revenues[conduit] += margin - HandlingServices.Sell(b.Baseline, ws.Scenario.Handling, conduit, margin, ws.Residual.Outputs + conduit * b.RowS);
        }

        // Where the importer's revenue is what is paid less what is received, it held the goods and the margins until here.
        if (ws.Scenario.HasManyWedges(split.Sector))
            revenues[split.Destination] -= routed.Sales(pull) + sum;
    }

    // M' = q z A / prod(1+tau) of the direct trade of the last sweep, million USD at basic prices.
    private static double Flow(PackedBaseline b, Workspace ws, int sector, int origin, int destination)
    {
        var pull = ws.Scenario.BasicWeights[sector][origin * b.RowN + destination] * ws.Pull[sector * b.RowN + destination];
        foreach (var split in ws.Scenario.Splits.All)
        {
            if (split.Sector != sector || split.Destination != destination)
                continue;
            foreach (var part in split.Parts)
                pull += part.BasicWeights[origin] * part.Pull;
        }

        return pull * ws.CostPowers[origin * b.RowS + sector];
    }
}
