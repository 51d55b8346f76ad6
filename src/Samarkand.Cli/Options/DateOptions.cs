using System.CommandLine;
using System.Globalization;
using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Reports.Tables;

namespace Samarkand.Cli.Options;

/// <summary>The options that apply the dates of a case: one day, one year, or month by month.</summary>
internal sealed class DateOptions
{
    private readonly Option<string?> _asOf = new("--as-of") { Description = "Only the instruments in force on that day.", HelpName = "DATE" };
    private readonly Option<string?> _year = new("--year") { Description = "Each instrument by its days in force in that year.", HelpName = "YEAR" };
    private readonly Option<bool> _timeline = new("--timeline") { Description = "Month by month, as instruments come and go." };

    /// <summary>The options that name one period.</summary>
    public IReadOnlyList<Option> Periods => [_asOf, _year];

    public IReadOnlyList<Option> All => [.. Periods, _timeline];

    /// <summary>The period that the command line names, or null.</summary>
    public Period? Period(ParseResult parsed)
    {
        var (asOf, year) = (parsed.GetValue(_asOf), parsed.GetValue(_year));
        if (asOf is not null && year is not null)
            throw Wrong("--year", $"a day and a year at once", "give --as-of or --year");
        return asOf is not null ? Day(asOf) : year is not null ? Year(year) : null;
    }

    /// <summary>Whether the case is asked for month by month.</summary>
    public bool IsTimeline(ParseResult parsed, string? table, string? against)
    {
        if (!parsed.GetValue(_timeline) && table != TimelineTable.Name)
            return false;
        var option = parsed.GetValue(_timeline) ? "--timeline" : $"--table {TimelineTable.Name}";
        if (table is not (null or "list" or TimelineTable.Name))
            throw Wrong("--timeline", $"prints the table `{TimelineTable.Name}`, and --table asks for `{table}`", "leave out one of them");
        if (parsed.GetValue(_asOf) is not null || parsed.GetValue(_year) is not null)
            throw Wrong(option, $"goes through all months, and --as-of or --year asks for one period", "leave out one of them");
        if (against is not null)
            throw Wrong(option, $"shows one case, and --against asks for a comparison", "leave out one of them, or compare at single dates: --as-of 2022-09-15 --against CASE");
        return true;
    }

    private static Period Day(string text)
    {
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            throw Wrong("--as-of", $"`{text}` is not a date", "write it like 2022-09-15 (year, month, day)");
        if (day.Year is < Cases.Period.FirstYear or > Cases.Period.LastYear)
            throw Wrong("--as-of", $"`{text}` is outside the years {Cases.Period.FirstYear} to {Cases.Period.LastYear}", "name a day in them");
        return Cases.Period.Day(day);
    }

    private static Period Year(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= Cases.Period.FirstYear and <= Cases.Period.LastYear
            ? Cases.Period.Year(year)
            : throw Wrong("--year", $"`{text}` is not a year from {Cases.Period.FirstYear} to {Cases.Period.LastYear}", "write it like 2022; for one day, --as-of 2022-09-15");

    private static InputException Wrong(string option, FormattableString message, string hint) =>
        new(new InputProblem(option, 0, 0, message.ToString(CultureInfo.InvariantCulture), hint));
}
