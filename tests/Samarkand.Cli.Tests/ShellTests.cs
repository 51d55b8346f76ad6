namespace Samarkand.Cli.Tests;

public sealed class ShellTests : IDisposable
{
    private const string Bilateral = "samarkand simulate cases/west-russia-cut.yaml --table bilateral-trade";

    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("text")]
    [InlineData("csv")]
    [InlineData("json")]
    public void A_reader_that_stops_reading_is_no_mistake(string format)
    {
        var outcome = _folder.Bash($"{Bilateral} --format {format} | head -1; echo ${{PIPESTATUS[0]}}").Answered();
        Assert.DoesNotContain("pipe", outcome.Error, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
        Assert.Equal("0", outcome.Lines[^1]);
    }

    [Theory]
    [InlineData("samarkand simulate cases/west-russia-cut.yaml --format csv")]
    [InlineData("samarkand run cases/west-russia-cut.yaml")]
    [InlineData("samarkand world show wiod-2011")]
    [InlineData("samarkand --help")]
    public void A_full_disk_is_said_without_a_trace(string command)
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no /dev/full.");
        _folder.Bash($"{command} > /dev/full").Refused("No space left on device");
    }

    [Theory]
    [InlineData("samarkand r", "read routes run")]
    [InlineData("samarkand world sh", "show")]
    [InlineData("samarkand run --h", "--help --horizon")]
    [InlineData("samarkand run x.yaml --horizon ", "long medium short")]
    [InlineData("samarkand run x.yaml --horizon=sh", "short")]
    [InlineData("samarkand run x.yaml --closure=", "closed fixed proportional unfinanced unspent")]
    [InlineData("samarkand simulate x.yaml --format m", "markdown")]
    [InlineData("samarkand simulate x.yaml --table ter", "terms-of-trade")]
    [InlineData("samarkand run x.yaml --target RU", "RUS")]
    [InlineData("samarkand ro", "routes")]
    [InlineData("samarkand al", "align")]
    [InlineData("samarkand ex", "explain")]
    [InlineData("samarkand explain x.yaml --table chan", "channel-totals channels")]
    [InlineData("samarkand routes x.yaml --exporters EA", "EAEU")]
    [InlineData("samarkand routes x.yaml --goods ", "all banned fuels goods")]
    [InlineData("samarkand simulate x.yaml --ti", "--timeline")]
    [InlineData("samarkand simulate x.yaml --table ti", "timeline")]
    [InlineData("samarkand run x.yaml --as", "--as-of")]
    [InlineData("samarkand run ca", "cases/")]
    [InlineData("samarkand run cases/sam", "cases/samarkand-2022.yaml")]
    [InlineData("samarkand world check wi", "wiod-2011 wiod-2014")]
    [InlineData("samarkand completion ", "bash fish pwsh zsh")]
    public void Bash_completes(string typed, string offered)
    {
        // Bash splits words at = as well; compopt works only while a key is pressed.
        var script = $$"""
            source <(samarkand completion bash)
            compopt() { :; }
            COMP_LINE='{{typed}}'
            COMP_POINT=${#COMP_LINE}
            read -ra COMP_WORDS <<< "${COMP_LINE//=/ = }"
            [[ $COMP_LINE == *' ' ]] && COMP_WORDS+=('')
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _samarkand
            printf '%s\n' "${COMPREPLY[@]}" | LC_ALL=C sort | paste -sd' ' -
            """;
        Assert.Equal(offered, _folder.Bash(script).Answered().Output.TrimEnd());
    }

    [Theory]
    [InlineData("zsh", "compdef _samarkand samarkand")]
    [InlineData("fish", "complete -c samarkand")]
    [InlineData("pwsh", "Register-ArgumentCompleter -Native -CommandName samarkand")]
    public void Other_shells_have_a_script_that_asks_the_command(string shell, string registration)
    {
        var script = Command.Run("completion", shell).Answered().Output;
        Assert.Contains(registration, script, StringComparison.Ordinal);
        Assert.Contains("[suggest:", script, StringComparison.Ordinal);
    }
}
