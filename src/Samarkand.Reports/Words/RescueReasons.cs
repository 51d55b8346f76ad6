using System.Globalization;
using Samarkand.Analyses.Dependence;
using Samarkand.Analyses.Rescue;
using Samarkand.Analyses.Rescue.Pairwise;
using Samarkand.Cases;
using Samarkand.Worlds;

namespace Samarkand.Reports.Words;

/// <summary>Why a rescue comes or does not, and what would change it.</summary>
internal static class RescueReasons
{
    public static IEnumerable<string> Of(RescueAnswer answer)
    {
        var (world, target) = (answer.Case.World, answer.Case.Target);
        var (who, whom) = (Named.Of(world, answer.Rescuer.Region), Named.Of(world, target));
        if (answer.Rescue is { } rescue && Math.Abs(rescue.Relief) > 0)
            yield return WhatWouldChangeIt(answer, rescue, who, whom);
        if (answer.Warnings.FirstOrDefault(warning => warning.Region == answer.Rescuer.Region) is { } warning)
            yield return Warning(warning, answer.Warnings[0], who, whom);
        yield return Dependence(world, answer.DependenceBefore, answer.DependenceAfter);
        yield return Guarantee(answer, who, whom);
        yield return Stable(answer);
        if (answer.First is { } first)
            yield return FirstMoveText.Of(first, region => Named.Of(world, region), whom, Named.Whose(world, target));
        if (WordsDiffer(answer, whom) is { } differ)
            yield return differ;
    }

    private static string Warning(WarningExample next, WarningExample now, string who, string whom) => Invariant(
        $"A warning example: aimed at {who} instead, the same package would cost it {Amounts.Percent(next.OwnLossPct)} percent of real income and the coalition {Amounts.Percent(next.CoalitionLossPct)}. Aimed at {whom} it costs {Amounts.Percent(now.OwnLossPct)} and {Amounts.Percent(now.CoalitionLossPct)}. (Both hold every third state neutral, so the second differs from the case's own figures.)");

    private static string Dependence(World world, PairDependence before, PairDependence after)
    {
        var isOneJunior = before.One.RealIncomePct < before.Two.RealIncomePct;
        var (junior, senior) = isOneJunior ? (before.One, before.Two) : (before.Two, before.One);
        var (juniorAfter, seniorAfter) = isOneJunior ? (after.One, after.Two) : (after.Two, after.One);
        return Invariant(
            $"{Named.Of(world, junior.Region)} is the junior partner: without any trade between the two it would lose {Amounts.Percent(junior.RealIncomePct)} percent of real income, {Named.Of(world, senior.Region)} {Amounts.Percent(senior.RealIncomePct)}; once the sanctions hold, {Amounts.Percent(juniorAfter.RealIncomePct)} and {Amounts.Percent(seniorAfter.RealIncomePct)}.");
    }

    private static string Guarantee(RescueAnswer answer, string who, string whom)
    {
        if (answer.Rescuer.AbandonmentCost > 0)
            return Invariant($"A guarantee binds {who}: to leave {whom} without rescue would cost it {100 * answer.Rescuer.AbandonmentCost:0.##} percent of income.");
        var forum = answer.Case.Guarantees.FirstOrDefault(guarantee => guarantee.Obligation != Obligation.Defence);
        return forum is null ? $"No guarantee binds {who} to {whom}." : $"No guarantee binds {who} to {whom}: {forum.Alliance.Text} obliges its members {(forum.Obligation == Obligation.Consultation ? "to consult" : "to nothing")}.";
    }

    private static string WhatWouldChangeIt(RescueAnswer answer, FriendshipPrice rescue, string who, string whom)
    {
        if (double.IsNaN(rescue.Price) || double.IsInfinity(rescue.Cost))
            return $"Nothing that {who} could gain by it changes that.";
        var gap = rescue.Cost - answer.Affinity * rescue.Relief;
        if (gap <= 0)
            return Invariant($"What would change it: a weight on {whom} below {rescue.Price:0.00}.");
        var milder = answer.Curve is null ? "" : answer.Curve.Crossing(answer.Affinity) is { } share
            ? Invariant($", or secondary sanctions below {100 * share:0} percent of what the case threatens with")
            : ". Without any secondary sanctions it would still not do it";
        return Invariant($"What would change it: a weight of {rescue.Price:0.00} on {whom} instead of {answer.Affinity:0.00}, or {Amounts.Money(gap)} a year from somebody else{milder}.");
    }

    private static string Stable(RescueAnswer answer)
    {
        const string Meaning = ", in which nobody would gain by changing alone";
        var start = (answer.Search, answer.Equilibria.Length) switch
        {
            ({ } search, _) => Found(search, answer.Large, Meaning),
            (_, 0) => "No combination of stances is stable, so the likeliest is taken",
            (_, 1) => $"One combination of stances is stable{Meaning}",
            (_, var several) => Invariant($"{several:N0} combinations of stances are stable{Meaning}; the likeliest is taken"),
        };
        var taken = answer.Players
            .Select((actor, p) => (actor.Region, actor.Moves, Move: answer.MoveOf(p)))
            .Where(row => row.Moves.Length > 1).GroupBy(row => row.Move.Name)
            .Select(group => Does(answer.Case.World, group.First().Move, [.. group.Select(row => row.Region)]));
        return $"{start}: {string.Join("; ", taken)}.{(answer.Large is { } large ? Closest(answer.Case.World, large) : "")}";
    }

    // The number that decides, and beside it the error of what was not solved.
    private static string Closest(World world, LargeGame large)
    {
        var closest = Enumerable.Range(0, large.Margins.Length).Where(player => !double.IsNaN(large.Margins[player])).OrderBy(player => large.Margins[player]).Take(1).ToArray();
        var first = closest is [var player] ? Invariant($" Closest to call is {Named.Of(world, large.Actors[player].Region)}, which would lose {large.Margins[player]:0.####} percent of income by its best other choice.") : "";
        return Invariant($"{first} What was not solved is a sum of effects of one and of two players, which misses by {large.Error.RmsOfAll:0.####} percent of income on {large.Error.Profiles} combinations that were held out (root mean square).");
    }

    private static string Does(World world, Move move, Region[] who)
    {
        var names = Named.List([.. who.Select(region => Named.Of(world, region))]);
        return move.Stance is { } stance ? $"{names} {Named.Does(stance, who.Length > 1)}" : $"{names} chooses to {move.Name}";
    }

    private static string Found(BestReplies search, LargeGame? large, string meaning)
    {
        var looked = large is null
            ? Invariant($"by best replies from {search.Starts} combinations, {search.Solved:N0} of {search.Profiles:N0} solved; others may be missed")
            : Invariant($"{large.Solved.Count:N0} of {search.Profiles:N0} solved; others may be missed");
        return search.Equilibria.Length switch
        {
            0 => $"No stable combination of stances was found ({looked}), so the case's own is taken",
            1 => $"One stable combination of stances was found{meaning} ({looked})",
            var several => Invariant($"{several:N0} stable combinations of stances were found{meaning} ({looked}); {(large is null ? "the one is taken that the search met most often" : "the likeliest is taken")}"),
        };
    }

    private static string? WordsDiffer(RescueAnswer answer, string whom)
    {
        var differ = WordsAndDeeds.Of(answer).Where(row => row.Differs).ToLookup(row => row.SpeaksForTarget, row => Named.Of(answer.Case.World, row.Region));
        var words = new List<string>();
        if (differ[false].ToArray() is { Length: > 0 } helpers)
            words.Add($"nearer to the coalition than to {whom} {Verb(helpers, "votes", "vote")} {Named.List(helpers)}, by {Verb(helpers, "its stance it helps", "their stances they help")} {whom}");
        if (differ[true].ToArray() is { Length: > 0 } others)
            words.Add($"nearer to {whom} {Verb(others, "votes", "vote")} {Named.List(others)}, by {Verb(others, "its stance it hurts", "their stances they hurt")} it");
        return words.Count == 0 ? null : $"Words and deeds differ (votes in the General Assembly of the United Nations): {string.Join("; ", words)}.";
    }

    private static string Verb(string[] who, string one, string several) => who.Length == 1 ? one : several;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
