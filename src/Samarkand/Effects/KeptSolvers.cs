using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Samarkand.Cases;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Effects;

/// <summary>
/// Solves one case after another on worlds that stay open: what a world, a horizon, a closure, elasticities and the forms of the model determine is made once. An
/// answer has the bits of <see cref="CaseAnswer.Solve(BoundCase, CancellationToken)"/>. Safe to share between threads.
/// </summary>
/// <param name="most">How many are kept; all are forgotten where one more is needed.</param>
internal sealed class KeptSolvers(int most = 24)
{
    private readonly ConcurrentDictionary<Key, Lazy<Kept>> _kept = new();

    /// <summary>Solves a case at its own horizon.</summary>
    /// <exception cref="NoEquilibriumException">The case has no equilibrium.</exception>
    public CaseAnswer Solve(BoundCase bound, CancellationToken cancellation = default) => Solve(bound, bound.Horizon, cancellation);

    /// <summary>Solves a case at a horizon.</summary>
    /// <exception cref="NoEquilibriumException">The case has no equilibrium at that horizon.</exception>
    public CaseAnswer Solve(BoundCase bound, Horizon horizon, CancellationToken cancellation = default)
    {
        // Routes are others at another horizon.
        if (bound.Case.Adjustment == Adjustment.BySector || bound.Routes is not null)
            bound = bound.At(horizon);
        // What vanishes depends on the shock, and the baseline on what vanishes.
        if (!bound.Shock.MayVanish.IsEmpty)
            return CaseAnswer.Solve(bound, horizon, cancellation);
        var kept = Find(bound, horizon);
        var equilibrium = kept.Solver.Solve(bound.Shock, bound.Closure, CaseAnswer.Tolerance, cancellation);
        return new CaseAnswer(bound, equilibrium, new CaseEffects(kept.Before, bound.Shock.IsNone ? kept.Before : Outcome.Of(equilibrium))) { Horizon = horizon };
    }

    /// <summary>A case at each horizon, as <see cref="HorizonAnswer.All"/>.</summary>
    public IEnumerable<HorizonAnswer> All(CaseAnswer answer, CancellationToken cancellation = default)
    {
        foreach (var horizon in Enum.GetValues<Horizon>())
            yield return One(answer, horizon, cancellation);
    }

    private HorizonAnswer One(CaseAnswer answer, Horizon horizon, CancellationToken cancellation)
    {
        try
        {
            return new HorizonAnswer(horizon, horizon == answer.Horizon ? answer : Solve(answer.Case, horizon, cancellation), null);
        }
        catch (NoEquilibriumException none)
        {
            return new HorizonAnswer(horizon, null, none.Message);
        }
    }

    private Kept Find(BoundCase bound, Horizon horizon)
    {
        var elasticities = Convert.ToHexString(MemoryMarshal.AsBytes(bound.Elasticities.AsSpan()));
        var key = new Key(bound.World, horizon, bound.Closure == Closure.Closed, elasticities, bound.Case.Form);
        if (!_kept.ContainsKey(key) && _kept.Count >= most)
            _kept.Clear();
        return _kept.GetOrAdd(key, _ => new Lazy<Kept>(() => Make(bound, horizon))).Value;
    }

    private static Kept Make(BoundCase bound, Horizon horizon)
    {
        var baseline = bound.BaselineAt(horizon);
        if (bound.Closure == Closure.Closed)
            baseline = Simulation.WithoutDeficits(baseline, CaseAnswer.Tolerance);
        return new Kept(Solver.For(baseline), Outcome.Of(baseline));
    }

    private sealed record Kept(Solver Solver, Outcome Before);

    private readonly record struct Key(World World, Horizon Horizon, bool IsClosed, string Elasticities, ModelForm Form);
}
