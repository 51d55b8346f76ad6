using Samarkand.Analyses.Rescue;
using Samarkand.Effects;

namespace Samarkand.Reports.Tables;

/// <summary>What states can still pay for abroad: a row for each commitment.</summary>
public static class CommitmentReport
{
    /// <summary>The name of the table.</summary>
    public const string Table = "commitments";

    /// <summary>Each commitment with what of it is paid, million USD a year.</summary>
    public static Table Of(CaseAnswer answer)
    {
        var rows = StateCommitments.Of(answer).SelectMany(state => state.InProportion.Payments.Zip(state.LastInLine.Payments, (share, last) => (state.State, Share: share, Last: last))).ToArray();
        return new Table(Table, CaseTables.Title(Table),
        [
            new TextColumn("state", "State", [.. rows.Select(row => answer.Case.World.Code(row.State))]),
            new TextColumn("commitment", "Commitment", [.. rows.Select(row => row.Share.Commitment.Name)]),
            new NumberColumn("priority", "Priority", [.. rows.Select(row => (double)row.Share.Commitment.Priority)], 0),
            new NumberColumn("cost_musd", "Costs, m USD", [.. rows.Select(row => row.Share.Commitment.CostMusd)], 0),
            new NumberColumn("paid_in_proportion_musd", "Paid if all bear the fall", [.. rows.Select(row => row.Share.Paid)], 0),
            new NumberColumn("paid_last_in_line_musd", "Paid if these alone bear it", [.. rows.Select(row => row.Last.Paid)], 0),
        ]);
    }
}
