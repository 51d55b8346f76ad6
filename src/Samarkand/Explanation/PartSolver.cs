using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Coalitions;
using Samarkand.Effects;
using Samarkand.Equilibrium;

namespace Samarkand.Explanation;

/// <summary>Solves a case with subsets of its parts.</summary>
internal sealed class PartSolver
{
    private const double Tolerance = 1e-11;

    // As a prepared solver pays for itself.
    private const int ManySolves = 30;

    private readonly BoundCase _bound;
    private readonly ImmutableArray<CasePart> _parts;
    private readonly Lock _lock = new();
    private double _largest;

    public PartSolver(BoundCase bound, ImmutableArray<CasePart> parts) => (_bound, _parts) = (bound, parts);

    /// <summary>The largest residual of any equilibrium solved so far.</summary>
    public double LargestResidual => _largest;

    /// <summary>What each subset brings about by itself.</summary>
    /// <param name="subsets">The subsets, bit p set where part p acts.</param>
    /// <param name="progress">Told the number of solved subsets and of all; or null.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="NoEquilibriumException">A subset has no equilibrium; the message names its parts.</exception>
    public (double Harm, double Cost)[] Solve(IReadOnlyList<ulong> subsets, Action<int, int>? progress, CancellationToken cancellation)
    {
        var worths = new (double Harm, double Cost)[subsets.Count];
        var done = 0;
        (int Number, NoEquilibriumException None)? failed = null;
        if (_bound.Case.MayVanish.IsEmpty)
        {
            var solver = Solver(subsets.Count, cancellation);
            // A closed baseline has no deficits left to hold.
            var closure = _bound.Case.Closure == Closure.Closed ? Closure.Fixed : _bound.Case.Closure;
            solver.SolveMany(subsets.Count, number => new Counterfactual(Bound(subsets[number]).Shock), Found, Failed, closure, Tolerance, cancellation);
        }
        else
        {
            // Markets that vanish change the baseline with the subset.
            TwoThreads.Run(subsets.Count, null, cancellation, number =>
            {
                try
                {
                    var bound = Bound(subsets[number]);
                    Found(number, Simulation.Solve(bound.World, bound.Shock, bound.Case.Horizon, bound.Case.Closure, Tolerance, cancellation));
                }
                catch (NoEquilibriumException none)
                {
                    Failed(number, none);
                }
            });
        }

        return failed is { } first
            ? throw new NoEquilibriumException($"with {Names(subsets[first.Number])} alone: {first.None.Message}")
            : worths;

        void Found(int number, Equilibrium.Equilibrium equilibrium)
        {
            // Without a part the solver's rounding would show as a change.
            var outcome = subsets[number] == 0 ? null : SubsetOutcome.Of(_bound, equilibrium);
            worths[number] = (outcome?.Harm ?? 0, outcome?.Cost ?? 0);
            lock (_lock)
                _largest = Math.Max(_largest, equilibrium.Certificate.Largest);
            progress?.Invoke(Interlocked.Increment(ref done), subsets.Count);
        }

        // The first in order, whatever thread met another one before.
        void Failed(int number, NoEquilibriumException none)
        {
            lock (_lock)
            {
                if (failed is null || number < failed.Value.Number)
                    failed = (number, none);
            }
        }
    }

    private Solver Solver(int solves, CancellationToken cancellation)
    {
        var baseline = Baseline.Of(_bound.World, _bound.Case.Horizon);
        if (_bound.Case.Closure == Closure.Closed)
            baseline = Simulation.WithoutDeficits(baseline, CaseAnswer.Tolerance, cancellation);
        return solves > ManySolves ? Equilibrium.Solver.Prepare(baseline, cancellation) : Equilibrium.Solver.For(baseline);
    }

    private BoundCase Bound(ulong subset)
    {
        HashSet<BoundInstrument> kept = new(ReferenceEqualityComparer.Instance);
        foreach (var part in Members(subset))
            kept.UnionWith(part.Instruments);
        return _bound.Keeping([.. _bound.Instruments.Where(kept.Contains)]);
    }

    private string Names(ulong subset) => subset == 0 ? "none of its instruments" : string.Join(", ", Members(subset).Select(part => part.Name));

    private IEnumerable<CasePart> Members(ulong subset) => _parts.Where((_, p) => (subset >> p & 1) != 0);
}
