namespace Samarkand.Cli.Tests;

public sealed class HelpTests : IDisposable
{
    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_examples_of_all_are_among_those_of_each() =>
        Assert.All(ExamplesOf(""), example => Assert.Contains(example, ExamplesOf(example.Split(' ')[1])));

    [Theory]
    [InlineData("run")]
    [InlineData("simulate")]
    [InlineData("coalition")]
    [InlineData("explain")]
    [InlineData("design")]
    [InlineData("dependence")]
    [InlineData("sweep")]
    [InlineData("batch")]
    [InlineData("routes")]
    [InlineData("gravity")]
    [InlineData("leaks")]
    [InlineData("align")]
    [InlineData("world")]
    [InlineData("world list")]
    [InlineData("world show")]
    [InlineData("world check")]
    [InlineData("world export")]
    [InlineData("world aggregate")]
    [InlineData("new")]
    [InlineData("help")]
    [InlineData("completion")]
    public void Every_example_of_a_command_runs(string command)
    {
        var examples = ExamplesOf(command);
        Assert.NotEmpty(examples);
        foreach (var example in examples)
        {
            using var folder = new WorkFolder();
            var outcome = folder.Bash(example);
            Assert.True(outcome.Status == 0, $"{example}: {outcome.Error}");
        }
    }

    [Fact]
    public void The_examples_of_an_import_ask_for_the_tables()
    {
        // The statistics themselves are not part of the repository.
        Assert.Equal(ExamplesOf("world import"), ExamplesOf("world import wiod"));
        foreach (var example in ExamplesOf("world import wiod"))
            _folder.Bash(example).Refused("wiod-tables/wiod2011_inter_wide.csv: is missing");
        foreach (var example in ExamplesOf("world import long").Concat(ExamplesOf("world import icio")).Concat(ExamplesOf("world import adb")))
            _folder.Bash(example).Refused(": there is no such file");
    }

    [Theory]
    [InlineData()]
    [InlineData("run")]
    [InlineData("world", "import", "long")]
    public void The_command_help_is_the_option_help(params string[] words) =>
        Assert.Equal(Command.Run([.. words, "--help"]).Answered().Output, Command.Run(["help", .. words]).Answered().Output);

    [Fact]
    public void Help_fits_100_columns() => Assert.All(Command.Run("run", "--help").Answered().Lines, line => Assert.InRange(line.TrimEnd().Length, 0, 100));

    private static string[] ExamplesOf(string command)
    {
        var lines = Command.Run([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]).Answered().Lines;
        return [.. lines.SkipWhile(line => line != "Examples:").Skip(1).Select(line => line.Trim()).Where(line => line.Length > 0)];
    }
}
