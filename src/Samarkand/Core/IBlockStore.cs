namespace Samarkand.Core;

/// <summary>Where blocks are kept: in a folder, or nowhere.</summary>
internal interface IBlockStore
{
    /// <summary>The blocks that are there; none of them overlap.</summary>
    IReadOnlyCollection<BlockRange> There { get; }

    /// <summary>Gives back a block that is there.</summary>
    /// <exception cref="InputException">It is damaged, or holds something else.</exception>
    Block Load(BlockRange range, BlockLayout layout);

    /// <summary>Keeps a block, whole or not at all.</summary>
    void Save(Block block);
}

/// <summary>A store for blocks that nobody asks for again.</summary>
internal sealed class NoBlocks : IBlockStore
{
    public IReadOnlyCollection<BlockRange> There => [];

    public Block Load(BlockRange range, BlockLayout layout) => throw new InvalidOperationException("nothing is kept");

    public void Save(Block block)
    {
    }
}
