namespace Samarkand.Cli.Tests;

public class AlignCommandTests
{
    private const string Case = "cases/taiwan-embargo.yaml";

    /// <summary>The answer to the flagship's question fits two screens; all of it is there for who asks.</summary>
    [Fact]
    public void The_answer_to_the_flagship_fits_sixty_lines()
    {
        var outcome = Command.RunWide(100, "run", "cases/samarkand-2022.yaml", "--draws", "20").Answered();
        Assert.InRange(outcome.Lines.Length, 30, 60);
        Assert.True(Command.RunWide(100, "run", "cases/samarkand-2022.yaml", "--full", "--draws", "2").Answered().Lines.Length > 100);
    }

    [Fact]
    public void The_coalition_may_commit_first_and_its_threat_is_judged_by_every_rescuer()
    {
        var lines = Command.Run("align", Case, "--coalition-first", "0,1", "--draws", "0", "--table", "coalition-first", "--format", "csv").Answered().Lines;
        Assert.Equal("severity,answer,followers,coalition_cost_musd,target_loss_musd,rescue,taken", lines[0]);
        Assert.Equal(3, lines.Length);
        Assert.All(lines.Skip(1), line => Assert.Equal(line.Contains(" rescue", StringComparison.Ordinal), line.Contains(",comes,", StringComparison.Ordinal)));
        Assert.Single(lines, line => line.EndsWith(",yes", StringComparison.Ordinal));
    }

    [Fact]
    public void A_search_says_what_it_solved_and_what_it_may_miss()
    {
        var output = Command.Run("align", Case, "--search", "--draws", "0").Answered().Output;
        var text = string.Join(' ', output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("best replies from 12 combinations", text, StringComparison.Ordinal);
        Assert.Contains("others may be missed", text, StringComparison.Ordinal);
        Assert.DoesNotContain("every player chooses again", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Mistakes_are_answered_with_what_to_do()
    {
        Command.Run("align", Case, "--coalition-first", "0,2").Refused("--coalition-first: `0,2` is not a list of ascending shares", "0,0.25,0.5,0.75,1");
        Command.Run("align", Case, "--coalition-first", "0.5,0.5").Refused("`0.5,0.5` is not a list of ascending shares");
        Command.Run("align", Case, "--search", "--map").Refused("leave out one of --search and --map");
        Command.Run("align", Case, "--search", "--coalition-first").Refused("leave out one of --search and --coalition-first");
    }
}
