using Samarkand.Model;
using Samarkand.Model.Solving;

namespace Samarkand.Analyses.Design;

/// <summary>The weights of every flow under a shock, as plain arrays: [sector, origin, destination].</summary>
internal sealed unsafe class FlowWeights
{
    private FlowWeights(double[] weights, double[] factors, bool hasWedges, FlowTransfer[] transfers, FlowTransfer[] levies, double[] freeShares, ListedPart[] parts) =>
        (Weights, Factors, HasWedges, Transfers, Levies, FreeShares, Parts) = (weights, factors, hasWedges, [.. transfers, .. levies], levies, freeShares, parts);

    /// <summary>A = pi k^-theta.</summary>
    public double[] Weights { get; }

    /// <summary>prod(1 + tau'), of banned flows too.</summary>
    public double[] Factors { get; }

    /// <summary>True where some factor is not 1.</summary>
    public bool HasWedges { get; }

    /// <summary>What single flows pay from one region to another, in proportion to their value at basic prices.</summary>
    public FlowTransfer[] Transfers { get; }

    /// <summary>Those among them by which buyers pass levies of pools on to sellers.</summary>
    public FlowTransfer[] Levies { get; }

    /// <summary>The share of each market that no common list holds, [sector, destination].</summary>
    public double[] FreeShares { get; }

    /// <summary>The listed parts of markets.</summary>
    public ListedPart[] Parts { get; }

    /// <summary>Reads them off the solver's own scenario.</summary>
    /// <exception cref="NotSupportedException">The shock sends goods through third states.</exception>
    public static FlowWeights Of(Equilibrium at)
    {
        var (baseline, shock) = (at.Baseline, at.Shock);
        if (!shock.Detours.IsEmpty)
            throw new NotSupportedException("derivatives where goods go through third states are not supported");
        var packed = new PackedBaseline(baseline);
        var scenario = new Scenario(packed);
        var (n, s) = (packed.N, packed.S);

        // Wedges are the same whatever is banned, and a ratio of weights shows them only where nothing is.
        scenario.Set(shock with { Costs = [], ListedBans = [] });
        var (factors, hasWedges) = (new double[s * n * n], false);
        for (var cell = 0; cell < factors.Length; cell++)
        {
            var (sector, place) = CellOf(packed, cell);
            var (weight, basic) = (scenario.Weights[sector][place], scenario.BasicWeights[sector][place]);
            factors[cell] = basic > 0 ? weight / basic : 1;
            hasWedges |= factors[cell] != 1;
        }

        scenario.Set(shock);
        var weights = new double[s * n * n];
        for (var cell = 0; cell < weights.Length; cell++)
        {
            var (sector, place) = CellOf(packed, cell);
            weights[cell] = scenario.Weights[sector][place];
        }

        var free = new double[s * n];
        Array.Fill(free, 1);
        var parts = new List<ListedPart>();
        foreach (var split in scenario.Splits.All)
        {
            free[split.Sector * n + split.Destination] = split.FreeShare;
            foreach (var part in split.Parts)
                parts.Add(new ListedPart(split.Sector, split.Destination, part.Share, [.. Enumerable.Range(0, n).Select(i => Weight(part, i))]));
        }

        return new FlowWeights(weights, factors, hasWedges, [.. scenario.Transfers.Where(transfer => transfer.From != FlowTransfer.Buyers)], [.. PooledMarkets.Transfers(shock.Pools, at.LogLevies, n)], free, [.. parts]);
    }

    private static double Weight(SplitPart part, int origin) => part.Weights[origin];

    private static (int Sector, int Place) CellOf(PackedBaseline packed, int cell)
    {
        var (row, j) = Math.DivRem(cell, packed.N);
        var (sector, i) = Math.DivRem(row, packed.N);
        return (sector, i * packed.RowN + j);
    }
}

/// <summary>A listed part of one market.</summary>
/// <param name="Sector">The sector.</param>
/// <param name="Destination">The buyers' region.</param>
/// <param name="Share">Its share of the market's expenditure.</param>
/// <param name="Weights">A by origin, zero for those that it is closed to.</param>
internal sealed record ListedPart(int Sector, int Destination, double Share, double[] Weights);
