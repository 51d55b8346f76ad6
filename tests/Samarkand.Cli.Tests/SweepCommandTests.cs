using System.Globalization;
using System.Text.Json;

namespace Samarkand.Cli.Tests;

public sealed class SweepCommandTests : IDisposable
{
    private const string Flagship = "cases/samarkand-2022.yaml";

    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Third_states_that_let_goods_through_have_bands_of_what_goes_through()
    {
        var rows = Command.Run("sweep", Flagship, "--draws", "20", "--table", "conduit-bands", "--format", "csv").Answered().Lines.Skip(1).Select(line => line.Split(',')).ToArray();
        var own = Command.Run("routes", Flagship, "--table", "conduits", "--format", "csv").Answered().Lines.Skip(1).Select(line => line.Split(',')).ToDictionary(row => row[0], row => Number(row[1]), StringComparer.Ordinal);
        var flows = rows.Where(row => row[1] == "flow_musd").ToDictionary(row => row[0], row => row, StringComparer.Ordinal);
        Assert.Superset(own.Keys.ToHashSet(), flows.Keys.ToHashSet());
        Assert.All(own, way => Assert.Equal(way.Value, Number(flows[way.Key][2]), 1e-6 * way.Value));
        Assert.All(flows.Values, row => Assert.True(Number(row[5]) <= Number(row[7]) && Number(row[7]) <= Number(row[9])));
        Assert.True(Number(flows["KAZ"][5]) < Number(flows["KAZ"][9]));
    }

    [Fact]
    public void Words_come_first_then_bands_then_what_drives_them()
    {
        var text = Command.Run("sweep", Flagship, "--draws", "60").Answered().Output.ReplaceLineEndings(" ");
        Assert.StartsWith("Will China come to Russia's rescue?", text, StringComparison.Ordinal);
        var simulated = Array.Find(Command.Run("simulate", Flagship, "--format", "csv").Answered().Lines, line => line.StartsWith("RUS,", StringComparison.Ordinal))!.Split(',');
        Assert.Contains($"Russia loses {(-Number(simulated[1])).ToString("F3", CultureInfo.InvariantCulture)} percent of real income with the case's own values. In nine of ten of 60 draws, each of which gives every number that is not known one of its likely values, it loses ", text, StringComparison.Ordinal);
        Assert.Matches("What drives the result for Russia: .*asset-freeze \\(reserves\\): yield a year, ", text);
        Assert.Contains("Certificate: largest residual of all equilibria", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Bands_hold_the_case_and_repeat_for_their_seed()
    {
        string[] asked = ["sweep", Flagship, "--draws", "20", "--format", "csv"];
        var lines = Command.Run(asked).Answered().Lines;
        Assert.Equal("region,measure,case_value,mean,standard_error,p5,p25,p50,p75,p95,draws,region_name", lines[0]);
        Assert.Equal(1 + 91 * 7, lines.Length);
        var russia = Array.Find(lines, line => line.StartsWith("RUS,real_income_pct", StringComparison.Ordinal))!.Split(',');
        var simulated = Array.Find(Command.Run("simulate", Flagship, "--format", "csv").Answered().Lines, line => line.StartsWith("RUS,", StringComparison.Ordinal))!.Split(',');
        Assert.Equal(Number(simulated[1]), Number(russia[2]), 1e-9);
        Assert.InRange(Number(russia[2]), Number(russia[5]), Number(russia[9]));
        Assert.Equal(lines, Command.Run([.. asked, "--seed", "1"]).Answered().Lines);
        Assert.NotEqual(lines, Command.Run([.. asked, "--seed", "2"]).Answered().Lines);
    }

    [Fact]
    public void Programs_get_every_draw_and_the_counts()
    {
        using var json = JsonAnswer.Of("sweep", Flagship, "--draws", "12");
        Assert.Equal((12, 0), (json.Figure("draws"), json.Figure("without_equilibrium")));
        Assert.InRange(json.LargestResidual, 0, 1e-10);
        // The case's own priors, then those of sizes without a source.
        var priors = json.Rows("sobol").Select(row => row.GetProperty("prior").GetString()!).ToArray();
        Assert.Equal(["severity", "over-compliance.risk", "players.0.means.1.amount", "routes.evasion", "elasticities", "package.0.coverage"], priors[..6]);
        Assert.Contains("package.15.cost", priors);
        var draws = Command.Run("sweep", Flagship, "--draws", "12", "--table", "draws", "--format", "csv").Answered().Lines;
        Assert.StartsWith("draw,prior_affinity_chn_rus,prior_severity,prior_over_compliance_risk,prior_players_0_means_1_amount,prior_routes_evasion,prior_elasticities,prior_package_0_coverage,", draws[0], StringComparison.Ordinal);
        Assert.EndsWith(",target_real_income_pct,coalition_real_income_pct,residual", draws[0], StringComparison.Ordinal);
        Assert.Equal(1 + 1 + priors.Length + 3, draws[0].Split(',').Length);
        Assert.Equal(13, draws.Length);
    }

    [Fact]
    public void A_folder_holds_the_page_the_tables_and_every_draw()
    {
        string[] asked = ["sweep", Flagship, "--output", "out", "--draws"];
        Assert.Contains("Russia loses", _folder.Run([.. asked, "10"]).Answered().Output, StringComparison.Ordinal);
        _folder.Run([.. asked, "14"]).Answered();
        Assert.Equal(15, File.ReadAllLines(_folder["out/draws.csv"]).Length);
        Assert.Contains("--draws=14 --seed=1", File.ReadAllText(_folder["out/report.html"]), StringComparison.Ordinal);
        using var manifest = JsonDocument.Parse(File.ReadAllText(_folder["out/manifest.json"]));
        Assert.Equal(14, manifest.RootElement.GetProperty("sweep").GetProperty("draws").GetInt32());
        _folder.Run([.. asked, "12"]).Refused("--output: out holds draws up to number 14, and 12 are asked for");
        _folder.Run([.. asked, "14", "--seed", "2"]).Refused("seed is `1` there and `2` here");
        _folder.Run([.. asked, "14", "--set", "priors.severity=uniform(0, 0.5)"]).Refused("overrides is");
    }

    [Fact]
    public void Mistakes_are_answered_with_what_to_do()
    {
        Command.Run("sweep").Refused("A case is missing: samarkand sweep CASE");
        Command.Run("sweep", "cases/west-russia-cut.yaml").Refused("cases/west-russia-cut.yaml: the case has no priors, so there is nothing to draw; add what is not known");
        Command.Run("sweep", Flagship, "--draws", "0").Refused("--draws: 0 is not a number of draws; expected 1 to 10000000");
        Command.Run("sweep", Flagship, "--chunk", "0").Refused("--chunk: 0 is not a number of draws");
        Command.Run("sweep", Flagship, "--table", "effects").Refused("--table: there is no table `effects`; the tables are group-bands, effects-bands,");
        Command.Run("sweep", Flagship, "--set", "priors.elasticities.ele=scale uniform(-1, 0)").Refused("the prior `elasticities.ele` draws -0.", "is above 0");
        Command.Run("sweep", Flagship, "--set", "priors.elasticities.elektro=scale uniform(1, 2)").Refused("unknown sector or tag `elektro` in samarkand-2021");
        Command.Run("sweep", Flagship, "--output", Flagship).Refused($"--output: {Flagship} is a file; a folder was expected");
        Command.Run("sweep", Flagship, "--output", "cases").Refused("--output: cases holds files that are no results of samarkand: china-chips.yaml, ");
        Assert.Contains("sector-output-bands", Command.Run("sweep", "--table", "list").Answered().Output, StringComparison.Ordinal);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
