using System.Globalization;
using Samarkand.Effects;
using Samarkand.Reports.Documents;
using Samarkand.Worlds;

namespace Samarkand.Reports.Tables;

/// <summary>The tables of goods that go through third states. Names and columns are stable.</summary>
public static class RouteTables
{
    private const int MostCodes = 5;

    /// <summary>Every table with the line that describes it, in the order in which they are listed.</summary>
    public static IReadOnlyList<(string Name, string Title)> All { get; } =
    [
        ("conduits", "Banned goods by third state: what goes through, what it earns, what it exports to the target"),
        ("conduit-sectors", "Banned goods by third state and sector, the largest first"),
        ("routes", "Each route of banned goods: origin, third state and sector"),
        ("recorded-exports-to-target", "Exports to the target as each partner's customs would record them, goods and services"),
        ("recorded-exports-of-coalition", "The coalition's exports as its customs would record them, goods and services"),
    ];

    /// <summary>One table by its name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="scope">What <c>recorded-exports-of-coalition</c> counts.</param>
    /// <exception cref="ArgumentException">There is no table of that name.</exception>
    public static Table Make(string name, CaseAnswer answer, RecordedScope scope) => name switch
    {
        "conduits" => Conduits(answer),
        "conduit-sectors" => ConduitSectors(answer),
        "routes" => Ways(answer),
        "recorded-exports-to-target" => ToTarget(answer),
        "recorded-exports-of-coalition" => OfCoalition(answer, scope),
        _ => throw new ArgumentException($"there is no table {name}", nameof(name)),
    };

    private static Table Conduits(CaseAnswer answer)
    {
        var world = answer.Case.World;
        var (before, after) = (Records.Before(answer), Records.After(answer));
        var banned = answer.BannedTrade.Total;
        var rows = RouteTotals.Of(answer).GroupBy(way => way.Conduit)
            .Select(ways => (Conduit: ways.Key, Flow: ways.Sum(way => way.Flow), Margin: ways.Sum(way => way.Margin)))
            .OrderByDescending(row => row.Flow).ToArray();
        double[] Exports(RecordedTrade recorded) => [.. rows.Select(row => recorded.Total(row.Conduit, answer.Case.Target))];
        return Make("conduits",
        [
            new TextColumn("conduit", "Through", [.. rows.Select(row => world.Code(row.Conduit))]),
            new NumberColumn("flow_musd", "Goods, m USD", [.. rows.Select(row => row.Flow)], 0),
            new NumberColumn("share_of_banned_pct", "of the banned, %", [.. rows.Select(row => Percent(row.Flow, banned))], 2),
            new NumberColumn("margin_musd", "Margin, m USD", [.. rows.Select(row => row.Margin)], 0),
            .. BeforeAndAfter(Exports(before), Exports(after)),
        ]);
    }

    private static Table ConduitSectors(CaseAnswer answer)
    {
        var world = answer.Case.World;
        var (before, after, target) = (Records.Before(answer), Records.After(answer), answer.Case.Target);
        var rows = RouteTotals.Of(answer).GroupBy(way => (way.Conduit, way.Sector))
            .Select(ways => (ways.Key.Conduit, ways.Key.Sector, Flow: ways.Sum(way => way.Flow), Margin: ways.Sum(way => way.Margin)))
            .OrderByDescending(row => row.Flow).ToArray();
        double[] Exports(RecordedTrade recorded) => [.. rows.Select(row => recorded[row.Sector, row.Conduit, target])];
        return Make("conduit-sectors",
        [
            new TextColumn("conduit", "Through", [.. rows.Select(row => world.Code(row.Conduit))]),
            new TextColumn("sector", "Sector", [.. rows.Select(row => world.Code(row.Sector))]),
            new NumberColumn("flow_musd", "Goods, m USD", [.. rows.Select(row => row.Flow)], 1),
            new NumberColumn("share_of_banned_pct", "of the banned, %", [.. rows.Select(row => Percent(row.Flow, answer.BannedTrade.OfSector(row.Sector)))], 2),
            new NumberColumn("margin_musd", "Margin, m USD", [.. rows.Select(row => row.Margin)], 1),
            .. BeforeAndAfter(Exports(before), Exports(after)),
        ]);
    }

    private static Table Ways(CaseAnswer answer)
    {
        var world = answer.Case.World;
        var ways = RouteTotals.Of(answer);
        return Make("routes",
        [
            new TextColumn("origin", "Origin", [.. ways.Select(way => world.Code(way.Origin))]),
            new TextColumn("conduit", "Through", [.. ways.Select(way => world.Code(way.Conduit))]),
            new TextColumn("sector", "Sector", [.. ways.Select(way => world.Code(way.Sector))]),
            new NumberColumn("flow_musd", "Goods, m USD", [.. ways.Select(way => way.Flow)], 2),
            new NumberColumn("share_of_banned_pct", "of the banned, %", [.. ways.Select(way => Percent(way.Flow, answer.BannedTrade[way.Sector, way.Origin]))], 2),
            new NumberColumn("margin_musd", "Margin, m USD", [.. ways.Select(way => way.Margin)], 2),
        ]);
    }

    private static Table ToTarget(CaseAnswer answer)
    {
        var (world, target) = (answer.Case.World, answer.Case.Target);
        var (before, after) = (Records.Before(answer), Records.After(answer));
        var partners = AllBut(world, target);
        return Make("recorded-exports-to-target",
        [
            new TextColumn("partner", "Partner", [.. partners.Select(r => world.Code(r))]),
            .. BeforeAndAfter([.. partners.Select(r => before.Total(r, target))], [.. partners.Select(r => after.Total(r, target))]),
        ]);
    }

    private static Table OfCoalition(CaseAnswer answer, RecordedScope scope)
    {
        var (world, exporters) = (answer.Case.World, scope.Exporters.IsDefaultOrEmpty ? answer.Case.Coalition : scope.Exporters);
        var (before, after) = scope.BannedGoodsAlone
            ? (Records.BannedBefore(answer), Records.BannedAfter(answer))
            : (Records.Before(answer), Records.After(answer));
        Region[] partners = [.. Enumerable.Range(0, world.Regions.Length).Select(r => new Region(r))];
        double[] Sum(RecordedTrade recorded) => [.. partners.Select(partner => exporters.Where(i => i != partner).Sum(i => recorded.Total(i, partner)))];
        var table = Make("recorded-exports-of-coalition",
        [
            new TextColumn("partner", "Partner", [.. partners.Select(r => world.Code(r))]),
            .. BeforeAndAfter(Sum(before), Sum(after)),
        ]);
        return table with { Title = Title(table.Title, scope, world) };
    }

    private static string Title(string all, RecordedScope scope, World world)
    {
        var title = scope.Exporters.Length switch
        {
            0 => all,
            <= MostCodes => $"Exports of {string.Join(", ", scope.Exporters.Select(i => world.Code(i)))} as their customs would record them, goods and services",
            var count => string.Create(CultureInfo.InvariantCulture, $"Exports of {count} states as their customs would record them, goods and services"),
        };
        return scope.BannedGoodsAlone ? title.Replace("goods and services", "the banned goods alone", StringComparison.Ordinal) : title;
    }

    private static Column[] BeforeAndAfter(double[] before, double[] after) =>
    [
        new NumberColumn("before_musd", "Recorded before", before, 0),
        new NumberColumn("after_musd", "after, m USD", after, 0),
        new NumberColumn("change_pct", "Change %", [.. before.Zip(after, (b, a) => b > 0 ? 100 * (a / b - 1) : double.NaN)], 1),
    ];

    // Goods that evade a tariff are no part of what was banned.
    private static double Percent(double flow, double banned) => banned > 0 ? 100 * flow / banned : double.NaN;

    private static Region[] AllBut(World world, Region one) => [.. Enumerable.Range(0, world.Regions.Length).Select(r => new Region(r)).Where(r => r != one)];

    private static Table Make(string name, Column[] columns) => new(name, All.First(table => table.Name == name).Title, [.. columns]);
}
