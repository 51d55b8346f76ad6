using System.Collections.Immutable;
using System.Globalization;
using Samarkand.Core;
using Samarkand.Worlds.Files;

namespace Samarkand.Cases;

/// <summary>
/// Lists of goods that a law bans, and how much of a sector each reaches: what was sold of the goods on it in the base year over all that was
/// sold of the sector, of the goods whose ban was in force on a day. The codes are in <c>Lists/NAME.csv</c>, the values in <c>Lists/coverages.csv</c>;
/// docs/coverages.cs makes both from the annexes of the law, and docs/method.md says how.
/// </summary>
internal static class BanLists
{
    private const string File = "coverages.csv";

    private static readonly ImmutableArray<ListedSector> Sectors = Read();

    /// <summary>The lists.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Sectors.Select(sector => sector.List).Distinct()];

    /// <summary>The law of a list.</summary>
    public static string Law(string list) => Sectors.First(sector => sector.List == list).Law;

    /// <summary>The codes of the sectors that a list reaches.</summary>
    public static ImmutableArray<string> SectorsOf(string list) => [.. Sectors.Where(sector => sector.List == list).Select(sector => sector.Sector).Distinct()];

    /// <summary>How much of some sectors together a list reaches, in [0, 1); null where one of them is not on it.</summary>
    /// <param name="list">One of <see cref="Names"/>.</param>
    /// <param name="sectors">Codes of sectors of the world samarkand-2021, at least one.</param>
    /// <param name="day">Only goods count whose ban was in force on that day; null for all of the list.</param>
    public static double? Coverage(string list, IReadOnlyCollection<string> sectors, DateOnly? day = null)
    {
        var found = Of(list, sectors);
        return found.DistinctBy(row => row.Sector).Count() < sectors.Distinct().Count() || found.Length == 0 ? null
            : Math.Round(found.Where(row => day is null || row.InForce <= day).Sum(row => row.Listed) / found.DistinctBy(row => row.Sector).Sum(row => row.Sold), 2);
    }

    /// <summary>The days, in order, on which goods of some sectors came on a list.</summary>
    public static ImmutableArray<DateOnly> Days(string list, IReadOnlyCollection<string> sectors) => [.. Of(list, sectors).Select(row => row.InForce).Distinct().Order()];

    private static ListedSector[] Of(string list, IReadOnlyCollection<string> sectors) => [.. Sectors.Where(row => row.List == list && sectors.Contains(row.Sector))];

    private static ImmutableArray<ListedSector> Read()
    {
        var (sectors, problems) = (ImmutableArray.CreateBuilder<ListedSector>(), new ProblemList());
        using (var table = CsvTable.Open(File, Resource(), new TableHeader(["list", "sector", "in_force", "listed_musd", "sold_musd", "act", "law"]), problems))
        {
            while (table.Read())
                sectors.Add(new ListedSector(table.Text(0), table.Text(1), DateOnly.ParseExact(table.Text(2), "yyyy-MM-dd", CultureInfo.InvariantCulture), Number(table.Text(3)), Number(table.Text(4)), table.Text(6)));
        }

        problems.ThrowIfAny();
        return sectors.ToImmutable();
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static Stream Resource() =>
        typeof(BanLists).Assembly.GetManifestResourceStream($"lists/{File}") ?? throw new InvalidOperationException($"The library does not carry lists/{File}.");

    // What was sold of the goods that came on the list on a day, and of the whole sector, million USD.
    private sealed record ListedSector(string List, string Sector, DateOnly InForce, double Listed, double Sold, string Law);
}
