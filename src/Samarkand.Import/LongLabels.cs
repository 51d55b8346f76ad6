using System.Collections.Immutable;
using System.Globalization;
using Samarkand.Core;
using Samarkand.Worlds;
using Samarkand.Worlds.Files;

namespace Samarkand.Import;

/// <summary>Sorts the labels of a long table into regions, sectors, final demand, and rows and columns of accounts.</summary>
internal sealed class LongLabels
{
    private readonly LongScan _scan;
    private readonly LongTable _table;
    private readonly HashSet<string> _declared;

    /// <param name="scan">The labels found.</param>
    /// <param name="table">The table, with the codes that its user named.</param>
    /// <param name="declared">The sectors of the user's own file, or null.</param>
    public LongLabels(LongScan scan, LongTable table, IEnumerable<SectorInfo>? declared)
    {
        (_scan, _table) = (scan, table);
        _declared = (declared ?? []).Select(sector => sector.Code).ToHashSet(StringComparer.Ordinal);
        Finals = [.. scan.Labels[3].Keys.Where(IsFinal).Order(StringComparer.Ordinal)];
        var buyers = Real(2, IsUse).ToHashSet(StringComparer.Ordinal);
        OnlySellers = [.. Real(0, IsSector).Where(code => !buyers.Contains(code)).Order(StringComparer.Ordinal)];
        Regions = [.. buyers.Union(OnlySellers, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Sectors = [.. scan.Labels[1].Keys.Where(IsSector).Order(StringComparer.Ordinal)];
    }

    /// <summary>Origins and destinations that sell or buy.</summary>
    public ImmutableArray<string> Regions { get; }

    /// <summary>Origins that no row has as destination: the model has no place for a region that buys nothing.</summary>
    public ImmutableArray<string> OnlySellers { get; }

    /// <summary>What is sold.</summary>
    public ImmutableArray<string> Sectors { get; }

    /// <summary>The final categories that occur.</summary>
    public ImmutableArray<string> Finals { get; }

    /// <summary>What a row of that code holds besides goods; null where it is a sector.</summary>
    public AccountKind? RowKind(string code)
    {
        if (PrimaryInputs.Row(code, _table.OwnPrimaryInputs) is not { } kind || _declared.Contains(code))
            return null;
        // What is used is a good, whatever its name.
        return _scan.Labels[3].ContainsKey(code) && PrimaryInputs.Column(code) is null && !_table.OwnPrimaryInputs.Contains(code) ? null : kind;
    }

    /// <summary>What a column of that code holds besides uses; null where it is a use.</summary>
    public AccountKind? ColumnKind(string code) => IsSector(code) ? null : PrimaryInputs.Column(code);

    public bool IsSector(string code) => (_scan.Labels[1].ContainsKey(code) || _declared.Contains(code)) && RowKind(code) is null;

    public bool IsFinal(string use) => !IsSector(use) && ColumnKind(use) is null && (_table.OwnFinalCategories.Contains(use) || _table.LayoutFinals.Contains(use) || FinalCategories.IsKnown(use));

    /// <summary>Where the rows that are not goods stand: the labels of their origins and their codes; null where there are none.</summary>
    public string? Accounts()
    {
        var codes = _scan.Labels[1].Keys.Where(code => RowKind(code) is not null).Order(StringComparer.Ordinal).ToArray();
        var origins = _scan.Labels[0].Keys.Except(Regions, StringComparer.Ordinal).Where(code => code.Length > 0).Order(StringComparer.Ordinal).ToArray();
        if (codes.Length == 0)
            return null;
        return $"rows {string.Join(", ", codes)}{(origins.Length > 0 ? $" of {string.Join(", ", origins)}" : "")} hold value added, taxes and totals: they are compared with the flows, and are neither goods nor a region";
    }

    /// <summary>Reports every label that cannot be used, where it first stands.</summary>
    public void Report(WorldLabels known, ProblemList problems)
    {
        ReportSpellings([0, 2], Regions, problems);
        ReportSpellings([1, 3], [.. Sectors, .. _scan.Labels[3].Keys.Where(code => ColumnKind(code) is null)], problems);
        foreach (var column in new[] { 0, 2 })
            Judge(column, Regions.Contains, code => known.RegionSet.Contains(code) ? null : Unknown("region", code, known.RegionSet, $"add it to the file of {new Parameter("regions")}, or remove its rows"), problems);
        Judge(1, IsSector, code => code == SectorTable.Everything
            ? ($"'{code}' is reserved: in a case it means every sector", "give the sector another code")
            : known.SectorSet.Contains(code) ? null : Unknown("sector", code, known.SectorSet, $"add it to the file of {new Parameter("sectors")}, or remove its rows"), problems);
        Judge(3, code => ColumnKind(code) is null, code => IsSector(code) || IsFinal(code)
            ? null
            : ($"'{code}' is neither a sector nor a final category", NearestName.Hint(code, Sectors.Concat(_table.OwnFinalCategories).Concat(FinalCategories.Known), $"name a final category with {new Parameter("final", code)}")), problems);
        foreach (var label in OnlySellers.Select(code => _scan.Labels[0][code]).Where(label => problems.IsEmpty))
            Add(0, label, $"'{label.Code}' only sells: no row says what it buys, so it has no income that is spent, and the model has no place for it{InRows(label)}", UsableWorld.Advice, problems);
        foreach (var use in _scan.Labels[3].Values.Where(use => !IsFinal(use.Code) && ColumnKind(use.Code) is null))
        {
            foreach (var negative in use.Negatives.SelectMany(list => list).Where(negative => IsSector(negative.Sector)))
                problems.Add(negative.File, negative.Line, negative.Column, string.Create(CultureInfo.InvariantCulture, $"value: {negative.Value:R} is negative; intermediate use is at least 0"), "remove the row or correct its sign");
        }
    }

    private static (string, string) Unknown(string kind, string code, LabelSet known, string otherwise) =>
        ($"unknown {kind} '{code}'", NearestName.Hint(code, Enumerable.Range(0, known.Count).Select(k => known[k]), otherwise));

    private IEnumerable<string> Real(int column, Func<string, bool> isReal) =>
        _scan.Labels[column].Values.Where(label => label.StandsBesideSure || label.Doubtful.Any(isReal)).Select(label => label.Code);

    private bool IsUse(string code) => ColumnKind(code) is null;

    private void Judge(int column, Func<string, bool> isReal, Func<string, (string Message, string Hint)?> judgement, ProblemList problems)
    {
        foreach (var label in _scan.Labels[column].Values.Where(label => isReal(label.Code)))
        {
            var found = label.Code.Length == 0 ? ("is empty", $"give every row its {LongColumns.Names[column]}")
                : label.Code.Any(Spelling.IsOdd) ? ($"'{Spelling.Visible(label.Code)}' holds a quotation mark or an invisible character", "write it in plain letters, digits and signs")
                : judgement(label.Code);
            if (found is var (message, hint))
                Add(column, label, message + InRows(label), hint, problems);
        }
    }

    /// <summary>Of the spellings of one label the one in most rows is taken for the right one.</summary>
    private void ReportSpellings(int[] columns, IEnumerable<string> codes, ProblemList problems)
    {
        var real = codes.ToHashSet(StringComparer.Ordinal);
        var labels = columns.SelectMany(column => _scan.Labels[column].Values.Where(label => real.Contains(label.Code)), (column, label) => (Column: column, Label: label));
        foreach (var twins in labels.GroupBy(entry => Spelling.Key(entry.Label.Code), StringComparer.Ordinal))
        {
            var spellings = twins.GroupBy(entry => entry.Label.Code, StringComparer.Ordinal).OrderByDescending(spelling => spelling.Sum(entry => entry.Label.Rows)).ThenBy(spelling => spelling.Key, StringComparer.Ordinal).ToArray();
            foreach (var spelling in spellings.Skip(1))
            {
                var (column, label) = spelling.First();
                Add(column, label, Spelling.Difference(Spelling.Visible(label.Code), Spelling.Visible(spellings[0].Key)) + InRows(label), "write one of the two everywhere", problems);
            }
        }
    }

    private static void Add(int column, LabelUse label, string message, string hint, ProblemList problems) =>
        problems.Add(label.File, label.Line, label.Column, $"{LongColumns.Names[column]}: {message}", hint);

    private static string InRows(LabelUse label) => label.Rows == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" (so in {label.Rows} rows)");
}
