using System.Globalization;
using Samarkand.Analyses.Rescue;
using Samarkand.Effects;
using Samarkand.Worlds;

namespace Samarkand.Reports.Tables;

/// <summary>What states can still pay for abroad: a table, and a sentence for each state.</summary>
public static class CommitmentReport
{
    /// <summary>Each commitment with what of it is paid, million USD a year.</summary>
    public static TableSpec<CaseAnswer> Table { get; } = new("commitments", "What states pay for abroad, and what of it they can still pay", () => TableDraft
        .Of((CaseAnswer answer) => Payments(answer), answer => answer.Case.World)
        .Region("state", "State", "Who pays.", row => row.State)
        .Text("commitment", "Commitment", Units.Text, "What for, as the case names it.", row => row.Share.Commitment.Name)
        .Number("priority", "Priority", Units.Number, "Its place in line: 1 is paid first.", row => row.Share.Commitment.Priority, 0)
        .Number("cost_musd", "Costs, m USD", Units.MillionUsd, "What it costs.", row => row.Share.Commitment.CostMusd, 0)
        .Number("paid_in_proportion_musd", "Paid if all spending falls alike", Units.MillionUsd, "What is still paid where commitments bear the fall of revenue in proportion, as all other spending does.", row => row.Share.Paid, 0)
        .Number("paid_last_in_line_musd", "Paid if these alone are cut", Units.MillionUsd, "What is still paid where everything else is paid first.", row => row.Last.Paid, 0)
        .Shape());

    /// <summary>A sentence for each state that has commitments.</summary>
    public static IEnumerable<string> Words(CaseAnswer answer) => StateCommitments.Of(answer).Select(state => Words(answer.Case.World, state));

    private static (Region State, PaidCommitment Share, PaidCommitment Last)[] Payments(CaseAnswer answer) =>
        [.. StateCommitments.Of(answer).SelectMany(state => state.InProportion.Payments.Zip(state.LastInLine.Payments, (share, last) => (state.State, share, last)))];

    private static string Words(World world, StateCommitments state)
    {
        var name = world.Name(state.State);
        var fall = state.Revenue.Before - state.Revenue.After;
        if (fall <= 0)
            return Invariant($"{name}'s real revenue does not fall, so its commitments stay paid.");
        var start = Invariant($"{name}'s real revenue falls by {100 * fall / state.Revenue.Before:0.0} percent, {fall / 1000:0.0} bn USD a year. ");
        var share = state.InProportion.Unpaid.FirstOrDefault();
        start += share is null
            ? "Where its commitments bear that as all else does, they stay paid"
            : Invariant($"Where its commitments bear that as all else does, the first to go short is {share.Commitment.Name} ({100 * share.Missing / share.Commitment.CostMusd:0} percent of {share.Commitment.CostMusd:N0} m USD)");
        var last = state.LastInLine.Unpaid.Length;
        return last == 0
            ? start + "; where all else is paid first, they still are."
            : start + Invariant($"; where all else is paid first, {last} of {state.LastInLine.Payments.Length} are not paid in full, and {state.LastInLine.Transfer:N0} m USD a year from somebody would keep them.");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
