using System.Collections.Immutable;

namespace Samarkand.Core;

/// <summary>Which blocks make up all results: those that are there, and the missing ones between them.</summary>
/// <param name="Count">How many results there are in all.</param>
/// <param name="Blocks">The blocks, in order; without gaps but in the plan of a part.</param>
internal sealed record BlockPlan(int Count, ImmutableArray<PlannedBlock> Blocks)
{
    /// <summary>How many results are there.</summary>
    public int Kept => Blocks.Sum(block => block.IsThere ? block.Range.Count : 0);

    /// <summary>What is missing of one part, as a plan of its own.</summary>
    /// <param name="shard">The part.</param>
    /// <param name="size">The size that the plan was made with.</param>
    public BlockPlan Missing(Shard shard, int size)
    {
        var own = Blocks.Where(block => !block.IsThere && shard.Makes(block.Range, size)).ToImmutableArray();
        return new BlockPlan(own.Sum(block => block.Range.Count), own);
    }

    /// <summary>Plans what is missing: a block ends at a multiple of a size, or where one begins that is there.</summary>
    /// <param name="count">How many results in all.</param>
    /// <param name="size">The size, at least 1.</param>
    /// <param name="there">What is there: without overlaps, and within the count.</param>
    public static BlockPlan Of(int count, int size, IEnumerable<BlockRange> there)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        var (blocks, next) = (ImmutableArray.CreateBuilder<PlannedBlock>(), 0);
        foreach (var kept in there.OrderBy(range => range.First).Append(new BlockRange(count, 0)))
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(kept.First, next);
            while (next < kept.First)
            {
                var length = (int)Math.Min(kept.First - next, size - (long)next % size);
                blocks.Add(new PlannedBlock(new BlockRange(next, length), IsThere: false));
                next += length;
            }

            if (kept.Count > 0)
                blocks.Add(new PlannedBlock(kept, IsThere: true));
            next = kept.End;
        }

        return new BlockPlan(count, blocks.ToImmutable());
    }
}

/// <summary>A block of a plan.</summary>
/// <param name="Range">Its numbers.</param>
/// <param name="IsThere">True where it need not be solved.</param>
internal readonly record struct PlannedBlock(BlockRange Range, bool IsThere);
