using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Effects;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Coalitions;

/// <summary>
/// Lump transfers among a coalition's members that sum to zero and equalise their changes of real income (Chowdhry, Hinz, Kamin and Wanner
/// 2024, Brothers in arms, Economic Policy 39(118)), prices and wages having answered to them.
/// </summary>
/// <param name="Members">The members in the world's order.</param>
/// <param name="Before">The equilibrium without the transfers.</param>
/// <param name="After">The equilibrium with them.</param>
public sealed record BurdenSharing(ImmutableArray<MemberBurden> Members, Equilibrium Before, Equilibrium After)
{
    /// <summary>The largest <see cref="Gap"/> that is an answer, percent points.</summary>
    public const double Tolerance = 1e-9;

    /// <summary>The certificate: the largest difference between two members' changes of real income, percent points.</summary>
    public double Gap => Members.Max(member => member.AfterPct) - Members.Min(member => member.AfterPct);

    /// <summary>Finds the transfers.</summary>
    /// <param name="bound">A case with a coalition of at least two.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InputException">The coalition has fewer than two members.</exception>
    /// <exception cref="NoEquilibriumException">The case has no equilibrium, or no transfers were found.</exception>
    internal static BurdenSharing Solve(BoundCase bound, CancellationToken cancellation = default)
    {
        if (bound.Coalition.Length < 2)
        {
            throw new InputException(new InputProblem(
                bound.Case.Source, 0, 0, $"the coalition has {(bound.Coalition.IsEmpty ? "no member" : "one member")} in {bound.World.About.Name}, and transfers need two", "add to `coalition`"));
        }

        var before = Simulation.Solve(bound.BaselineAt(bound.Horizon), bound.Shock, bound.Case.Closure, CaseAnswer.Tolerance, cancellation);
        var after = new TransferSearch(before, bound.Coalition, bound.Case.Closure).Run(cancellation);
        var transfers = after.Transfers;
        return new BurdenSharing(
            [.. bound.Coalition.Select((member, m) => new MemberBurden(member, transfers[m], Percent(before, member), Percent(after.Equilibrium, member)))],
            before,
            after.Equilibrium);
    }

    private static double Percent(Equilibrium equilibrium, Region member) => 100 * (equilibrium.RealIncome(member) - 1);
}

/// <summary>What a member bears.</summary>
/// <param name="Region">The member.</param>
/// <param name="TransferMusd">What it receives, negative where it pays; million USD a year, world value added the numeraire.</param>
/// <param name="BeforePct">Its change of real income without the transfers, percent.</param>
/// <param name="AfterPct">The same with them.</param>
public sealed record MemberBurden(Region Region, double TransferMusd, double BeforePct, double AfterPct);
