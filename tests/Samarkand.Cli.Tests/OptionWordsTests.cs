using Samarkand.Cli.Options;
using Samarkand.Core;

namespace Samarkand.Cli.Tests;

/// <summary>What the library names as a parameter, the command line names as its option.</summary>
public class OptionWordsTests
{
    [Fact]
    public void A_parameter_is_worded_as_the_option_that_it_is() => Assert.Equal(
        "--output: x holds draws up to number 30, and --draws asks for 20; name other sectors with --sectors, such as --sectors all",
        OptionWords.In(new InputProblem(
            $"{new Parameter("output")}",
            0,
            0,
            $"x holds draws up to number 30, and {new Parameter("draws")} asks for 20",
            $"name other sectors with {new Parameter("sectors")}, such as {new Parameter("sectors", "all")}").ToString()));

    [Theory]
    [InlineData("c.yaml: unknown key ⟨mood⟩")]
    [InlineData("c.yaml: the title ⟨Who pays: all?⟩")]
    [InlineData("c.yaml: `year` is `x`")]
    public void What_is_no_parameter_stays(string text) => Assert.Equal(text, OptionWords.In(text));
}
