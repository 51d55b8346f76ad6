using System.Collections.Immutable;
using System.Diagnostics;
using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Rescue;

/// <summary>
/// What the case's package would do to another state if it were next, amounts of money in proportion to value added. Percent of real
/// income.
/// </summary>
/// <param name="Region">The state.</param>
/// <param name="OwnLossPct">What it would lose.</param>
/// <param name="CoalitionLossPct">What the coalition would lose.</param>
internal sealed record WarningExample(Region Region, double OwnLossPct, double CoalitionLossPct)
{
    /// <summary>Aims the package at each state in turn; the coalition is the case's without that state, and all others stay neutral.</summary>
    /// <exception cref="NoEquilibriumException">The package leaves a state without equilibrium.</exception>
    public static ImmutableArray<WarningExample> Of(BoundCase bound, IReadOnlyList<Region> states, CancellationToken cancellation = default)
    {
        var examples = new WarningExample[states.Count];
        InParallel.For(states.Count, cancellation, k =>
        {
            var aimed = Aimed(bound, states[k]);
            var equilibrium = Simulation.Solve(aimed.BaselineAt(aimed.Horizon), aimed.Shock, aimed.Case.Closure, Solver.DefaultTolerance, cancellation);
            examples[k] = new WarningExample(states[k], Loss(equilibrium, [states[k]]), Loss(equilibrium, aimed.Coalition));
        });
        return [.. examples];
    }

    private static double Loss(Equilibrium equilibrium, ImmutableArray<Region> members)
    {
        var (lost, income) = (0.0, 0.0);
        foreach (var member in members)
        {
            income += equilibrium.Baseline.Income(member);
            lost += (1 - equilibrium.RealIncome(member)) * equilibrium.Baseline.Income(member);
        }

        return 100 * lost / income;
    }

    private static BoundCase Aimed(BoundCase bound, Region state)
    {
        var (old, code) = (bound.Case, bound.World.Code(state));
        var added = bound.World.ValueAdded;
        var size = added[state.Index] / added[bound.Target.Index];
        var place = old.Target.Place;
        RegionName Turned(RegionName name) => name.Text == old.Target.Text ? new RegionName(code, name.MayBeMissing, name.Place) : name;
        ImmutableArray<RegionName> All(ImmutableArray<RegionName> names) => [.. names.Select(Turned)];
        Instrument AimedInstrument(Instrument instrument) => instrument switch
        {
            FlowInstrument flow => flow with { Scope = flow.Scope with { From = All(flow.Scope.From), To = All(flow.Scope.To) } },
            MoneyInstrument money => money with { AmountMusd = money.AmountMusd * size },
            _ => throw new UnreachableException(),
        };
        return (old with
        {
            Target = new RegionName(code, false, place),
            Coalition = [.. bound.Coalition.Where(member => member != state).Select(member => new RegionName(bound.World.Code(member), false, place))],
            Package = [.. old.Package.Select(AimedInstrument)],
            Players = [],
            StanceChanges = [],
            Secondary = null,
            Retaliation = null,
            Expected = [],
        }).BindTo(bound.World);
    }
}
