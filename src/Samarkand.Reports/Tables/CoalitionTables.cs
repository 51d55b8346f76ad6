using System.Collections.Immutable;
using Samarkand.Analyses.Coalitions;
using Samarkand.Worlds;

namespace Samarkand.Reports.Tables;

/// <summary>The tables of a coalition. Names and columns are stable.</summary>
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

    /// <summary>Every table with the line that describes it.</summary>
    public static IReadOnlyList<(string Name, string Title)> All { get; } =
    [
        (Burden, "Transfers inside the coalition that equalise its members' changes of real income"),
        (Members, "What each member is worth to the coalition, million USD a year"),
        (Joiners, "What each state would add if it joined, million USD a year"),
        (Subsets, "What every subset of the members does to the target and costs the coalition, million USD a year"),
    ];

    /// <summary>The table of that name; with no row where what it holds was not asked for.</summary>
    /// <exception cref="ArgumentException">There is no such table.</exception>
    public static Table Make(string name, CoalitionStudy study) => name switch
    {
        Burden => Of(study.Question.Case.World, study.Shared),
        Members => Of(study.Members),
        Joiners => Of(study.Question.Case.World, study.Joiners),
        Subsets => Of(study.Question.Members, study.Subsets),
        _ => throw new ArgumentException($"there is no table `{name}`", nameof(name)),
    };

    /// <summary>Members with standard errors only where orders were sampled, and without Shapley values where none were asked for.</summary>
    public static Table MembersForPeople(CoalitionStudy study)
    {
        var table = Of(study.Members);
        return table with
        {
            Columns =
            [
                .. table.Columns.Where(column =>
                    column.Name.Contains("error", StringComparison.Ordinal) ? study.Question.Orders is not null
                        : !column.Name.Contains("shapley", StringComparison.Ordinal) || study.Question.Enumerates || study.Question.Orders is not null),
            ],
        };
    }

    // In the world's order.
    private static Table Of(World world, BurdenSharing? shared)
    {
        ImmutableArray<MemberBurden> members = shared?.Members ?? [];
        return new Table(Burden, All[0].Title,
        [
            new TextColumn("region", "Region", [.. members.Select(member => Code(world, member.Region))]),
            new NumberColumn("transfer_musd", "Receives, m USD", [.. members.Select(member => member.TransferMusd)], 0),
            new NumberColumn("real_income_pct_before", "Real income % before", [.. members.Select(member => member.BeforePct)], 3),
            new NumberColumn("real_income_pct_after", "Real income % after", [.. members.Select(member => member.AfterPct)], 3),
        ]);
    }

    private static Table Of(ImmutableArray<MemberWorth> worths) => new(Members, All[1].Title,
    [
        new TextColumn("member", "Member", [.. worths.Select(worth => worth.Member.Name)]),
        new NumberColumn("harm_shapley_musd", "Harm to the target (Shapley)", [.. worths.Select(worth => worth.HarmShapley)], 0),
        new NumberColumn("cost_shapley_musd", "Own cost (Shapley)", [.. worths.Select(worth => worth.CostShapley)], 0),
        new NumberColumn("target_loss_without_musd", "Target's loss without it", [.. worths.Select(worth => worth.TargetLossWithout)], 0),
        new NumberColumn("own_gain_by_leaving_musd", "Own gain by leaving", [.. worths.Select(worth => worth.OwnGainByLeaving)], 0),
        new NumberColumn("standard_error_musd", "Standard error of harm", [.. worths.Select(worth => worth.StandardError)], 0),
        new NumberColumn("cost_standard_error_musd", "Standard error of cost", [.. worths.Select(worth => worth.CostStandardError)], 0),
    ]);

    private static Table Of(World world, ImmutableArray<Joiner> joiners) => new(Joiners, All[2].Title,
    [
        new TextColumn("region", "Region", [.. joiners.Select(joiner => Code(world, joiner.Region))]),
        new NumberColumn("added_harm_musd", "Added harm to the target", [.. joiners.Select(joiner => joiner.AddedHarm)], 0),
        new NumberColumn("own_cost_musd", "Own cost", [.. joiners.Select(joiner => joiner.OwnCost)], 0),
    ]);

    // From nobody to everybody, in the order of the bits: the first member counts one.
    private static Table Of(ImmutableArray<CoalitionMember> members, SubsetWorths? worths) => new(Subsets, All[3].Title,
    [
        new TextColumn("members", "Members", [.. Enumerable.Range(0, worths?.Harm.Length ?? 0).Select(subset => string.Join(' ', members.Where((_, m) => (subset >> m & 1) != 0).Select(member => member.Name)))]),
        new NumberColumn("harm_musd", "Harm to the target", worths is null ? [] : [.. worths.Harm], 0),
        new NumberColumn("cost_musd", "The coalition's own cost", worths is null ? [] : [.. worths.Cost], 0),
    ]);

    private static string Code(World world, Region region) => world.Code(region);
}
