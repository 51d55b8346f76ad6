using System.Collections.Immutable;
using Samarkand.Analyses.Coalitions;
using Samarkand.Cases;
using Samarkand.Model;

namespace Samarkand.Analyses.Explanation;

/// <summary>Solves a case with subsets of its parts.</summary>
internal sealed class PartSolver(BoundCase bound, ImmutableArray<CasePart> parts)
{
    /// <summary>The largest residual of any equilibrium solved so far.</summary>
    public double LargestResidual { get; private set; }

    /// <summary>What each subset brings about by itself.</summary>
    /// <param name="subsets">The subsets, bit p set where part p acts.</param>
    /// <param name="progress">Told the number of solved subsets and of all; or null.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="NoEquilibriumException">A subset has no equilibrium; the message names its parts.</exception>
    public (double Harm, double Cost)[] Solve(IReadOnlyList<ulong> subsets, Action<int, int>? progress, CancellationToken cancellation)
    {
        var (worths, done) = (new (double Harm, double Cost)[subsets.Count], 0);
        var solver = new VariantSolver(bound, subsets.Count, cancellation);
        solver.Solve(subsets.Count, number => Bound(subsets[number]), Found, number => $"with {Names(subsets[number])} alone", cancellation);
        LargestResidual = Math.Max(LargestResidual, solver.LargestResidual);
        return worths;

        void Found(int number, SubsetOutcome outcome)
        {
            worths[number] = (outcome.Harm, outcome.Cost);
            progress?.Invoke(Interlocked.Increment(ref done), subsets.Count);
        }
    }

    private BoundCase Bound(ulong subset)
    {
        HashSet<BoundInstrument> kept = new(ReferenceEqualityComparer.Instance);
        foreach (var part in Members(subset))
            kept.UnionWith(part.Instruments);
        return bound.Keeping([.. bound.Instruments.Where(kept.Contains)]);
    }

    private string Names(ulong subset) => subset == 0 ? "none of its instruments" : string.Join(", ", Members(subset).Select(part => part.Label));

    private IEnumerable<CasePart> Members(ulong subset) => parts.Where((_, p) => (subset >> p & 1) != 0);
}
