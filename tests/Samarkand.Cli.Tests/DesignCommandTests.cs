using System.Globalization;
using System.Text.Json;

namespace Samarkand.Cli.Tests;

public sealed class DesignCommandTests : IDisposable
{
    private const string Cut = "cases/west-russia-cut.yaml";

    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_next_dollar_that_does_more_harm_than_the_one_before_is_explained()
    {
        var text = Command.Run("design", Cut, "--points", "10").Answered().Output.ReplaceLineEndings(" ");
        Assert.Matches(@"The harm of the next dollar does not fall all the way: it is 1\.88 at 20 percent of a full ban's cost and 2\.60 at 30\. Bans reinforce each other", text);
    }

    [Fact]
    public void The_package_is_a_case_that_gives_the_same_figures()
    {
        var file = _folder["package.yaml"];
        using var json = JsonAnswer.Of("design", Cut, "--harm", "1 %", "--points", "2", "--case", file);
        var harm = json.Figure("harm_musd");
        Assert.InRange(json.LargestResidual, 0, 1e-12);
        Assert.True(json.Figure("more_than_uniform_pct") > 20);
        Assert.Equal(File.ReadAllText(file), json.Root.GetProperty("files")[0].GetProperty("text").GetString());
        var row = Command.Run("simulate", file, "--format", "csv").Answered().Lines.Single(line => line.StartsWith("RUS,", StringComparison.Ordinal));
        Assert.Equal(-1, Number(row, 1), 1e-6);
        Assert.Equal(-harm, Number(row, 2), 1e-7 * harm);
        Command.Run("design", Cut, "--points", "2", "--case", file).Refused("the file exists already");
    }

    [Fact]
    public void Tables_keep_their_columns_and_words_come_first()
    {
        var leverage = Command.Run("design", Cut, "--points", "2", "--table", "leverage", "--by", "flow", "--format", "csv").Answered().Lines;
        Assert.Equal("direction,sector,sender,trade_musd,harm_musd,own_cost_musd,harm_per_cost,reading,sector_name,sender_name", leverage[0]);
        Assert.True(leverage.Length > 500);
        var frontier = Command.Run("design", Cut, "--points", "2", "--directions", "exports", "--format", "csv").Answered().Lines;
        Assert.Equal("cost_share,own_cost_musd,harm_musd,target_loss_pct,uniform_coverage,uniform_harm_musd,uniform_target_loss_pct,more_than_uniform_pct,harm_per_cost", frontier[0]);
        Assert.Equal(3, frontier.Length);
        var text = Command.Run("design", Cut, "--points", "2").Answered().Output.ReplaceLineEndings(" ");
        Assert.StartsWith("What if the West and Russia traded no goods at all? How much does Russia lose, and how much does the West?  The case as it stands costs Russia 48.5 bn USD a year and the coalition 36.4 bn USD a year.", text, StringComparison.Ordinal);
        Assert.Contains("What is assumed:", text, StringComparison.Ordinal);
        Assert.Equal(["leverage", "frontier", "package"], Command.Run("design", "--table", "list").Answered().Lines.Select(line => line.Split(' ')[0]));
    }

    [Fact]
    public void A_folder_holds_the_report_the_tables_and_the_package()
    {
        var folder = _folder["out"];
        Command.Run("design", Cut, "--points", "2", "--output", folder).Answered();
        Assert.Equal(
            ["case.yaml", "design.yaml", "frontier.csv", "frontier.metadata.json", "leverage.csv", "leverage.metadata.json", "manifest.json", "package.csv", "package.metadata.json", "report.html"],
            Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var page = File.ReadAllText(Path.Combine(folder, "report.html"));
        Assert.Contains("id=\"chart-frontier\"", page, StringComparison.Ordinal);
        Assert.Contains("id=\"chart-leverage\"", page, StringComparison.Ordinal);
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "manifest.json")));
        Assert.Equal(["case", "design"], manifest.RootElement.GetProperty("certificates").EnumerateArray().Select(entry => entry.GetProperty("equilibrium").GetString()));
    }

    [Fact]
    public void Mistakes_are_answered_with_what_to_do()
    {
        Command.Run("design").Refused("A case is missing");
        Command.Run("design", Cut, "--harm", "1 %", "--budget", "1 bn USD").Refused("--budget: asks for the most harm, and --harm for the least cost");
        Command.Run("design", Cut, "--harm", "much").Refused("--harm: `harm` is `much`, expected an amount of money");
        Command.Run("design", Cut, "--budget", "0 %").Refused("--budget: 0 percent is no amount");
        Command.Run("design", Cut, "--points", "1").Refused("--points: 1 is not a number of points");
        Command.Run("design", Cut, "--sectors", "enrgy").Refused("--sectors: unknown sector or tag `enrgy`");
        Command.Run("design", Cut, "--table", "levrage").Refused("--table: there is no table `levrage`");
    }

    private static double Number(string line, int column) => double.Parse(line.Split(',')[column], CultureInfo.InvariantCulture);
}
