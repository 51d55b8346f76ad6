using System.Globalization;
using Samarkand.Core;

namespace Samarkand.Import;

/// <summary>Makes a world from a published table whose rows sell and whose columns buy.</summary>
internal static class WideImport
{
    private static readonly string[] Rules =
    [
        "Trade is intermediate plus final flows at basic prices; inputs and final demand of a region are sums over origins.",
        FinalDemand.Rule,
        "Value added is output less intermediate use: the table's value added and the taxes less subsidies on inputs. Taxes on final products are left out, since flows are at basic prices.",
        "Where a region-sector's value added is negative, its inputs are scaled so that value added is 0.01 of output, and what is taken away is added to final demand.",
    ];

    public static ImportedWorld Read(string path, ImportSettings settings, string[] ownRules, CancellationToken cancellation)
    {
        var problems = new ProblemList();
        if (Directory.Exists(path))
            problems.Add(path, 0, 0, "is a folder", "give the table of one year in it");
        else if (!File.Exists(path))
            problems.Add(path, 0, 0, "there is no such file", "give a table of one year, as it is published");
        else if (path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
            problems.Add(path, 0, 0, $"has the ending '{Path.GetExtension(path)}'", "unpack it, or save its sheet, as CSV");
        problems.ThrowIfAny();
        var notes = new List<string>();
        settings = settings with { Year = TableYear.Of(settings.Year, [path], notes) };
        var table = WideTable.Read(path, problems, cancellation);
        problems.ThrowIfAny();
        var labels = WorldLabels.Of(settings, table!.Regions, WorldLabels.DeclaredSectors(settings, problems) ?? table.Sectors.Select(WideSectors.Of), notes, problems);
        problems.ThrowIfAny();
        RequireOrder(path, table, labels, problems);
        if (table.EmptyCells > 0)
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"{table.EmptyCells} cells hold nothing and are read as 0"));
        if (table.Discrepancy > 0)
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"the table's discrepancies, {table.Discrepancy:N0} million USD without regard to sign, have no buyer and are left out: output is what the flows add up to"));
        var (note, sales) = FinalDemand.Settle(table.Flows);
        var inputs = table.Flows.InputCosts();
        var totals = table.Accounts.Totals(sales, inputs, path, labels.Name, notes, problems);
        problems.ThrowIfAny();
        if (note is not null)
            notes.Add(note);
        var repair = new Repair(table.Flows, labels, path, notes, problems);
        if (totals is not null)
            repair.FitTotals(totals, totals.Gaps(sales, inputs), settings.Balance);
        problems.ThrowIfAny();
        return WorldMaker.Finish(labels, table.Flows, settings, [path], [.. Rules, .. ownRules], repair, repairsValueAdded: true, notes, problems, cancellation);
    }

    /// <summary>The flows are in the table's order, so files that name its labels must keep to it.</summary>
    private static void RequireOrder(string path, WideTable table, WorldLabels labels, ProblemList problems)
    {
        Require("region", new Parameter("regions"), table.Regions, [.. labels.Regions.Select(region => region.Code)]);
        Require("sector", new Parameter("sectors"), table.Sectors, [.. labels.Sectors.Select(sector => sector.Code)]);
        problems.ThrowIfAny();

        void Require(string kind, Parameter file, string[] found, string[] declared)
        {
            if (found.AsSpan().SequenceEqual(declared))
                return;
            foreach (var code in found.Except(declared, StringComparer.Ordinal))
                problems.Add(path, 1, 0, $"{kind} '{code}' is not in the file of {file}", $"add it, or leave {file} out");
            foreach (var code in declared.Except(found, StringComparer.Ordinal))
                problems.Add(file, $"{kind} '{code}' is not in {path}", NearestName.Hint(code, found, "remove it"));
            if (problems.IsEmpty)
                problems.Add(file, $"the {kind}s are not in the order of {path}", $"begin with {string.Join(", ", found.Take(3))}");
        }
    }
}
