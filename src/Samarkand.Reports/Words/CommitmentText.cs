using System.Globalization;
using Samarkand.Analyses.Rescue;
using Samarkand.Effects;
using Samarkand.Worlds;

namespace Samarkand.Reports.Words;

/// <summary>What states can still pay for abroad, in words.</summary>
internal static class CommitmentText
{
    /// <summary>A few sentences for each state that has commitments, as one line.</summary>
    public static IEnumerable<string> Of(CaseAnswer answer) => StateCommitments.Of(answer).Select(state => Of(answer.Case.World, state));

    private static string Of(World world, StateCommitments state)
    {
        var name = Named.Of(world, state.State);
        var fall = state.Revenue.Before - state.Revenue.After;
        if (fall <= 0)
            return $"The revenue of {name} does not fall in real terms, so its commitments abroad stay paid.";
        var start = $"The state of {name} has {Amounts.Percent(100 * fall / state.Revenue.Before)} percent less to spend in real terms, {Amounts.Money(fall)} a year. ";
        var share = state.InProportion.Unpaid.FirstOrDefault();
        start += share is null
            ? "If its commitments abroad bear that as everything else does, they stay paid"
            : Invariant($"If its commitments abroad bear that as everything else does, the first to go short is {share.Commitment.Name} (by {100 * share.Missing / share.Commitment.CostMusd:0} percent of {Amounts.Money(share.Commitment.CostMusd)})");
        var last = state.LastInLine.Unpaid.Length;
        return last == 0
            ? start + "; if everything else is paid first, they still are."
            : start + Invariant($"; if everything else is paid first, {last} of {state.LastInLine.Payments.Length} are not paid in full, and {Amounts.Money(state.LastInLine.Transfer)} a year from somebody would keep them.");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
