using System.Globalization;
using Samarkand.Worlds;

namespace Samarkand.Import.Tests;

/// <summary>A world written as a long table comes back as it was.</summary>
public class RoundTripTest
{
    private const double Exact = 1e-9;

    [Fact]
    public void TheWorldOf2011ComesBack()
    {
        using var table = new SmallTable();
        var world = WorldCatalog.Open("wiod-2011");
        WriteLong(world, table["long.csv"]);
        var settings = new ImportSettings("again", 2011)
        {
            RegionsFile = table.Write("r.csv", "code,name\n" + string.Concat(world.Regions.Select(region => $"{region.Code},\"{region.Name}\"\n"))),
            SectorsFile = table.Write("s.csv", "code,name\n" + string.Concat(world.Sectors.Select(sector => $"{sector.Code},\"{sector.Name}\"\n"))),
            Theta = 4,
        };
        var again = LongTableImport.Read(new LongTable([table["long.csv"]]), settings, TestContext.Current.CancellationToken).World;
        Near(world.Trade, again.Trade);
        Near(world.Inputs, again.Inputs);
        Near(world.Final, again.Final);
        // Two more blocs are known today.
        Assert.Equal(["CSTO", "EAEU"], again.Blocs.Select(bloc => bloc.Code).Except(world.Blocs.Select(bloc => bloc.Code)));
        Assert.Equal(world.Blocs.Select(bloc => (bloc.Code, string.Join(' ', bloc.Members))), again.Blocs.SkipLast(2).Select(bloc => (bloc.Code, string.Join(' ', bloc.Members))));
    }

    /// <summary>Every user buys in the mix of origins of its region, as the model has it.</summary>
    private static void WriteLong(World world, string path)
    {
        var (n, s) = (world.Regions.Length, world.Sectors.Length);
        using var text = new StreamWriter(path);
        text.Write("origin,sector,destination,use,value\n");
        for (var sector = 0; sector < s; sector++)
        {
            for (var destination = 0; destination < n; destination++)
            {
                var spent = 0.0;
                for (var origin = 0; origin < n; origin++)
                    spent += world.Trade[(sector * n + origin) * n + destination];
                for (var origin = 0; origin < n; origin++)
                {
                    var share = world.Trade[(sector * n + origin) * n + destination] / spent;
                    for (var use = 0; use <= s && share > 0; use++)
                    {
                        var value = share * (use == s ? world.Final[destination * s + sector] : world.Inputs[(destination * s + sector) * s + use]);
                        if (value > 0)
                            text.Write(string.Create(CultureInfo.InvariantCulture, $"{world.Regions[origin].Code},{world.Sectors[sector].Code},{world.Regions[destination].Code},{(use == s ? "final" : world.Sectors[use].Code)},{value:R}\n"));
                    }
                }
            }
        }
    }

    private static void Near(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var k = 0; k < expected.Length; k++)
            Assert.True(Math.Abs(actual[k] - expected[k]) <= Exact * Math.Abs(expected[k]), FormattableString.Invariant($"{k}: {actual[k]:R} is not {expected[k]:R}"));
    }
}
