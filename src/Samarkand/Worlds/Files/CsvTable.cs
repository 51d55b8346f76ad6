using CsvHelper;
using Samarkand.Core;

namespace Samarkand.Worlds.Files;

/// <summary>A CSV file with a header, plain or compressed; the order of its columns is free.</summary>
internal sealed class CsvTable : TableRows
{
    private const int MostKept = 50_000;

    private readonly CsvReader _csv;
    private readonly Dictionary<string, string> _composed = new(StringComparer.Ordinal);
    private readonly CsvNumbers _numbers;
    private readonly int[]? _places;
    private readonly int _width;
    private readonly char _separator;
    private bool _isBroken;

    private CsvTable(string file, TextReader text, CsvStart start, TableHeader header, ProblemList problems)
        : base(file, header, problems)
    {
        _csv = CsvText.Reader(file, text, start, problems);
        _numbers = new CsvNumbers(_separator = start.Separator);
        while (Next() && Line < start.HeaderLine)
        {
        }

        if (_isBroken)
            return;
        if (Line < start.HeaderLine)
        {
            Problems.Add(File, 0, 0, "is empty", $"the first line must name the columns: {string.Join(",", header.Required)}");
            return;
        }

        var found = new string[_width = _csv.FieldCount];
        for (var c = 0; c < found.Length; c++)
            found[c] = CsvText.Field(_csv, c).Trim();
        _places = header.Match(File, found, FieldPosition, Line, problems);
    }

    public override bool IsUsable => _places is not null;

    public override int DecimalCommaLine => _numbers.CommaLine;

    /// <summary>Opens a file; null, with the problem reported, where it cannot be read.</summary>
    public static CsvTable? Open(string path, TableHeader header, ProblemList problems) => Open(path, () => TextFile.OpenBytes(path), header, problems);

    /// <summary>Opens a file of any size by way of a stream, which is asked for anew where it cannot be wound back.</summary>
    public static CsvTable? Open(string path, Func<Stream> open, TableHeader header, ProblemList problems)
    {
        try
        {
            var (start, text) = Start(open);
            return new CsvTable(path, text, start, header, problems);
        }
        catch (Exception failure) when (TextFile.Complaint(failure) is { } complaint)
        {
            problems.Add(path, 0, 0, complaint);
            return null;
        }
    }

    /// <summary>Reads a table that the library carries.</summary>
    public static CsvTable Open(string name, Stream stream, TableHeader header, ProblemList problems) =>
        new(name, TextFile.Read(stream), CsvStart.Standard, header, problems);

    /// <summary>How a file begins, and its text from the beginning.</summary>
    public static (CsvStart Start, StreamReader Text) Start(Func<Stream> open)
    {
        var stream = open();
        try
        {
            var start = CsvStart.Of(TextFile.Read(stream));
            if (stream.CanSeek)
            {
                stream.Position = 0;
            }
            else
            {
                stream.Dispose();
                stream = open();
            }

            return (start, TextFile.Read(stream));
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    public override bool Read()
    {
        while (IsUsable && Next())
        {
            if (_csv.FieldCount == _width)
            {
                if (!_csv.IsEmpty(0) || !CsvText.IsBlank(_csv))
                    return true;
            }
            else if (!CsvText.IsBlank(_csv))
            {
                var (message, hint) = CsvStart.WrongWidth(_csv.FieldCount, _width, _separator, _csv.RawRecord);
                Problems.Add(File, Line, 0, message, hint);
            }
        }

        return false;
    }

    public override bool Has(int column) => _places![column] >= 0;

    public override bool IsEmpty(int column) => _csv.IsEmpty(_places![column]);

    public override string Text(int column)
    {
        var text = _csv.GetString(_places![column]);
        var composed = ComposedText.Of(text);
        // In quotation marks the reader keeps spaces; around a code they mean nothing.
        if (Header.Names[column] != "name")
            composed = composed.Trim(' ', '\t');
        if (ReferenceEquals(composed, text))
            return text;
        // One string for each label, as the reader gives for those that need no composing.
        if (_composed.Count > MostKept)
            _composed.Clear();
        return _composed.TryGetValue(composed, out var kept) ? kept : _composed[composed] = composed;
    }

    public override bool Number(int column, out double value)
    {
        if (_numbers.Read(_csv.GetSpan(_places![column]), Line, out value) is not var (message, hint))
            return true;
        Report(column, IsEmpty(column) ? "is empty" : $"'{Text(column)}' {message}", hint);
        return false;
    }

    /// <summary>A share in a field, which may be written as a percentage; reports one that is neither.</summary>
    public bool Rate(int column, out double value, out bool isPercent)
    {
        var text = _csv.GetSpan(_places![column]).Trim(" \t"u8);
        isPercent = text.EndsWith("%"u8);
        if (_numbers.Read(isPercent ? text[..^1].TrimEnd(" \t"u8) : text, Line, out value) is not var (message, _))
        {
            value = isPercent ? value / 100 : value;
            return true;
        }

        Report(column, IsEmpty(column) ? "is empty" : $"'{Text(column)}' {message}", "write a share such as 0.05, or a percentage such as 5 %");
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
