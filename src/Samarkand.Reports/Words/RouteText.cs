using System.Globalization;
using Samarkand.Core;
using Samarkand.Effects;
using Samarkand.Reports.Pages.Charts;
using Samarkand.Worlds;

namespace Samarkand.Reports.Words;

/// <summary>Which banned goods come through whom, in words.</summary>
internal static class RouteText
{
    private const int MostConduits = 3;

    /// <summary>What still arrives, through whom, and what conduits earn of it; or why nothing does.</summary>
    public static IReadOnlyList<string> Of(CaseAnswer answer)
    {
        if (Arrival(answer) is { } arrival)
            return [arrival, Earnings(answer)];
        var (bound, banned) = (answer.Case, answer.BannedTrade.Total);
        var target = Named.Of(bound.World, bound.Target);
        if (!(banned > 0))
            return [$"The case bans nothing that is sold to {target}, so that nothing has to find another way."];
        var ban = $"The case bans {Amounts.Money(banned)} a year of what is sold to {target}";
        return bound.Routes is { } plan
            ? [$"{ban}, and none of it finds a way: {States(bound.World, plan.Conduits)} would let it through, but sold {target} no such goods before or may not have them."]
            :
            [
                $"{ban}, and no state opens a route for it: none takes the stance `conduit` or `rescue`.",
                $"{new Parameter("stance", "REGION=conduit")} opens one, and `default-stance: conduit` in the case one through every third state.",
            ];
    }

    /// <summary>How much of what was banned still arrives and through whom mostly; null where nothing does.</summary>
    internal static string? Arrival(CaseAnswer answer, int names = MostConduits)
    {
        var ways = RouteTotals.Of(answer);
        var (arrives, banned, world) = (ways.Sum(way => way.Flow), answer.BannedTrade.Total, answer.Case.World);
        if (!(arrives > 0))
            return null;
        var target = Named.Of(world, answer.Case.Target);
        string[] most =
        [
            .. ways.GroupBy(way => way.Conduit).Select(way => (Conduit: way.Key, Flow: way.Sum(x => x.Flow))).OrderByDescending(way => way.Flow).Take(names)
                .Select(way => $"{Named.Of(world, way.Conduit)} ({Amounts.Money(way.Flow)})"),
        ];
        var through = $"through third states, mostly {Named.List(most)}.";
        if (!(banned > 0))
            return $"Goods for {Amounts.Money(arrives)} a year evade a tariff on their way to {target} {through}";
        var share = string.Create(CultureInfo.InvariantCulture, $"{100 * arrives / banned:0.0} percent");
        var taxed = answer.Case.Routes!.DirectTrade.IsEmpty ? "" : ", goods that evade a tariff among it,";
        return $"Of the {Amounts.Money(banned)} a year that the case bans of sales to {target}, {Amounts.Money(arrives)} ({share}){taxed} still arrives {through}";
    }

    private static string Earnings(CaseAnswer answer)
    {
        var (margin, handling) = (RouteTotals.Of(answer).Sum(way => way.Margin), answer.Case.Routes!.Terms.Handling);
        return $"The states between earn {Amounts.Money(margin)} a year of it: {Figures.Percent(handling)} pays for their own transport and trade services, the rest is rent.";
    }

    private static string States(World world, IReadOnlyCollection<Region> regions) =>
        regions.Count <= MostConduits ? Named.List([.. regions.Select(r => Named.Of(world, r))]) : string.Create(CultureInfo.InvariantCulture, $"{regions.Count} states");
}
