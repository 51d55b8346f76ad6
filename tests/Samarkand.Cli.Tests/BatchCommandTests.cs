using System.Globalization;
using System.Text.Json;

namespace Samarkand.Cli.Tests;

public sealed class BatchCommandTests : IDisposable
{
    private const string Tariff = "cases/usa-china-tariff.yaml";
    private const string Cut = "cases/west-russia-cut.yaml";

    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("effects", "*.yaml")]
    [InlineData("conduits", "*russia*.yaml")]
    [InlineData("groups", "chi*.yaml")]
    public void The_cases_that_ship_have_the_rows_that_simulate_gives(string table, string pattern)
    {
        var batch = Command.Run("batch", $"cases/{pattern}", "--table", table, "--format", "csv").Answered().Lines;
        var cases = Directory.GetFiles(Path.Combine(Command.Repository, "cases"), pattern).Select(file => $"cases/{Path.GetFileName(file)}").Order(StringComparer.Ordinal).ToArray();
        var expected = new List<string>();
        Assert.True(cases.Length > 3);
        foreach (var file in cases)
        {
            var alone = Command.Run("simulate", file, "--table", table, "--format", "csv").Answered().Lines;
            Assert.Equal($"scenario,{alone[0]}", batch[0]);
            expected.AddRange(alone.Skip(1).Select(line => $"{file},{line}"));
        }

        Assert.Equal(expected, batch.Skip(1));
    }

    [Fact]
    public void A_grid_is_the_product_and_each_row_is_what_simulate_says()
    {
        var lines = Command.Run("batch", Cut, "--vary", "package.0.factor=1.5:2.5:0.5", "--vary", "elasticities.goods=3,5", "--format", "csv", "--horizon", "short").Answered().Lines;
        Assert.StartsWith("scenario,package.0.factor,elasticities.goods,region,real_income_pct,", lines[0], StringComparison.Ordinal);
        Assert.Equal(1 + 6 * 41, lines.Length);
        var alone = Command.Run("simulate", Cut, "--set", "package.0.factor=2", "--set", "elasticities.goods=5", "--horizon", "short", "--format", "csv").Answered().Lines;
        Assert.Equal(alone.Skip(1).Select(line => $"{Cut} package.0.factor=2 elasticities.goods=5,2,5,{line}"), lines.Skip(1 + 3 * 41).Take(41));
    }

    [Fact]
    public void A_grid_may_begin_at_nothing()
    {
        var lines = Command.Run("batch", "cases/eu-russia-energy.yaml", "--vary", "package.0.coverage=0:1:0.5", "--table", "groups", "--format", "csv").Answered().Lines;
        Assert.Equal(13, lines.Length);
        Assert.All(lines.Skip(1).Take(4), line => Assert.Equal(0, Number(line.Split(',')[6])));
    }

    [Fact]
    public void Text_is_a_row_for_each_scenario()
    {
        var text = Command.Run("batch", Tariff, "--vary", "package.0.rate=0.05:0.25:0.05").Answered();
        Assert.Contains("5 scenarios of 1 case: package.0.rate from 0.05 to 0.25, 5 values.", text.Output, StringComparison.Ordinal);
        Assert.Contains("Leverage", text.Output, StringComparison.Ordinal);
        Assert.Contains(text.Lines, line => line.TrimStart().StartsWith("0.1  ", StringComparison.Ordinal) && line.Contains("-0.153", StringComparison.Ordinal));
        Assert.InRange(text.Lines.Length, 10, 25);
    }

    [Fact]
    public void Files_folders_patterns_and_standard_input_name_cases()
    {
        Directory.CreateDirectory(_folder["a/b"]);
        File.Copy(_folder[Tariff], _folder["a/one.yaml"]);
        File.Copy(_folder[Tariff], _folder["a/b/two.yml"]);
        File.WriteAllText(_folder["a/notes.txt"], "no case");
        Assert.Equal(["a/one.yaml"], Scenarios("a"));
        Assert.Equal(["a/one.yaml", "a/b/two.yml"], Scenarios("a/one.yaml", "./a/one.yaml", "a/b"));
        Assert.Equal(["a/one.yaml", "a/b/two.yml"], Scenarios("a/**/*"));
        Assert.Equal(["a/b/two.yml"], Scenarios("a/?/t*.yml"));
        var read = Command.RunOn(File.ReadAllText(_folder[Tariff]), "batch", "-", Tariff, "--table", "groups", "--format", "csv").Answered().Lines;
        Assert.Equal(["standard input", Tariff], read.Skip(1).Select(line => line.Split(',')[0]).Distinct());
        _folder.Run("batch", "a/*.json").Refused("a/*.json: no case fits this pattern");
        Directory.CreateDirectory(_folder["empty"]);
        _folder.Run("batch", "empty").Refused("empty: the folder holds no case");
    }

    [Fact]
    public void What_fails_is_told_and_does_not_end_the_batch()
    {
        File.WriteAllText(_folder["bad.yaml"], "title: t\ntarget: RUS\npackage: 3\n");
        var csv = _folder.Run("batch", "bad.yaml", Tariff, "missing.yaml", "--format", "csv");
        Assert.Equal((1, 42), (csv.Status, csv.Lines.Length));
        Assert.Contains("bad.yaml:3:10: `package` is `3`", csv.Error, StringComparison.Ordinal);
        Assert.Contains("missing.yaml: there is no such file", csv.Error, StringComparison.Ordinal);
        var failed = _folder.Run("batch", "bad.yaml", Tariff, "--vary", "package.0.rate=0.1,-2", "--table", "failed", "--format", "csv");
        Assert.Equal(1, failed.Status);
        Assert.Equal("scenario,package.0.rate,kind,reason", failed.Lines[0]);
        Assert.StartsWith("bad.yaml,,case,bad.yaml:3:10: ", failed.Lines[1].Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.StartsWith($"{Tariff} package.0.rate=-2,-2,case,", failed.Lines[2], StringComparison.Ordinal);
        _folder.Run("batch", "bad.yaml", "missing.yaml").Refused("bad.yaml:3:10: ", "missing.yaml: there is no such file");
        _folder.Run("batch", Tariff, "--vary", "package.0.rate=-2,-3").Refused($"{Tariff} package.0.rate=-2: `rate` is `-2`", "package.0.rate=-3");
    }

    [Theory]
    [InlineData("package.0.ratio=1,2", "--vary package.0.ratio: unknown key `ratio`")]
    [InlineData("package.4.rate=1,2", "--vary package.4.rate: `package` is a list of one item, 0: there is no `4`; items count from 0")]
    [InlineData("horizon=1,2", "--vary horizon: is `long` in cases/usa-china-tariff.yaml, and only a number can be varied")]
    [InlineData("package.0.rate=0:1:0", "--vary package.0.rate: `0:1:0` has step 0, which leads nowhere; expected a step above or below 0")]
    [InlineData("package.0.rate=0:1:0.000001", "--vary package.0.rate: `0:1:0.000001` gives 1,000,001 values; expected at most 100,000")]
    [InlineData("package.0.rate=low,high", "--vary package.0.rate: `low` is not a number; expected numbers")]
    [InlineData("package.0.rate", "--vary package.0.rate: expected a path and its values; write PATH=FROM:TO:STEP")]
    public void A_grid_that_is_none_is_refused(string vary, string message) => Command.Run("batch", Tariff, "--vary", vary).Refused(message);

    [Fact]
    public void Other_mistakes_are_answered_with_what_to_do()
    {
        Command.Run("simulate", Tariff, "--vary", "package.0.rate=0.1,0.2").Refused("--vary: `samarkand simulate` answers one case; `samarkand batch CASE --vary PATH=FROM:TO:STEP` answers it at many values.");
        Command.Run("batch").Refused("A case is missing: samarkand batch CASES");
        Command.Run("batch", Tariff, "--vary", "package.0.rate=0:1:0.001", "--vary", "package.0.rate=1").Refused("--vary package.0.rate: is varied twice");
        Command.Run("batch", Tariff, "--vary", "package.0.rate=0:1:0.001", "--table", "bilateral-trade").Refused("--table: `bilateral-trade` of 1,001 scenarios would have 58,893,835 rows; expected at most 10,000,000");
        Command.Run("batch", Tariff, "--table", "payoffs").Refused("--table: there is no table `payoffs`; the tables are scenarios, effects,");
        Assert.Contains("target-trade", Command.Run("batch", "--table", "list").Answered().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Programs_get_the_scenarios_the_long_table_and_what_failed()
    {
        using var json = JsonAnswer.Of("batch", Tariff, "--vary", "package.0.rate=0.1,0.2");
        Assert.Equal(["scenarios", "effects", "groups", "failed"], json.Tables);
        Assert.Equal((2, 2, 0), (json.Figure("scenarios"), json.Figure("answered"), json.Figure("unread")));
        Assert.Equal([0.1, 0.2], json.Rows("scenarios").Select(row => row.GetProperty("package.0.rate").GetDouble()));
        Assert.Equal(2 * 41, json.Rows("effects").Length);
        Assert.Equal("PAR1"u8.ToArray(), Command.Bytes("batch", Tariff, "--vary", "package.0.rate=0.1,0.2", "--format", "parquet")[^4..]);
        Assert.Equal("PK"u8.ToArray(), Command.Bytes("batch", Tariff, "--vary", "package.0.rate=0.1,0.2", "--format", "xlsx")[..2]);
    }

    [Fact]
    public void A_folder_holds_the_tables_the_cases_and_the_command_that_repeats_them()
    {
        string[] asked = ["batch", Tariff, "--vary", "package.0.rate=0.1,0.2", "--horizon", "short", "--output", "out"];
        _folder.Run([.. asked, "--threads", "1"]).Answered();
        var first = Bytes("out");
        _folder.Run(asked).Answered();
        Assert.Equal(first, Bytes("out"));
        using var manifest = JsonDocument.Parse(File.ReadAllText(_folder["out/manifest.json"]));
        Assert.Equal(2, manifest.RootElement.GetProperty("batch").GetProperty("scenarios").GetInt32());
        using var metadata = JsonDocument.Parse(File.ReadAllText(_folder["out/groups.metadata.json"]));
        var again = _folder.Bash($"cd out && {metadata.RootElement.GetProperty("command").GetString()}").Answered().Output;
        Assert.Equal(File.ReadAllText(_folder["out/groups.csv"]).Replace(Tariff, "case.yaml", StringComparison.Ordinal), again);
        _folder.Run("batch", "cases", "--table", "groups", "--output", "all").Answered();
        Assert.Equal(Directory.GetFiles(_folder["cases"], "*.yaml").Length, Directory.GetFiles(_folder["all/cases"]).Length);
        _folder.Run("batch", "cases", "--table", "effects", "--output", "all").Refused("--output: all holds a batch of other inputs: tables is `groups` there and `effects` here");
        _folder.Run("batch", Tariff, "--output", "cases").Refused("--output: cases holds files that are no results of samarkand");
    }

    [Fact]
    public void Ten_kills_change_no_byte()
    {
        string[] Batch(string output) => ["batch", Cut, "--vary", "package.0.factor=1.1:5:0.1", "--chunk", "3", "--output", output];
        _folder.Run(Batch("whole")).Answered();
        var (expected, random) = (Bytes("whole"), new Random(5));
        for (var kill = 0; kill < 10; kill++)
        {
            using (var process = Command.Start(_folder.Path, Command.Dotnet, [Command.Program, .. Batch("killed")]))
            {
                process.WaitForExit(random.Next(300, 2500));
                process.Kill();
                process.WaitForExit();
            }

            if (kill % 3 == 2)
            {
                _folder.Run(Batch("killed")).Answered();
                Assert.Equal(expected, Bytes("killed"));
                Directory.Delete(_folder["killed"], recursive: true);
            }
        }
    }

    [Fact]
    public void Many_scenarios_in_batches_agree_with_simulate()
    {
        var lines = Command.Run("batch", Cut, "--vary", "package.0.factor=1.1:6:0.01", "--format", "csv", "--table", "groups").Answered().Lines;
        Assert.Equal(1 + 491 * 4, lines.Length);
        var alone = Command.Run("simulate", Cut, "--set", "package.0.factor=2.34", "--table", "groups", "--format", "csv").Answered().Lines;
        foreach (var (one, all) in alone.Skip(1).Zip(lines.Where(line => line.Contains(",2.34,", StringComparison.Ordinal))))
        {
            var (expected, found) = (one.Split(','), all.Split(',')[2..]);
            Assert.Equal(expected[0], found[0]);
            for (var c = 1; c < expected.Length; c++)
            {
                // What does not exist is empty in both.
                Assert.Equal(expected[c].Length == 0, found[c].Length == 0);
                if (expected[c].Length > 0)
                    Assert.Equal(Number(expected[c]), Number(found[c]), 1e-9 * Math.Max(1, Math.Abs(Number(expected[c]))));
            }
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private IEnumerable<string> Scenarios(params string[] words) =>
        _folder.Run(["batch", .. words, "--table", "scenarios", "--format", "csv"]).Answered().Lines.Skip(1).Select(line => line.Split(',')[0]);

    private SortedDictionary<string, string> Bytes(string output) => new(
        Directory.GetFiles(_folder[output], "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(_folder[output], file), file => Convert.ToBase64String(File.ReadAllBytes(file))),
        StringComparer.Ordinal);
}
