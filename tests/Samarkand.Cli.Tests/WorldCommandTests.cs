namespace Samarkand.Cli.Tests;

public sealed class WorldCommandTests : IDisposable
{
    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_list_holds_the_embedded_world() =>
        Assert.Contains(Command.Run("world", "list").Answered().Lines, line => line.StartsWith("wiod-2011  ", StringComparison.Ordinal));

    [Fact]
    public void A_world_shows_what_a_case_may_name_within_100_columns()
    {
        var lines = Command.Run("world", "show", "wiod-2011").Answered().Lines;
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 100));
        Assert.Contains(lines, line => line.StartsWith("  DEU   Germany ", StringComparison.Ordinal) && line.EndsWith("EU NATO G7", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("  c14   Electrical and optical equipment", StringComparison.Ordinal) && line.Contains("electronics", StringComparison.Ordinal) && line.EndsWith(" 4.94", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("CC-BY 4.0", StringComparison.Ordinal));
    }

    [Fact]
    public void The_embedded_world_is_an_exact_equilibrium()
    {
        var output = Command.Run("world", "check", "wiod-2011").Answered().Output;
        Assert.Contains("wiod-2011 is an exact equilibrium.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("FAILS", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("csv.gz")]
    [InlineData("parquet")]
    public void An_exported_world_gives_the_same_numbers(string form)
    {
        _folder.Run("world", "export", "wiod-2011", "world", "--big", form).Answered();
        Assert.Contains(Directory.GetFiles(_folder["world"]), path => path.EndsWith($"trade.{form}", StringComparison.Ordinal));
        var embedded = _folder.Run("simulate", "cases/west-russia-costs.yaml", "--format", "csv").Answered().Output;
        Assert.Equal(embedded, _folder.Run("simulate", "cases/west-russia-costs.yaml", "--world", "world", "--format", "csv").Answered().Output);
    }

    [Fact]
    public void A_world_that_does_not_balance_fails_its_check_with_1_and_says_where()
    {
        _folder.Run("world", "export", "wiod-2011", "world", "--big", "csv").Answered();
        var lines = File.ReadAllLines(_folder["world/final.csv"]);
        var row = Array.FindIndex(lines, line => line.StartsWith("RUS,c14,", StringComparison.Ordinal));
        lines[row] = "RUS,c14,1";
        File.WriteAllLines(_folder["world/final.csv"], lines);
        var outcome = _folder.Run("world", "check", "world");
        Assert.Equal(1, outcome.Status);
        Assert.Contains(outcome.Lines, line => line.Contains("RUS c14", StringComparison.Ordinal) && line.EndsWith("FAILS", StringComparison.Ordinal));
        Assert.Contains("is not an exact equilibrium.", outcome.Output, StringComparison.Ordinal);
        _folder.Run("simulate", "cases/china-chips.yaml", "--world", "world").Refused("RUS, c14 does not balance");
    }

    [Fact]
    public void An_export_never_writes_over_something()
    {
        _folder.Run("world", "export", "wiod-2011", "cases").Refused("cases: is a folder that holds something already");
        File.WriteAllText(_folder["file"], "mine");
        _folder.Run("world", "export", "wiod-2011", "file").Refused("file: is a file; a folder was expected; give the name of a new folder");
    }

    [Fact]
    public void An_import_without_its_tables_names_each_of_them() =>
        _folder.Run("world", "import", "wiod", "nowhere", "world").Refused("wiod2011_inter_wide.csv: is missing", "wiod2011_final_wide.csv: is missing");
}
