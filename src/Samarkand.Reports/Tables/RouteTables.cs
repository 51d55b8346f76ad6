using System.Collections.Immutable;
using System.Globalization;
using Samarkand.Effects;
using Samarkand.Reports.Documents;
using Samarkand.Worlds;

namespace Samarkand.Reports.Tables;

/// <summary>The tables of goods that go through third states. Names and columns are stable.</summary>
internal static class RouteTables
{
    /// <summary>The name of the table of third states.</summary>
    public const string Conduits = "conduits";

    /// <summary>The name of the table of third states by sector.</summary>
    public const string ConduitSectors = "conduit-sectors";

    /// <summary>The name of the table of routes.</summary>
    public const string Routes = "routes";

    /// <summary>The name of the table of routes from the target.</summary>
    public const string Back = "routes-back";

    private const string Conduit = "The third state through which the goods go.";

    private const string Flow = "Banned goods that go this way, at basic prices before what the third state adds.";

    private const string Margin = "What the third state adds to the price, in all.";

    /// <summary>Every table, in the order in which they are listed.</summary>
    public static ImmutableArray<TableSpec<CaseTables>> All { get; } =
    [
        new(Conduits, "Banned goods by third state: what goes through, what it earns, what it exports to the target", ByConduit),
        new(ConduitSectors, "Banned goods by third state and sector, the largest first", ByConduitAndSector),
        new(Routes, "Each route of banned goods: origin, third state and sector", Ways),
        new(Back, "Each route from the target to those who ban its goods: third state, buyer and sector, the largest first", WaysBack),
        .. RecordedTables.All,
    ];

    private static TableShape<CaseTables> ByConduit() => TableDraft
        .Of((CaseTables tables) => Passages(tables.Answer), World)
        .Region("conduit", "Through", Conduit, row => row.Conduit)
        .Number("flow_musd", "Goods, m USD", Units.MillionUsd, Flow, row => row.Flow, 0)
        .Number("share_of_banned_pct", "of the banned, %", Units.Percent, "The goods that go this way over all that the case bans of sales to the target; empty where it bans nothing.", row => Percent(row.Flow, row.Banned), 2)
        .Number("margin_musd", "Margin, m USD", Units.MillionUsd, Margin, row => row.Margin, 0)
        .Recorded(row => row.Exports)
        .Shape();

    private static TableShape<CaseTables> ByConduitAndSector() => TableDraft
        .Of((CaseTables tables) => PassagesBySector(tables.Answer), World)
        .Region("conduit", "Through", Conduit, row => row.Conduit)
        .Sector("sector", "Sector", "What the goods are.", row => row.Sector)
        .Number("flow_musd", "Goods, m USD", Units.MillionUsd, Flow, row => row.Flow, 1)
        .Number("share_of_banned_pct", "of the banned, %", Units.Percent, "The goods that go this way over what the case bans of the sector's sales to the target; empty where it bans nothing.", row => Percent(row.Flow, row.Banned), 2)
        .Number("margin_musd", "Margin, m USD", Units.MillionUsd, Margin, row => row.Margin, 1)
        .Recorded(row => row.Exports)
        .Shape();

    private static TableShape<CaseTables> Ways() => TableDraft
        .Of((CaseTables tables) => RouteTotals.Of(tables.Answer).Select(way => (Way: way, Banned: tables.Answer.BannedTrade[way.Sector, way.Origin])).ToArray(), World)
        .Region("origin", "Origin", "Who makes the goods.", row => row.Way.Origin)
        .Region("conduit", "Through", Conduit, row => row.Way.Conduit)
        .Sector("sector", "Sector", "What the goods are.", row => row.Way.Sector)
        .Number("flow_musd", "Goods, m USD", Units.MillionUsd, Flow, row => row.Way.Flow, 2)
        .Number("share_of_banned_pct", "of the banned, %", Units.Percent, "The goods that go this way over what the case bans of the origin's sales of that sector; empty where it bans nothing.", row => Percent(row.Way.Flow, row.Banned), 2)
        .Number("margin_musd", "Margin, m USD", Units.MillionUsd, Margin, row => row.Way.Margin, 2)
        .Shape();

    private static TableShape<CaseTables> WaysBack() => TableDraft
        .Of((CaseTables tables) => ReturnTotals.Of(tables.Answer).ToArray(), World)
        .Region("conduit", "Through", Conduit, row => row.Conduit)
        .Region("buyer", "Buyer", "Who bans the goods and gets them all the same.", row => row.Buyer)
        .Sector("sector", "Sector", "What the goods are.", row => row.Sector)
        .Number("flow_musd", "Goods, m USD", Units.MillionUsd, "Goods of the target that go this way, at basic prices before what the third state adds.", row => row.Flow, 2)
        .Number("margin_musd", "Margin, m USD", Units.MillionUsd, Margin, row => row.Margin, 2)
        .Shape();

    internal static TableDraft<CaseTables, TRow> Recorded<TRow>(this TableDraft<CaseTables, TRow> draft, Func<TRow, Change> exports) => draft
        .Number("before_musd", "Recorded before", Units.MillionUsd, "Exports that customs would record before.", row => exports(row).Before, 0)
        .Number("after_musd", "after, m USD", Units.MillionUsd, "Exports that customs would record after, goods that only pass through among them.", row => exports(row).After, 0)
        .Number("change_pct", "Change %", Units.Percent, "Change of recorded exports; empty where there were none.", row => exports(row).Percent, 1);

    private static Passage[] Passages(CaseAnswer answer)
    {
        var (before, after, target) = (Records.Before(answer), Records.After(answer), answer.Case.Target);
        return
        [
            .. RouteTotals.Of(answer).GroupBy(way => way.Conduit)
                .Select(ways => new Passage(
                    ways.Key, null, ways.Sum(way => way.Flow), ways.Sum(way => way.Margin), answer.BannedTrade.Total, new Change(before.Total(ways.Key, target), after.Total(ways.Key, target))))
                .OrderByDescending(row => row.Flow),
        ];
    }

    private static Passage[] PassagesBySector(CaseAnswer answer)
    {
        var (before, after, target) = (Records.Before(answer), Records.After(answer), answer.Case.Target);
        return
        [
            .. RouteTotals.Of(answer).GroupBy(way => (way.Conduit, way.Sector))
                .Select(ways => new Passage(
                    ways.Key.Conduit,
                    ways.Key.Sector,
                    ways.Sum(way => way.Flow),
                    ways.Sum(way => way.Margin),
                    answer.BannedTrade.OfSector(ways.Key.Sector),
                    new Change(before[ways.Key.Sector, ways.Key.Conduit, target], after[ways.Key.Sector, ways.Key.Conduit, target])))
                .OrderByDescending(row => row.Flow),
        ];
    }

    // Goods that evade a tariff are no part of what was banned.
    private static double Percent(double flow, double banned) => banned > 0 ? 100 * flow / banned : double.NaN;

    private static World World(CaseTables tables) => tables.Answer.Case.World;

    private sealed record Passage(Region Conduit, Sector? Sector, double Flow, double Margin, double Banned, Change Exports);

    internal readonly record struct Change(double Before, double After)
    {
        public double Percent => Before > 0 ? 100 * (After / Before - 1) : double.NaN;
    }
}
