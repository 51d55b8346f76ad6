using System.Globalization;
using CsvHelper;
using Samarkand.Core;

namespace Samarkand.Worlds.Files;

/// <summary>A CSV file with a header, plain or compressed; the order of its columns is free.</summary>
internal sealed class CsvTable : TableRows
{
    private readonly CsvReader _csv;
    private readonly int[]? _places;
    private readonly int _width;
    private bool _isBroken;

    private CsvTable(string file, TextReader text, TableHeader header, ProblemList problems)
        : base(file, header, problems)
    {
        _csv = CsvText.Reader(file, text, problems);
        if (!Next())
        {
            if (_isBroken)
                return;
            Problems.Add(File, 0, 0, "is empty", $"the first line must name the columns: {string.Join(",", header.Names)}");
            return;
        }

        var found = new string[_width = _csv.FieldCount];
        for (var c = 0; c < found.Length; c++)
            found[c] = _csv.GetString(c);
        if (_width == 1 && found[0].Contains(';', StringComparison.Ordinal))
            Problems.Add(File, Line, 0, "its fields are separated by semicolons", "save it with commas between the fields");
        else
            _places = header.Match(File, found, FieldPosition, Line, problems);
    }

    public override bool IsUsable => _places is not null;

    /// <summary>Opens a file; null, with the problem reported, where it cannot be read.</summary>
    public static CsvTable? Open(string path, TableHeader header, ProblemList problems)
    {
        try
        {
            return new CsvTable(path, TextFile.Open(path), header, problems);
        }
        catch (Exception failure) when (TextFile.Complaint(failure) is { } complaint)
        {
            problems.Add(path, 0, 0, complaint);
            return null;
        }
    }

    /// <summary>Reads a table that the library carries.</summary>
    public static CsvTable Open(string name, Stream stream, TableHeader header, ProblemList problems) =>
        new(name, TextFile.Read(stream), header, problems);

    public override bool Read()
    {
        while (IsUsable && Next())
        {
            if (_csv.FieldCount == _width)
                return true;
            Problems.Add(File, Line, 0, string.Create(CultureInfo.InvariantCulture, $"has {_csv.FieldCount} fields where the header has {_width}"), "quote a field that holds a comma; decimals are written with a point");
        }

        return false;
    }

    public override bool Has(int column) => _places![column] >= 0;

    public override bool IsEmpty(int column) => _csv.IsEmpty(_places![column]);

    public override string Text(int column) => _csv.GetString(_places![column]);

    public override bool Number(int column, out double value)
    {
        if (double.TryParse(_csv.GetSpan(_places![column]), NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value))
            return true;
        Report(column, IsEmpty(column) ? "is empty" : $"'{Text(column)}' is not a finite number", "write a number such as 1234.5");
        return false;
    }

    public override int PositionOf(int column) => FieldPosition(_places![column]);

    public override void Dispose() => _csv.Dispose();

    private bool Next()
    {
        try
        {
            if (!_csv.Read())
                return false;
            Line = (int)_csv.LineNumber;
            return true;
        }
        catch (Exception failure) when (TextFile.Complaint(failure) is { } complaint)
        {
            Problems.Add(File, 0, 0, complaint);
            _isBroken = true;
            return false;
        }
    }

    private int FieldPosition(int field) => CsvText.Position(_csv, field);
}
