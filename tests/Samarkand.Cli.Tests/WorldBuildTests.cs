using Samarkand.Tests;

namespace Samarkand.Cli.Tests;

/// <summary>What the command says of the world of 2021: an economy, the official figures, and how it is made.</summary>
public sealed class WorldBuildTests : IDisposable
{
    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_economy_shows_its_partners_and_what_is_imputed_within_100_columns()
    {
        var lines = Command.Run("world", "show", "samarkand-2021", "--region", "KGZ").Answered().Lines;
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 100));
        Assert.Contains("Kyrgyzstan (KGZ), 2021", lines);
        Assert.Contains(lines, line => line.StartsWith("  RUS ", StringComparison.Ordinal) && line.EndsWith("observed:imf", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("division by sector is imputed", StringComparison.Ordinal));
    }

    [Fact]
    public void An_unknown_region_is_named_with_those_that_there_are()
    {
        var outcome = Command.Run("world", "show", "samarkand-2021", "--region", "XYZ");
        Assert.Equal(2, outcome.Status);
        Assert.Contains("--region: unknown region or bloc `XYZ`", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_check_shows_the_distance_from_official_figures()
    {
        var output = Command.Run("world", "check", "samarkand-2021").Answered().Output;
        Assert.Contains("samarkand-2021 is an exact equilibrium.", output, StringComparison.Ordinal);
        Assert.Contains("russian-customs", output, StringComparison.Ordinal);
        Assert.Contains("Official figures that were not used, with the largest differences from the world", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_year_without_the_oecds_tables_is_refused()
    {
        var outcome = _folder.Run("world", "build", "samarkand-2012", "--sources", "nowhere");
        Assert.Equal(2, outcome.Status);
        Assert.Contains("samarkand-2013", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_year_of_the_series_says_what_it_lacks()
    {
        var outcome = _folder.Run("world", "build", "samarkand-2017", "--sources", SharedData.Path("data")).Answered();
        Assert.Contains("Wrote samarkand-2017", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Russia's trade by HS chapter is of 2021 only", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("samarkand-2017 is an exact equilibrium.", _folder.Run("world", "check", "samarkand-2017").Answered().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_statistics_nothing_is_written()
    {
        var outcome = _folder.Run("world", "build", "samarkand-2021", "--sources", "nowhere");
        Assert.Equal(2, outcome.Status);
        Assert.Contains("country_year_gdp", outcome.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["samarkand-2021"]));
    }
}
