using System.Collections.Immutable;
using Samarkand.Analyses.Coalitions;
using Samarkand.Worlds;

namespace Samarkand.Reports.Tables;

/// <summary>The tables of a coalition. Names and columns are stable; a table has no row where what it holds was not asked for.</summary>
/// <example>
/// <code>
/// using Samarkand.Analyses.Coalitions;
/// using Samarkand.Cases;
/// using Samarkand.Reports.Tables;
///
/// var bound = new CaseDraft("What is each member worth?", "RUS") { Coalition = ["DEU", "FRA"] }.ExportBan(0.5).Open();
/// var study = CoalitionStudy.Of(new CoalitionQuestion(bound, CoalitionMember.Each(bound), []) { WantsTransfers = false });
/// TableWriter.WriteCsv(CoalitionTables.All.Make(CoalitionTables.Members, study), Console.Out);
/// </code>
/// </example>
public static class CoalitionTables
{
    /// <summary>The name of the table of transfers.</summary>
    public const string Burden = "burden-sharing";

    /// <summary>The name of the table of members.</summary>
    public const string Members = "coalition-members";

    /// <summary>The name of the table of states that might join.</summary>
    public const string Joiners = "joiners";

    /// <summary>The name of the table of every subset of the members.</summary>
    public const string Subsets = "coalition-subsets";

    /// <summary>Every table, in the order in which they are listed.</summary>
    public static ImmutableArray<TableSpec<CoalitionStudy>> All { get; } =
    [
        new(Burden, "Transfers inside the coalition that equalise its members' changes of real income", OfBurden),
        new(Members, "What each member is worth to the coalition, million USD a year", OfMembers),
        new(Joiners, "What each state would add if it joined, million USD a year", OfJoiners),
        new(Subsets, "What every subset of the members does to the target and costs the coalition, million USD a year", OfSubsets),
    ];

    /// <summary>Members with standard errors only where orders were sampled, and without Shapley values where none were asked for.</summary>
    internal static Table MembersForPeople(CoalitionStudy study) => All.Make(Members, study).Without(column =>
        column.Name.Contains("error", StringComparison.Ordinal) ? study.Question.Orders is null
            : column.Name.Contains("shapley", StringComparison.Ordinal) && !study.Question.Enumerates && study.Question.Orders is null);

    // In the world's order.
    private static TableShape<CoalitionStudy> OfBurden() => TableDraft
        .Of((CoalitionStudy study) => study.Shared?.Members ?? [], World)
        .Region("region", "Region", "The member.", row => row.Region)
        .Number("transfer_musd", "Receives, m USD", Units.MillionUsd, "What it receives from the others; below zero it pays.", row => row.TransferMusd, 0)
        .Number("real_income_pct_before", "Real income % before", Units.Percent, "Change of its real income by the case, without transfers.", row => row.BeforePct, 3)
        .Number("real_income_pct_after", "Real income % after", Units.Percent, "Change of its real income with transfers: one number for all members.", row => row.AfterPct, 3)
        .Shape();

    private static TableShape<CoalitionStudy> OfMembers() => TableDraft
        .Of((CoalitionStudy study) => study.Members, World)
        .RegionCode("member", "Member", "The member: a region, or a bloc that acts as one.", row => row.Member.Name)
        .Number("harm_shapley_musd", "Harm to the target (Shapley)", Units.MillionUsd, "What it adds to the target's loss, on average over all orders in which members could join; empty where that was not asked for.", row => row.HarmShapley, 0)
        .Number("cost_shapley_musd", "Own cost (Shapley)", Units.MillionUsd, "What it adds to the coalition's loss, on average over all orders in which members could join; empty where that was not asked for.", row => row.CostShapley, 0)
        .Number("target_loss_without_musd", "Target's loss without it", Units.MillionUsd, "The target's loss where this member leaves and the others go on.", row => row.TargetLossWithout, 0)
        .Number("own_gain_by_leaving_musd", "Own gain by leaving", Units.MillionUsd, "What the member gains by leaving while the others go on.", row => row.OwnGainByLeaving, 0)
        .Number("standard_error_musd", "Standard error of harm", Units.MillionUsd, "Standard error of the Shapley value in harm; zero where every subset was solved.", row => row.StandardError, 0)
        .Number("cost_standard_error_musd", "Standard error of cost", Units.MillionUsd, "Standard error of the Shapley value in own cost; zero where every subset was solved.", row => row.CostStandardError, 0)
        .Shape();

    private static TableShape<CoalitionStudy> OfJoiners() => TableDraft
        .Of((CoalitionStudy study) => study.Joiners, World)
        .Region("region", "Region", "The third state.", row => row.Region)
        .Number("added_harm_musd", "Added harm to the target", Units.MillionUsd, "What the target would lose more if the state joined.", row => row.AddedHarm, 0)
        .Number("own_cost_musd", "Own cost", Units.MillionUsd, "What the state itself would lose by joining.", row => row.OwnCost, 0)
        .Shape();

    private static TableShape<CoalitionStudy> OfSubsets() => TableDraft
        .Of((CoalitionStudy study) => Worths(study))
        .Text("members", "Members", Units.Code, "The members that take part; empty where nobody does.", row => row.Members)
        .Number("harm_musd", "Harm to the target", Units.MillionUsd, "What the target loses.", row => row.Harm, 0)
        .Number("cost_musd", "The coalition's own cost", Units.MillionUsd, "What all members lose together, those that stand aside included.", row => row.Cost, 0)
        .Shape();

    // From nobody to everybody, in the order of the bits: the first member counts one.
    private static Subset[] Worths(CoalitionStudy study)
    {
        var members = study.Question.Members;
        return study.Subsets is not { } worths ? [] :
        [
            .. Enumerable.Range(0, worths.Harm.Length).Select(subset => new Subset(
                string.Join(' ', members.Where((_, m) => (subset >> m & 1) != 0).Select(member => member.Name)), worths.Harm[subset], worths.Cost[subset])),
        ];
    }

    private static World World(CoalitionStudy study) => study.Question.Case.World;

    private sealed record Subset(string Members, double Harm, double Cost);
}
