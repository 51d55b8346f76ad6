using System.Globalization;
using System.Text.RegularExpressions;
using Samarkand.Core;

namespace Samarkand.Import;

/// <summary>Finds the year of a table's flows in the names of its files, which may hold that of an edition as well.</summary>
internal static partial class TableYear
{
    private static readonly Parameter Year = new("year");

    /// <summary>The year that was chosen, or else the one that the files' names tell; a note where a name told two.</summary>
    /// <exception cref="InputException">No year was chosen, and the names tell none or several.</exception>
    public static int Of(int? chosen, IEnumerable<string> files, List<string> notes)
    {
        if (chosen is { } year)
            return year;
        var names = files.Select(file => (File: file, Name: Path.GetFileName(file), Years: Years(Path.GetFileName(file)))).ToArray();
        var years = names.SelectMany(entry => entry.Years).Distinct().Order().ToArray();
        switch (years)
        {
            case [var one]:
                if (names.FirstOrDefault(entry => YearInName().Count(entry.Name) > entry.Years.Length) is { Name: { } name })
                    notes.Add($"the year of the flows is {Text(one)} by the name {name}, whose other year is that of an edition or release; {Year} says otherwise");
                return one;
            case []:
                var edition = YearInName().Count(names[0].Name) > 0 ? " (the year in it is that of an edition or release)" : "";
                throw Year.Wrong($"the name of {names[0].File} does not tell the year of its flows{edition}", $"write {Year with { Value = "2021" }}");
            default:
                var where = names.Length > 1 ? "the names of the files hold" : $"the name of {names[0].File} holds";
                throw Year.Wrong($"{where} several years, {string.Join(", ", years.Select(Text))}", $"say which one the flows are of: {string.Join(" or ", years.Select(candidate => $"{Year with { Value = Text(candidate) }}"))}");
        }
    }

    /// <summary>The years in a name, those of editions left out, and those of dates of release where another is left.</summary>
    private static int[] Years(string name)
    {
        var years = YearInName().Matches(name).Where(match => !IsIn(match, Edition().Matches(name))).ToArray();
        var undated = years.Where(match => !IsIn(match, Release().Matches(name))).ToArray();
        return [.. (undated.Length > 0 ? undated : years).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture)).Distinct()];
    }

    private static bool IsIn(Match year, MatchCollection places) => places.Any(place => place.Index <= year.Index && year.Index + year.Length <= place.Index + place.Length);

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("(?<![0-9])(19|20)[0-9]{2}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex YearInName();

    // ICIO2021, v2023, edition-2021, 2021ed: the year in which a table was published.
    [GeneratedRegex("(icio|tiva|(?<![a-z])v|(?<![a-z0-9])ed(ition)?[-_ ]?)(19|20)[0-9]{2}(?![0-9])|(?<![0-9])(19|20)[0-9]{2}[-_ ]?ed(ition)?(?![a-z])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Edition();

    // August 2025: the date of a release, where the name holds another year.
    [GeneratedRegex("(?<![a-z])(release|rel|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)[-_ ]?(19|20)[0-9]{2}(?![0-9])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Release();
}
