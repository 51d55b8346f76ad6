using System.Collections.Immutable;
using Samarkand.Effects;
using Samarkand.Worlds;
using static Samarkand.Reports.Tables.RouteTables;

namespace Samarkand.Reports.Tables;

/// <summary>What customs would record: goods that pass through a third state appear twice. Names and columns are stable.</summary>
internal static class RecordedTables
{
    public const string OfCoalition = "recorded-exports-of-coalition";

    private const int MostCodes = 5;

    /// <summary>Every table, in the order in which they are listed.</summary>
    public static ImmutableArray<TableSpec<CaseTables>> All { get; } =
    [
        new("recorded-exports-to-target", "Exports to the target as each partner's customs would record them", ToTarget),
        new(OfCoalition, "The coalition's exports as its customs would record them", FromCoalition),
        new("recorded-exports-of-target", "The target's exports as its customs would record them", FromTarget),
    ];

    /// <summary>Whether the options that narrow what is recorded change a table.</summary>
    public static bool IsNarrowed(string table) => table == MirrorTable.Name || All.Any(one => one.Name == table);

    private static TableShape<CaseTables> ToTarget() => Shape(
        "Whose customs record.", tables => $"Exports to the target as each partner's customs would record them, {tables.Recorded.What}", (tables, partner) => ([partner], tables.Answer.Case.Target));

    private static TableShape<CaseTables> FromCoalition() => Shape("To whom the exports go by the records.", Title, (tables, partner) => (Exporters(tables), partner));

    private static TableShape<CaseTables> FromTarget() => Shape(
        "To whom the exports go by the records.", tables => $"The target's exports as its customs would record them, {tables.Recorded.What}", (tables, partner) => ([tables.Answer.Case.Target], partner));

    private static TableShape<CaseTables> Shape(string partner, Func<CaseTables, string> title, Func<CaseTables, Region, (ImmutableArray<Region> Origins, Region Destination)> of) => TableDraft
        .Of((CaseTables tables) => Sales(tables, of), tables => tables.Answer.Case.World)
        .Titled(title)
        .Region("partner", "Partner", partner, row => row.Partner)
        .Recorded(row => row.Exports)
        .Shape();

    private static (Region Partner, Change Exports)[] Sales(CaseTables tables, Func<CaseTables, Region, (ImmutableArray<Region> Origins, Region Destination)> of)
    {
        var (before, after) = tables.Recorded.Trade(tables.Answer);
        double Sum(RecordedTrade recorded, ImmutableArray<Region> origins, Region destination) => origins.Where(origin => origin != destination).Sum(origin => recorded.Total(origin, destination));
        return
        [
            .. Enumerable.Range(0, tables.Answer.Case.World.Regions.Length).Select(r => (Partner: new Region(r), Flow: of(tables, new Region(r))))
                .Where(row => row.Flow.Origins is not [var only] || only != row.Flow.Destination || Exporters(tables) is [_])
                .Select(row => (row.Partner, new Change(Sum(before, row.Flow.Origins, row.Flow.Destination), Sum(after, row.Flow.Origins, row.Flow.Destination)))),
        ];
    }

    private static ImmutableArray<Region> Exporters(CaseTables tables) => tables.Recorded.Exporters.IsDefaultOrEmpty ? tables.Answer.Case.Coalition : tables.Recorded.Exporters;

    private static string Title(CaseTables tables)
    {
        var (scope, world) = (tables.Recorded, tables.Answer.Case.World);
        var whose = scope.Exporters.Length switch
        {
            0 => "The coalition's exports as its customs",
            <= MostCodes => $"Exports of {string.Join(", ", scope.Exporters.Select(i => world.Code(i)))} as their customs",
            var count => FormattableString.Invariant($"Exports of {count} states as their customs"),
        };
        return $"{whose} would record them, {scope.What}";
    }
}
