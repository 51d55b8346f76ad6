using System.Text.RegularExpressions;
using CsvHelper;
using Samarkand.Core;
using Samarkand.Worlds;
using Samarkand.Worlds.Files;

namespace Samarkand.Import;

/// <summary>The columns of a wide table, sorted into industries, final categories and totals.</summary>
internal sealed partial class WideHeader
{
    private const int MostTitleRows = 20;

    private static readonly string[] National = ["TTL", "DOM", "IMP"];

    private readonly Dictionary<string, int> _regions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _sectors = new(StringComparer.Ordinal);
    private readonly int _labels;

    private WideHeader(int width, int labels)
    {
        _labels = labels;
        (Kinds, Labels, RegionOf, SectorOf) = (new WideKind[width], new string[width], new int[width], new int[width]);
    }

    /// <summary>Where the first number of a row stands.</summary>
    public int First => _labels;

    /// <summary>Whether region and code stand apart, as in the tables of the ADB.</summary>
    public bool IsSplit => _labels > 1;

    public WideKind[] Kinds { get; }

    public string[] Labels { get; }

    public int[] RegionOf { get; }

    public int[] SectorOf { get; }

    /// <summary>The regions in the table's order.</summary>
    public string[] Regions => [.. _regions.Keys];

    /// <summary>The sectors in the table's order.</summary>
    public string[] Sectors => [.. _sectors.Keys];

    public bool HasOutput => Array.IndexOf(Kinds, WideKind.Output) >= 0;

    /// <summary>The labels of the industries' columns, which are those of the rows too.</summary>
    public Dictionary<string, (int Region, int Sector)> Industries { get; } = new(StringComparer.Ordinal);

    /// <summary>Finds and sorts the columns; null, with the problems reported, where they cannot be used.</summary>
    public static WideHeader? Read(string path, CsvReader csv, ProblemList problems)
    {
        string[]? above = null;
        for (var row = 0; row < MostTitleRows && (row == 0 || csv.Read()); row++)
        {
            string[] found = [.. Enumerable.Range(0, csv.FieldCount).Select(c => CsvText.Field(csv, c).Trim())];
            var filled = found.Skip(1).Count(label => label.Length > 0);
            if (found.Skip(1).Count(label => WideColumn.Joined(label) is { Kind: WideKind.Industry or WideKind.Final }) * 2 > filled)
                return Sorted(path, csv, 1, c => WideColumn.Joined(found[c]), found, problems);
            var first = Array.FindIndex(found, SplitCode().IsMatch);
            if (above is not null && first >= 2 && above.Length == found.Length && found.Count(SplitCode().IsMatch) * 2 > filled)
                return Sorted(path, csv, first, c => WideColumn.Split(above[c], found[c]), found, problems);
            above = found;
        }

        problems.Add(path, 1, 0, "has no column of an industry, such as AUS_A01_02", "give the inter-country table as it is published: a table of one country alone is no world");
        return null;
    }

    /// <summary>The label of the current row: that of an industry, or the code of what else it holds.</summary>
    public string RowLabel(CsvReader csv)
    {
        if (!IsSplit)
            return CsvText.Field(csv, 0).Trim();
        var (region, code) = (CsvText.Field(csv, _labels - 2).Trim(), CsvText.Field(csv, _labels - 1).Trim());
        var label = $"{WideRegions.Iso(region)}_{code}";
        return Industries.ContainsKey(label) ? label : code;
    }

    private static WideHeader? Sorted(string path, CsvReader csv, int labels, Func<int, WideColumn?> column, string[] found, ProblemList problems)
    {
        var header = new WideHeader(found.Length, labels);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var usable = true;
        void Report(int c, string message, string hint)
        {
            problems.Add(path, (int)csv.LineNumber, c < 0 ? 0 : CsvText.Position(csv, c), message, hint);
            usable = false;
        }

        for (var c = labels; c < found.Length; c++)
        {
            if (column(c) is not { } sorted)
                Report(c, $"column '{found[c]}' is neither COUNTRY_SECTOR, such as AUS_A01_02, nor OUT", "give the table as it is published");
            else if (!seen.Add(sorted.Label))
                Report(c, $"column '{sorted.Label}' stands twice", "remove one of the two");
            else
                header.Sort(c, sorted);
        }

        if (header.Industries.Count == 0)
            Report(-1, "has no column of an industry, such as AUS_A01_02", "give the table as it is published");
        else if (header.Regions.All(region => National.Contains(region, StringComparer.Ordinal)))
            Report(-1, $"is the table of one country: its labels begin with {string.Join(", ", header.Regions)}, not with a country's code", "give the inter-country table: one country alone is no world");
        foreach (var gap in usable ? header.Gaps() : [])
            Report(-1, gap, "the file may have been cut short: fetch it again");
        return usable ? header : null;
    }

    private void Sort(int c, WideColumn column)
    {
        (Kinds[c], Labels[c]) = (column.Kind, column.Label);
        if (column.Region.Length == 0)
            return;
        RegionOf[c] = Position(_regions, WideRegions.Whole(column.Region));
        if (column.Kind != WideKind.Industry)
            return;
        SectorOf[c] = Position(_sectors, column.Code);
        Industries.Add(column.Label, (RegionOf[c], SectorOf[c]));
    }

    private IEnumerable<string> Gaps()
    {
        var industries = Industries.Values.ToHashSet();
        foreach (var (region, r) in _regions)
        {
            foreach (var (sector, s) in _sectors)
            {
                if (!industries.Contains((r, s)))
                    yield return $"column '{region}_{sector}' is missing";
            }

            if (!Enumerable.Range(0, Kinds.Length).Any(c => Kinds[c] == WideKind.Final && RegionOf[c] == r))
                yield return $"column '{region}_HFCE' is missing, as are its other final categories";
        }
    }

    private static int Position(Dictionary<string, int> positions, string code)
    {
        if (!positions.TryGetValue(code, out var position))
            positions.Add(code, position = positions.Count);
        return position;
    }

    [GeneratedRegex("^[cCfF][0-9]{1,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex SplitCode();
}
