using System.Collections.Immutable;
using Samarkand.Model;
using Samarkand.Model.Solving;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Coalitions;

/// <summary>What many subsets of a coalition bring about, by number; million USD a year.</summary>
/// <param name="Harm">What the target loses.</param>
/// <param name="Cost">What the coalition loses, those who stand aside included.</param>
/// <param name="LargestResidual">The largest relative residual of their equilibria.</param>
public sealed record SubsetWorths(ImmutableArray<double> Harm, ImmutableArray<double> Cost, double LargestResidual)
{
    /// <summary>How many subsets are solved and kept together, unless said otherwise.</summary>
    public const int DefaultBlock = 4096;

    /// <summary>Every subset of the members, 2^n of them: bit i of a number is set where member i takes part. Who is not a member always does.</summary>
    /// <param name="solver">The case.</param>
    /// <param name="members">The members, at most <see cref="ShapleyValues.MostMembers"/>.</param>
    /// <param name="kept">Keeps what is solved, and has what was solved before; or null.</param>
    /// <param name="progress">Told the number of solved subsets and of all; or null.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="NoEquilibriumException">Some subset has no equilibrium; the message names who stands aside.</exception>
    public static SubsetWorths OfAll(
        SubsetSolver solver, ImmutableArray<CoalitionMember> members, SubsetFolder? kept = null, Action<int, int>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(members.Length, ShapleyValues.MostMembers);
        return Of(solver, 1 << members.Length, Absent, kept, progress, cancellation);

        ImmutableArray<Region> Absent(int subset) => [.. Enumerable.Range(0, members.Length).Where(m => (subset >> m & 1) == 0).SelectMany(m => members[m].Regions)];
    }

    /// <summary>Solves subsets block by block.</summary>
    internal static SubsetWorths Of(
        SubsetSolver solver, int count, Func<int, ImmutableArray<Region>> absent, SubsetFolder? kept, Action<int, int>? progress, CancellationToken cancellation)
    {
        var (harm, cost, largest, done) = (new double[count], new double[count], 0.0, 0);
        for (var first = 0; first < count;)
        {
            var block = kept?.Load(first);
            if (block is null)
            {
                block = SubsetBlock.Empty(first, Math.Min(kept?.Room(first) ?? DefaultBlock, count - first));
                solver.Without(block.Count, number => absent(block.First + number), Found, cancellation);
                kept?.Save(block);
            }
            else
            {
                Volatile.Write(ref done, first + block.Count);
            }

            block.Harm.CopyTo(harm, first);
            block.Cost.CopyTo(cost, first);
            largest = Math.Max(largest, block.Residuals.Max());
            first += block.Count;
            progress?.Invoke(first, count);

            void Found(int number, SubsetOutcome outcome)
            {
                (block.Harm[number], block.Cost[number], block.Residuals[number]) = (outcome.Harm, outcome.Cost, outcome.Residual);
                progress?.Invoke(Interlocked.Increment(ref done), count);
            }
        }

        return new SubsetWorths([.. harm], [.. cost], largest);
    }
}

/// <summary>Subsets with neighbouring numbers.</summary>
/// <param name="First">The number of the first.</param>
/// <param name="Harm">What the target loses in each, million USD a year.</param>
/// <param name="Cost">What the coalition loses.</param>
/// <param name="Residuals">The largest relative residual of each equilibrium.</param>
internal sealed record SubsetBlock(int First, double[] Harm, double[] Cost, double[] Residuals)
{
    public int Count => Harm.Length;

    public static SubsetBlock Empty(int first, int count) => new(first, new double[count], new double[count], new double[count]);
}
