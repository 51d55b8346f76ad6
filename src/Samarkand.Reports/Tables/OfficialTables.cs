using System.Collections.Immutable;
using Samarkand.Worlds;

namespace Samarkand.Reports.Tables;

/// <summary>How far a world is from the official figures that it was made to agree with, and from those that others overruled.</summary>
internal static class OfficialTables
{
    private const int WorstGaps = 20;

    /// <summary>The tables <c>constraints</c> (a row for each source) and <c>overruled</c> (the largest gaps to figures that were not used).</summary>
    public static ImmutableArray<Table> Of(ImmutableArray<OfficialFigure> figures) => [Constraints(figures), Overruled(figures)];

    private static Table Constraints(ImmutableArray<OfficialFigure> figures)
    {
        var groups = figures.Where(figure => figure.OverruledBy.Length == 0).GroupBy(figure => (figure.Source, figure.What)).ToArray();
        return new Table("constraints", "Official figures of 2021 that the world was made to meet", [
            new TextColumn("source", "Source", [.. groups.Select(group => group.Key.Source)]),
            new TextColumn("what", "What", [.. groups.Select(group => group.Key.What)]),
            new NumberColumn("figures", "Figures", [.. groups.Select(group => (double)group.Count())], 0),
            new NumberColumn("sum_musd", "Sum, m USD", [.. groups.Select(group => group.Sum(figure => figure.Official))], 0),
            new NumberColumn("worst_musd", "Largest difference, m USD", [.. groups.Select(group => group.Max(figure => Math.Abs(figure.World - figure.Official)))], 3),
            new NumberColumn("worst_pct", "Largest difference %", [.. groups.Select(group => group.Max(figure => Math.Abs(figure.Distance ?? 0)))], 6),
        ]);
    }

    private static Table Overruled(ImmutableArray<OfficialFigure> figures)
    {
        var gaps = figures.Where(figure => figure.OverruledBy.Length > 0)
            .OrderByDescending(figure => Math.Abs(figure.World - figure.Official)).Take(WorstGaps).ToArray();
        return new Table("overruled", "Official figures that were not used, with the largest differences from the world, million USD", [
            new TextColumn("from", "From", [.. gaps.Select(figure => figure.From)]),
            new TextColumn("to", "To", [.. gaps.Select(figure => figure.To)]),
            new NumberColumn("official_musd", "Figure", [.. gaps.Select(figure => figure.Official)], 0),
            new NumberColumn("world_musd", "World", [.. gaps.Select(figure => figure.World)], 0),
            new NumberColumn("gap_pct", "Difference %", [.. gaps.Select(figure => figure.Distance ?? double.NaN)], 1),
            new TextColumn("source", "Source", [.. gaps.Select(figure => figure.Source)]),
            new TextColumn("overruled_by", "Preferred source", [.. gaps.Select(figure => figure.OverruledBy)]),
        ]);
    }
}
