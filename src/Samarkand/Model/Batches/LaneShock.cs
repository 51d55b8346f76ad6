using Samarkand.Model.Solving;

namespace Samarkand.Model.Batches;

/// <summary>One scenario of a batch as what it changes: cells of the trade weights, split markets, payments.</summary>
internal sealed unsafe class LaneShock
{
    private const double LeastRemaining = 0.02;

    private readonly int[] _cellStarts;
    private readonly int[] _splitStarts;
    private readonly int[] _transferStarts;

    private LaneShock(PackedBaseline b, Scenario scenario, List<ChangedCell> cells, int[] cellStarts, List<Split> splits)
    {
        (Cells, _cellStarts) = ([.. cells], cellStarts);
        Splits = [.. splits];
        _splitStarts = Starts(b.S, splits.Count, m => splits[m].Sector);
        // What the importer's own wedges bring is read off the cells.
        var transfers = scenario.Transfers.FindAll(transfer => transfer.From != FlowTransfer.Buyers);
        var bySector = transfers.Count < 2 ? transfers : [.. transfers.OrderBy(transfer => transfer.Sector)];
        Transfers = transfers.Count == 0 ? [] : [.. bySector.Select(transfer => LaneTransfer.Of(transfer, b, scenario, Splits))];
        _transferStarts = Starts(b.S, transfers.Count, m => bySector[m].Sector);
        LumpPayments = [.. scenario.LumpPayments];
        Purchases = [.. scenario.Purchases];
        (Handling, Confined) = (scenario.Handling, scenario.Confined);
        HasHandling = scenario.Handling is { Sectors.Length: > 0 } && scenario.Splits.AnyRouted;
        HasRevenue = scenario.HasRevenue;
    }

    /// <summary>Changed weights, sector by sector.</summary>
    public ChangedCell[] Cells { get; }

    /// <summary>Split markets, sector by sector.</summary>
    public Split[] Splits { get; }

    /// <summary>Payments on flows that do not go to the importer, sector by sector.</summary>
    public LaneTransfer[] Transfers { get; }

    /// <summary>As in <see cref="Scenario"/>.</summary>
    public double[] LumpPayments { get; }

    /// <summary>As in <see cref="Scenario"/>.</summary>
    public Purchase[] Purchases { get; }

    /// <summary>As in <see cref="Scenario"/>.</summary>
    public Handling? Handling { get; }

    /// <summary>As in <see cref="Scenario"/>.</summary>
    public Worlds.Region? Confined { get; }

    /// <summary>Whether conduits buy handling of their own.</summary>
    public bool HasHandling { get; }

    /// <summary>As in <see cref="Scenario"/>.</summary>
    public bool HasRevenue { get; }

    /// <summary>Whether a sweep in this order meets every market with supply through third states before the first sector that handles it.</summary>
    public bool Suits(int[] order)
    {
        if (!HasHandling)
            return true;
        var first = Handling!.Sectors.Min(sector => Array.IndexOf(order, sector.Index));
        return Array.TrueForAll(Splits, split => Array.IndexOf(order, split.Sector) < first || (split.Routed is null && Array.TrueForAll(split.Parts, part => part.Routed is null)));
    }

    /// <summary>Whether the scenario has anything to add in a sector.</summary>
    public bool Touches(int sector) => !CellsOf(sector).IsEmpty || !TransfersOf(sector).IsEmpty || IsSplitIn(sector);

    /// <summary>Whether it adds to prices or outputs there by other means than changed cells.</summary>
    public bool IsSplitIn(int sector) => !SplitsOf(sector).IsEmpty || (HasHandling && Handling!.Sectors.Contains(new Worlds.Sector(sector)));

    /// <summary>The changed cells of a sector.</summary>
    public ReadOnlySpan<ChangedCell> CellsOf(int sector) => Cells.AsSpan(_cellStarts[sector].._cellStarts[sector + 1]);

    /// <summary>The split markets of a sector.</summary>
    public ReadOnlySpan<Split> SplitsOf(int sector) => Splits.AsSpan(_splitStarts[sector].._splitStarts[sector + 1]);

    /// <summary>The payments on flows of a sector.</summary>
    public ReadOnlySpan<LaneTransfer> TransfersOf(int sector) => Transfers.AsSpan(_transferStarts[sector].._transferStarts[sector + 1]);

    /// <summary>Reads what a scenario changed; null where that is more than a sparse correction pays for.</summary>
    /// <param name="b">The baseline.</param>
    /// <param name="scenario">The scenario, set.</param>
    /// <param name="notes">Where to note it down.</param>
    public static LaneShock? Of(PackedBaseline b, Scenario scenario, LaneNotes notes)
    {
        var (words, marks, cells) = ((b.N + 63) / 64, notes.Marks, notes.Cells);
        Array.Clear(marks);
        cells.Clear();
        foreach (var flows in scenario.Touched)
        {
            foreach (var sector in flows.Sectors)
                Mark(flows, marks.AsSpan(sector.Index * b.N * words, b.N * words), words);
        }

        var (starts, splits) = (new int[b.S + 1], new List<Split>());
        for (var s = 0; s < b.S; s++)
        {
            var next = scenario.Splits.Start(s);
            var end = scenario.Splits.Start(s + 1);
            if (next == end && scenario.Weights[s] == b.Shares + s * b.TradeBlock)
            {
                starts[s + 1] = cells.Count;
                continue;
            }

            var sector = marks.AsSpan(s * b.N * words, b.N * words);
            for (var j = 0; j < b.N; j++)
            {
                var split = next < end && scenario.Splits.All[next].Destination == j ? scenario.Splits.All[next++] : null;
                var first = cells.Count;
                for (var word = 0; word < words; word++)
                {
                    if (sector[j * words + word] is var bits && bits != 0)
                        AddCells(b, scenario, s, j, word * 64, bits, cells);
                }

                // In two tiers home sales are no part of the sum.
                var before = b.IsTwoTier ? b.ForeignShares[s * b.RowN + j] : 1;
                if (cells.Count > first && before + Lost(cells, first) < LeastRemaining * before)
                {
                    split = ByItself(b, scenario, s, j, split);
                    cells.RemoveRange(first, cells.Count - first);
                }

                if (split is not null)
                    splits.Add(split);
            }

            starts[s + 1] = cells.Count;
        }

        return cells.Count > (long)b.S * b.N * b.N / 8 ? null : new LaneShock(b, scenario, cells, starts, splits);
    }

    private static int[] Starts(int sectors, int count, Func<int, int> sectorOf)
    {
        var starts = new int[sectors + 1];
        for (var m = 0; m < count; m++)
            starts[sectorOf(m) + 1]++;
        for (var s = 0; s < sectors; s++)
            starts[s + 1] += starts[s];
        return starts;
    }

    private static void Mark(FlowBlock flows, Span<ulong> marks, int words)
    {
        foreach (var j in flows.Destinations.AsSpan())
        {
            foreach (var i in flows.Origins.AsSpan())
            {
                if (i != j)
                    marks[j.Index * words + i.Index / 64] |= 1UL << (i.Index % 64);
            }
        }
    }

    private static void AddCells(PackedBaseline b, Scenario scenario, int s, int destination, int firstOrigin, ulong bits, List<ChangedCell> cells)
    {
        var weights = scenario.Weights[s];
        var basic = scenario.BasicWeights[s];
        var shares = b.Shares + s * b.TradeBlock;
        var basicShares = (b.HasTariffs ? b.BasicShares : b.Shares) + s * b.TradeBlock;
        for (; bits != 0; bits &= bits - 1)
        {
            var origin = firstOrigin + System.Numerics.BitOperations.TrailingZeroCount(bits);
            var cell = origin * b.RowN + destination;
            if (weights[cell] != shares[cell] || basic[cell] != basicShares[cell])
                cells.Add(new ChangedCell((ushort)origin, (ushort)destination, weights[cell] - shares[cell], basic[cell] - basicShares[cell], weights[cell] - basic[cell]));
        }
    }

    private static double Lost(List<ChangedCell> cells, int first)
    {
        var lost = 0.0;
        for (var m = first; m < cells.Count; m++)
            lost += Math.Min(cells[m].Weight, 0);
        return lost;
    }

    // A correction that takes most of a sum away leaves rounding errors in its place. Such a market's direct trade is summed by itself.
    private static Split ByItself(PackedBaseline b, Scenario scenario, int s, int destination, Split? split)
    {
        var (weights, basic) = (new double[b.N], new double[b.N]);
        for (var i = 0; i < b.N; i++)
            (weights[i], basic[i]) = (scenario.Weights[s][i * b.RowN + destination], scenario.BasicWeights[s][i * b.RowN + destination]);
        if (split is null)
            return new Split(s, destination, 0, [new SplitPart(1, weights, basic, null)], null);
        return split.FreeShare > 0
            ? split with { FreeShare = 0, Parts = [.. split.Parts, new SplitPart(split.FreeShare, weights, basic, split.Routed)], Routed = null }
            : split;
    }
}

/// <summary>Memory for reading one scenario after another.</summary>
internal sealed class LaneNotes(PackedBaseline b)
{
    /// <summary>One bit a flow, by sector and destination.</summary>
    public ulong[] Marks { get; } = new ulong[b.S * b.N * ((b.N + 63) / 64)];

    public List<ChangedCell> Cells { get; } = [];
}

/// <summary>A weight that differs from the baseline's.</summary>
/// <param name="Origin">The origin.</param>
/// <param name="Destination">The destination.</param>
/// <param name="Weight">The change of A.</param>
/// <param name="Basic">The change of A / prod(1 + tau').</param>
/// <param name="Wedge">A less A / prod(1 + tau').</param>
internal readonly record struct ChangedCell(ushort Origin, ushort Destination, double Weight, double Basic, double Wedge);

/// <summary>A payment of a share of one flow.</summary>
/// <param name="Origin">The flow's origin.</param>
/// <param name="Destination">Its destination.</param>
/// <param name="From">Who pays.</param>
/// <param name="To">Who receives.</param>
/// <param name="Rate">Of the flow's value at basic prices.</param>
/// <param name="BasicWeight">A / prod(1 + tau') of the direct trade, of its free part where the market is split.</param>
/// <param name="Split">The split market, or null.</param>
internal readonly record struct LaneTransfer(int Origin, int Destination, int From, int To, double Rate, double BasicWeight, Split? Split)
{
    public static unsafe LaneTransfer Of(FlowTransfer transfer, PackedBaseline b, Scenario scenario, Split[] splits) => new(
        transfer.Origin,
        transfer.Destination,
        transfer.From,
        transfer.To,
        transfer.Rate,
        scenario.BasicWeights[transfer.Sector][transfer.Origin * b.RowN + transfer.Destination],
        Array.Find(splits, split => split.Sector == transfer.Sector && split.Destination == transfer.Destination));
}
