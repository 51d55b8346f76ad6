using Samarkand.Core;
using Samarkand.Model;
using Samarkand.Tests;
using Samarkand.Tests.Worlds;
using Samarkand.Worlds;

namespace Samarkand.WorldMaker.Tests;

/// <summary>The worlds of other years, by the recipe of 2021.</summary>
public class SeriesTest
{
    [Theory]
    [InlineData(2013)]
    [InlineData(2014)]
    [InlineData(2015)]
    [InlineData(2016)]
    [InlineData(2017)]
    [InlineData(2018)]
    [InlineData(2019)]
    [InlineData(2020)]
    public void AYearIsAnExactEquilibriumWithItsOwnGdpAndCustoms(int year)
    {
        var built = Samarkand2021Recipe.Build(SharedData.Path("data"), new WorldYear(year));
        var world = built.World;

        Assert.Equal((year, $"samarkand-{year}", 91, 33), (world.About.Year, world.About.Name, world.Regions.Length, world.Sectors.Length));
        Assert.InRange(WorldBalance.Of(world).LargestGap, 0, 1e-12);
        Assert.True(Solver.For(Baseline.Of(world, Horizon.Medium)).Solve(Shock.None, tolerance: 1e-12, cancellation: TestContext.Current.CancellationToken).Certificate.Largest < 1e-12);
        Assert.All(built.Comparison.Where(figure => figure.What == "gdp"), figure => Assert.InRange(figure.World / figure.Official, 0.995, 1.005));
        var customs = built.Comparison.Where(figure => figure.Source == "russian-customs").ToArray();
        Assert.Equal(58, customs.Length);
        Assert.All(customs, figure => Assert.InRange(figure.World / figure.Official, 0.99, 1.01));
    }

    [Theory]
    [InlineData(2013)]
    [InlineData(2017)]
    [InlineData(2020)]
    public void WhatAYearLacksIsSaidAndNothingIsOfALaterYear(int year)
    {
        var built = Samarkand2021Recipe.Build(SharedData.Path("data"), new WorldYear(year));

        Assert.All(new WorldYear(year).Lacks, lack => Assert.Contains(lack, built.World.About.Rules));
        Assert.All(built.Ties, tie => Assert.True(string.CompareOrdinal(tie.Date, $"{year}-12-31") <= 0, $"{tie.Kind} {tie.Region} {tie.Date}"));
    }

    [Fact]
    public void TheYearOfAllSourcesLacksNothing()
    {
        Assert.Empty(WorldYear.Shipped.Lacks);
        Assert.Equal(["samarkand-2013", "samarkand-2021"], [WorldYear.Names[0], WorldYear.Names[^1]]);
        Assert.Null(WorldYear.Find("samarkand-2012"));
    }

    /// <summary>The tariffs of the trade war begin in 2018.</summary>
    [Fact]
    public void TheTradeWarBeginsIn2018()
    {
        var (before, after) = (Samarkand2021Recipe.Build(SharedData.Path("data"), new WorldYear(2017)).World, Samarkand2021Recipe.Build(SharedData.Path("data"), new WorldYear(2019)).World);

        Assert.True(Tariff(before, "CHN", "USA") < 0.05);
        Assert.True(Tariff(after, "CHN", "USA") > Tariff(before, "CHN", "USA") + 0.05);
        Assert.True(Tariff(after, "USA", "CHN") > Tariff(before, "USA", "CHN") + 0.05);
    }

    [Fact]
    public void AMissingYearIsNamed()
    {
        using var folder = new TemporaryFolder();
        var mistakes = Assert.Throws<InputException>(() => Samarkand2021Recipe.Build(folder["none"], new WorldYear(2016)));

        Assert.Contains(mistakes.Problems, problem => problem.Source.Contains("icio_trade_2016", StringComparison.Ordinal));
        Assert.DoesNotContain(mistakes.Problems, problem => problem.Source.Contains("russia_fts_by_hs2", StringComparison.Ordinal));
    }

    // Of machinery.
    private static double Tariff(World world, string from, string to)
    {
        var n = world.Regions.Length;
        return world.Tariffs[(world.FindSector("mac")!.Value.Index * n + world.Find(from)!.Value.Index) * n + world.Find(to)!.Value.Index];
    }
}
