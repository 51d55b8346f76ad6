using System.Globalization;

namespace Samarkand.Cli.Tests;

public class VariantTests
{
    private const string Cut = "cases/west-russia-cut.yaml";
    private const string CutWithChina = "cases/west-china-russia-cut.yaml";

    [Fact]
    public void A_value_set_on_the_command_line_replaces_the_one_of_the_case()
    {
        var costs = Command.Run("simulate", "cases/west-russia-costs.yaml", "--format", "csv").Answered().Output;
        Assert.Equal(costs, Command.Run("simulate", Cut, "--set", "package.0.factor=1.5", "--format", "csv").Answered().Output);
        Assert.NotEqual(costs, Command.Run("simulate", Cut, "--format", "csv").Answered().Output);
    }

    [Fact]
    public void Horizons_stand_side_by_side_as_each_gives_them_alone()
    {
        var rows = Command.Run("simulate", Cut, "--table", "horizons", "--format", "csv").Answered().Lines.Select(line => line.Split(',')).ToArray();
        Assert.Equal(["group", "short_real_income_pct", "medium_real_income_pct", "long_real_income_pct"], rows[0]);
        foreach (var (horizon, column) in (ReadOnlySpan<(string, int)>)[("short", 1), ("medium", 2), ("long", 3)])
            Assert.Equal(Groups(Cut, "--horizon", horizon), rows.Skip(1).Select(row => row[column]));
    }

    [Fact]
    public void Horizons_compare_with_the_other_case_where_one_is_given()
    {
        var rows = Command.Run("simulate", CutWithChina, "--against", Cut, "--table", "horizons", "--format", "csv").Answered().Lines.Select(line => line.Split(',')).ToArray();
        Assert.Equal(Groups(CutWithChina, "--against", Cut, "--horizon", "short"), rows.Skip(1).Select(row => row[1]));
    }

    [Fact]
    public void A_horizon_without_an_equilibrium_is_left_empty_and_says_why()
    {
        string[] seizure = ["--set", "package.0={ kind: asset-seizure, amount: 1200 bn USD, years: 1 }"];
        var table = Command.Run(["simulate", Cut, .. seizure, "--table", "horizons", "--format", "csv"]).Answered();
        Assert.StartsWith("target,,,-", table.Lines[1], StringComparison.Ordinal);
        Assert.Contains("\nShort: no equilibrium: RUS would be left without income", table.Error, StringComparison.Ordinal);
        var report = Command.Run(["run", Cut, .. seizure]).Answered();
        Assert.Contains("  Medium: no equilibrium: RUS would be left without income", report.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("no equilibrium", report.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("proportional")]
    [InlineData("closed")]
    public void A_closure_on_the_command_line_holds_for_both_cases(string closure)
    {
        var russia = Effect("RUS", CutWithChina, "--against", Cut, "--closure", closure);
        var alone = Effect("RUS", CutWithChina, "--set", $"closure={closure}");
        var other = Effect("RUS", Cut, "--set", $"closure={closure}");
        Assert.Equal(100 * ((1 + alone / 100) / (1 + other / 100) - 1), russia, 1e-9);
        Assert.NotEqual(Effect("RUS", CutWithChina), alone);
    }

    [Fact]
    public void A_case_against_itself_changes_nothing()
    {
        var lines = Command.Run("simulate", Cut, "--against", Cut, "--format", "csv").Answered().Lines;
        foreach (var line in lines.Skip(1))
            Assert.All(line.Split(',')[1..8], value => Assert.Equal(0, double.Parse(value, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void The_case_compared_with_keeps_its_certificate()
    {
        var lines = Command.Run("simulate", CutWithChina, "--against", Cut, "--table", "certificate", "--format", "csv").Answered().Lines;
        Assert.Equal(["case", $"against {Cut}"], lines.Skip(1).Select(line => line.Split(',')[0]));
    }

    private static string[] Groups(string path, params string[] options) =>
        [.. Command.Run(["simulate", path, .. options, "--table", "groups", "--format", "csv"]).Answered().Lines.Skip(1).Select(line => line.Split(',')[4])];

    private static double Effect(string region, string path, params string[] options)
    {
        var lines = Command.Run(["simulate", path, .. options, "--format", "csv"]).Answered().Lines;
        return double.Parse(lines.Single(line => line.StartsWith($"{region},", StringComparison.Ordinal)).Split(',')[1], CultureInfo.InvariantCulture);
    }
}
