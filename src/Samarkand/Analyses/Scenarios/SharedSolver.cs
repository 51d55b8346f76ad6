using System.Collections.Concurrent;
using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Effects;
using Samarkand.Model;

namespace Samarkand.Analyses.Scenarios;

/// <summary>Solves many cases of one world, horizon and closure on one solver.</summary>
/// <remarks>
/// Few are solved one by one, as a case alone is, to the same bits. For many the solver is prepared and solves batches, to the same tolerance.
/// </remarks>
internal sealed class SharedSolver
{
    // As a prepared solver pays for itself.
    private const int ManySolves = 400;

    private readonly ImmutableArray<double> _elasticities;
    private readonly Closure _closure;
    private readonly Solver _solver;
    private readonly Outcome _before;
    private readonly ConcurrentBag<FlowSpace> _spaces = [];

    /// <param name="like">One of the cases.</param>
    /// <param name="solves">How many there are, about.</param>
    /// <param name="cancellation">Stops the preparation.</param>
    public SharedSolver(BoundCase like, int solves, CancellationToken cancellation)
    {
        (_elasticities, _closure) = (like.Elasticities, like.Closure);
        var baseline = like.BaselineAt(like.Horizon);
        if (_closure == Closure.Closed)
            baseline = Simulation.WithoutDeficits(baseline, CaseAnswer.Tolerance, cancellation);
        if (solves > ManySolves)
        {
            // Nothing is left to hold of deficits that are gone.
            (_solver, _closure) = (Solver.Prepare(baseline, cancellation), _closure == Closure.Closed ? Closure.Fixed : _closure);
        }
        else
        {
            _solver = Solver.For(baseline);
        }

        _before = Outcome.Of(baseline);
    }

    /// <summary>Solves cases; called back from several threads.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="found">Receives each answer with its place, to be used before it returns.</param>
    /// <param name="failed">Receives the reason where there is none.</param>
    /// <param name="cancellation">Stops the work.</param>
    public void Solve(IReadOnlyList<BoundCase> cases, Action<int, CaseAnswer> found, Action<int, NoEquilibriumException> failed, CancellationToken cancellation)
    {
        var places = Enumerable.Range(0, cases.Count).ToLookup(at => Suits(cases[at]));
        var (shared, alone) = (places[true].ToArray(), places[false].ToArray());
        _solver.SolveMany(
            shared.Length,
            at => new Counterfactual(cases[shared[at]].Shock),
            (at, equilibrium) => Found(shared[at], equilibrium),
            (at, none) => failed(shared[at], none),
            _closure,
            CaseAnswer.Tolerance,
            cancellation);
        InParallel.For(alone.Length, cancellation, at => Alone(alone[at]));

        void Found(int at, Equilibrium equilibrium)
        {
            if (!_spaces.TryTake(out var space))
                space = new FlowSpace(equilibrium.Baseline);
            var bound = cases[at];
            found(at, new CaseAnswer(bound, equilibrium, new CaseEffects(_before, bound.Shock.IsNone ? _before : Outcome.Of(equilibrium, space.Of(equilibrium)))));
            _spaces.Add(space);
        }

        void Alone(int at)
        {
            try
            {
                found(at, CaseAnswer.Solve(cases[at], cancellation));
            }
            catch (NoEquilibriumException none)
            {
                failed(at, none);
            }
        }
    }

    // Markets that may vanish, and elasticities of its own, give a case another baseline.
    private bool Suits(BoundCase bound) => bound.Shock.MayVanish.IsEmpty && bound.Elasticities.AsSpan().SequenceEqual(_elasticities.AsSpan());
}
