using System.Globalization;
using Samarkand.Effects;
using Samarkand.Worlds;
using static Samarkand.Reports.Words.Amounts;

namespace Samarkand.Reports.Words;

/// <summary>The short answer in words: who pays, how much, where the trade went.</summary>
internal static class Briefing
{
    /// <summary>How many states a sentence names at most.</summary>
    public const int MostNames = 3;

    /// <summary>A few sentences, each a line.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="withCommitments">False to leave out what states can still pay for abroad.</param>
    /// <param name="most">How many states a sentence names at most.</param>
    public static IReadOnlyList<string> Of(CaseAnswer answer, bool withCommitments = true, int most = MostNames)
    {
        var lines = new List<string>();
        if (answer.Case.Shock.IsNone && answer.Case.Package.IsEmpty && answer.Other is null)
            return ["Nothing changes: no instrument is in force."];
        AddWhoPays(answer, lines, most);
        lines.AddRange(StanceText.Sentences(answer.Case));
        if (RouteText.Arrival(answer, most) is { } arrival)
            lines.Add(arrival);
        if (Diversion(answer, most) is { } diversion)
            lines.Add(diversion);
        if (withCommitments)
            lines.AddRange(CommitmentText.Of(answer));
        lines.AddRange(LiteratureText.Of(answer));
        return [.. lines.Select(Named.Sentence)];
    }

    private static void AddWhoPays(CaseAnswer answer, List<string> lines, int most)
    {
        var (bound, groups) = (answer.Case, answer.Groups);
        var (target, whom) = (groups[0], Named.Of(bound.World, bound.Target));
        var trust = target.InTrust > 0 ? $" {Money(target.InTrust)} of it is held in trust and is nobody's income." : "";
        lines.Add($"{whom} {Change(target, "of its real income, which is what its income can buy")}.{trust}");
        if (bound.Coalition.IsEmpty)
            return;
        var coalition = groups[1];
        var leverage = Leverage.Of(answer) is not { } found ? ""
            : !found.HasTransfers ? Invariant($", one dollar for each {found.WithoutTransfers:0.00} that {whom} loses")
            : double.IsNaN(found.WithTransfers) ? Invariant($"; without the money that changes hands it would be a loss of one dollar for each {found.WithoutTransfers:0.00} that {whom} loses")
            : Invariant($", one dollar for each {found.WithoutTransfers:0.00} that {whom} loses ({found.WithTransfers:0.00} with the money that changes hands)");
        lines.Add(coalition.Regions == 1
            ? $"{Named.Of(bound.World, bound.Coalition[0])} {Change(coalition, "of real income")}{leverage}."
            : Invariant($"The coalition of {coalition.Regions} states {Change(coalition, "of real income")}{leverage}. {MostHurt(answer, most)}"));
        lines.Add(TradeWithCoalition(answer, whom));
    }

    private static bool IsNothing(GroupEffects group) => Math.Abs(group.RealIncomePct) < 0.0005;

    private static string Change(GroupEffects group, string of) => IsNothing(group)
        ? $"gains and loses next to nothing {of}"
        : $"{(group.RealIncomePct < 0 ? "loses" : "gains")} {Percent(group.RealIncomePct)} percent {of}: {Money(group.EquivalentVariation)} a year";

    private static string MostHurt(CaseAnswer answer, int most)
    {
        var losers = answer.Case.Coalition.Select(r => answer.Effects.Regions[r.Index]).Where(effects => effects.RealIncomePct < -0.0005)
            .OrderBy(effects => effects.RealIncomePct).Take(most)
            .Select(effects => $"{Named.Of(answer.Case.World, effects.Region)} (-{Percent(effects.RealIncomePct)} percent)").ToArray();
        return losers.Length switch
        {
            0 => "None of them loses.",
            1 => $"Hardest hit is {losers[0]}.",
            _ => $"Hardest hit are {Named.List(losers)}.",
        };
    }

    private static string TradeWithCoalition(CaseAnswer answer, string whom)
    {
        var (members, target) = (answer.Case.Coalition, answer.Case.Target);
        var (sales, purchases) = (Flow(answer, members, [target]), Flow(answer, [target], members));
        var who = members.Length == 1 ? Named.Of(answer.Case.World, members[0]) : "the coalition";
        return $"{who} sells {whom} {Amounts.Change(sales.Before, sales.After)}, and buys {Amounts.Change(purchases.Before, purchases.After)}.";
    }

    private static string? Diversion(CaseAnswer answer, int most)
    {
        var (world, target) = (answer.Case.World, answer.Case.Target);
        var others = Enumerable.Range(0, world.Regions.Length).Select(r => new Region(r))
            .Where(r => r != target && !answer.Case.Coalition.Contains(r)).ToArray();
        if (others.Length == 0)
            return null;
        var who = Named.Of(world, target);
        return (Most(answer, most, others, r => Flow(answer, [r], [target])), Most(answer, most, others, r => Flow(answer, [target], [r]))) switch
        {
            (null, null) => $"Nobody else sells {who} more, or buys more from it.",
            ({ } sellers, null) => $"Instead, {who} buys more from {sellers}; it sells more to nobody.",
            (null, { } buyers) => $"Instead, {who} sells more to {buyers}; nobody else sells it more.",
            var (sellers, buyers) => $"Instead, {who} buys more from {sellers}, and sells more to {buyers}.",
        };
    }

    private static string? Most(CaseAnswer answer, int names, Region[] others, Func<Region, (double Before, double After)> flow)
    {
        var most = others.Select(r => (Region: r, Flow: flow(r))).Where(x => x.Flow.After > x.Flow.Before)
            .OrderByDescending(x => x.Flow.After - x.Flow.Before).Take(names)
            .Select(x => $"{Named.Of(answer.Case.World, x.Region)} ({Money(x.Flow.After - x.Flow.Before)}, {Pct(x.Flow)})").ToArray();
        return most.Length == 0 ? null : Named.List(most);
    }

    private static (double Before, double After) Flow(CaseAnswer answer, IEnumerable<Region> origins, IReadOnlyCollection<Region> destinations)
    {
        var (before, after, effects) = (0.0, 0.0, answer.Effects);
        foreach (var i in origins)
        {
            foreach (var j in destinations)
            {
                for (var s = 0; s < answer.Case.World.Sectors.Length; s++)
                {
                    before += effects.Before.Flows[new Sector(s), i, j];
                    after += effects.After.Flows[new Sector(s), i, j];
                }
            }
        }

        return (before, after);
    }

    private static string Pct((double Before, double After) flow) =>
        flow.Before > 0 ? $"{Signed(100 * (flow.After / flow.Before - 1), 1)} percent" : "from nothing";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
