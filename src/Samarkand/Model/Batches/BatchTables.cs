using Samarkand.Model.Preconditioning;
using Samarkand.Model.Solving;
using Samarkand.Model.Vectors;

namespace Samarkand.Model.Batches;

/// <summary>What all batches of one solver share beside the baseline: the preconditioner as they read it.</summary>
internal sealed unsafe class BatchTables
{
    private readonly AlignedMemory _memory;

    public BatchTables(PackedBaseline b, Preconditioner preconditioner)
    {
        Preconditioner = preconditioner;
        var cells = b.N * b.S * b.RowS;
        // A product of whole groups of rows may read past the last block.
        _memory = new AlignedMemory((cells + 8L * b.N * b.RowS + 8L * b.RowS) / 2 + 64);
        HomeShares = (float*)_memory.Take(b.N * b.RowS / 2);
        OwnCostResponses = (float*)_memory.Take(b.N * b.RowS / 2);
        Blocks = (float*)_memory.Take(cells / 2);
        _ = _memory.Take(4 * b.RowS);
        PriceShape = (float*)_memory.Take(b.N * b.RowS / 2);
        OutputShape = (float*)_memory.Take(b.N * b.RowS / 2);
        PriceSpread = (float*)_memory.Take(b.N * b.RowS / 2);
        OutputSpread = (float*)_memory.Take(b.N * b.RowS / 2);
        PriceSector = (float*)_memory.Take(b.N * b.RowS / 2);
        OutputSector = (float*)_memory.Take(b.N * b.RowS / 2);
        for (var n = 0; n < b.N; n++)
        {
            for (var s = 0; s < b.S; s++)
            {
                PriceShape[n * b.RowS + s] = (float)preconditioner.PriceShape[s * b.RowN + n];
                OutputShape[n * b.RowS + s] = (float)preconditioner.OutputShape[n * b.RowS + s];
                PriceSpread[n * b.RowS + s] = (float)preconditioner.PriceSpread[s * b.RowN + n];
                OutputSpread[n * b.RowS + s] = (float)preconditioner.OutputSpread[n * b.RowS + s];
                PriceSector[n * b.RowS + s] = (float)preconditioner.Sectors.PriceShape[s * b.RowN + n];
                OutputSector[n * b.RowS + s] = (float)preconditioner.Sectors.OutputShape[n * b.RowS + s];
            }
        }

        preconditioner.Home.CopyBlocks(Blocks);
        var sectors = b.Baseline.World.Sectors;
        Order = [.. Enumerable.Range(0, b.S).OrderBy(s => sectors[s].Tags.Contains("goods") ? 0 : 1)];
        preconditioner.Home.HomeShares.CopyTo(new Span<float>(HomeShares, b.N * b.RowS));
        preconditioner.Home.OwnCostResponses.CopyTo(new Span<float>(OwnCostResponses, b.N * b.RowS));
    }

    public Preconditioner Preconditioner { get; }

    /// <summary>The order in which a sweep takes the sectors: goods first, so that conduits' margins on them are known when services are sold.</summary>
    public int[] Order { get; }

    /// <summary>C of <see cref="HomeBlocks"/>, [region][price][cost].</summary>
    public float* Blocks { get; }

    /// <summary>h, [region][sector].</summary>
    public float* HomeShares { get; }

    /// <summary>[region][sector].</summary>
    public float* OwnCostResponses { get; }

    /// <summary>The price response to wages, [region][sector].</summary>
    public float* PriceShape { get; }

    /// <summary>The output response to wages, [region][sector].</summary>
    public float* OutputShape { get; }

    /// <summary>The prices to which residuals of other regions spread, [region][sector].</summary>
    public float* PriceSpread { get; }

    /// <summary>The outputs, [region][sector].</summary>
    public float* OutputSpread { get; }

    /// <summary>The prices that respond to what a sector's residuals have in common, [region][sector].</summary>
    public float* PriceSector { get; }

    /// <summary>The outputs, [region][sector].</summary>
    public float* OutputSector { get; }
}
