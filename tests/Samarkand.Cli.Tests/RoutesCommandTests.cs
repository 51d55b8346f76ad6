namespace Samarkand.Cli.Tests;

public sealed class RoutesCommandTests : IDisposable
{
    private const string Case = "cases/samarkand-2022.yaml";

    private static readonly string[] Open = ["--stance", "KAZ=conduit", "--stance", "TUR=conduit", "--stance", "GEO=conduit"];

    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void For_people_words_come_first_then_tables_then_what_they_rest_on()
    {
        var outcome = _folder.Run(["routes", Case, .. Open]).Answered();

        Assert.All(outcome.Lines, line => Assert.InRange(line.Length, 0, 100));
        Assert.Matches(@"(?s)^Will China.+\n\nOf the [^\n]+ that the case bans.+ still\s+arrives.+The states between earn.+Banned goods by third state.+KAZ.+Banned goods by third state and sector.+What this rests on.+rho.+Margin.+Evasion.+Threat.+Re-exports.+Certificate: ", outcome.Output);
    }

    [Fact]
    public void Month_by_month_they_show_what_comes_through_whom()
    {
        File.WriteAllText(_folder["c.yaml"], "title: t\ntarget: RUS\ncoalition: [EU]\ndefault-stance: conduit\npackage: [{ kind: export-ban, sectors: [machinery], coverage: 0.5, from-date: 2022-04-11 }]\n");

        var text = _folder.Run("routes", "c.yaml", "--timeline").Answered().Output;
        Assert.Matches("(?s)Month +Banned, m USD +Arrives +of it, % +Mostly through.+2022-04 .+2022-05 ", text);
        Assert.DoesNotContain("Real income", text, StringComparison.Ordinal);

        var rows = _folder.Run("routes", "c.yaml", "--timeline", "--format", "csv").Answered().Lines.Select(line => line.Split(',')).ToArray();
        Assert.Equal(["month", "conduit", "flow_musd", "share_of_banned_pct", "margin_musd", "conduit_name"], rows[0]);
        double Sum(string month) => rows.Where(row => row[0] == month).Sum(row => double.Parse(row[2], System.Globalization.CultureInfo.InvariantCulture));
        // In force on 20 of April's 30 days.
        Assert.InRange(Sum("2022-04") / Sum("2022-05"), 0.6, 0.75);
        var full = _folder.Run("routes", "c.yaml", "--as-of", "2022-05-15", "--table", "conduits", "--format", "csv").Answered().Lines.Skip(1).Sum(line => double.Parse(line.Split(',')[1], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(full, Sum("2022-05"), 1e-6 * full);
    }

    [Fact]
    public void Many_sectors_are_cut_and_the_note_says_how_to_see_all() =>
        Assert.Matches("[0-9]+ more rows: --table conduit-sectors --format csv", _folder.Run("routes", Case, "--set", "package.0.sectors=[goods]", "--set", "package.0.coverage=0.8", "--set", "default-stance=conduit").Answered().Output);

    [Fact]
    public void Without_routes_the_words_say_which_stance_opens_one()
    {
        var outcome = _folder.Run("routes", "cases/west-russia-cut.yaml").Answered();

        Assert.Contains("no state opens a route for it", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("--stance REGION=conduit", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Banned goods by third state", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(["origin,conduit,sector,flow_musd,share_of_banned_pct,margin_musd,origin_name,conduit_name,sector_name"], _folder.Run("routes", "cases/west-russia-cut.yaml", "--format", "csv").Answered().Lines);
    }

    [Theory]
    [InlineData("routes", "origin,conduit,sector,flow_musd,share_of_banned_pct,margin_musd,origin_name,conduit_name,sector_name")]
    [InlineData("recorded-exports-to-target", "partner,before_musd,after_musd,change_pct,partner_name")]
    [InlineData("recorded-exports-of-coalition", "partner,before_musd,after_musd,change_pct,partner_name")]
    [InlineData("recorded-exports-of-target", "partner,before_musd,after_musd,change_pct,partner_name")]
    public void The_columns_stay(string table, string header)
    {
        var lines = _folder.Run(["routes", Case, .. Open, "--table", table, "--format", "csv"]).Answered().Lines;
        Assert.Equal(header, lines[0]);
        Assert.True(lines.Length > 3);
        Assert.Equal(lines, _folder.Run(["simulate", Case, .. Open, "--table", table, "--format", "csv"]).Answered().Lines);
    }

    [Fact]
    public void For_programs_it_prints_the_table_of_routes()
    {
        var csv = _folder.Run(["routes", Case, .. Open, "--format", "csv"]).Answered().Lines;
        using var json = JsonAnswer.Of(["routes", Case, .. Open]);
        Assert.StartsWith("origin,conduit,", csv[0], StringComparison.Ordinal);
        Assert.Equal(["routes", "conduits", "conduit-sectors"], json.Tables);
        Assert.Equal(csv.Length - 1, json.Rows("routes").Length);
        Assert.Contains("| Origin | Through | Sector |", _folder.Run(["routes", Case, .. Open, "--table", "routes", "--format", "markdown"]).Answered().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Exporters_and_goods_narrow_the_exports_of_the_coalition_in_a_table_and_in_a_folder()
    {
        string[] narrowed = ["--exporters", "DEU,ITA", "--goods", "banned"];
        // A case that asks nobody to the rescue, so that the folder is quick.
        File.WriteAllText(_folder["c.yaml"], "title: t\ntarget: RUS\ncoalition: [EU]\ndefault-stance: conduit\npackage: [{ kind: export-ban, sectors: [machinery], coverage: 0.5 }]\n");
        string[] table = ["simulate", "c.yaml", "--table", "recorded-exports-of-coalition", "--format", "csv"];
        var all = _folder.Run(table).Answered().Output;
        var some = _folder.Run([.. table, .. narrowed]).Answered().Output;
        _folder.Run(["routes", "c.yaml", .. narrowed, "--output", "results"]).Answered();

        Assert.NotEqual(all, some);
        Assert.Equal(some, File.ReadAllText(_folder["results/recorded-exports-of-coalition.csv"]));
        Assert.True(File.Exists(_folder["results/routes.svg"]));
        var manifest = File.ReadAllText(_folder["results/manifest.json"]);
        Assert.Contains("--exporters=DEU,ITA", manifest, StringComparison.Ordinal);
        Assert.Contains("--goods=banned", manifest, StringComparison.Ordinal);
        Assert.Contains("routes.svg", manifest, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_that_change_nothing_are_noted() =>
        Assert.Contains("--exporters=EU changes nothing here", _folder.Run(["routes", Case, .. Open, "--exporters", "EU"]).Answered().Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("--exporters", "EUU", "--exporters: unknown region or bloc `EUU`; `samarkand world show")]
    [InlineData("--exporters", "germny", "--exporters: unknown region or bloc `germny`; did you mean DEU (Germany)?")]
    [InlineData("--exporters", ",", "--exporters: the name of a region or bloc is missing")]
    [InlineData("--goods", "some", "some")]
    public void Mistakes_are_told(string option, string value, string message) => _folder.Run("routes", Case, option, value).Refused(message);

    [Fact]
    public void A_case_is_asked_for() => _folder.Run("routes").Refused("A case is missing: samarkand routes CASE.");
}
