namespace Samarkand.Core;

/// <summary>Where blocks are kept: in a folder, or in memory alone.</summary>
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

/// <summary>Blocks in memory.</summary>
internal sealed class MemoryBlocks : IBlockStore
{
    private readonly Dictionary<BlockRange, Block> _blocks = [];

    public IReadOnlyCollection<BlockRange> There => _blocks.Keys;

    public Block Load(BlockRange range, BlockLayout layout) => _blocks[range];

    public void Save(Block block) => _blocks.Add(block.Range, block);
}
