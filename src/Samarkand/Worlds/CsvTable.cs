using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Samarkand.Worlds;

/// <summary>A CSV file with a header, plain or compressed; the order of its columns is free.</summary>
internal sealed class CsvTable : TableRows
{
    private readonly TextReader _text;
    private readonly CsvParser _parser;
    private readonly int[]? _places;
    private readonly int _width;
    private bool _badQuote;

    private CsvTable(string file, TextReader text, TableHeader header, ProblemList problems)
        : base(file, header, problems)
    {
        _text = text;
        _parser = new CsvParser(text, Format(_ => _badQuote = true));
        if (!Next())
        {
            Problems.Add(File, 0, 0, "is empty", $"the first line must name the columns: {string.Join(",", header.Names)}");
            return;
        }

        Line = _parser.RawRow;
        var found = _parser.Record!;
        _width = found.Length;
        if (_width == 1 && found[0].Contains(';', StringComparison.Ordinal))
            Problems.Add(File, Line, 0, "its fields are separated by semicolons", "save it with commas between the fields");
        else
            _places = header.Match(File, found, FieldPosition, Line, problems);
    }

    public override bool IsUsable => _places is not null;

    public static CsvConfiguration Format(Action<BadDataFoundArgs> onBadQuote) => new(CultureInfo.InvariantCulture)
    {
        NewLine = "\n",
        TrimOptions = TrimOptions.Trim,
        BadDataFound = args => onBadQuote(args),
    };

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
            Line = _parser.RawRow;
            if (_badQuote)
                Problems.Add(File, Line, 0, "has a quotation mark that is not closed, or stands inside a field", "write a quotation mark inside a quoted field twice");
            else if (_parser.Count != _width)
                Problems.Add(File, Line, 0, string.Create(CultureInfo.InvariantCulture, $"has {_parser.Count} fields where the header has {_width}"), "quote a field that holds a comma; decimals are written with a point");
            else
                return true;
        }

        return false;
    }

    public override bool Has(int column) => _places![column] >= 0;

    public override string Text(int column) => _parser[_places![column]];

    public override bool IsEmpty(int column) => Text(column).Length == 0;

    public override bool Number(int column, out double value)
    {
        var text = Text(column);
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value))
            return true;
        Report(column, text.Length == 0 ? "is empty" : $"'{text}' is not a finite number", "write a number such as 1234.5");
        return false;
    }

    public override void Dispose()
    {
        _parser.Dispose();
        _text.Dispose();
    }

    public override int PositionOf(int column) => FieldPosition(_places![column]);

    private bool Next()
    {
        _badQuote = false;
        try
        {
            return _parser.Read();
        }
        catch (Exception failure) when (TextFile.Complaint(failure) is { } complaint)
        {
            Problems.Add(File, _parser.RawRow + 1, 0, complaint);
            return false;
        }
    }

    /// <summary>The column, from 1, at which a field of the current record starts in the text.</summary>
    private int FieldPosition(int field)
    {
        var (position, quoted) = (0, false);
        var record = _parser.RawRecord;
        for (; field > 0 && position < record.Length; position++)
        {
            if (record[position] == '"')
                quoted = !quoted;
            else if (record[position] == ',' && !quoted)
                field--;
        }

        return position + 1;
    }
}
