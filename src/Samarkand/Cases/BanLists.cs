using System.Collections.Immutable;
using System.Globalization;
using Samarkand.Core;
using Samarkand.Worlds.Files;

namespace Samarkand.Cases;

/// <summary>
/// Lists of goods that a law bans, and how much of a sector each reaches: what was sold of the goods on it in the base year over all that was
/// sold of the sector. The codes are in <c>Lists/NAME.csv</c>, the values in <c>Lists/coverages.csv</c>; docs/coverages.cs makes both, and
/// docs/method.md says how.
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
    public static ImmutableArray<string> SectorsOf(string list) => [.. Sectors.Where(sector => sector.List == list).Select(sector => sector.Sector)];

    /// <summary>How much of some sectors together a list reaches, in (0, 1); null where one of them is not on it.</summary>
    /// <param name="list">One of <see cref="Names"/>.</param>
    /// <param name="sectors">Codes of sectors of the world samarkand-2021, at least one.</param>
    public static double? Coverage(string list, IReadOnlyCollection<string> sectors)
    {
        var found = Sectors.Where(sector => sector.List == list && sectors.Contains(sector.Sector)).ToArray();
        return found.Length == 0 || found.Length < sectors.Distinct().Count() ? null : Math.Round(found.Sum(sector => sector.Listed) / found.Sum(sector => sector.Sold), 2);
    }

    private static ImmutableArray<ListedSector> Read()
    {
        var (sectors, problems) = (ImmutableArray.CreateBuilder<ListedSector>(), new ProblemList());
        using (var table = CsvTable.Open(File, Resource(), new TableHeader(["list", "sector", "listed_musd", "sold_musd", "law"]), problems))
        {
            while (table.Read())
                sectors.Add(new ListedSector(table.Text(0), table.Text(1), Number(table.Text(2)), Number(table.Text(3)), table.Text(4)));
        }

        problems.ThrowIfAny();
        return sectors.ToImmutable();
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static Stream Resource() =>
        typeof(BanLists).Assembly.GetManifestResourceStream($"lists/{File}") ?? throw new InvalidOperationException($"The library does not carry lists/{File}.");

    // What was sold of the goods on the list, and of the whole sector, million USD.
    private sealed record ListedSector(string List, string Sector, double Listed, double Sold, string Law);
}
