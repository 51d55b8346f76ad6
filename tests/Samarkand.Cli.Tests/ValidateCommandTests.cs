using Samarkand.Tests;

namespace Samarkand.Cli.Tests;

public sealed class ValidateCommandTests : IDisposable
{
    private const string Kite = "reference/wiod2011/solution_d.csv";

    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Alone_it_compares_with_closed_forms_and_says_what_needs_data()
    {
        var text = Run().Answered().Output;
        Assert.Matches("^[0-9]+ of [0-9]+ comparisons hold; 13 need data that may not be shipped", text);
        Assert.Matches("(?m)^  quantal-response .* holds$", text.ReplaceLineEndings("\n"));
        Assert.Contains("needs data/cp2015", text, StringComparison.Ordinal);
        Assert.DoesNotContain("DIFFERS", text, StringComparison.Ordinal);
    }

    [Fact]
    public void With_the_data_everything_is_compared()
    {
        var text = Run("--data", SharedData.Path("")).Answered().Output;
        Assert.DoesNotContain("needs ", text, StringComparison.Ordinal);
        Assert.Matches("(?m)^  kite-tariff .* 164 .* holds$", text.ReplaceLineEndings("\n"));
        Assert.Matches("(?m)^  nafta-exact .* 31 .* holds$", text.ReplaceLineEndings("\n"));
        Assert.Matches("(?m)^  world-2014 e .* 176 .* holds$", text.ReplaceLineEndings("\n"));
        Assert.Matches("(?m)^  complex-europe S2 .* 44 .* told$", text.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_difference_is_told_and_ends_with_1()
    {
        var lines = File.ReadAllLines(SharedData.Path(Kite));
        var cells = lines[1].Split(',');
        cells[1] = "1.001";
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[$"mine/{Kite}"])!);
        File.WriteAllLines(_folder[$"mine/{Kite}"], [lines[0], string.Join(',', cells), .. lines[2..]]);

        var outcome = Run("--data", "mine");

        Assert.Equal(1, outcome.Status);
        Assert.Matches("(?m)^  kite-tariff .* DIFFERS$", outcome.Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_missing_folder_is_named() => _folder.Run("validate", "--data", "nowhere").Refused("--data: there is no folder nowhere; docs/validation.md says what it has to hold");

    // Unset, so that a folder of the tests' own is not taken.
    private Outcome Run(params string[] more) => _folder.Bash($"COLUMNS=200 SAMARKAND_SHARED= samarkand validate {string.Join(' ', more)}");
}
