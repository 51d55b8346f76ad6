using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Samarkand.Cli.Tests;

/// <summary>The options that apply the dates of a case.</summary>
public sealed class DateTests : IDisposable
{
    private const string Dated = "cases/eu-russia-2022.yaml";
    private const string Undated = "cases/eu-russia-energy.yaml";

    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Before_everything_nothing_changes()
    {
        var lines = Command.Run("simulate", Dated, "--as-of", "2022-02-25", "--format", "csv").Answered().Lines;
        Assert.All(lines.Skip(1), line => Assert.All(line.Split(',')[1..8], value => Assert.Equal("0", value)));
        Assert.Contains("Nothing changes: no instrument is in force.", Command.Run("run", Dated, "--as-of", "2022-02-25").Answered().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_after_everything_is_the_case_in_full() => Assert.Equal(
        Command.Run("simulate", Dated, "--format", "csv").Answered().Output,
        Command.Run("simulate", Dated, "--as-of", "2023-02-05", "--format", "csv").Answered().Output);

    [Fact]
    public void An_embargo_from_5_December_covers_27_of_365_days_of_2022() => Assert.Equal(
        Command.Run("simulate", Undated, "--set", $"package.0.coverage={(27.0 / 365).ToString("R", CultureInfo.InvariantCulture)}", "--format", "csv").Answered().Output,
        Command.Run("simulate", Undated, "--set", "package.0.from-date=2022-12-05", "--year", "2022", "--format", "csv").Answered().Output);

    [Fact]
    public void Without_an_option_the_dates_are_said_to_be_unused()
    {
        var full = Command.Run("simulate", Dated).Answered();
        Assert.Contains("The dates of package.4 (import-ban): it applies in full. --as-of, --year and --timeline apply dates.", full.Error, StringComparison.Ordinal);
        Assert.Empty(Command.Run("simulate", Dated, "--year", "2022").Answered().Error);
        Assert.Empty(Command.Run("simulate", Dated, "--timeline").Answered().Error);
    }

    [Fact]
    public void The_case_compared_with_stands_at_the_same_date()
    {
        string[] options = ["simulate", Undated, "--set", "package.0.from-date=2022-12-05", "--against", Dated, "--format", "csv", "--table", "effects"];
        var before = Command.Run([.. options, "--as-of", "2022-02-25"]).Answered().Lines;
        Assert.All(before.Skip(1), line => Assert.All(line.Split(',')[1..8], value => Assert.Equal("0", value)));
        Assert.NotEqual(before, Command.Run([.. options, "--as-of", "2022-09-15"]).Answered().Lines);
    }

    [Fact]
    public void A_mistake_in_an_instrument_that_is_not_in_force_is_told() => Command.Run(
        "simulate", Dated, "--as-of", "2022-02-25", "--set", "package.5.sectors=[enrgy]").Refused("unknown sector or tag `enrgy`");

    [Fact]
    public void A_timeline_has_a_row_for_each_month_and_region()
    {
        var lines = Command.Run("simulate", Dated, "--timeline", "--format", "csv").Answered().Lines;
        Assert.Equal("month,region,real_income_pct,ev_musd,exports_pct,imports_pct,instruments,region_name", lines[0]);
        Assert.Equal(1 + 14 * 91, lines.Length);
        Assert.Equal("package.0 (0.11) package.1 (0.04)", lines[1].Split(',')[6]);
        var russia = lines.Where(line => line.Contains(",RUS,", StringComparison.Ordinal)).ToArray();
        Assert.Equal(russia[2].Split(',')[1..], russia[3].Split(',')[1..]);
        var alone = Command.Run("simulate", Dated, "--as-of", "2022-09-15", "--format", "csv").Answered().Lines;
        Assert.Equal(alone.Single(line => line.StartsWith("RUS,", StringComparison.Ordinal)).Split(',')[1..3], russia[7].Split(',')[2..4]);
        Assert.Equal(lines, Command.Run("run", Dated, "--table", "timeline", "--format", "csv").Answered().Lines);
    }

    [Fact]
    public void A_timeline_as_json_has_the_certificate_of_every_equilibrium()
    {
        using var json = JsonAnswer.Of("simulate", Dated, "--timeline");
        Assert.Equal(["timeline"], json.Tables);
        Assert.Equal(14 * 91, json.Rows("timeline").Length);
        var certificates = json.Certificate.GetProperty("equilibria").EnumerateArray().ToArray();
        Assert.Equal(
            ["2022-02", "2022-03", "2022-04", "2022-08", "2022-09", "2022-12", "2023-01", "2023-02", "2023-03"],
            certificates.Select(certificate => certificate.GetProperty("equilibrium").GetString()!));
        Assert.All(certificates, certificate => Assert.InRange(certificate.GetProperty("goods_markets").GetDouble(), 0, 1e-12));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("markdown")]
    public void A_timeline_for_people_has_a_row_for_each_month_and_says_what_it_is(string format)
    {
        var outcome = Command.Run("run", Dated, "--timeline", "--format", format).Answered();
        Assert.Contains("2022-12", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("package.4 import-ban from 2022-12-05", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("yearly rate", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Certificate of the least exact of 9 equilibria: ", outcome.Output, StringComparison.Ordinal);
        if (format == "text")
            Assert.All(outcome.Lines, line => Assert.InRange(line.Length, 0, 100));
    }

    [Theory]
    [InlineData("--year", "2022", "2022")]
    [InlineData("--as-of", "2022-09-15", "2022-09-15")]
    public void The_folder_says_which_dates_were_applied_and_repeats_them(string option, string value, string period)
    {
        _folder.Run("simulate", Dated, option, value, "--output", "results").Answered();
        using var manifest = JsonDocument.Parse(File.ReadAllText(_folder["results/manifest.json"]));
        var theCase = manifest.RootElement.GetProperty("case");
        Assert.Equal(period, theCase.GetProperty("period").GetString());
        Assert.Equal($"{option}={value}", Assert.Single(theCase.GetProperty("overrides").EnumerateArray().ToArray()).GetString());
        Assert.False(File.Exists(_folder["results/timeline.csv"]));
        Repeat("effects");
    }

    [Fact]
    public void The_folder_of_a_timeline_has_it_as_csv_beside_the_case_in_full()
    {
        var printed = _folder.Run("simulate", Dated, "--timeline", "--format", "csv", "--output", "results").Answered().Output;
        Assert.Equal(printed, File.ReadAllText(_folder["results/timeline.csv"]));
        Assert.Equal(_folder.Run("simulate", Dated, "--format", "csv").Answered().Output, File.ReadAllText(_folder["results/effects.csv"]));
        using var manifest = JsonDocument.Parse(File.ReadAllText(_folder["results/manifest.json"]));
        var equilibria = manifest.RootElement.GetProperty("certificates").EnumerateArray().Select(certificate => certificate.GetProperty("equilibrium").GetString()!);
        Assert.Equal(["2022-02", "2022-03"], equilibria.SkipWhile(name => name == "case").Take(2));
        Assert.Contains("package.4 import-ban from 2022-12-05", File.ReadAllText(_folder["results/report.html"]), StringComparison.Ordinal);
        Repeat("timeline");
    }

    [Theory]
    [InlineData("--as-of: `15.9.2022` is not a date; write it like 2022-09-15", "--as-of", "15.9.2022")]
    [InlineData("--as-of: `2022-02-30` is not a date", "--as-of", "2022-02-30")]
    [InlineData("--as-of: `9999-12-31` is outside the years 1900 to 2100", "--as-of", "9999-12-31")]
    [InlineData("--year: `2101` is not a year from 1900 to 2100", "--year", "2101")]
    [InlineData("--year: `1899` is not a year from 1900 to 2100", "--year", "1899")]
    [InlineData("--year: `2022-09-15` is not a year from 1900 to 2100; write it like 2022; for one day, --as-of", "--year", "2022-09-15")]
    [InlineData("--year: asks for a whole year, and --as-of for one day; give one of the two", "--as-of", "2022-09-15", "--year", "2022")]
    [InlineData("--timeline: goes through all months, and --as-of or --year asks for one period; leave out one", "--timeline", "--year", "2022")]
    [InlineData("--timeline: goes through all months", "--timeline", "--as-of", "2022-09-15")]
    [InlineData("--timeline: shows one case, and --against asks for a comparison; ", "--timeline", "--against", Undated)]
    [InlineData("--table timeline: shows one case", "--table", "timeline", "--against", Undated)]
    [InlineData("--timeline: shows the case month by month, and --table asks for `effects`; leave out one of them; by month there are: timeline, routes-timeline", "--timeline", "--table", "effects")]
    [InlineData("its dates run from 2000-01-01 to 2023-02-05: a timeline of 279 months, and 120 is the most; ", "--timeline", "--set", "package.0.from-date=2000-01-01")]
    public void A_wrong_date_is_an_error_that_says_what_to_do(string message, params string[] options) =>
        Command.Run(["simulate", Dated, .. options]).Refused(message);

    [Fact]
    public void A_case_without_dates_has_no_timeline() => Command.Run("simulate", Undated, "--timeline").Refused(
        $"{Undated}: no instrument has a date, so that there is no timeline; give one a `from-date: 2022-12-05` or an `until-date`, or leave out --timeline");

    // The command on the page gives the table in the folder again.
    private void Repeat(string table)
    {
        var page = File.ReadAllText(_folder["results/report.html"]);
        var command = WebUtility.HtmlDecode(Regex.Match(page, "<code>(samarkand run [^<]*)</code>").Groups[1].Value);
        Assert.Equal(File.ReadAllText(_folder[$"results/{table}.csv"]), _folder.Bash($"cd results && {command} --format csv").Answered().Output);
    }
}
