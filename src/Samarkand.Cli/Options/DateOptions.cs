using System.CommandLine;
using System.Globalization;
using Samarkand.Cases;
using Samarkand.Core;

namespace Samarkand.Cli.Options;

/// <summary>The options that apply the dates of a case to one day or one year.</summary>
internal sealed class DateOptions
{
    public Option<string?> AsOf { get; } = new("--as-of") { Description = "Apply only the instruments that are in force on that day.", HelpName = "DATE" };

    public Option<string?> Year { get; } = new("--year") { Description = "Apply each instrument by the share of that year's days on which it is in force.", HelpName = "YEAR" };

    /// <summary>The period that the command line names, or null.</summary>
    public Period? Read(ParseResult parsed)
    {
        var (asOf, year) = (parsed.GetValue(AsOf), parsed.GetValue(Year));
        if (asOf is not null && year is not null)
            throw Wrong(Year, "asks for a whole year, and --as-of for one day", "give one of the two");
        return asOf is not null ? DayOf(asOf) : year is not null ? YearOf(year) : null;
    }

    private Period DayOf(string text)
    {
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            throw Wrong(AsOf, $"`{text}` is not a date", "write it like 2022-09-15 (year, month, day)");
        if (day.Year is < Period.FirstYear or > Period.LastYear)
            throw Wrong(AsOf, $"`{text}` is outside the years {Years()}", "name a day in them");
        return Period.Day(day);
    }

    private Period YearOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= Period.FirstYear and <= Period.LastYear
            ? Period.Year(year)
            : throw Wrong(Year, $"`{text}` is not a year from {Years()}", "write it like 2022; for one day, --as-of 2022-09-15");

    private static string Years() => FormattableString.Invariant($"{Period.FirstYear} to {Period.LastYear}");

    private static InputException Wrong(Option option, string message, string hint) => new(new InputProblem(option.Name, 0, 0, message, hint));
}
