using Samarkand.Worlds;

namespace Samarkand.Import.Tests;

/// <summary>Tables label regions as they like; names and blocs are found by what the labels mean.</summary>
public class RegionLabelsTest
{
    [Theory]
    [InlineData("DEU", "GBR", "Germany", "United Kingdom")]
    [InlineData("DE", "UK", "Germany", "United Kingdom")]
    [InlineData("GER", "GB", "Germany", "United Kingdom")]
    [InlineData("276", "826", "Germany", "United Kingdom")]
    [InlineData("Germany", "Great Britain", "Germany", "United Kingdom")]
    public void TheBlocsThatShipFindTheirMembers(string first, string second, string firstName, string secondName)
    {
        using var table = new SmallTable();

        var world = table.Import(SmallTable.Right.Replace("AAA", first, StringComparison.Ordinal).Replace("BBB", second, StringComparison.Ordinal)).World;

        var (germany, britain) = (new Region(Index(world, first)), new Region(Index(world, second)));
        Assert.Equal(firstName, world.Regions[germany.Index].Name);
        Assert.Equal(secondName, world.Regions[britain.Index].Name);
        Assert.Equal([germany], Members(world, "EU"));
        Assert.Equal([germany, britain], Members(world, "NATO").OrderBy(member => member != germany));
        Assert.Empty(Members(world, "SCO"));
    }

    [Theory]
    [InlineData("UK", "region 'UK' has no row in the table; did you mean 'GBR'?")]
    [InlineData("US", "region 'US' has no row in the table; remove it")]
    [InlineData("Great Britain", "region 'Great Britain' has no row in the table; did you mean 'GBR'?")]
    public void ARegionWithoutARowIsLookedForByItsMeaning(string declared, string problem)
    {
        using var table = new SmallTable();
        var regions = table.Write("r.csv", $"code,name\nUKR,Ukraine\n{declared},x\n");

        var problems = table.Problems(() => table.Import(
            SmallTable.Right.Replace("AAA", "UKR", StringComparison.Ordinal).Replace("BBB", "GBR", StringComparison.Ordinal), SmallTable.Settings with { RegionsFile = regions }));

        Assert.Contains($"r.csv: {problem}", problems);
    }

    private static int Index(World world, string code) => world.Regions.Select(region => region.Code).ToList().IndexOf(code);

    private static IEnumerable<Region> Members(World world, string bloc) => world.Blocs.Single(one => one.Code == bloc).Members;
}
