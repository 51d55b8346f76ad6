using System.Collections.Immutable;
using Samarkand.Coalitions;
using Samarkand.Worlds;

namespace Samarkand.Reports;

/// <summary>The tables of a coalition. Names and columns are stable.</summary>
public static class CoalitionTables
{
    /// <summary>The name of the table of transfers.</summary>
    public const string Burden = "burden-sharing";

    /// <summary>The name of the table of members.</summary>
    public const string Members = "coalition-members";

    /// <summary>The name of the table of states that might join.</summary>
    public const string Joiners = "joiners";

    /// <summary>Every table with the line that describes it.</summary>
    public static IReadOnlyList<(string Name, string Title)> All { get; } =
    [
        (Burden, "Transfers inside the coalition that equalise its members' changes of real income"),
        (Members, "What each member is worth to the coalition, million USD a year"),
        (Joiners, "What each state would add if it joined, million USD a year"),
    ];

    /// <summary>The table <c>burden-sharing</c>, in the world's order.</summary>
    public static Table Of(World world, BurdenSharing shared) => new(Burden, All[0].Title,
    [
        new TextColumn("region", "Region", [.. shared.Members.Select(member => Code(world, member.Region))]),
        new NumberColumn("transfer_musd", "Receives, m USD", [.. shared.Members.Select(member => member.TransferMusd)], 0),
        new NumberColumn("real_income_pct_before", "Real income % before", [.. shared.Members.Select(member => member.BeforePct)], 3),
        new NumberColumn("real_income_pct_after", "Real income % after", [.. shared.Members.Select(member => member.AfterPct)], 3),
    ]);

    /// <summary>The table <c>coalition-members</c>, in the order of the members.</summary>
    public static Table Of(ImmutableArray<MemberWorth> worths) => new(Members, All[1].Title,
    [
        new TextColumn("member", "Member", [.. worths.Select(worth => worth.Member.Name)]),
        new NumberColumn("harm_shapley_musd", "Harm to the target (Shapley)", [.. worths.Select(worth => worth.HarmShapley)], 0),
        new NumberColumn("cost_shapley_musd", "Own cost (Shapley)", [.. worths.Select(worth => worth.CostShapley)], 0),
        new NumberColumn("target_loss_without_musd", "Target's loss without it", [.. worths.Select(worth => worth.TargetLossWithout)], 0),
        new NumberColumn("own_gain_by_leaving_musd", "Own gain by leaving", [.. worths.Select(worth => worth.OwnGainByLeaving)], 0),
        new NumberColumn("standard_error_musd", "Standard error of harm", [.. worths.Select(worth => worth.StandardError)], 0),
    ]);

    /// <summary>The table <c>joiners</c>, in the order of the states.</summary>
    public static Table Of(World world, ImmutableArray<Joiner> joiners) => new(Joiners, All[2].Title,
    [
        new TextColumn("region", "Region", [.. joiners.Select(joiner => Code(world, joiner.Region))]),
        new NumberColumn("added_harm_musd", "Added harm to the target", [.. joiners.Select(joiner => joiner.AddedHarm)], 0),
        new NumberColumn("own_cost_musd", "Own cost", [.. joiners.Select(joiner => joiner.OwnCost)], 0),
    ]);

    private static string Code(World world, Region region) => world.Regions[region.Index].Code;
}
