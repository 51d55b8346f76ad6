namespace Samarkand.Cli.Tests;

public class ExitStatusTests
{
    private const string Case = "cases/west-russia-cut.yaml";

    [Fact]
    public void A_case_that_is_answered_ends_with_0_and_says_what_a_name_covers_once()
    {
        const string Covers = "EU covers 26 of its 27 members in wiod-2011: without HRV (Croatia, inside ROW).";
        var words = Command.Run("run", Case).Answered();
        Assert.Contains("Russia", words.Output, StringComparison.Ordinal);
        Assert.Contains($"- Names: {Covers}\n", words.Output, StringComparison.Ordinal);
        Assert.Empty(words.Error);

        var table = Command.Run("run", Case, "--format", "csv").Answered();
        Assert.DoesNotContain(Covers, table.Output, StringComparison.Ordinal);
        Assert.Equal($"{Covers}\n", table.Error);
    }

    [Fact]
    public void A_case_without_an_equilibrium_ends_with_1_and_says_why()
    {
        var outcome = Command.Run("simulate", Case, "--set", "package.0={ kind: trade-cost, factor: inf, both: true, sectors: [all], from: RUS, to: [EU, GBR, USA, CAN, AUS, JPN, KOR, CHN, BRA, IDN, IND, MEX, TUR, TWN, ROW] }");
        Assert.Equal(1, outcome.Status);
        Assert.Empty(outcome.Output);
        Assert.Contains("cannot trade with the others any more", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing.yaml", "nothing.yaml: there is no such file; `samarkand new nothing.yaml` writes")]
    [InlineData("cases", "cases: this is a folder, not a case")]
    public void A_case_that_cannot_be_read_ends_with_2(string path, string message) => Command.Run("run", path).Refused(message);

    [Theory]
    [InlineData("--horizon", "lonk", "--horizon: unknown horizon `lonk`; did you mean `long`?")]
    [InlineData("--closure", "open", "--closure: unknown closure `open`; expected one of: fixed, proportional, closed, unfinanced, unspent")]
    [InlineData("--target", "RUSS", "--target: ")]
    [InlineData("--world", "wiod-2012", "did you mean 'wiod-2011'?")]
    [InlineData("--set", "package.7.factor=2", "--set package.7.factor: ")]
    [InlineData("--stance", "CHN=rescu", "--stance CHN: unknown stance `rescu`; did you mean `rescue`?")]
    [InlineData("--stance", "CHM=rescue", "--stance CHM: unknown region or bloc `CHM`; did you mean CHN (China)?")]
    [InlineData("--stance", "USA=neutral", "--stance USA: USA is in the coalition")]
    [InlineData("--stance", "RUS=neutral", "--stance RUS: RUS is the target")]
    [InlineData("--table", "efects", "--table: there is no table `efects`; the tables are effects, groups,")]
    [InlineData("--evidence", "nowhere", "nowhere: there is no such folder of evidence")]
    [InlineData("--against", "nothing.yaml", "nothing.yaml: there is no such file")]
    [InlineData("--against", "cases/china-chips.yaml", "give both the same world, horizon and closure")]
    [InlineData("--format", "xml", "--format: Argument 'xml' not recognized")]
    [InlineData("--formt", "csv", "'--formt' was not matched")]
    public void A_wrong_option_ends_with_2_and_names_it(string option, string value, string message) => Command.Run("simulate", Case, option, value).Refused(message);

    [Fact]
    public void A_command_without_its_case_says_how_to_get_one() => Command.Run("run").Refused("A case is missing: samarkand run CASE", "samarkand new FILE");

    [Fact]
    public void An_unknown_command_is_answered_with_the_nearest() =>
        Command.Run("simulat", Case).Refused("There is no command `samarkand simulat`; did you mean `simulate`?", "Try `samarkand --help`.");

    [Theory]
    [InlineData("A command is missing: samarkand run|simulate|", "Try `samarkand --help`.")]
    [InlineData("A command is missing: samarkand world list|show|check|", "Try `samarkand world --help`.", "world")]
    [InlineData("A command is missing: samarkand world import wiod|", "Try `samarkand world import --help`.", "world", "import")]
    [InlineData("There is no command `samarkand world shw`; did you mean `show`?", "Try `samarkand world --help`.", "world", "shw", "wiod-2011")]
    [InlineData("There is no command `runn` to help with; did you mean `run`?", "Try `samarkand help --help`.", "help", "runn")]
    public void A_command_that_is_missing_or_unknown_is_told(string message, string hint, params string[] words) => Command.Run(words).Refused(message, hint);
}
