using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Effects;
using Samarkand.Model;

namespace Samarkand.Analyses.Coalitions;

/// <summary>Solves variants of one case together, on one solver.</summary>
internal sealed class VariantSolver
{
    private const double Tolerance = 1e-11;

    // As a prepared solver pays for itself.
    private const int ManySolves = 400;

    private readonly BoundCase _bound;
    private readonly Closure _closure;
    private readonly Solver? _solver;
    private readonly Lock _lock = new();
    private double _largest;

    /// <summary>Makes one.</summary>
    /// <param name="bound">The case.</param>
    /// <param name="solves">How many variants, about: for many, preparing the solver pays.</param>
    /// <param name="cancellation">Stops the preparation.</param>
    public VariantSolver(BoundCase bound, int solves, CancellationToken cancellation)
    {
        // A closed baseline has no deficits left to hold.
        (_bound, _closure) = (bound, bound.Case.Closure == Closure.Closed ? Closure.Fixed : bound.Case.Closure);
        // Markets that may vanish change the baseline with the variant.
        if (!bound.Case.MayVanish.IsEmpty)
            return;
        var baseline = bound.BaselineAt(bound.Horizon);
        if (bound.Case.Closure == Closure.Closed)
            baseline = Simulation.WithoutDeficits(baseline, CaseAnswer.Tolerance, cancellation);
        _solver = solves > ManySolves ? Solver.Prepare(baseline, cancellation) : Solver.For(baseline);
    }

    /// <summary>The largest residual of any equilibrium solved so far.</summary>
    public double LargestResidual
    {
        get
        {
            lock (_lock)
                return _largest;
        }
    }

    /// <summary>Solves variants; each one's result is the same whatever else is solved with it.</summary>
    /// <param name="count">How many.</param>
    /// <param name="ask">Gives each, by number; called from several threads.</param>
    /// <param name="found">Receives what each brings about for the target and the coalition of the case; called from several threads.</param>
    /// <param name="name">Names a variant, for messages.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="NoEquilibriumException">A variant has no equilibrium; the message names the first of them.</exception>
    public void Solve(int count, Func<int, BoundCase> ask, Action<int, SubsetOutcome> found, Func<int, string> name, CancellationToken cancellation)
    {
        (int Number, NoEquilibriumException None)? failed = null;
        if (_solver is not null)
            _solver.SolveMany(count, number => new Counterfactual(ask(number).Shock), Found, Failed, _closure, Tolerance, cancellation);
        else
            InParallel.For(count, cancellation, SolveAlone);
        if (failed is { } first)
            throw new NoEquilibriumException($"{name(first.Number)}: {first.None.Message}");

        void SolveAlone(int number)
        {
            var bound = ask(number);
            try
            {
                Found(number, Simulation.Solve(bound.BaselineAt(bound.Horizon), bound.Shock, bound.Case.Closure, Tolerance, cancellation));
            }
            catch (NoEquilibriumException none)
            {
                Failed(number, none);
            }
        }

        void Found(int number, Equilibrium equilibrium)
        {
            lock (_lock)
                _largest = Math.Max(_largest, equilibrium.Certificate.Largest);
            found(number, SubsetOutcome.Of(_bound, equilibrium));
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
}
