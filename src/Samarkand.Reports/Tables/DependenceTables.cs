using System.Collections.Immutable;
using Samarkand.Analyses.Dependence;
using Samarkand.Worlds;

namespace Samarkand.Reports.Tables;

/// <summary>What each of two regions loses without the other.</summary>
/// <param name="World">The world.</param>
/// <param name="Before">The pair before any sanctions.</param>
/// <param name="After">The pair after a case's sanctions, or null.</param>
public sealed record PairComparison(World World, PairDependence Before, PairDependence? After)
{
    /// <summary>Through which sectors, before.</summary>
    public ImmutableArray<SectorDependence> SectorsBefore { get; init; } = [];

    /// <summary>Through which sectors, after; empty where there is no case.</summary>
    public ImmutableArray<SectorDependence> SectorsAfter { get; init; } = [];

    /// <summary>What ties the two beside trade.</summary>
    internal PairTies Ties { get; init; } = new([], [], []);
}

/// <summary>What each region of a set loses without each other one.</summary>
/// <param name="World">The world.</param>
/// <param name="Before">Before any sanctions.</param>
/// <param name="After">The same pairs after a case's sanctions, or null.</param>
public sealed record MatrixComparison(World World, ImmutableArray<OneSidedDependence> Before, ImmutableArray<OneSidedDependence>? After);

/// <summary>
/// The tables of dependence. Names and columns are stable; where a case is looked at too, a last column <c>sanctions</c> says whether a row
/// is <c>before</c> or <c>after</c> them.
/// </summary>
/// <example>
/// <code>
/// using Samarkand.Analyses.Dependence;
/// using Samarkand.Model;
/// using Samarkand.Reports.Tables;
/// using Samarkand.Worlds;
///
/// var world = WorldCatalog.Open("samarkand-2021");
/// var study = DependenceStudy.Of(world, Shock.None, Horizon.Medium, Closure.Fixed);
/// var pair = study.Pair(world.Find("RUS")!.Value, world.Find("CHN")!.Value);
/// TableWriter.WriteCsv(DependenceTables.All.Make(DependenceTables.Pair, new PairComparison(world, pair, null)), Console.Out);
/// </code>
/// </example>
public static class DependenceTables
{
    /// <summary>The name of the table of a pair.</summary>
    public const string Pair = "dependence";

    /// <summary>The name of the table of ties.</summary>
    public const string Ties = "ties";

    /// <summary>The name of the table of all pairs.</summary>
    public const string Matrix = "dependence-matrix";

    private const string ACase = "where a case is looked at too";

    /// <summary>Every table of a pair, in the order in which they are listed.</summary>
    public static ImmutableArray<TableSpec<PairComparison>> All { get; } =
    [
        new(Pair, "Dependence: what each loses when all trade between the two is cut", OfPair),
        new("dependence-sectors", "Through which sectors: the loss when one sector's trade is cut in one direction", OfSectors),
        new(Ties, "Ties beside trade", OfTies),
    ];

    /// <summary>The table of all pairs.</summary>
    public static TableSpec<MatrixComparison> OfMatrix { get; } = new(Matrix, "Dependence: what each region loses when all its trade with another is cut", () => Losses(TableDraft
        .Of((MatrixComparison of) => Marked(of.Before, of.After ?? []), of => of.World))
        .Sanctions(row => row.IsAfter, of => of.After is not null)
        .Shape());

    private static TableShape<PairComparison> OfPair() => Losses(TableDraft
        .Of((PairComparison of) => Marked([of.Before.One, of.Before.Two], of.After is { } after ? [after.One, after.Two] : []), of => of.World))
        .Number("share_of_exports_pct", "Share of exports %", Units.Percent, "The other's share of its exports before the cut; empty where it exports nothing.", row => row.Of.ShareOfExportsPct, 1)
        .Number("share_of_imports_pct", "Share of imports %", Units.Percent, "The other's share of its imports before the cut; empty where it imports nothing.", row => row.Of.ShareOfImportsPct, 1)
        .Sanctions(row => row.IsAfter, of => of.After is not null)
        .Shape();

    // The largest loss first.
    private static TableShape<PairComparison> OfSectors() => TableDraft
        .Of((PairComparison of) => Marked(of.SectorsBefore, of.SectorsAfter).Select(row => (row.Of, row.IsAfter, of.World)).ToArray(), of => of.World)
        .Sector("sector", "Sector", "The sector whose trade is cut.", row => row.Of.Sector)
        .Text("direction", "Direction", Units.Code, "Who sells, a hyphen, and who buys.", row => $"{row.World.Code(row.Of.Origin)}-{row.World.Code(row.Of.Destination)}")
        .Region("loser", "Loser", "Whose loss it is.", row => row.Of.Loser)
        .Number("real_income_pct", "Real income %", Units.Percent, "Change of its real income; empty where the cut leaves no equilibrium.", row => row.Of.RealIncomePct, 3)
        .Number("ev_musd", "EV, m USD", Units.MillionUsd, "Equivalent variation: that change of real income as money at the prices before.", row => row.Of.EquivalentVariation, 0)
        .Number("trade_musd", "Trade cut, m USD", Units.MillionUsd, "The trade that is cut, at basic prices.", row => row.Of.Trade, 0)
        .Sanctions(row => row.IsAfter, of => of.After is not null)
        .Shape();

    // A distance belongs to both.
    private static TableShape<PairComparison> OfTies() => TableDraft
        .Of((PairComparison of) => TieRow.Of(of), of => of.World)
        .Text("kind", "Kind", Units.Word, "`lending`, `ideal-point`, `distance`, `roll-call` or `membership`.", row => row.Kind)
        .RegionCode("region", "Region", "Whose tie.", row => row.Region)
        .RegionCode("with", "With", "With whom, where that is a state.", row => row.With)
        .Text("organisation", "Organisation", Units.Text, "The organisation, resolution or scale.", row => row.Organisation)
        .Text("obligation", "Obligation", Units.Word, "What members owe each other: `defence`, `consultation`, `customs-union` or `none`.", row => row.Obligation)
        .Number("value", "Value", Units.OfTheRow, "Lending as a share of GDP, an ideal point or the distance of two, or a vote; empty for memberships.", row => row.Value, 3)
        .Text("date", "Date", Units.Date, "Since when, or of when.", row => row.Date)
        .Text("source", "Source", Units.Text, "The treaty, or the data set.", row => row.Source)
        .Shape();

    private static TableDraft<TStudy, (OneSidedDependence Of, bool IsAfter)> Losses<TStudy>(TableDraft<TStudy, (OneSidedDependence Of, bool IsAfter)> draft) => draft
        .Region("region", "Region", "Who loses.", row => row.Of.Region)
        .Region("on", "On", "On whom it depends.", row => row.Of.On)
        .Number("real_income_pct", "Real income %", Units.Percent, "Change of its real income when all trade between the two is cut; empty where that leaves no equilibrium.", row => row.Of.RealIncomePct, 3)
        .Number("ev_musd", "EV, m USD", Units.MillionUsd, "Equivalent variation: that change of real income as money at the prices before.", row => row.Of.EquivalentVariation, 0);

    private static TableDraft<TStudy, TRow> Sanctions<TStudy, TRow>(this TableDraft<TStudy, TRow> draft, Func<TRow, bool> isAfter, Func<TStudy, bool> hasCase) => draft
        .Text("sanctions", "Sanctions", Units.Word, "Whether the row is `before` or `after` the sanctions of the case.", row => isAfter(row) ? "after" : "before")
        .Only(hasCase, ACase);

    private static (T Of, bool IsAfter)[] Marked<T>(IEnumerable<T> before, IEnumerable<T> after) =>
        [.. before.Select(one => (one, false)), .. after.Select(one => (one, true))];

    private sealed record TieRow(string Kind, string Region, string With, string Organisation, string Obligation, double Value, string Date, string Source)
    {
        public static TieRow[] Of(PairComparison of)
        {
            var (ties, first, second) = (of.Ties, of.World.Code(of.Before.One.Region), of.World.Code(of.Before.Two.Region));
            var rows = new List<TieRow>();
            foreach (var lending in ties.Lending)
                rows.Add(new("lending", lending.Region, lending.With, "", "", lending.Value ?? double.NaN, lending.Date, lending.Source));
            foreach (var point in ties.IdealPoints)
                rows.Add(new("ideal-point", point.Region, "", point.With, "", point.Value ?? double.NaN, point.Date, point.Source));
            if (ties.Distance is { } distance)
                rows.Add(new("distance", first, second, ties.IdealPoints[0].With, "", distance, ties.IdealPoints[0].Date, ties.IdealPoints[0].Source));
            foreach (var vote in ties.RollCalls)
                rows.Add(new("roll-call", vote.Region, "", vote.With, "", vote.Value ?? double.NaN, vote.Date, vote.Source));
            foreach (var membership in ties.Memberships)
                rows.Add(new("membership", first, second, membership.Organisation, membership.Obligation, double.NaN, membership.Since, membership.Source));
            return [.. rows];
        }
    }
}
