using System.Text.Json;

namespace Samarkand.Cli.Tests;

/// <summary>Every command answers with the same document, in every form.</summary>
public class EnvelopeTests
{
    private const string Taiwan = "cases/taiwan-embargo.yaml";
    private const string Cut = "cases/west-russia-cut.yaml";
    private const string Dated = "cases/eu-russia-2022.yaml";

    private static readonly string[] Keys =
    [
        "samarkand", "command", "title", "question", "case", "world", "horizon", "closure", "compared_with", "words", "figures", "tables", "certificate", "notes", "names", "left_out", "grounds", "files",
    ];

    public static TheoryData<string> Commands =>
    [
        $"run {Taiwan} --draws 5", $"run {Cut} --against cases/west-russia-costs.yaml", $"simulate {Cut}", $"simulate {Dated} --timeline", $"simulate {Cut} --table commitments",
        $"routes cases/samarkand-2022.yaml", $"align {Taiwan} --draws 5", $"coalition {Cut} --members EU,USA,JPN --joins CHN", $"explain {Dated} --permutations 2",
        $"design {Cut} --points 2", "dependence RUS CHN", $"dependence RUS CHN --case {Cut}", "dependence --matrix BRICS", "sweep cases/samarkand-2022.yaml --draws 10",
        "batch cases/usa-china-tariff.yaml --vary package.0.rate=0.1,0.2",
        "gravity cases/gravity-example.csv trade~ln(dist)+rta|exporter^year+importer^year --cluster exporter^importer --ols", "leaks --example",
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public void As_json_it_has_the_same_keys_and_says_what_every_column_is(string command)
    {
        using var json = JsonAnswer.Of(command.Split(' '));
        var root = json.Root;

        Assert.Equal(Keys, root.EnumerateObject().Select(property => property.Name));
        Assert.Equal(command.Split(' ')[0], root.GetProperty("command").GetString());
        Assert.NotEqual("", root.GetProperty("title").GetString());
        Assert.InRange(json.LargestResidual, 0, 1e-6);
        Assert.StartsWith("Certificate", json.Certificate.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.NotEqual(0, root.GetProperty("tables").GetArrayLength());
        Assert.Equal(command.Contains("--against", StringComparison.Ordinal), root.GetProperty("compared_with").ValueKind == JsonValueKind.Object);
        foreach (var table in root.GetProperty("tables").EnumerateArray())
        {
            Assert.Equal(["name", "title", "columns", "rows"], table.EnumerateObject().Select(property => property.Name));
            var columns = table.GetProperty("columns").EnumerateArray().ToArray();
            Assert.All(columns, column => Assert.All((string[])["heading", "unit", "meaning"], key => Assert.NotEqual("", column.GetProperty(key).GetString())));
            Assert.All(table.GetProperty("rows").EnumerateArray(), row => Assert.Equal(columns.Select(column => column.GetProperty("name").GetString()), row.EnumerateObject().Select(cell => cell.Name)));
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Text_fits_every_screen_and_breaks_no_word(string command)
    {
        var wide = Words(Command.RunWide(200, command.Split(' ')).Answered());
        // What takes long is looked at where there is least room; its middle width is that of other tests.
        foreach (var width in command.Contains("--draws", StringComparison.Ordinal) ? (int[])[40] : [40, 80])
        {
            var outcome = Command.RunWide(width, command.Split(' ')).Answered();
            Assert.All(outcome.Lines, line => Assert.InRange(line.Length, 0, width));
            // Decimals may go, and a word of more than half a line may be broken behind a sign; all else is there as on a wide screen.
            Assert.Empty(wide.Where(word => word.Length < width / 2 && word.Any(char.IsLetter)).Except(Words(outcome)));
        }
    }

    [Theory]
    [InlineData($"run {Taiwan} --draws 0", "to Taiwan's rescue")]
    [InlineData($"align {Taiwan} --draws 0", "to Taiwan's rescue")]
    [InlineData($"run {Cut}", "Russia loses")]
    [InlineData($"explain {Dated} --permutations 2", "Russia loses")]
    [InlineData("dependence RUS CHN", "is the junior partner")]
    public void Markdown_holds_the_question_and_the_verdict(string command, string verdict)
    {
        var lines = Command.Run([.. command.Split(' '), "--format", "markdown"]).Answered().Lines;
        Assert.StartsWith("# ", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.Contains(verdict, StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("| ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("ertificate", StringComparison.Ordinal));
        using var json = JsonAnswer.Of(command.Split(' '));
        foreach (var said in json.Root.GetProperty("words").EnumerateArray().SelectMany(passage => passage.GetProperty("lines").EnumerateArray()))
            Assert.Contains(lines, line => line == said.GetString() || line == $"- {said.GetString()}");
    }

    [Theory]
    [InlineData("text")]
    [InlineData("markdown")]
    public void A_comparison_says_that_it_compares_and_with_what(string format)
    {
        foreach (var command in (string[])["run", "simulate", "routes"])
        {
            var text = Command.Run(command, Cut, "--against", "cases/west-russia-costs.yaml", "--format", format).Answered().Output.ReplaceLineEndings(" ");
            Assert.Contains("Compared with: What if the West's goods trade with Russia cost half as much again? (cases/west-russia-costs.yaml). Every change is from that case to this one", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Compared with", Command.Run(command, Cut, "--format", format).Answered().Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_report_shows_the_target_and_who_loses_and_gains_the_most()
    {
        var lines = Command.Run("run", Taiwan, "--draws", "0").Answered().Lines;
        Assert.Contains(lines, line => line.StartsWith("  Taiwan (target) ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("  The United States (asked about) ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("with every region, reason and ground: --full", StringComparison.Ordinal));
        Assert.True(lines.Length <= 60, $"{lines.Length} lines");
    }

    [Fact]
    public void A_workbook_and_parquet_go_to_a_file_or_a_folder()
    {
        Assert.Equal("PK"u8.ToArray(), Command.Bytes("simulate", Cut, "--format", "xlsx")[..2]);
        Assert.Equal("PAR1"u8.ToArray(), Command.Bytes("simulate", Cut, "--format", "parquet")[^4..]);
        using var folder = new WorkFolder();
        Assert.Equal("Wrote results/tables.xlsx\n", folder.Run("explain", Dated, "--permutations", "2", "--format", "xlsx", "--output", "results").Answered().Output);
        Assert.True(File.Exists(folder["results/tables.xlsx"]));
        Assert.Contains("tables.xlsx", File.ReadAllText(folder["results/manifest.json"]), StringComparison.Ordinal);
    }

    [Fact]
    public void The_metadata_of_a_table_gives_the_command_that_makes_it_again()
    {
        using var folder = new WorkFolder();
        folder.Run("simulate", Dated, "--year", "2022", "--set", "package.0.coverage=0.5", "--output", "results").Answered();
        using var metadata = JsonDocument.Parse(File.ReadAllText(folder["results/sector-output.metadata.json"]));
        var command = metadata.RootElement.GetProperty("command").GetString();
        Assert.Equal(File.ReadAllText(folder["results/sector-output.csv"]), folder.Bash($"cd results && {command}").Answered().Output);
    }

    // Names are whole between spaces; a rule is no word.
    private static HashSet<string> Words(Outcome outcome) => [.. outcome.Output.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Where(word => word[0] != '─')];
}
