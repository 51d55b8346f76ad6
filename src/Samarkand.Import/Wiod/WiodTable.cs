using System.Globalization;
using CsvHelper;
using Samarkand.Core;
using Samarkand.Worlds;
using Samarkand.Worlds.Files;

namespace Samarkand.Import.Wiod;

/// <summary>
/// Reads a wide WIOD table: the first column holds the labels of the rows, the first row those of the columns, both as
/// <c>REGION.code</c>, in any order. Every label must be there once.
/// </summary>
internal sealed class WiodTable(string path, string[] rowLabels, string[] columnLabels, bool allowNegative, ProblemList problems)
{
    private readonly Dictionary<string, int> _rows = Positions(rowLabels);
    private readonly Dictionary<string, int> _columns = Positions(columnLabels);
    private CsvNumbers _numbers = new(',');

    /// <summary>The cells, [row, column] in the order of the labels asked for. Meaningless where problems were reported.</summary>
    public double[] Read()
    {
        var cells = new double[rowLabels.Length * columnLabels.Length];
        try
        {
            var (start, text) = CsvTable.Start(() => TextFile.OpenBytes(path));
            using var csv = CsvText.Reader(path, text, start, problems);
            _numbers = new CsvNumbers(start.Separator);
            if (!CsvText.ReadHeader(csv, start))
                problems.Add(path, 0, 0, "is empty", "give the wide table with labels such as AUS.c1");
            else if (ReadHeader(csv) is { } places)
                ReadRows(csv, places, cells);
        }
        catch (Exception failure) when (TextFile.Complaint(failure) is { } complaint)
        {
            problems.Add(path, 0, 0, complaint);
        }

        return cells;
    }

    private static Dictionary<string, int> Positions(string[] labels)
    {
        var positions = new Dictionary<string, int>(labels.Length, StringComparer.Ordinal);
        for (var i = 0; i < labels.Length; i++)
            positions.Add(labels[i], i);
        return positions;
    }

    private int[]? ReadHeader(CsvReader csv)
    {
        var places = new int[csv.FieldCount];
        var seen = new bool[columnLabels.Length];
        var usable = true;
        for (var c = 1; c < csv.FieldCount; c++)
        {
            if (_columns.TryGetValue(csv.GetString(c), out places[c]) && !seen[places[c]])
            {
                seen[places[c]] = true;
                continue;
            }

            Unusable(csv, c, "column", csv.GetString(c), _columns);
            usable = false;
        }

        for (var k = 0; k < columnLabels.Length; k++)
        {
            if (seen[k])
                continue;
            problems.Add(path, (int)csv.LineNumber, 0, $"column '{columnLabels[k]}' is missing");
            usable = false;
        }

        return usable ? places : null;
    }

    private void ReadRows(CsvReader csv, int[] places, double[] cells)
    {
        var firstLines = new int[rowLabels.Length];
        while (csv.Read())
        {
            var line = (int)csv.LineNumber;
            if (csv.FieldCount != places.Length)
            {
                problems.Add(path, line, 0, string.Create(CultureInfo.InvariantCulture, $"has {csv.FieldCount} fields where the header has {places.Length}"));
            }
            else if (!_rows.TryGetValue(csv.GetString(0), out var row))
            {
                Unusable(csv, 0, "row", csv.GetString(0), _rows);
            }
            else if (firstLines[row] > 0)
            {
                problems.Add(path, line, 1, string.Create(CultureInfo.InvariantCulture, $"row '{csv.GetString(0)}' stands twice, first on line {firstLines[row]}"));
            }
            else
            {
                firstLines[row] = line;
                ReadCells(csv, places, cells.AsSpan(row * columnLabels.Length, columnLabels.Length));
            }
        }

        for (var k = 0; k < rowLabels.Length; k++)
        {
            if (firstLines[k] == 0)
                problems.Add(path, 0, 0, $"row '{rowLabels[k]}' is missing", "the file may have been cut short: fetch it again");
        }
    }

    private void ReadCells(CsvReader csv, int[] places, Span<double> cells)
    {
        for (var c = 1; c < places.Length; c++)
        {
            if (_numbers.Read(csv.GetSpan(c), (int)csv.LineNumber, out var value) is var (message, _))
                Bad(csv, c, places[c], $"'{csv.GetString(c)}' {message}");
            else if (value < 0 && !allowNegative)
                Bad(csv, c, places[c], $"{csv.GetString(c)} is negative; intermediate use is at least 0");
            cells[places[c]] = value;
        }
    }

    private void Bad(CsvReader csv, int field, int column, string message) =>
        problems.Add(path, (int)csv.LineNumber, CsvText.Position(csv, field), $"row '{csv.GetString(0)}', column '{columnLabels[column]}': {message}");

    private void Unusable(CsvReader csv, int field, string what, string label, Dictionary<string, int> known)
    {
        if (known.ContainsKey(label))
            problems.Add(path, (int)csv.LineNumber, CsvText.Position(csv, field), $"{what} '{label}' stands twice");
        else
            problems.Add(path, (int)csv.LineNumber, CsvText.Position(csv, field), $"unknown {what} '{label}'", NearestName.Hint(label, known.Keys, "labels are WIOD's, such as AUS.c1, or AUS.f1 for final demand"));
    }
}
