using System.Collections.Immutable;
using System.Globalization;
using Samarkand.Worlds;

namespace Samarkand.Import;

/// <summary>The labels of a long table, sorted into regions, sectors and final categories, with what is wrong with each.</summary>
internal sealed class LongLabels
{
    private readonly ImmutableArray<string> _finals;

    public LongLabels(LabelScan scan, WorldLabels known, ImmutableArray<string> ownFinalCategories)
    {
        Regions = known.RegionSet;
        Sectors = known.SectorSet;
        _finals = [.. ownFinalCategories, .. FinalCategories.Known.Where(code => !Sectors.Contains(code))];
        for (var column = 0; column < LongColumns.Value; column++)
            Twins(column, scan.Labels[column].Keys);
        Judge(0, scan, code => Regions.Contains(code) ? null : Unknown("region", code, Regions, "add it to the file of --regions, or remove its rows"));
        Judge(2, scan, code => Regions.Contains(code) ? null : Unknown("region", code, Regions, "add it to the file of --regions, or remove its rows"));
        Judge(1, scan, code => code == SectorTable.Everything
            ? ($"'{code}' is reserved: in a case it means every sector", "give the sector another code")
            : Sectors.Contains(code) ? null : Unknown("sector", code, Sectors, "add it to the file of --sectors, or remove its rows"));
        Judge(3, scan, code => Sectors.Contains(code) || IsFinal(code)
            ? null
            : ($"'{code}' is neither a sector nor a final category", NearestName.Hint(code, Codes(Sectors).Concat(_finals), $"name a final category with --final {code}")));
        Uses = [.. Codes(Sectors), .. scan.Labels[3].Keys.Where(IsFinal)];
    }

    public LabelSet Regions { get; }

    public LabelSet Sectors { get; }

    /// <summary>The sectors, then the final categories that occur.</summary>
    public ImmutableArray<string> Uses { get; }

    /// <summary>What is wrong with a label of a column (origin, sector, destination, use), and what to do.</summary>
    public Dictionary<(int Column, string Code), (string Message, string Hint)> Problems { get; } = [];

    public bool IsFinal(string use) => _finals.Contains(use) && !Sectors.Contains(use);

    private static IEnumerable<string> Codes(LabelSet set) => Enumerable.Range(0, set.Count).Select(k => set[k]);

    private static bool IsOdd(char sign) => sign == '"' || char.IsControl(sign) || (char.IsWhiteSpace(sign) && sign != ' ') || char.GetUnicodeCategory(sign) == UnicodeCategory.Format;

    private static string Visible(string code) => string.Concat(code.Select(sign => sign != '"' && IsOdd(sign) ? '?' : sign));

    private static (string, string) Unknown(string kind, string code, LabelSet known, string otherwise) =>
        ($"unknown {kind} '{code}'", known.Hint(code, otherwise));

    private void Judge(int column, LabelScan scan, Func<string, (string Message, string Hint)?> judgement)
    {
        foreach (var (code, use) in scan.Labels[column])
        {
            var found = code.Length == 0 ? ("is empty", $"give every row its {LongColumns.Names[column]}")
                : code.Any(IsOdd) ? ($"'{Visible(code)}' holds a quotation mark or an invisible character", "write it in plain letters, digits and signs")
                : judgement(code);
            if (found is not var (message, hint))
                continue;
            var rows = use.Rows == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" (so in {use.Rows} rows)");
            Problems.TryAdd((column, code), (message + rows, hint));
        }
    }

    private void Twins(int column, IEnumerable<string> codes)
    {
        foreach (var twins in codes.GroupBy(code => code.ToUpperInvariant(), StringComparer.Ordinal))
        {
            if (twins.Skip(1).FirstOrDefault() is { } second)
                Problems.TryAdd((column, second), ($"'{second}' and '{twins.First()}' differ in letter case alone", "write one of the two everywhere"));
        }
    }
}
