namespace Samarkand.Core;

/// <summary>Carries out a plan of blocks on this machine.</summary>
internal static class BlockRunner
{
    /// <summary>Solves and keeps what one part lacks; the result is how many results that were.</summary>
    /// <param name="plan">The plan of all blocks.</param>
    /// <param name="size">The size that it was made with.</param>
    /// <param name="folder">The folder, opened for the part.</param>
    /// <param name="layout">What the blocks hold.</param>
    /// <param name="progress">As in <see cref="Run"/>, of the results that the part lacked.</param>
    /// <param name="solve">As in <see cref="Run"/>.</param>
    public static int Make(BlockPlan plan, int size, BlockFolder folder, BlockLayout layout, Action<int, int>? progress, Func<BlockRange, Action, Block> solve) =>
        Run(plan.Missing(folder.Shard!.Value, size), folder, layout, progress, solve).Sum(block => block.Range.Count);

    /// <summary>Loads what is there, solves and keeps what is missing, and hands over every block in order.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="store">Where the blocks are kept.</param>
    /// <param name="layout">What they hold.</param>
    /// <param name="progress">Told the number of results so far and of all, those that were there first; from several threads; or null.</param>
    /// <param name="solve">Solves a block, and calls back after each result.</param>
    public static IEnumerable<Block> Run(BlockPlan plan, IBlockStore store, BlockLayout layout, Action<int, int>? progress, Func<BlockRange, Action, Block> solve)
    {
        var done = plan.Kept;
        if (done > 0)
            progress?.Invoke(done, plan.Count);
        foreach (var (range, isThere) in plan.Blocks)
        {
            if (isThere)
            {
                yield return store.Load(range, layout);
                continue;
            }

            var block = solve(range, () => progress?.Invoke(Interlocked.Increment(ref done), plan.Count));
            store.Save(block);
            yield return block;
        }
    }
}
