using CsvHelper;
using Samarkand.Core;
using Samarkand.Worlds;
using Samarkand.Worlds.Files;

namespace Samarkand.Import;

/// <summary>The columns of an ICIO table, sorted into industries, final categories and the total.</summary>
internal sealed class IcioHeader
{
    public const string Output = "OUT";

    private static readonly string[] FinalCategories = ["HFCE", "NPISH", "GGFC", "GFCF", "INVNT", "DPABR"];

    /// <summary>The extended tables split China and Mexico by the kind of producer.</summary>
    private static readonly Dictionary<string, string> Parts = new(StringComparer.Ordinal) { ["CN1"] = "CHN", ["CN2"] = "CHN", ["MX1"] = "MEX", ["MX2"] = "MEX" };

    private readonly Dictionary<string, int> _regions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _sectors = new(StringComparer.Ordinal);

    private IcioHeader(int width) => (Labels, Kinds, RegionOf, SectorOf) = (new string[width], new IcioColumn[width], new int[width], new int[width]);

    public string[] Labels { get; }

    public IcioColumn[] Kinds { get; }

    public int[] RegionOf { get; }

    public int[] SectorOf { get; }

    /// <summary>The regions in the table's order.</summary>
    public string[] Regions => [.. _regions.Keys];

    /// <summary>The sectors in the table's order.</summary>
    public string[] Sectors => [.. _sectors.Keys];

    /// <summary>The labels of the industries' columns, which are those of the rows too.</summary>
    public Dictionary<string, (int Region, int Sector)> Industries { get; } = new(StringComparer.Ordinal);

    /// <summary>Sorts the columns; null, with the problems reported, where they cannot be used.</summary>
    public static IcioHeader? Read(string path, CsvReader csv, ProblemList problems)
    {
        var header = new IcioHeader(csv.FieldCount);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var usable = true;
        void Report(int column, string message, string hint)
        {
            problems.Add(path, (int)csv.LineNumber, column < 0 ? 0 : CsvText.Position(csv, column), message, hint);
            usable = false;
        }

        for (var c = 1; c < csv.FieldCount; c++)
        {
            var label = header.Labels[c] = csv.GetString(c);
            if (!seen.Add(label))
                Report(c, $"column '{label}' stands twice", "remove one of the two");
            else if (!header.Sort(c, label))
                Report(c, $"column '{label}' is neither COUNTRY_SECTOR, such as AUS_A01_02, nor {Output}", "give the table as the OECD publishes it");
        }

        if (Array.IndexOf(header.Kinds, IcioColumn.Output) < 0)
            Report(-1, $"column '{Output}' is missing", "the file may have been cut short: fetch it again");
        if (header.Industries.Count == 0)
            Report(-1, "has no column of an industry, such as AUS_A01_02", "give the table as the OECD publishes it, with commas between the fields");
        foreach (var gap in usable ? header.Gaps() : [])
            Report(-1, gap, "the file may have been cut short: fetch it again");
        return usable ? header : null;
    }

    private bool Sort(int column, string label)
    {
        var line = label.IndexOf('_', StringComparison.Ordinal);
        if (label == Output)
        {
            Kinds[column] = IcioColumn.Output;
            return true;
        }

        if (line <= 0 || line == label.Length - 1)
            return false;
        var (region, code) = (label[..line], label[(line + 1)..]);
        RegionOf[column] = Position(_regions, Parts.GetValueOrDefault(region, region));
        if (Array.IndexOf(FinalCategories, code) >= 0)
        {
            Kinds[column] = IcioColumn.Final;
            return true;
        }

        Kinds[column] = IcioColumn.Industry;
        SectorOf[column] = Position(_sectors, code);
        Industries.Add(label, (RegionOf[column], SectorOf[column]));
        return true;
    }

    private IEnumerable<string> Gaps()
    {
        foreach (var (region, r) in _regions)
        {
            foreach (var (sector, s) in _sectors)
            {
                if (!Industries.ContainsValue((r, s)))
                    yield return $"column '{region}_{sector}' is missing";
            }

            if (!Enumerable.Range(0, Kinds.Length).Any(c => Kinds[c] == IcioColumn.Final && RegionOf[c] == r))
                yield return $"column '{region}_{FinalCategories[0]}' is missing, as are its other final categories";
        }
    }

    private static int Position(Dictionary<string, int> positions, string code)
    {
        if (!positions.TryGetValue(code, out var position))
            positions.Add(code, position = positions.Count);
        return position;
    }
}

/// <summary>What a column of an ICIO table holds.</summary>
internal enum IcioColumn
{
    /// <summary>The labels of the rows.</summary>
    Label,

    /// <summary>What an industry uses.</summary>
    Industry,

    /// <summary>A category of final demand.</summary>
    Final,

    /// <summary>The total of the row.</summary>
    Output,
}
