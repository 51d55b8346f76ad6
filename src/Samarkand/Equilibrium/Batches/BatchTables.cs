namespace Samarkand.Equilibrium;

/// <summary>What all batches of one solver share beside the baseline: the preconditioner as they read it.</summary>
internal sealed unsafe class BatchTables
{
    private readonly AlignedMemory _memory;

    public BatchTables(PackedBaseline b, Preconditioner preconditioner)
    {
        Preconditioner = preconditioner;
        var cells = b.N * b.S * b.RowS;
        _memory = new AlignedMemory((cells + 3L * b.N * b.RowS + Products<Lanes128, System.Runtime.Intrinsics.Vector128<double>, double>.Rows * b.RowS) / 2 + 64);
        HomeShares = (float*)_memory.Take(b.N * b.RowS / 2);
        OwnCostResponses = (float*)_memory.Take(b.N * b.RowS / 2);
        Blocks = (float*)_memory.Take(cells / 2);
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
}
