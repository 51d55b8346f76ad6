using System.Globalization;
using System.IO.Compression;
using Samarkand.Import.Wiod;
using Samarkand.Tests;
using Samarkand.Worlds;

namespace Samarkand.Import.Tests;

/// <summary>The import of WIOD against the primitives of an independent implementation, and the tables that the project adds to it.</summary>
public class WiodImportTest
{
    private const double Exact = 1e-12;

    private static readonly Lazy<World> Imported = new(() => WiodImport.Read(SharedData.Path("data/wiod")));

    [Fact]
    public void PrimitivesAreThoseOfTheReference()
    {
        SharedData.Path("reference/wiod2011");
        var world = Imported.Value;
        var (n, s) = (world.Regions.Length, world.Sectors.Length);
        var sums = WorldSums.Of(world);
        Compare("inputs/trade_share.csv.gz", 41 * 41 * 35, Shares(world, (i, j, k) => world.Trade[(k * n + i) * n + j], sums.Expenditure));
        Compare("inputs/intermediate_share.csv.gz", 41 * 35 * 35, row =>
        {
            var (input, output, region) = (Sector(world, row[0]), Sector(world, row[1]), Region(world, row[2]));
            return world.Inputs[(region * s + input) * s + output] / sums.IntermediateCost[region * s + output];
        });
        Compare("inputs/factor_share.csv.gz", 41 * 35, row =>
        {
            var cell = Region(world, row[1]) * s + Sector(world, row[0]);
            return sums.Output[cell] == 0 ? 1 : (sums.Output[cell] - sums.IntermediateCost[cell]) / sums.Output[cell];
        });
        Compare("inputs/consumption_share.csv.gz", 41 * 35, row =>
        {
            var region = Region(world, row[1]);
            var total = 0.0;
            for (var k = 0; k < s; k++)
                total += world.Final[region * s + k];
            return world.Final[region * s + Sector(world, row[0])] / total;
        });
        Compare("inputs/expenditure.csv.gz", 41 * 35, row => sums.Expenditure[Region(world, row[1]) * s + Sector(world, row[0])]);
    }

    [Fact]
    public void ValueAddedAndTradeBalancesAreThoseOfTheReference()
    {
        SharedData.Path("reference/wiod2011");
        var world = Imported.Value;
        var s = world.Sectors.Length;
        var sums = WorldSums.Of(world);
        Compare("inputs/value_added.csv", 41, row => Total(Region(world, row[0]), s, k => sums.Output[k] - sums.IntermediateCost[k]));
        Compare("inputs/trade_balance.csv", 41, row => Total(Region(world, row[0]), s, k => sums.Output[k] - sums.Expenditure[k]));
    }

    [Fact]
    public void TheRepairIsThatOfLuxembourgsWaterTransport()
    {
        SharedData.Path("data/wiod");
        var world = Imported.Value;
        var (s, cell) = (35, Region(world, "LUX") * 35 + Sector(world, "s24"));
        var sums = WorldSums.Of(world);
        Assert.Equal(32, sums.Output[cell]);
        Assert.Equal(0.88 * 36, sums.IntermediateCost[cell], 12);
        var fractions = 0;
        for (var i = 0; i < world.Inputs.Length; i++)
        {
            if (world.Inputs[i] == Math.Floor(world.Inputs[i]))
                continue;
            fractions++;
            Assert.Equal((Region(world, "LUX"), Sector(world, "s24")), (i / (s * s), i % s));
        }

        Assert.InRange(fractions, 1, s);
    }

    [Fact]
    public void TheWorldIsAnExactEquilibrium()
    {
        SharedData.Path("data/wiod");
        var balance = WorldBalance.Of(Imported.Value);
        Assert.True(balance.IsBalanced);
        Assert.InRange(balance.LargestGap, 0, 1e-15);
        Assert.InRange(balance.LargestIncomeGap, 0, 1e-14);
    }

    [Fact]
    public void GoodsElasticitiesAreMeansOverTheirGtapSectors()
    {
        var published = new Dictionary<string, double>();
        foreach (var row in Rows(SharedData.Path("data/elasticities/fontagne_elasticities_gtap.csv.gz")))
        {
            if (row[1].Length > 0)
                published.Add(row[0], -Number(row[1]));
        }

        var labels = WiodLabels.Read();
        for (var k = 0; k < labels.Sectors.Length; k++)
        {
            var estimates = labels.GtapSectors[k].Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(published.ContainsKey).Select(code => published[code]).ToArray();
            Assert.Equal(labels.Sectors[k].Tags.Contains("goods"), estimates.Length > 0);
            Assert.Equal(estimates.Length == 0 ? 4 : Math.Round(estimates.Average(), 4), labels.Elasticities[k]);
        }
    }

    [Fact]
    public void ElasticitiesAreThoseOfTheReference()
    {
        var labels = WiodLabels.Read();
        foreach (var row in Rows(SharedData.Path("reference/wiod2011/inputs/theta.csv")))
            Assert.Equal(Number(row[^3]), labels.Elasticities[int.Parse(row[0][1..], CultureInfo.InvariantCulture) - 1]);
    }

    [Fact]
    public void TagsFollowTheClassification()
    {
        var sectors = WiodLabels.Read().Sectors;
        string[] Tagged(string tag) => [.. sectors.Where(sector => sector.Tags.Contains(tag)).Select(sector => sector.Code)];
        Assert.Equal(Enumerable.Range(1, 16).Select(k => $"c{k}"), Tagged("goods"));
        Assert.Equal(Enumerable.Range(17, 19).Select(k => $"c{k}"), Tagged("services"));
        Assert.Equal(["c2", "c8"], Tagged("energy"));
        Assert.Equal(["c14"], Tagged("electronics"));
        Assert.Equal(["c23", "c24", "c25", "c26"], Tagged("transport"));
        Assert.Equal(["c28"], Tagged("finance"));
        Assert.Empty(Tagged("arms"));
    }

    [Fact]
    public void BlocsAreCutToTheRegions()
    {
        var labels = WiodLabels.Read();
        string Members(string bloc) => string.Join(' ', labels.Blocs.Single(b => b.Code == bloc).Members.Select(member => labels.Regions[member.Index].Code));
        Assert.Equal("AUT BEL BGR CYP CZE DEU DNK ESP EST FIN FRA GRC HUN IRL ITA LTU LUX LVA MLT NLD POL PRT ROU SVK SVN SWE", Members("EU"));
        Assert.Equal("BEL BGR CAN CZE DEU DNK ESP EST FRA GBR GRC HUN ITA LTU LUX LVA NLD POL PRT ROU SVK SVN TUR USA", Members("NATO"));
        Assert.Equal("CAN DEU FRA GBR ITA JPN USA", Members("G7"));
        Assert.Equal("BRA CHN IND RUS", Members("BRICS"));
        Assert.Equal("CHN IND RUS", Members("SCO"));
    }

    private static Func<string[], double> Shares(World world, Func<int, int, int, double> flow, double[] expenditure) => row =>
    {
        var (origin, destination, sector) = (Region(world, row[0]), Region(world, row[1]), Sector(world, row[2]));
        var total = expenditure[destination * world.Sectors.Length + sector];
        return total == 0 ? origin == destination ? 1 : 0 : flow(origin, destination, sector) / total;
    };

    private static void Compare(string file, int atMost, Func<string[], double> computed)
    {
        var count = 0;
        foreach (var row in Rows(SharedData.Path($"reference/wiod2011/{file}")))
        {
            count++;
            var (expected, actual) = (Number(row[^1]), computed(row));
            Assert.True(Math.Abs(actual - expected) <= Exact * Math.Abs(expected), $"{file}: {string.Join(',', row)} is {actual:R}");
        }

        Assert.InRange(count, 1, atMost);
    }

    private static double Total(int region, int s, Func<int, double> value)
    {
        var total = 0.0;
        for (var k = 0; k < s; k++)
            total += value(region * s + k);
        return total;
    }

    private static int Region(World world, string code)
    {
        for (var i = 0; i < world.Regions.Length; i++)
        {
            if (world.Regions[i].Code == (code is "ROM" ? "ROU" : code is "RoW" ? "ROW" : code))
                return i;
        }

        throw new KeyNotFoundException(code);
    }

    private static int Sector(World world, string code)
    {
        var sector = int.Parse(code[1..], CultureInfo.InvariantCulture) - 1;
        Assert.Equal($"c{sector + 1}", world.Sectors[sector].Code);
        return sector;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>The rows of a file of the reference, whose last fields never hold a comma.</summary>
    private static IEnumerable<string[]> Rows(string path)
    {
        using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(File.OpenRead(path), CompressionMode.Decompress) : File.OpenRead(path);
        using var text = new StreamReader(stream);
        text.ReadLine();
        while (text.ReadLine() is { } line)
            yield return line.Split(',');
    }
}
