using DuckDB.NET.Data;
using Samarkand.Core;
using Samarkand.Worlds;

namespace Samarkand.Import;

/// <summary>Makes a world from a table with a row for each flow and use.</summary>
public static class LongTableImport
{
    private static readonly string[] Rules =
    [
        "Trade is the sum over uses of the table's values; inputs and final demand of a region are sums over origins: what a region buys of a sector, every user buys in the same mix of origins.",
        FinalDemand.Rule,
        "Output and expenditure are sums of trade; value added is output less intermediate use, taxes on inputs included. There are no tariffs.",
    ];

    /// <summary>Reads, checks and adds up the table.</summary>
    /// <param name="table">The files and how to read them.</param>
    /// <param name="settings">Names, elasticities, and whether to repair.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InputException">The table has mistakes: they are reported with file, line and what to do.</exception>
    public static ImportedWorld Read(LongTable table, ImportSettings settings, CancellationToken cancellation = default)
    {
        var problems = new ProblemList();
        var notes = new List<string>();
        using var duck = new DuckSession(cancellation);
        var files = OpenFiles(table, duck, problems);
        var scan = Scan(files, table, duck, problems);
        var known = WorldLabels.Of(settings, scan.Labels[0].Keys.Union(scan.Labels[2].Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal), scan.Labels[1].Keys.Select(code => new SectorInfo(code, code, [])), notes, problems);
        problems.ThrowIfAny();
        var labels = new LongLabels(scan, known, table.OwnFinalCategories);
        CheckFinalCategories(table, known, labels, scan, problems);
        var explainer = new RowExplainer(files, labels, duck) { Limit = RowExplainer.MostValue / FlowSums.Factor(table.Unit) };
        if (labels.Problems.Count > 0 || scan.Broken > 0 || scan.Largest > explainer.Limit || scan.Labels[3].Any(use => use.Value.Least < (labels.IsFinal(use.Key) ? -explainer.Limit : 0)))
            explainer.Explain(problems);
        problems.ThrowIfAny();

        var flows = new Flows(known.Regions.Length, known.Sectors.Length);
        var sums = AddUp(duck, labels, table, flows, problems);
        if (sums.Doubles.Count > 0)
            new RowExplainer(files, labels, duck) { Limit = explainer.Limit, Doubles = sums.Doubles }.Explain(problems);
        var totals = table.TotalsFile is { } path ? TotalsTable.Read(path, known, table.Unit, problems) : null;
        problems.ThrowIfAny();

        if (FinalDemand.Settle(flows) is { } settled)
            notes.Add(settled);
        var repair = new Repair(flows, known, table.Files[0], notes, problems);
        if (totals is not null)
            repair.FitTotals(totals, totals.Gaps(flows.Sales(), flows.InputCosts()), settings.Balance);
        repair.ValueAdded(settings.Balance);
        var world = WorldMaker.Make(known, flows, settings, table.Files, [.. Rules, .. notes]);
        WorldMaker.RequireBalance(world, table.Files[0], problems);
        return new ImportedWorld(world, [.. notes]);
    }

    private static List<TableFile> OpenFiles(LongTable table, DuckSession duck, ProblemList problems)
    {
        var files = new List<TableFile>();
        foreach (var path in table.Files)
        {
            if (files.Exists(file => Path.GetFullPath(file.Path) == Path.GetFullPath(path)))
                problems.Add(path, 0, 0, "is given twice", "name every file once");
            else if (TableFile.Open(path, table.Columns, duck, problems) is { } file)
                files.Add(file);
        }

        problems.ThrowIfAny();
        return files;
    }

    private static FlowSums AddUp(DuckSession duck, LongLabels labels, LongTable table, Flows flows, ProblemList problems)
    {
        try
        {
            return FlowSums.Add(duck, labels, table.Unit, flows);
        }
        catch (DuckDBException failure)
        {
            problems.Add(table.Files[0], 0, 0, $"cannot be added up: {failure.Message.Split('\n')[0]}", $"make room in {Path.GetTempPath()}, or merge regions or sectors");
            problems.ThrowIfAny();
            throw;
        }
    }

    private static LabelScan Scan(List<TableFile> files, LongTable table, DuckSession duck, ProblemList problems)
    {
        LabelScan scan;
        try
        {
            duck.Execute($"CREATE VIEW cells AS {string.Join(" UNION ALL ", files.Select(file => file.Select))}");
            scan = LabelScan.Of(duck);
        }
        catch (DuckDBException failure)
        {
            Unreadable.Explain(files, duck, failure, problems);
            throw;
        }

        if (scan.EndlessColumn is var column and >= 0)
            problems.Add(table.Files[0], 0, 0, FormattableString.Invariant($"column '{table.Columns.InFile[column]}' holds more than {LabelScan.MostLabels} different codes"), $"it should hold codes: name the right one with --columns {LongColumns.Names[column]}=NAME");
        else if (scan.Rows == 0)
            problems.Add(table.Files[0], 0, 0, "has no row", "give it a row for each flow and use");
        else if (WorldSize.IsTooLarge(Math.Max(scan.Labels[0].Count, scan.Labels[2].Count), scan.Labels[1].Count))
            problems.Add(table.Files[0], 0, 0, FormattableString.Invariant($"a world of {scan.Labels[0].Count} regions and {scan.Labels[1].Count} sectors is too large"), "merge regions or sectors");
        problems.ThrowIfAny();
        return scan;
    }

    private static void CheckFinalCategories(LongTable table, WorldLabels known, LongLabels labels, LabelScan scan, ProblemList problems)
    {
        foreach (var code in table.OwnFinalCategories)
        {
            if (known.SectorSet.Contains(code))
                problems.Add("--final", 0, 0, $"'{code}' is a sector of the table", "name only categories of final demand");
            else if (!scan.Labels[3].ContainsKey(code))
                problems.Add("--final", 0, 0, $"'{code}' is no use in the table", NearestName.Hint(code, scan.Labels[3].Keys, "remove it"));
        }

        if (problems.IsEmpty && labels.Problems.Count == 0 && !scan.Labels[3].Keys.Any(labels.IsFinal))
            problems.Add(table.Files[0], 0, 0, "has no final demand: no row's use is a final category", $"the categories known are {string.Join(", ", FinalCategories.Known)}; name your own with --final");
    }
}
