using System.Collections.Concurrent;
using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Effects;
using Samarkand.Model;
using Samarkand.Model.Solving;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Ensembles;

/// <summary>Solves draws of a case on one prepared solver. A draw's result depends on the case, the seed and its number alone.</summary>
internal sealed class DrawSolver
{
    private readonly DrawnCase _drawn;
    private readonly PriorSampler _sampler;
    private readonly Closure _closure;
    private readonly Outcome _before;
    private readonly ConcurrentBag<FlowSpace> _spaces = [];

    // Null where the baseline changes with the draw in more than its elasticities.
    private readonly Lazy<Solver>? _solver;

    /// <summary>Answers the case at its own values, and prepares the solver of its draws.</summary>
    /// <param name="text">The case.</param>
    /// <param name="world">Its world.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="hasToSolve">False where every draw is there: the solver is then prepared when one is asked for all the same.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InputException">A prior names no value of the case.</exception>
    /// <exception cref="NoEquilibriumException">The case itself has no equilibrium.</exception>
    public DrawSolver(CaseSource text, World world, int seed, bool hasToSolve, CancellationToken cancellation)
    {
        _drawn = new DrawnCase(text, world);
        _sampler = new PriorSampler(_drawn.Priors, seed);
        var bound = text.Open(world);
        _closure = bound.Case.Closure;
        var isPlain = _closure != Closure.Closed && bound.Case.MayVanish.IsEmpty;
        _solver = isPlain ? new Lazy<Solver>(() => Solver.Prepare(_drawn.Central, cancellation)) : null;
        var preparing = hasToSolve ? Task.Run(() => _solver?.Value, cancellation) : null;
        Central = CaseAnswer.Solve(bound, cancellation);
        _before = Outcome.Of(_drawn.Central);
        Measures = Ensembles.Measures.List(Central);
        preparing?.GetAwaiter().GetResult();
    }

    /// <summary>The case at its own values.</summary>
    public CaseAnswer Central { get; }

    public ImmutableArray<Prior> Priors => _drawn.Priors;

    public ImmutableArray<Measure> Measures { get; }

    /// <summary>Solves draws of neighbouring numbers, in parallel.</summary>
    public DrawBlock Solve(int first, int count, Action? solved, CancellationToken cancellation)
    {
        var block = DrawBlock.Empty(first, count, Priors.Length, Measures.Length);
        if (_solver is not null)
            _solver.Value.SolveMany(count, Ask, Found, Failed, _closure, Solver.DefaultTolerance, cancellation);
        else
            InParallel.For(count, cancellation, SolveAlone);
        return block;

        Counterfactual Ask(int draw)
        {
            var (bound, baseline) = Draw(draw);
            return new Counterfactual(bound.Shock, baseline);
        }

        (BoundCase Case, Baseline Baseline) Draw(int draw)
        {
            var values = _sampler.Draw(first + draw);
            for (var p = 0; p < values.Length; p++)
                block.Priors[p][draw] = values[p];
            return _drawn.At(values);
        }

        void Found(int draw, Equilibrium equilibrium)
        {
            if (!_spaces.TryTake(out var space) || !space.Suits(equilibrium))
                space = new FlowSpace(equilibrium.Baseline);
            var values = Ensembles.Measures.Values(Central with { Equilibrium = equilibrium, Effects = Effects(equilibrium, space) });
            _spaces.Add(space);
            for (var m = 0; m < values.Length; m++)
                block.Values[m][draw] = values[m];
            block.Residuals[draw] = equilibrium.Certificate.Largest;
            solved?.Invoke();
        }

        void Failed(int draw, NoEquilibriumException none)
        {
            block.Reasons[draw] = none.Message;
            solved?.Invoke();
        }

        void SolveAlone(int draw)
        {
            var (bound, baseline) = Draw(draw);
            try
            {
                Found(draw, Simulation.Solve(baseline, bound.Shock, _closure, Solver.DefaultTolerance, cancellation));
            }
            catch (NoEquilibriumException none)
            {
                Failed(draw, none);
            }
        }
    }

    private CaseEffects Effects(Equilibrium equilibrium, FlowSpace space)
    {
        var isSameWorld = equilibrium.Baseline.Observed.DiffersInElasticitiesAlone(_before.Baseline.Observed);
        var before = isSameWorld ? _before : Outcome.Of(equilibrium.Baseline);
        return new CaseEffects(before, equilibrium.Shock.IsNone ? before : Outcome.Of(equilibrium, space.Of(equilibrium)));
    }
}
