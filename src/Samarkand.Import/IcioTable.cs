using System.Globalization;
using CsvHelper;
using Samarkand.Core;
using Samarkand.Worlds;
using Samarkand.Worlds.Files;

namespace Samarkand.Import;

/// <summary>Reads an ICIO table row by row: its memory is that of the world, not of the table.</summary>
internal sealed class IcioTable
{
    private static readonly string[] Totals = ["TLS", "VA", IcioHeader.Output];

    private readonly string _path;
    private readonly IcioHeader _header;
    private readonly ProblemList _problems;
    private readonly double[][] _totals;

    private IcioTable(string path, IcioHeader header, ProblemList problems)
    {
        (_path, _header, _problems) = (path, header, problems);
        Flows = new Flows(header.Regions.Length, header.Sectors.Length);
        var size = header.Regions.Length * header.Sectors.Length;
        (Output, Sales, _totals) = (new double[size], new double[size], [.. Totals.Select(_ => new double[size])]);
    }

    public Flows Flows { get; }

    /// <summary>The column OUT, [region, sector].</summary>
    public double[] Output { get; }

    /// <summary>The sums of the rows, negative cells included, [region, sector].</summary>
    public double[] Sales { get; }

    /// <summary>Taxes less subsidies on inputs, and value added, [region, sector].</summary>
    public double[] ValueAdded => [.. _totals[0].Zip(_totals[1], (taxes, added) => taxes + added)];

    /// <summary>The row OUT, [region, sector].</summary>
    public double[] OutputRow => _totals[2];

    public string[] Regions => _header.Regions;

    public string[] Sectors => _header.Sectors;

    /// <summary>The table; null, with the problems reported, where its header cannot be used.</summary>
    public static IcioTable? Read(string path, ProblemList problems)
    {
        try
        {
            TableText.RequireWhole(path);
            using var text = TextFile.Read(TableText.Open(path));
            using var csv = CsvText.Reader(path, text, problems);
            if (!csv.Read())
            {
                problems.Add(path, 0, 0, "is empty", "give the table as the OECD publishes it");
                return null;
            }

            if (IcioHeader.Read(path, csv, problems) is not { } header)
                return null;
            if (WorldSize.IsTooLarge(header.Regions.Length, header.Sectors.Length))
            {
                problems.Add(path, 0, 0, FormattableString.Invariant($"a world of {header.Regions.Length} regions and {header.Sectors.Length} sectors is too large"), "merge regions or sectors");
                return null;
            }

            var table = new IcioTable(path, header, problems);
            table.ReadRows(csv);
            return table;
        }
        catch (Exception failure) when (TextFile.Complaint(failure) is { } complaint)
        {
            problems.Add(path, 0, 0, complaint);
            return null;
        }
    }

    private void ReadRows(CsvReader csv)
    {
        var firstLines = new Dictionary<string, int>(StringComparer.Ordinal);
        while (csv.Read())
        {
            var (line, label) = ((int)csv.LineNumber, csv.GetString(0));
            if (csv.FieldCount != _header.Kinds.Length)
                _problems.Add(_path, line, 0, string.Create(CultureInfo.InvariantCulture, $"has {csv.FieldCount} fields where the header has {_header.Kinds.Length}"), "the file may have been cut short: fetch it again");
            else if (!firstLines.TryAdd(label, line))
                _problems.Add(_path, line, 1, string.Create(CultureInfo.InvariantCulture, $"row '{label}' stands twice, first on line {firstLines[label]}"), "remove one of the two");
            else if (_header.Industries.TryGetValue(label, out var industry))
                ReadIndustry(csv, industry.Region, industry.Sector);
            else if (Array.IndexOf(Totals, label) is var total and >= 0)
                ReadTotal(csv, _totals[total]);
            else
                _problems.Add(_path, line, 1, $"unknown row '{label}'", NearestName.Hint(label, _header.Industries.Keys.Concat(Totals), "every industry's row has the label of its column; the others are TLS, VA and OUT"));
        }

        foreach (var label in _header.Industries.Keys.Concat(Totals))
        {
            if (!firstLines.ContainsKey(label))
                _problems.Add(_path, 0, 0, $"row '{label}' is missing", "the file may have been cut short: fetch it again");
        }
    }

    private void ReadIndustry(CsvReader csv, int origin, int sector)
    {
        var cell = Flows.Cell(origin, sector);
        for (var c = 1; c < _header.Kinds.Length; c++)
        {
            if (!Number(csv, c, out var value))
                continue;
            var region = _header.RegionOf[c];
            switch (_header.Kinds[c])
            {
                case IcioColumn.Output:
                    Output[cell] += value;
                    continue;
                case IcioColumn.Final:
                    Flows.FinalByOrigin[Flows.Flow(sector, origin, region)] += value;
                    break;
                default:
                    if (value < 0)
                        Bad(csv, c, $"{csv.GetString(c)} is negative; intermediate use is at least 0", "correct its sign, or set it to 0");
                    Flows.Trade[Flows.Flow(sector, origin, region)] += value;
                    Flows.Inputs[Flows.Input(region, sector, _header.SectorOf[c])] += value;
                    break;
            }

            Sales[cell] += value;
        }
    }

    private void ReadTotal(CsvReader csv, double[] totals)
    {
        for (var c = 1; c < _header.Kinds.Length; c++)
        {
            if (_header.Kinds[c] == IcioColumn.Industry && Number(csv, c, out var value))
                totals[Flows.Cell(_header.RegionOf[c], _header.SectorOf[c])] += value;
        }
    }

    private bool Number(CsvReader csv, int column, out double value)
    {
        if (double.TryParse(csv.GetSpan(column), NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value))
            return true;
        Bad(csv, column, $"'{csv.GetString(column)}' is not a finite number", "write a number such as 1234.5");
        return false;
    }

    private void Bad(CsvReader csv, int column, string message, string hint) =>
        _problems.Add(_path, (int)csv.LineNumber, CsvText.Position(csv, column), $"row '{csv.GetString(0)}', column '{_header.Labels[column]}': {message}", hint);
}
