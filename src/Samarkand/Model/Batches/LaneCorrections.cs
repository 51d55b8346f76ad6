using System.Numerics;
using Samarkand.Model.Solving;

namespace Samarkand.Model.Batches;

/// <summary>What single lanes of a batch add to its matrix products: changed cells, split markets, payments. Lane by lane, so scalar.</summary>
internal static unsafe class LaneCorrections
{
    public static void AddPurchases(Batch batch)
    {
        for (var lane = 0; lane < batch.Width; lane++)
        {
            foreach (var purchase in batch.Shocks[lane]?.Purchases ?? [])
                batch.Demand[purchase.Sector.Index * batch.Step + purchase.Buyer.Index * batch.Width + lane] += purchase.Amount;
        }
    }

    public static void PriceSums(Batch batch, int s)
    {
        for (var lanes = batch.TouchingLanes[s]; lanes != 0; lanes &= lanes - 1)
        {
            var lane = BitOperations.TrailingZeroCount(lanes);
            AddSums(batch.Shocks[lane]!.CellsOf(s), batch.CostPowers + s * batch.Step + lane, batch.PriceSums + lane, batch.Width, isBasic: false);
        }
    }

    public static void BasicSums(Batch batch, int s)
    {
        for (var lanes = batch.TouchingLanes[s]; lanes != 0; lanes &= lanes - 1)
        {
            var lane = BitOperations.TrailingZeroCount(lanes);
            AddSums(batch.Shocks[lane]!.CellsOf(s), batch.CostPowers + s * batch.Step + lane, batch.BasicSums + lane, batch.Width, isBasic: true);
        }
    }

    /// <summary>Prices and pulls of the lanes' split markets.</summary>
    public static void Prices(PackedBaseline b, Batch batch, int s)
    {
        for (var lanes = batch.TouchingLanes[s]; lanes != 0; lanes &= lanes - 1)
        {
            var lane = BitOperations.TrailingZeroCount(lanes);
            var shock = batch.Shocks[lane]!;
            foreach (var split in shock.SplitsOf(s))
            {
                var cell = split.Destination * batch.Width + lane;
                if (b.IsTwoTier)
                {
                    var market = TwoTiers.Of(split, b, batch.CostPowers + s * batch.Step + lane, batch.Width, batch.PriceSums[cell], batch.Demand[s * batch.Step + cell]);
                    (batch.Pull[cell], batch.HomeSales[cell]) = (market.Pull, market.Home);
                    batch.LogPrices[cell] = market.LogSum / (b.HomeRatio * batch.MinusElasticities[s * batch.Width + lane]);
                    continue;
                }

                var logSum = SplitMarket.LogPriceSum(
                    split, b.N, batch.CostPowers + s * batch.Step + lane, batch.Width, batch.Demand[s * batch.Step + cell], ref batch.PriceSums[cell], ref batch.Pull[cell]);
                batch.LogPrices[cell] = logSum / batch.MinusElasticities[s * batch.Width + lane];
            }
        }
    }

    /// <summary>Changed cells in Y / q.</summary>
    public static void Sales(Batch batch, int s)
    {
        for (var lanes = batch.TouchingLanes[s]; lanes != 0; lanes &= lanes - 1)
        {
            var lane = BitOperations.TrailingZeroCount(lanes);
            var shock = batch.Shocks[lane]!;
            var sales = batch.Sales + lane;
            var pull = batch.Pull + lane;
            var width = batch.Width;
            foreach (ref readonly var cell in shock.CellsOf(s))
                sales[cell.Origin * width] += cell.Basic * pull[cell.Destination * width];
        }
    }

    public static void OutputsAndRevenues(PackedBaseline b, Batch batch, int s)
    {
        for (var lanes = batch.TouchingLanes[s]; lanes != 0; lanes &= lanes - 1)
        {
            var lane = BitOperations.TrailingZeroCount(lanes);
            var shock = batch.Shocks[lane]!;
            var powers = batch.CostPowers + s * batch.Step + lane;
            foreach (var split in shock.SplitsOf(s))
            {
                SplitMarket.AddOutputs(
                    split, b.N, powers, batch.Width, batch.Pull[split.Destination * batch.Width + lane], batch.Sales + lane, batch.Width);
            }

            if (shock.HasRevenue)
                Revenues(b, batch, shock, s, lane, powers);
            if (shock.HasHandling && shock.Handling!.Sectors.Contains(new Worlds.Sector(s)))
                AddHandling(b, batch, shock.Handling, s, lane);
        }
    }

    // What conduits buy of their own services. All their margins are known by now: see BatchTables.Order.
    private static void AddHandling(PackedBaseline b, Batch batch, Handling handling, int s, int lane)
    {
        for (var n = 0; n < b.N; n++)
        {
            if (batch.Handled[n * batch.Width + lane] is var margin && margin != 0)
                batch.Sales[n * batch.Width + lane] += HandlingServices.Sale(b.Baseline, handling, n, margin, s);
        }
    }

    // Two sums in turn, since each has to wait for its last addition.
    private static void AddSums(ReadOnlySpan<ChangedCell> cells, double* powers, double* sums, int width, bool isBasic)
    {
        for (var m = 0; m < cells.Length;)
        {
            var (destination, even, odd) = (cells[m].Destination, 0.0, 0.0);
            for (; m + 1 < cells.Length && cells[m + 1].Destination == destination; m += 2)
            {
                even += (isBasic ? cells[m].Basic : cells[m].Weight) * powers[cells[m].Origin * width];
                odd += (isBasic ? cells[m + 1].Basic : cells[m + 1].Weight) * powers[cells[m + 1].Origin * width];
            }

            if (m < cells.Length && cells[m].Destination == destination)
            {
                even += (isBasic ? cells[m].Basic : cells[m].Weight) * powers[cells[m].Origin * width];
                m++;
            }

            sums[destination * width] += even + odd;
        }
    }

    private static void Revenues(PackedBaseline b, Batch batch, LaneShock shock, int s, int lane, double* powers)
    {
        var revenues = batch.Residual.Revenues + lane;
        var pull = batch.Pull + lane;
        var width = batch.Width;
        if (!b.HasTariffs)
        {
            foreach (ref readonly var cell in shock.CellsOf(s))
                revenues[cell.Destination * width] += cell.Wedge * powers[cell.Origin * width] * pull[cell.Destination * width];
        }

        foreach (var split in shock.SplitsOf(s))
        {
            var received = revenues + split.Destination * width;
            foreach (var part in split.Parts)
            {
                for (var i = 0; i < b.N; i++)
                {
                    // With tariffs the dense part counted all that is paid, without them nothing.
                    var weight = b.HasTariffs ? -part.BasicWeights[i] : part.Weights[i] - part.BasicWeights[i];
                    *received += weight * powers[i * width] * part.Pull;
                }
            }

            if (split.Routed is { } routed)
                Margins(b, batch, shock, split, routed, pull[split.Destination * width], lane);
            foreach (var part in split.Parts)
            {
                if (part.Routed is { } listed)
                    Margins(b, batch, shock, split, listed, part.Pull, lane);
            }
        }

        foreach (ref readonly var transfer in shock.TransfersOf(s))
        {
            var flow = transfer.BasicWeight * pull[transfer.Destination * width];
            foreach (var part in transfer.Split?.Parts ?? [])
                flow += part.BasicWeights[transfer.Origin] * part.Pull;
            var amount = transfer.Rate * flow * powers[transfer.Origin * width];
            revenues[transfer.From * width] -= amount;
            revenues[transfer.To * width] += amount;
        }
    }

    // Each conduit's margin: a part buys handling services from its own sectors, the rest is its revenue.
    private static void Margins(PackedBaseline b, Batch batch, LaneShock shock, Split split, RoutedSupply routed, double pull, int lane)
    {
        var revenues = batch.Residual.Revenues + lane;
        var sum = 0.0;
        for (var k = 0; k < routed.Conduits.Length; k++)
        {
            var (conduit, margin) = (routed.Conduits[k], routed.Margin(k, pull));
            sum += margin;
            batch.Handled[conduit * batch.Width + lane] += margin;
            revenues[conduit * batch.Width] += margin - HandlingServices.Cost(b.Baseline, shock.Handling, conduit, margin);
        }

        if (b.HasTariffs)
            revenues[split.Destination * batch.Width] -= routed.Sales(pull) + sum;
    }
}
