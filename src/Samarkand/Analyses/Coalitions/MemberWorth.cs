using System.Collections.Immutable;
using Samarkand.Model;

namespace Samarkand.Analyses.Coalitions;

/// <summary>What a member of the coalition matters to it; million USD a year.</summary>
/// <param name="Member">The member.</param>
/// <param name="HarmShapley">Its Shapley value in harm to the target; NaN where that was not asked for.</param>
/// <param name="CostShapley">Its Shapley value in the coalition's own cost, likewise.</param>
/// <param name="StandardError">The standard error of <paramref name="HarmShapley"/>; 0 where every subset was solved.</param>
/// <param name="TargetLossWithout">What the target loses where this member alone stands aside.</param>
/// <param name="OwnGainByLeaving">What the member gains by standing aside while the others go on.</param>
public sealed record MemberWorth(
    CoalitionMember Member, double HarmShapley, double CostShapley, double TargetLossWithout, double OwnGainByLeaving, double StandardError)
{
    /// <summary>The standard error of <see cref="CostShapley"/>, likewise.</summary>
    public double CostStandardError { get; init; } = double.NaN;

    /// <summary>Leaves each member out in turn.</summary>
    /// <param name="solver">The case.</param>
    /// <param name="members">The members.</param>
    /// <param name="shapley">Their Shapley values, or null.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="NoEquilibriumException">The case has no equilibrium without a member; the message names it.</exception>
    internal static ImmutableArray<MemberWorth> Of(
        SubsetSolver solver, ImmutableArray<CoalitionMember> members, ShapleyValues? shapley, CancellationToken cancellation = default)
    {
        var outcomes = solver.EachWithout([[], .. members.Select(member => member.Regions)], cancellation);
        var whole = outcomes[0];
        return
        [
            .. members.Select((member, m) => new MemberWorth(
                member,
                shapley?.Harm[m] ?? double.NaN,
                shapley?.Cost[m] ?? double.NaN,
                outcomes[m + 1].Harm,
                outcomes[m + 1].Of(member.Regions) - whole.Of(member.Regions),
                shapley?.StandardError[m] ?? double.NaN) { CostStandardError = shapley?.CostStandardError[m] ?? double.NaN }),
        ];
    }
}
