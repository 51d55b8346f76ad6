using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Samarkand.Cli.Tests;

public sealed class ExplainCommandTests : IDisposable
{
    private const string Case = "cases/eu-russia-2022.yaml";

    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Words_come_first_and_then_instruments_and_channels()
    {
        var outcome = Command.Run("explain", Case).Answered();
        var text = outcome.Output.ReplaceLineEndings(" ");
        Assert.All(outcome.Lines, line => Assert.InRange(line.Length, 0, 100));
        Assert.Matches(@"^What did the EU's measures.*Russia loses [0-9.]+ bn USD a year and the coalition loses [0-9.]+ bn USD\. What harms the target most is package\.1 \(transport-interruption\)", text);
        Assert.Matches(@"The most costly for what it does is package\.\d.*Of Russia's -[0-9.]+ percent of real income, .*together: real income.*The largest single channels of Russia.*Certificate: largest residual of 65 equilibria", text);
    }

    [Fact]
    public void Instruments_add_up_to_what_the_case_does()
    {
        var lines = Command.Run("explain", Case, "--format", "csv").Answered().Lines;
        Assert.Equal(
            "instrument,kind,scope,alone_harm_musd,alone_cost_musd,last_harm_musd,last_cost_musd,shapley_harm_musd,shapley_cost_musd,harm_standard_error_musd,cost_standard_error_musd,holds", lines[0]);
        var rows = lines.Skip(1).Select(Fields).ToArray();
        Assert.Equal(["package.0", "package.1", "package.2", "package.3", "package.4", "package.5"], rows.Select(row => row[0]));
        Assert.Equal(-Variation(Command.Run("simulate", Case, "--format", "csv").Answered().Lines, "RUS"), rows.Sum(row => Number(row[7])), 1e-4);
        Assert.All(rows, row => Assert.Equal(0, Number(row[9])));
        var sampled = Command.Run("explain", Case, "--format", "csv", "--permutations", "4", "--seed", "2").Answered().Lines.Skip(1).Select(Fields).ToArray();
        Assert.Equal(rows.Sum(row => Number(row[8])), sampled.Sum(row => Number(row[8])), 1e-4);
        Assert.Contains(sampled, row => Number(row[9]) > 0);
    }

    [Fact]
    public void Channels_of_every_region_add_up_to_its_effects()
    {
        var lines = Command.Run("explain", Case, "--table", "channels", "--format", "csv").Answered().Lines;
        Assert.Equal("region,channel,partner,sector,real_income_pct,ev_musd,region_name,partner_name,sector_name", lines[0]);
        var sums = lines.Skip(1).Select(line => line.Split(',')).GroupBy(row => row[0]).ToDictionary(region => region.Key, region => (Percent: region.Sum(row => Number(row[4])), Musd: region.Sum(row => Number(row[5]))));
        var effects = Command.Run("simulate", Case, "--format", "csv").Answered().Lines.Skip(1).Select(line => line.Split(',')).ToArray();
        Assert.Equal(effects.Length, sums.Count);
        Assert.All(effects, row =>
        {
            Assert.Equal(Number(row[1]), sums[row[0]].Percent, 1e-9);
            Assert.Equal(Number(row[2]), sums[row[0]].Musd, 1e-4);
        });
    }

    [Fact]
    public void Regions_blocs_and_periods_narrow_what_is_explained()
    {
        using var json = JsonAnswer.Of("explain", Case, "--as-of", "2022-09-15", "--regions", "CHN,RUS");
        Assert.Equal(4, json.Rows("instruments").Length);
        Assert.Equal(["CHN", "RUS"], json.Rows("channel-totals").Select(row => row.GetProperty("region").GetString()!).Distinct());
        Assert.InRange(json.Check("largest_gap_of_channels_pct"), 0, 1e-9);
        var members = Command.Run("explain", Case, "--regions", "EU", "--table", "channel-totals", "--format", "csv").Answered().Lines.Skip(1).Select(line => line.Split(',')[0]).Distinct();
        Assert.Equal(27, members.Count());
        Assert.Contains("channel-totals", Command.Run("explain", "--table", "list").Answered().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_folder_holds_tables_page_and_manifest_and_the_page_says_how_to_repeat_it()
    {
        var printed = _folder.Run("explain", Case, "--regions", "DEU", "--horizon", "short", "--permutations", "3", "--format", "csv", "--output", "results").Answered().Output;
        Assert.Equal(printed, File.ReadAllText(_folder["results/instruments.csv"]));
        Assert.Equal(
            ["case.yaml", "channel-totals.csv", "channel-totals.metadata.json", "channels.csv", "channels.metadata.json", "instruments.csv", "instruments.metadata.json", "manifest.json", "report.html"], Directory.GetFiles(_folder["results"]).Select(path => Path.GetFileName(path)).Order());
        var page = File.ReadAllText(_folder["results/report.html"]);
        var command = Regex.Match(page, "<code>(samarkand explain [^<]*)</code>").Groups[1].Value;
        Assert.Equal("samarkand explain case.yaml --horizon=short --regions=DEU --permutations=3 --seed=1", command);
        Assert.Equal(printed, _folder.Bash($"cd results && {command} --format csv").Answered().Output);
    }

    [Fact]
    public void Mistakes_are_answered_with_what_to_do()
    {
        Command.Run("explain").Refused("A case is missing: samarkand explain CASE");
        Command.Run("explain", Case, "--table", "effects").Refused("--table: there is no table `effects`; the tables are instruments, channel-totals, channels");
        Command.Run("explain", Case, "--regions", "RUS,USB").Refused("--regions: unknown region or bloc `USB`; did you mean USA (United States)");
        Command.Run("explain", Case, "--regions", "RUS,").Refused("--regions: `RUS,` has an empty name");
        Command.Run("explain", Case, "--permutations", "1").Refused("--permutations: 1 is not a number of orders; expected 2 to 100000");
        Command.Run("explain", Case, "--as-of", "2020-01-01").Refused("no instrument is in force", "name another --as-of or --year");
    }

    private static string[] Fields(string line) => [.. Regex.Matches(line, "(?:^|,)(\"(?:[^\"]|\"\")*\"|[^,]*)").Select(match => match.Groups[1].Value)];

    private static double Variation(string[] lines, string region) => Number(Array.Find(lines, line => line.StartsWith($"{region},", StringComparison.Ordinal))!.Split(',')[2]);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
