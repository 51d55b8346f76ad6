using System.Globalization;
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
        "Output and expenditure are sums of trade; value added is output less intermediate use, taxes on inputs included.",
    ];

    /// <summary>Reads, checks and adds up the table.</summary>
    /// <param name="table">The files and how to read them.</param>
    /// <param name="settings">Names, elasticities, and whether to repair.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InputException">The table has mistakes: they are reported with file, line and what to do.</exception>
    /// <example>
    /// <code>
    /// using Samarkand.Import;
    ///
    /// var file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "flows.csv");
    /// File.WriteAllText(file, """
    ///     origin,sector,destination,use,value
    ///     AAA,c1,AAA,final,80
    ///     AAA,c1,BBB,c2,10
    ///     AAA,c1,BBB,final,10
    ///     BBB,c1,BBB,final,60
    ///     BBB,c1,AAA,c2,10
    ///     AAA,c2,AAA,final,50
    ///     BBB,c2,BBB,final,70
    ///     BBB,c2,AAA,final,5
    ///     """);
    /// var imported = LongTableImport.Read(new LongTable([file]), new ImportSettings("small", 2020) { Theta = 4 });
    /// Console.WriteLine($"{imported.World.Regions.Length} regions, {imported.World.Sectors.Length} sectors");
    /// </code>
    /// </example>
    public static ImportedWorld Read(LongTable table, ImportSettings settings, CancellationToken cancellation = default)
    {
        var problems = new ProblemList();
        var notes = new List<string>();
        using var duck = new DuckSession(cancellation);
        var files = OpenFiles(table, duck, problems);
        table = table with { LayoutFinals = [.. files.SelectMany(file => file.Layout?.Finals ?? []).Distinct()] };
        var yearOfNames = files.Exists(file => file.HasYears) ? 0 : TableYear.Of(settings.Year, table.Files, notes);
        var years = new LongYears(settings.Year);
        var scan = Scan(files, table, years, problems, cancellation);
        var mistakesInRows = problems.Count;
        var declared = WorldLabels.DeclaredSectors(settings, problems);
        var labels = new LongLabels(scan, table, declared);
        RequireSize(table, labels, problems);
        var known = WorldLabels.Of(settings, labels.Regions.Where(code => code.Length > 0), declared ?? labels.Sectors.Where(code => code.Length > 0).Select(code => new SectorInfo(code, code, [])), notes, problems);
        if (problems.Count > mistakesInRows)
            problems.ThrowIfAny();
        labels.Report(known, problems);
        CheckOwnCodes(table, labels, scan, problems);
        problems.ThrowIfAny();
        NoteReading(files, scan, labels, notes);

        var flows = new Flows(known.Regions.Length, known.Sectors.Length);
        var sums = FlowSums.Add(files, new LongSlots(scan, labels, known), years, table.Unit, flows, problems, cancellation);
        if (sums.Doubles.Count > 0)
            DoubleRows.Report(files, years, sums.Doubles, problems);
        problems.ThrowIfAny();
        var settled = FinalDemand.Settle(flows);
        var (sales, inputs) = (flows.Sales(), flows.InputCosts());
        var totals = table.TotalsFile is { } path ? TotalsTable.Read(path, known, table.Unit, problems) : sums.Accounts.Totals(settled.Sales, inputs, table.Files[0], known.Name, notes, problems);
        problems.ThrowIfAny();

        if (settled.Note is { } note)
            notes.Add(note);
        var repair = new Repair(flows, known, table.Files[0], notes, problems);
        if (totals is not null)
            repair.FitTotals(totals, totals.Gaps(table.TotalsFile is null ? settled.Sales : sales, inputs), settings.Balance);
        return WorldMaker.Finish(known, flows, settings with { Year = years.Year ?? yearOfNames }, table.Files, Rules, repair, settings.Balance, notes, problems, cancellation);
    }

    private static List<LongFile> OpenFiles(LongTable table, DuckSession duck, ProblemList problems)
    {
        var files = new List<LongFile>();
        foreach (var path in table.Files)
        {
            if (files.Exists(file => Path.GetFullPath(file.Path) == Path.GetFullPath(path)))
                problems.Add(path, 0, 0, "is given twice", "name every file once");
            else if (new LongFile(path, table.Columns, duck) is var file && file.Inspect(problems))
                files.Add(file);
        }

        problems.ThrowIfAny();
        if (files.Find(file => file.HasYears) is { } dated && files.Find(file => !file.HasYears) is { } undated)
            throw new InputException(new InputProblem(undated.Path, 0, 0, $"has no column of years, which {dated.Path} has", "give it one, or import the files of one year alone"));
        return files;
    }

    private static LongScan Scan(List<LongFile> files, LongTable table, LongYears years, ProblemList problems, CancellationToken cancellation)
    {
        var scan = LongScan.Of(files, table, years, problems, cancellation);
        years.RequireOne(table.Files[0]);
        if (scan.Rows > 0)
            return scan;
        if (problems.IsEmpty)
            problems.Add(table.Files[0], 0, 0, "has no row", "give it a row for each flow and use");
        problems.ThrowIfAny();
        return scan;
    }

    private static void RequireSize(LongTable table, LongLabels labels, ProblemList problems)
    {
        if (!WorldSize.IsTooLarge(labels.Regions.Length, labels.Sectors.Length))
            return;
        problems.Add(table.Files[0], 0, 0, FormattableString.Invariant($"a world of {labels.Regions.Length} regions and {labels.Sectors.Length} sectors is too large"), "merge regions or sectors");
        problems.ThrowIfAny();
    }

    private static void CheckOwnCodes(LongTable table, LongLabels labels, LongScan scan, ProblemList problems)
    {
        foreach (var code in table.OwnFinalCategories)
        {
            if (labels.IsSector(code))
                problems.Add(new Parameter("final"), $"'{code}' is a sector of the table", "name only categories of final demand");
            else if (!scan.Labels[3].ContainsKey(code))
                problems.Add(new Parameter("final"), $"'{code}' is no use in the table", NearestName.Hint(code, scan.Labels[3].Keys, "remove it"));
        }

        foreach (var code in table.OwnPrimaryInputs.Where(code => !scan.Labels[1].ContainsKey(code)))
            problems.Add(new Parameter("primary"), $"'{code}' is the sector of no row in the table", NearestName.Hint(code, scan.Labels[1].Keys, "remove it"));
        if (problems.IsEmpty && labels.Finals.IsEmpty)
            problems.Add(table.Files[0], 0, 0, "has no final demand: no row's use is a final category", $"the categories known are {string.Join(", ", FinalCategories.Known)}; name your own with {new Parameter("final")}");
    }

    private static void NoteReading(List<LongFile> files, LongScan scan, LongLabels labels, List<string> notes)
    {
        if (labels.Accounts() is { } accounts)
            notes.Add(accounts);
        if (scan.DecimalComma is var (file, line))
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"{file} writes decimals with a comma, first on line {line}: 1,5 is read as one and a half"));
        if (files.Find(file => file.Layout is { Currency: not null })?.Layout is { } layout)
            notes.Add($"the columns are those of {layout.Name}, which is in million {layout.Currency}, while worlds are in million USD: shares and percentages do not depend on it, but amounts in a case and in answers are then in {layout.Currency}s; convert the values first where amounts matter");
    }
}
