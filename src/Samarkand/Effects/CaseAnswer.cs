using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Effects;

/// <summary>A case solved: its equilibrium, its effects and the totals of its sides.</summary>
/// <param name="Case">The case, bound to its world.</param>
/// <param name="Equilibrium">The counterfactual, with its certificate.</param>
/// <param name="Effects">What changed against the world without the case.</param>
public sealed record CaseAnswer(BoundCase Case, Equilibrium Equilibrium, CaseEffects Effects)
{
    /// <summary>
    /// The tolerance of a single answer: tighter than the solver's default, since residuals of 1e-10 may leave a tenth digit open
    /// and the few passes more cost nothing here.
    /// </summary>
    public const double Tolerance = 1e-12;

    /// <summary>The horizon at which it was solved.</summary>
    public Horizon Horizon { get; init; } = Case.Horizon;

    /// <summary>The answer that this one is compared with; null where that is the world without the case.</summary>
    public CaseAnswer? Other { get; init; }

    /// <summary>What the case bans of what is sold to the target.</summary>
    internal BannedTrade BannedTrade => field ??= new BannedTrade(Case);

    /// <summary>Totals of the target, the coalition, all others and the world.</summary>
    public ImmutableArray<GroupEffects> Groups => Totals(Effects);

    /// <summary>Solves a case at its own horizon and closure.</summary>
    /// <exception cref="NoEquilibriumException">The case has no equilibrium.</exception>
    /// <example>
    /// <code>
    /// using Samarkand.Cases;
    /// using Samarkand.Effects;
    ///
    /// var bound = new CaseDraft("Who pays?", "RUS") { Coalition = ["EU", "USA"] }.ExportBan(0.5, "electronics").Open();
    /// var answer = CaseAnswer.Solve(bound);
    /// foreach (var effects in answer.Effects.Regions.OrderBy(effects => effects.RealIncomePct).Take(5))
    ///     Console.WriteLine($"{bound.World.Name(effects.Region)}: {effects.RealIncomePct:0.000} percent, {effects.EquivalentVariation:N0} m USD");
    /// </code>
    /// </example>
    public static CaseAnswer Solve(BoundCase bound, CancellationToken cancellation = default) =>
        Solve(bound, bound.Horizon, cancellation);

    /// <summary>Solves a case at another horizon.</summary>
    /// <exception cref="NoEquilibriumException">The case has no equilibrium.</exception>
    public static CaseAnswer Solve(BoundCase bound, Horizon horizon, CancellationToken cancellation = default)
    {
        // Routes and pools are others at another horizon.
        if (bound.Case.Adjustment == Adjustment.BySector || bound.Routes is not null || bound.Gas is not null)
            bound = bound.At(horizon);
        var equilibrium = Simulation.Solve(bound.BaselineAt(horizon), bound.Shock, bound.Closure, Tolerance, cancellation);
        var before = Outcome.Of(equilibrium.Baseline);

        // Without a shock the solver's rounding would show as changes in the last digit.
        var after = bound.Shock.IsNone ? before : Outcome.Of(equilibrium);
        return new CaseAnswer(bound, equilibrium, new CaseEffects(before, after)) { Horizon = horizon };
    }

    /// <summary>The same question at another horizon, compared with the same.</summary>
    /// <exception cref="NoEquilibriumException">There is no equilibrium at that horizon.</exception>
    public CaseAnswer At(Horizon horizon, CancellationToken cancellation = default)
    {
        if (horizon == Horizon)
            return this;
        var answer = Solve(Case, horizon, cancellation);
        return Other is null ? answer : answer.Against(Other.At(horizon, cancellation));
    }

    /// <summary>The effects against another case instead of against the world without the case.</summary>
    /// <exception cref="InputException">The other case stands on another world, horizon or closure, so that nothing can be compared.</exception>
    public CaseAnswer Against(CaseAnswer other)
    {
        var (mine, theirs) = (Case, other.Case);
        if (mine.Case.World != theirs.Case.World || Horizon != other.Horizon || mine.Closure != theirs.Closure)
        {
            throw new InputException(new InputProblem(
                theirs.Source,
                0,
                0,
                $"it uses {theirs.Case.World}, {other.Horizon}, {theirs.Closure}, the case itself {mine.Case.World}, {Horizon}, {mine.Closure}",
                "give both the same world, horizon and closure"));
        }

        return this with { Effects = new CaseEffects(other.Effects.After, Effects.After), Other = other };
    }

    private ImmutableArray<GroupEffects> Totals(CaseEffects effects)
    {
        var all = Enumerable.Range(0, Case.World.Regions.Length).Select(r => new Region(r)).ToArray();
        var others = all.Where(r => r != Case.Target && !Case.Coalition.Contains(r)).ToArray();
        var totals = ImmutableArray.CreateBuilder<GroupEffects>();
        totals.Add(effects.Total("target", [Case.Target]));
        if (!Case.Coalition.IsEmpty)
            totals.Add(effects.Total("coalition", Case.Coalition));
        if (others.Length > 0)
            totals.Add(effects.Total("others", others));
        totals.Add(effects.Total("world", all));
        return totals.ToImmutable();
    }
}
