using Samarkand.Analyses.Dependence;
using Samarkand.Worlds;

namespace Samarkand.Reports.Tables;

/// <summary>
/// The tables of dependence. Names and columns are stable; where a case is looked at too, a last column <c>sanctions</c> says whether a row
/// is <c>before</c> or <c>after</c> them.
/// </summary>
public static class DependenceTables
{
    /// <summary>Every table of a pair with the line that describes it.</summary>
    public static IReadOnlyList<(string Name, string Title)> All { get; } =
    [
        ("dependence", "Dependence: what each loses when all trade between the two is cut"),
        ("dependence-sectors", "Through which sectors: the loss when one sector's trade is cut in one direction"),
        ("ties", "Ties beside trade"),
    ];

    /// <summary>The table of all pairs.</summary>
    public const string Matrix = "dependence-matrix";

    /// <summary>The table <c>dependence</c>.</summary>
    /// <param name="world">The world.</param>
    /// <param name="before">The pair before any sanctions.</param>
    /// <param name="after">The pair after a case's sanctions, or null.</param>
    public static Table Pair(World world, PairDependence before, PairDependence? after)
    {
        OneSidedDependence[] rows = after is null ? [before.One, before.Two] : [before.One, before.Two, after.One, after.Two];
        return new Table("dependence", All[0].Title,
        [
            .. Losses(world, rows),
            new NumberColumn("share_of_exports_pct", "Share of exports %", [.. rows.Select(row => row.ShareOfExportsPct)], 1),
            new NumberColumn("share_of_imports_pct", "Share of imports %", [.. rows.Select(row => row.ShareOfImportsPct)], 1),
            .. Sanctions(after is null, rows.Length),
        ]);
    }

    /// <summary>The table <c>dependence-sectors</c>, the largest loss first.</summary>
    public static Table Sectors(World world, DependenceProfile before, DependenceProfile? after)
    {
        SectorDependence[] rows = [.. before.Sectors, .. after?.Sectors ?? []];
        return new Table("dependence-sectors", All[1].Title,
        [
            new TextColumn("sector", "Sector", [.. rows.Select(row => world.Code(row.Sector))]),
            new TextColumn("direction", "Direction", [.. rows.Select(row => $"{Code(world, row.Origin)}-{Code(world, row.Destination)}")]),
            new TextColumn("loser", "Loser", [.. rows.Select(row => Code(world, row.Loser))]),
            new NumberColumn("real_income_pct", "Real income %", [.. rows.Select(row => row.RealIncomePct)], 3),
            new NumberColumn("ev_musd", "EV, m USD", [.. rows.Select(row => row.EquivalentVariation)], 0),
            new NumberColumn("trade_musd", "Trade cut, m USD", [.. rows.Select(row => row.Trade)], 0),
            .. after is null ? [] : (Column[])[new TextColumn("sanctions", "Sanctions", [.. rows.Select((_, row) => row < before.Sectors.Length ? "before" : "after")])],
        ]);
    }

    /// <summary>The table <c>dependence-matrix</c>.</summary>
    public static Table Of(World world, IReadOnlyCollection<OneSidedDependence> before, IReadOnlyCollection<OneSidedDependence>? after)
    {
        OneSidedDependence[] rows = [.. before, .. after ?? []];
        return new Table(Matrix, "Dependence: what each region loses when all its trade with another is cut",
        [
            .. Losses(world, rows), .. Sanctions(after is null, rows.Length),
        ]);
    }

    /// <summary>The table <c>ties</c>: a distance belongs to both.</summary>
    public static Table Ties(World world, Region one, Region two, PairTies ties)
    {
        var (first, second) = (Code(world, one), Code(world, two));
        var rows = new List<(string Kind, string Region, string With, string Organisation, string Obligation, double Value, string Date, string Source)>();
        foreach (var lending in ties.Lending)
            rows.Add(("lending", lending.Region, lending.With, "", "", lending.Value ?? double.NaN, lending.Date, lending.Source));
        foreach (var point in ties.IdealPoints)
            rows.Add(("ideal-point", point.Region, "", point.With, "", point.Value ?? double.NaN, point.Date, point.Source));
        if (ties.Distance is { } distance)
            rows.Add(("distance", first, second, ties.IdealPoints[0].With, "", distance, ties.IdealPoints[0].Date, ties.IdealPoints[0].Source));
        foreach (var vote in ties.RollCalls)
            rows.Add(("roll-call", vote.Region, "", vote.With, "", vote.Value ?? double.NaN, vote.Date, vote.Source));
        foreach (var membership in ties.Memberships)
            rows.Add(("membership", first, second, membership.Organisation, membership.Obligation, double.NaN, membership.Since, membership.Source));
        return new Table("ties", All[2].Title,
        [
            new TextColumn("kind", "Kind", [.. rows.Select(row => row.Kind)]),
            new TextColumn("region", "Region", [.. rows.Select(row => row.Region)]),
            new TextColumn("with", "With", [.. rows.Select(row => row.With)]),
            new TextColumn("organisation", "Organisation", [.. rows.Select(row => row.Organisation)]),
            new TextColumn("obligation", "Obligation", [.. rows.Select(row => row.Obligation)]),
            new NumberColumn("value", "Value", [.. rows.Select(row => row.Value)], 3),
            new TextColumn("date", "Date", [.. rows.Select(row => row.Date)]),
            new TextColumn("source", "Source", [.. rows.Select(row => row.Source)]),
        ]);
    }

    private static Column[] Losses(World world, OneSidedDependence[] rows) =>
    [
        new TextColumn("region", "Region", [.. rows.Select(row => Code(world, row.Region))]),
        new TextColumn("on", "On", [.. rows.Select(row => Code(world, row.On))]),
        new NumberColumn("real_income_pct", "Real income %", [.. rows.Select(row => row.RealIncomePct)], 3),
        new NumberColumn("ev_musd", "EV, m USD", [.. rows.Select(row => row.EquivalentVariation)], 0),
    ];

    // The same pairs stand in the first half and in the second.
    private static Column[] Sanctions(bool none, int rows) =>
        none ? [] : [new TextColumn("sanctions", "Sanctions", [.. Enumerable.Range(0, rows).Select(row => row < rows / 2 ? "before" : "after")])];

    private static string Code(World world, Region region) => world.Code(region);
}
