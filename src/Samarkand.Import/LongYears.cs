using System.Globalization;
using Samarkand.Core;
using Samarkand.Worlds.Files;

namespace Samarkand.Import;

/// <summary>Which rows of a long table with a column of years are taken.</summary>
internal sealed class LongYears(int? chosen)
{
    private readonly SortedSet<int> _found = [];
    private string _last = "";
    private int _lastYear = -1;

    /// <summary>The year of the rows that are taken; null where there is no column of years.</summary>
    public int? Year { get; private set; }

    /// <summary>Whether the row is of the year chosen, or where none is, of the first; reports what is no year.</summary>
    public bool Takes(TableRows rows)
    {
        if (!rows.Has(LongColumns.Year))
            return true;
        var text = rows.Text(LongColumns.Year);
        if (text != _last)
            (_last, _lastYear) = (text, Parse(text));
        if (_lastYear < 0)
        {
            rows.Report(LongColumns.Year, $"'{text}' is not a year", $"write a year such as 2021, or name the column of years with {new Parameter("columns", "year=NAME")}");
            return false;
        }

        _found.Add(_lastYear);
        Year ??= chosen ?? _lastYear;
        return _lastYear == Year;
    }

    /// <summary>Throws where the table holds several years and none was chosen, or not the one that was.</summary>
    public void RequireOne(string file)
    {
        var years = string.Join(", ", _found.Select(year => year.ToString(CultureInfo.InvariantCulture)));
        if (chosen is null && _found.Count > 1)
            throw new InputException(new InputProblem(file, 0, 0, $"holds several years: {years}", $"choose one, such as {new Parameter("year", _found.Max.ToString(CultureInfo.InvariantCulture))}"));
        if (chosen is { } year && _found.Count > 0 && !_found.Contains(year))
            throw new Parameter("year").Wrong($"{year.ToString(CultureInfo.InvariantCulture)} is not in the table", $"it holds {years}");
    }

    /// <summary>A year, also of a date such as 2021-01-01 or a number such as 2021.0; -1 where the text is none.</summary>
    private static int Parse(string text)
    {
        var year = text.Length > 4 && (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) || text.AsSpan(4).Trim('0') is ".") ? text[..4] : text;
        return year.Length == 4 && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : -1;
    }
}
