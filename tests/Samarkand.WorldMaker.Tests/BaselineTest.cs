using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.WorldMaker.Tests;

/// <summary>The embedded world is an exact equilibrium in which every buyer has a supplier.</summary>
public class BaselineTest
{
    private static readonly World World = WorldCatalog.Open("samarkand-2021");

    [Theory]
    [InlineData(Horizon.Short)]
    [InlineData(Horizon.Medium)]
    [InlineData(Horizon.Long)]
    public void NothingHappensWithoutAShock(Horizon horizon) =>
        Assert.True(Solver.For(Baseline.Of(World, horizon)).Solve(Shock.None, tolerance: 1e-12, cancellation: TestContext.Current.CancellationToken).Certificate.Largest < 1e-12);

    [Fact]
    public void EveryMarketBalancesToTheDollar()
    {
        var balance = WorldBalance.Of(World);

        Assert.True(balance.IsBalanced);
        Assert.InRange(balance.LargestGap, 0, 1e-12);
    }

    [Fact]
    public void NothingIsNegativeAndFlowsAndInputsAreWholeDollars()
    {
        Assert.All(World.Final.ToArray(), value => Assert.True(value >= 0));
        foreach (var values in (double[][])[World.Trade.ToArray(), World.Inputs.ToArray()])
        {
            Assert.True(Array.TrueForAll(values, value => value >= 0));
            Assert.True(Array.TrueForAll(values, value => value == Math.Round(value * 1e6) / 1e6));
        }
    }

    [Fact]
    public void WhoBuysHasASupplierAndWhoMakesAddsValue()
    {
        var sums = WorldSums.Of(World);
        for (var cell = 0; cell < sums.Output.Length; cell++)
        {
            var place = $"{World.Regions[cell / World.Sectors.Length].Code}, {World.Sectors[cell % World.Sectors.Length].Code}";
            Assert.True(sums.Expenditure[cell] > 0 || sums.IntermediateUse[cell] + World.Final[cell] == 0, place);
            Assert.True(sums.Output[cell] > sums.IntermediateCost[cell] || (sums.Output[cell] == 0 && sums.IntermediateCost[cell] == 0), place);
        }
    }

    [Fact]
    public void ItHoldsTheRegionsAndSectorsThatSanctionsName()
    {
        var regions = World.Regions.Select(region => region.Code).ToHashSet();
        string[] taken = ["KAZ", "UZB", "KGZ", "TJK", "TKM", "ARM", "GEO", "AZE", "BLR", "UKR", "ARE", "HKG", "IRN", "CHE", "NOR", "SRB", "VNM", "ISR", "SAU", "MNG"];
        Assert.Equal((91, 33, 2021), (World.Regions.Length, World.Sectors.Length, World.About.Year));
        Assert.All(taken, code => Assert.Contains(code, regions));
        Assert.Equal("ROW", Assert.Single(World.Regions, region => region.IsRemainder).Code);
        foreach (var tag in (string[])["goods", "services", "energy", "electronics", "machinery", "vehicles", "transport", "finance", "fuel", "crude", "coal", "metals", "pharma", "food", "agr", "min", "rub", "met", "ele", "veh", "omf", "tra", "biz", "pub"])
            Assert.Contains(World.Sectors, sector => sector.Tags.Contains(tag));
    }

    [Theory]
    [InlineData("EU", 27)]
    [InlineData("CSTO", 6)]
    [InlineData("EAEU", 5)]
    [InlineData("SCO", 8)]
    [InlineData("G7", 7)]
    [InlineData("BRICS", 5)]
    [InlineData("NATO", 27)]
    public void BlocsHaveTheirMembersOf2022(string bloc, int members) =>
        Assert.Equal(members, World.Blocs.Single(b => b.Code == bloc).Members.Length);
}
