namespace Samarkand.Cli.Tests;

/// <summary>An empty word, as an unset variable of a script leaves it, is told by the name of what it was to be.</summary>
public class EmptyWordTests
{
    private const string Case = "cases/west-russia-cut.yaml";

    [Theory]
    [InlineData("CASE: is empty; write a name in its place", "run", "")]
    [InlineData("CASE: is empty; write a name in its place", "sweep", " ")]
    [InlineData("--world: is empty; write --world NAME|DIR", "run", Case, "--world", "")]
    [InlineData("--against: is empty; write --against CASE", "simulate", Case, "--against", "")]
    [InlineData("--evidence: is empty; write --evidence DIR", "simulate", Case, "--evidence", "")]
    [InlineData("--output: is empty; write --output DIR", "simulate", Case, "--output", "")]
    [InlineData("--set: is empty; write --set PATH=VALUE", "explain", Case, "--set", "horizon=long", "--set", "")]
    [InlineData("NAME: is empty; write a name in its place", "world", "show", "")]
    [InlineData("DIR: is empty; write a name in its place", "world", "export", "wiod-2011", "")]
    [InlineData("FILE... DIR: is empty; write a name in its place", "world", "import", "long", "", "new")]
    [InlineData("--sources: is empty; write --sources DIR", "world", "build", "samarkand-2021", "--sources", "")]
    [InlineData("--regions: is empty; write --regions VALUE", "world", "aggregate", "wiod-2011", "new", "--regions", "")]
    [InlineData("FILE: is empty; write a name in its place", "new", "")]
    public void Its_place_is_named(string message, params string[] arguments) => Command.Run(arguments).Refused(message);
}
