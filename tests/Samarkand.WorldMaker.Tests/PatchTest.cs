using Samarkand.Core;
using Samarkand.Tests;
using Samarkand.Tests.Worlds;
using Samarkand.Worlds;

namespace Samarkand.WorldMaker.Tests;

/// <summary>A user who disagrees with a cell can say so.</summary>
public class PatchTest
{
    [Fact]
    public void TheCellIsTheUsersAndTheRestIsBalancedAgain()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["mine.csv"], "origin,destination,sector,value\nCHN,RUS,elc,25000\n");
        var built = Samarkand2021Recipe.Build(SharedData.Path("data"), folder["mine.csv"]);
        var shipped = WorldCatalog.Open("samarkand-2021");

        Assert.Equal(25000, Trade(built.World, "elc"));
        Assert.True(Trade(built.World, "mac") < Trade(shipped, "mac"));
        Assert.Equal(Goods(shipped), Goods(built.World), 0.01);
        Assert.InRange(WorldBalance.Of(built.World).LargestGap, 0, 1e-12);
        Assert.Equal("yours", built.Provenance.Pairs.Single(pair => pair is { Origin: "CHN", Destination: "RUS" }).Profile);
    }

    [Theory]
    [InlineData("CHN,XYZ,elc,1", "are not two regions of the world")]
    [InlineData("CHN,RUS,chips,1", "is no sector of goods")]
    [InlineData("CHN,RUS,elc,-1", "is negative")]
    public void WhatTheWorldDoesNotHaveIsNamed(string row, string message)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["mine.csv"], $"origin,destination,sector,value\n{row}\n");

        Assert.Contains(message, Assert.Throws<InputException>(() => Samarkand2021Recipe.Build(folder["none"], folder["mine.csv"])).Message, StringComparison.Ordinal);
    }

    private static double Trade(World world, string sector) => Flow(world, world.FindSector(sector)!.Value.Index);

    private static double Goods(World world) => Enumerable.Range(0, 23).Sum(k => Flow(world, k));

    private static double Flow(World world, int sector) =>
        world.Trade[(sector * world.Regions.Length + world.Find("CHN")!.Value.Index) * world.Regions.Length + world.Find("RUS")!.Value.Index];
}
