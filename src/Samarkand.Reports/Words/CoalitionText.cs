using System.Collections.Immutable;
using System.Globalization;
using Samarkand.Analyses.Coalitions;
using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Worlds;

namespace Samarkand.Reports.Words;

/// <summary>A coalition in words, each sentence a line.</summary>
internal static class CoalitionText
{
    private const int MostNamed = 3;

    /// <summary>All that is known, each sentence a line.</summary>
    public static IReadOnlyList<string> Of(CoalitionStudy study)
    {
        var (lines, question) = (new List<string>(), study.Question);
        if (study.Shared is { } shared)
            lines.AddRange(Transfers(question.Case.World, shared));
        else if (question.WantsTransfers)
            lines.Add("A coalition of one has nobody to share its burden with.");
        if (!study.Members.IsEmpty)
            lines.AddRange(Worths(question.Case, study.Whole, study.Members));
        if (!study.Members.IsEmpty && Shapley(question) is { } shapley)
            lines.Add(shapley);
        lines.AddRange(Joining(question.Case, study.Joiners));
        return lines;
    }

    /// <summary>How exactly all of it holds.</summary>
    public static string Certificate(CoalitionStudy study)
    {
        var gap = study.Shared is { } shared ? Invariant($"; members' real incomes after transfers differ by at most {shared.Gap:0.0e+0} percentage points") : "";
        return Invariant($"Certificate: largest residual of all equilibria {study.LargestResidual:0.0e+0}{gap}.");
    }

    private static string? Shapley(CoalitionQuestion question)
    {
        if (question.Orders is { } orders)
            return Invariant($"Shapley values are means over {orders} random orders of the members, with their standard errors; all other numbers are exact.");
        return question.Enumerates ? null : Invariant(
            $"Shapley values of {question.Members.Length} members are left out: sample them with {new Parameter("permutations")}, or let blocs act as one, such as {new Parameter("members", "EU,USA")}.");
    }

    // Who would pay whom so that all bear the same.
    private static string[] Transfers(World world, BurdenSharing shared)
    {
        var (worst, best) = (shared.Members.MinBy(member => member.BeforePct)!, shared.Members.MaxBy(member => member.BeforePct)!);
        var moved = shared.Members.Sum(member => Math.Max(0, member.TransferMusd));
        return
        [
            Invariant($"Real income changes by {worst.BeforePct:+0.000;-0.000;0.000} percent in {Name(world, worst.Region)} and by {best.BeforePct:+0.000;-0.000;0.000} percent in {Name(world, best.Region)}, the extremes of the coalition's {shared.Members.Length} members."),
            Invariant($"Transfers of {Money(moved)} a year would bring every member to {shared.Members[0].AfterPct:+0.000;-0.000;0.000} percent: {Names(world, shared.Members.Where(member => member.TransferMusd < 0).OrderBy(member => member.TransferMusd))} would pay the most, {Names(world, shared.Members.Where(member => member.TransferMusd > 0).OrderByDescending(member => member.TransferMusd))} receive the most."),
        ];
    }

    // Whose absence matters, and who would rather leave.
    private static string[] Worths(BoundCase bound, SubsetOutcome whole, ImmutableArray<MemberWorth> worths)
    {
        var target = Name(bound.World, bound.Target);
        var (most, leaver) = (worths.MinBy(worth => worth.TargetLossWithout)!, worths.MaxBy(worth => worth.OwnGainByLeaving)!);
        var gainers = worths.Count(worth => worth.OwnGainByLeaving > 0);
        return
        [
            Invariant($"{target} {Loses(whole.Harm)} a year and the coalition {Loses(whole.Cost)}. {MemberName(bound.World, most.Member)} matters the most: without it {target} {Loses(most.TargetLossWithout)}."),
            gainers == 0
                ? "No member would gain by leaving while the others go on."
                : Invariant($"{gainers} of {worths.Length} members would gain by leaving while the others go on, the most {MemberName(bound.World, leaver.Member)}: {Money(leaver.OwnGainByLeaving)} a year."),
        ];
    }

    private static string[] Joining(BoundCase bound, ImmutableArray<Joiner> joiners) =>
    [
        .. joiners.Select(joiner => Invariant(
            $"If {Name(bound.World, joiner.Region)} joined, {Name(bound.World, bound.Target)} would lose {Money(Math.Abs(joiner.AddedHarm))} a year {(joiner.AddedHarm < 0 ? "less" : "more")}, and {Name(bound.World, joiner.Region)} would itself {(joiner.OwnCost < 0 ? "gain" : "lose")} {Money(Math.Abs(joiner.OwnCost))}.")),
    ];

    private static string Names(World world, IEnumerable<MemberBurden> members)
    {
        var named = members.Take(MostNamed).Select(member => Invariant($"{Name(world, member.Region)} ({Money(Math.Abs(member.TransferMusd))})")).ToArray();
        return named.Length < 2 ? string.Concat(named) : $"{string.Join(", ", named[..^1])} and {named[^1]}";
    }

    private static string MemberName(World world, CoalitionMember member) =>
        world.Regions.FirstOrDefault(region => region.Code == member.Name)?.Name ?? member.Name;

    private static string Loses(double amount) => $"{(amount < 0 ? "gains" : "loses")} {Money(Math.Abs(amount))}";

    private static string Money(double musd) => musd >= 1000 ? Invariant($"{musd / 1000:0.0} bn USD") : Invariant($"{musd:0} m USD");

    private static string Name(World world, Region region) => world.Name(region);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
