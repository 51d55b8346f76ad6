using System.Globalization;
using Samarkand.Core;
using Samarkand.Worlds.Files;

namespace Samarkand.Import;

/// <summary>Reads a table of tariffs: importer,exporter,sector,rate. A pair and sector without a row has none.</summary>
internal static class TariffTable
{
    private const int Rate = 3;

    private static readonly TableHeader Header = new(["importer", "exporter", "sector", "rate"]);

    /// <summary>The rates, [sector, exporter, importer], as shares of the value at basic prices; meaningless where problems are reported.</summary>
    public static double[] Read(string path, WorldLabels labels, ProblemList problems)
    {
        var (n, s) = (labels.Regions.Length, labels.Sectors.Length);
        var (rates, lines) = (new double[s * n * n], new int[s * n * n]);
        using var rows = CsvTable.Open(path, Header, problems);
        if (rows is not { IsUsable: true })
            return rates;
        while (rows.Read())
        {
            var (importer, exporter, sector) = (labels.RegionSet.Find(rows, 0), labels.RegionSet.Find(rows, 1), labels.SectorSet.Find(rows, 2));
            var isRate = IsRate(rows, out var rate);
            if (importer < 0 || exporter < 0 || sector < 0 || !isRate)
                continue;
            if (importer == exporter && rate != 0)
                rows.Report(Rate, $"'{rows.Text(0)}' would levy a tariff on itself", "remove the row: what stays at home crosses no border");
            var flow = (sector * n + exporter) * n + importer;
            if (lines[flow] > 0)
                rows.Report(0, string.Create(CultureInfo.InvariantCulture, $"{rows.Text(0)},{rows.Text(1)},{rows.Text(2)} stands twice, first on line {lines[flow]}"), "remove one of the two");
            (rates[flow], lines[flow]) = (rate, rows.Line);
        }

        return rates;
    }

    /// <summary>A share such as 0.05, or a percentage such as 5 %. More than all of the value is believed where it is written as a percentage.</summary>
    private static bool IsRate(CsvTable rows, out double rate)
    {
        if (!rows.Rate(Rate, out rate, out var isPercent))
            return false;
        var (text, percent) = (rows.Text(Rate), (100 * rate).ToString("G6", CultureInfo.InvariantCulture));
        if (rate < 0)
            rows.Report(Rate, $"'{text}' is negative", "a tariff is at least 0; 5 percent is 0.05 or 5 %");
        else if (rate > 1 && !isPercent)
            rows.Report(Rate, $"'{text}' would be {percent} percent", string.Create(CultureInfo.InvariantCulture, $"if {rate:G6} percent is meant, write {rate / 100:G6} or {rate:G6} %; if {percent} percent is meant, write {percent} %"));
        else
            return true;
        return false;
    }
}
