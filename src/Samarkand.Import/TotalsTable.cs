using System.Globalization;
using Samarkand.Core;
using Samarkand.Worlds.Files;

namespace Samarkand.Import;

/// <summary>Reads a table of totals: region,sector,output[,value-added].</summary>
internal static class TotalsTable
{
    private static readonly TableHeader Header = new(["region", "sector", "output"], "value-added");

    public static Totals? Read(string path, WorldLabels labels, ValueUnit unit, ProblemList problems)
    {
        var factor = FlowSums.Factor(unit);
        var size = labels.Regions.Length * labels.Sectors.Length;
        var (output, valueAdded, lines) = (new double[size], new double[size], new int[size]);
        using var rows = CsvTable.Open(path, Header, problems);
        if (rows is not { IsUsable: true })
            return null;
        while (rows.Read())
        {
            var (region, sector) = (labels.RegionSet.Find(rows, 0), labels.SectorSet.Find(rows, 1));
            var isRight = rows.Number(2, out var total);
            var added = 0.0;
            if (rows.Has(3))
                isRight &= rows.Number(3, out added);
            if (region < 0 || sector < 0 || !isRight)
                continue;
            var cell = region * labels.Sectors.Length + sector;
            if (lines[cell] > 0)
                rows.Report(0, string.Create(CultureInfo.InvariantCulture, $"{rows.Text(0)},{rows.Text(1)} stands twice, first on line {lines[cell]}"), "remove one of the two");
            if (total < 0)
                rows.Report(2, string.Create(CultureInfo.InvariantCulture, $"{total:R} is negative"), "output is at least 0");
            else if (added > total || added < 0)
                rows.Report(3, string.Create(CultureInfo.InvariantCulture, $"{added:R} is not between 0 and the output, {total:R}"), "value added is output less what the inputs cost");
            (output[cell], valueAdded[cell], lines[cell]) = (total * factor, added * factor, rows.Line);
        }

        for (var cell = 0; cell < size; cell++)
        {
            if (lines[cell] == 0)
                problems.Add(path, 0, 0, $"{labels.Name(cell)} has no total", "add a row for it, with output 0 where there is none");
        }

        return new Totals(output, rows.Has(3) ? valueAdded : null, path);
    }
}
