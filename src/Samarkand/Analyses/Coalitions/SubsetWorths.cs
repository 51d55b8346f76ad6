using System.Collections.Immutable;
using Samarkand.Core;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Coalitions;

/// <summary>What many subsets of a coalition bring about, by number; million USD a year.</summary>
/// <param name="Harm">What the target loses.</param>
/// <param name="Cost">What the coalition loses, those who stand aside included.</param>
/// <param name="LargestResidual">The largest relative residual of their equilibria.</param>
internal sealed record SubsetWorths(ImmutableArray<double> Harm, ImmutableArray<double> Cost, double LargestResidual)
{
    internal static readonly BlockLayout Layout = new([], ["harm_musd", "cost_musd", "residual"]);

    /// <summary>How many subsets are solved and kept together, unless said otherwise.</summary>
    public const int DefaultBlock = 4096;

    /// <summary>Every subset of the members, 2^n of them: bit i of a number is set where member i takes part. Who is not a member always does.</summary>
    /// <param name="solver">The case.</param>
    /// <param name="members">The members, at most <see cref="ShapleyValues.MostMembers"/>.</param>
    /// <param name="kept">Keeps what is solved, and has what was solved before, as <see cref="CoalitionStudy.Open"/> gives it; or null.</param>
    /// <param name="chunk">How many are solved and kept together, at least 1.</param>
    /// <param name="progress">Told the number of solved subsets and of all; or null.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="NoEquilibriumException">Some subset has no equilibrium; the message names who stands aside.</exception>
    public static SubsetWorths OfAll(
        SubsetSolver solver, ImmutableArray<CoalitionMember> members, BlockFolder? kept = null, int chunk = DefaultBlock, Action<int, int>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(members.Length, ShapleyValues.MostMembers);
        return Of(solver, 1 << members.Length, AbsentFromEach(members), kept, chunk, progress, cancellation);
    }

    /// <summary>Who stands aside in each subset of the members.</summary>
    internal static Func<int, ImmutableArray<Region>> AbsentFromEach(ImmutableArray<CoalitionMember> members) =>
        subset => [.. Enumerable.Range(0, members.Length).Where(m => (subset >> m & 1) == 0).SelectMany(m => members[m].Regions)];

    /// <summary>Solves what a folder lacks of the part for which it was opened; the result is how many subsets that were.</summary>
    internal static int SolveShard(SubsetSolver solver, int count, Func<int, ImmutableArray<Region>> absent, BlockFolder folder, int chunk, Action<int, int>? progress, CancellationToken cancellation)
    {
        folder.CheckSize(count, chunk);
        return BlockRunner.Make(BlockPlan.Of(count, chunk, ((IBlockStore)folder).There), chunk, folder, Layout, progress, InThisRun(solver, absent, cancellation));
    }

    /// <summary>Solves subsets block by block.</summary>
    internal static SubsetWorths Of(
        SubsetSolver solver, int count, Func<int, ImmutableArray<Region>> absent, BlockFolder? kept, int chunk, Action<int, int>? progress, CancellationToken cancellation)
    {
        var (harm, cost, largest) = (new double[count], new double[count], 0.0);
        IBlockStore store = kept is null ? new NoBlocks() : kept;
        foreach (var block in BlockRunner.Run(BlockPlan.Of(count, chunk, store.There), store, Layout, progress, InThisRun(solver, absent, cancellation)))
        {
            block.Numbers[0].CopyTo(harm, block.Range.First);
            block.Numbers[1].CopyTo(cost, block.Range.First);
            largest = Math.Max(largest, block.Numbers[2].Max());
        }

        return new SubsetWorths([.. harm], [.. cost], largest);
    }

    private static Func<BlockRange, Action, Block> InThisRun(SubsetSolver solver, Func<int, ImmutableArray<Region>> absent, CancellationToken cancellation)
    {
        var solve = BlockSolver(solver, absent);
        return (range, solved) => solve(range, solved, cancellation);
    }

    /// <summary>Solves a block of subsets.</summary>
    internal static Func<BlockRange, Action, CancellationToken, Block> BlockSolver(SubsetSolver solver, Func<int, ImmutableArray<Region>> absent) =>
        (range, solved, cancellation) =>
        {
            double[][] numbers = [new double[range.Count], new double[range.Count], new double[range.Count]];
            solver.Without(range.Count, number => absent(range.First + number), Found, cancellation);
            return new Block(Layout, range, [], numbers);

            void Found(int number, SubsetOutcome outcome)
            {
                (numbers[0][number], numbers[1][number], numbers[2][number]) = (outcome.Harm, outcome.Cost, outcome.Residual);
                solved();
            }
        };
}
