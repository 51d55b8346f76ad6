using Samarkand.Worlds;

namespace Samarkand.Import;

/// <summary>Makes a world from a year of the OECD's Inter-Country Input-Output tables.</summary>
public static class IcioImport
{
    private static readonly string[] Rules =
    [
        "Trade is intermediate plus final flows at basic prices; inputs and final demand of a region are sums over origins.",
        FinalDemand.Rule,
        "Value added is output less intermediate use: the table's VA and the taxes less subsidies on inputs (TLS). Taxes on final products are left out, since flows are at basic prices.",
        "Where a region-sector's value added is negative, its inputs are scaled so that value added is 0.01 of output, and what is taken away is added to final demand.",
        "CN1 and CN2 of the extended tables are CHN, MX1 and MX2 are MEX.",
    ];

    /// <summary>Reads and checks the table.</summary>
    /// <param name="path">
    /// A CSV file, plain or <c>.gz</c>: rows <c>AUS_A01_02</c>, then <c>TLS</c>, <c>VA</c>, <c>OUT</c>; columns <c>AUS_A01_02</c>, then
    /// <c>AUS_HFCE</c> and the other final categories, then <c>OUT</c>; million USD.
    /// </param>
    /// <param name="settings">Names, elasticities, and whether to repair.</param>
    /// <exception cref="InputException">The table has mistakes: they are reported with line, column and what to do.</exception>
    public static ImportedWorld Read(string path, ImportSettings settings)
    {
        var problems = new ProblemList();
        if (!File.Exists(path))
            problems.Add(path, 0, 0, "there is no such file", "give a table of one year, as the OECD publishes it");
        problems.ThrowIfAny();
        var notes = new List<string>();
        var table = IcioTable.Read(path, problems);
        problems.ThrowIfAny();
        var labels = WorldLabels.Of(settings, table!.Regions, table.Sectors.Select(IcioSectors.Of), notes, problems);
        problems.ThrowIfAny();
        RequireOrder(path, table, labels, problems);
        for (var cell = 0; cell < table.Output.Length; cell++)
        {
            if (Math.Abs(table.Output[cell] - table.OutputRow[cell]) > 0.01 + 1e-6 * table.Output[cell])
                problems.Add(path, 0, 0, FormattableString.Invariant($"{labels.Name(cell)}: column OUT says {table.Output[cell]:G6}, row OUT says {table.OutputRow[cell]:G6} million USD"), "correct the wrong one");
        }

        problems.ThrowIfAny();
        var totals = new Totals(table.Output, table.ValueAdded, path);
        var gaps = totals.Gaps(table.Sales, table.Flows.InputCosts());
        if (FinalDemand.Settle(table.Flows) is { } settled)
            notes.Add(settled);
        var repair = new Repair(table.Flows, labels, path, notes, problems);
        repair.FitTotals(totals, gaps, settings.Balance);
        problems.ThrowIfAny();
        repair.ValueAdded(repair: true);
        var world = WorldMaker.Make(labels, table.Flows, settings, [path], [.. Rules, .. notes]);
        WorldMaker.RequireBalance(world, path, problems);
        return new ImportedWorld(world, [.. notes]);
    }

    /// <summary>The flows are in the table's order, so files that name its labels must keep to it.</summary>
    private static void RequireOrder(string path, IcioTable table, WorldLabels labels, ProblemList problems)
    {
        Require("region", "--regions", table.Regions, [.. labels.Regions.Select(region => region.Code)]);
        Require("sector", "--sectors", table.Sectors, [.. labels.Sectors.Select(sector => sector.Code)]);

        void Require(string kind, string option, string[] found, string[] declared)
        {
            if (found.AsSpan().SequenceEqual(declared))
                return;
            foreach (var code in found.Except(declared, StringComparer.Ordinal))
                problems.Add(path, 1, 0, $"{kind} '{code}' is not in the file of {option}", $"add it, or leave {option} out");
            foreach (var code in declared.Except(found, StringComparer.Ordinal))
                problems.Add(option, 0, 0, $"{kind} '{code}' is not in {path}", new LabelSet(kind, found, isComplete: true).Hint(code, "remove it"));
            if (problems.IsEmpty)
                problems.Add(option, 0, 0, $"the {kind}s are not in the order of {path}", $"begin with {string.Join(", ", found.Take(3))}");
        }
    }
}
