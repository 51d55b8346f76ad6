using Samarkand.Analyses.Rescue;
using Samarkand.Effects;
using Samarkand.Worlds;

namespace Samarkand.Reports.Tables;

/// <summary>What states can still pay for abroad: a row for each commitment.</summary>
internal static class CommitmentReport
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

    private static (Region State, PaidCommitment Share, PaidCommitment Last)[] Payments(CaseAnswer answer) =>
        [.. StateCommitments.Of(answer).SelectMany(state => state.InProportion.Payments.Zip(state.LastInLine.Payments, (share, last) => (state.State, share, last)))];
}
