using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using Samarkand.Model;
using Samarkand.Model.Solving;
using Samarkand.Worlds;

namespace Samarkand.Tests.Model;

/// <summary>The solutions of an independent implementation (the R package KITE) on the world of 2011, to nine digits.</summary>
public class ReferenceSolutionTests
{
    private const string West = "AUT BEL BGR CYP CZE DEU DNK ESP EST FIN FRA GRC HUN IRL ITA LTU LUX LVA MLT NLD POL PRT ROU SVK SVN SWE GBR USA CAN AUS JPN KOR";

    [Theory]
    [InlineData("a", 1.5)]
    [InlineData("b", 10)]
    [InlineData("inf", double.PositiveInfinity)]
    public void Trade_costs_between_the_West_and_Russia(string name, double factor)
    {
        var world = WorldCatalog.Open("wiod-2011");
        var (west, russia) = (Regions(world, West), Regions(world, "RUS"));
        var goods = Goods(world);
        Compare(world, name, new Shock
        {
            Costs = [new CostChange(new FlowBlock(west, russia, goods), factor), new CostChange(new FlowBlock(russia, west, goods), factor)],
        });
    }

    [Fact]
    public void Tariffs_between_the_United_States_and_China()
    {
        var world = WorldCatalog.Open("wiod-2011");
        var (usa, china) = (Regions(world, "USA"), Regions(world, "CHN"));
        var goods = Goods(world);
        Compare(world, "d", new Shock
        {
            Tariffs = [new TariffChange(new FlowBlock(usa, china, goods), 0.1), new TariffChange(new FlowBlock(china, usa, goods), 0.1)],
        });
    }

    private static void Compare(World world, string name, Shock shock)
    {
        var lines = File.ReadAllLines(SharedData.Path($"reference/wiod2011/solution_{name}.csv"))[1..];
        var baseline = Baseline.Of(world, Horizon.Long);
        foreach (var solver in new[] { Solver.For(baseline), Solver.Prepare(baseline) })
        {
            var equilibrium = solver.Solve(shock, tolerance: 1e-12);
            Assert.True(equilibrium.Certificate.Largest <= 1e-12);
            foreach (var line in lines)
            {
                var cells = line.Split(',');
                var region = Regions(world, cells[0])[0];
                Assert.Equal(Number(cells[1]), equilibrium.RealIncome(region), 1e-9);
                Assert.Equal(Number(cells[2]), equilibrium.Wages[region.Index], 1e-9);
                Assert.Equal(Number(cells[3]), equilibrium.PriceIndex(region), 1e-9);
                Assert.Equal(1, equilibrium.Incomes[region.Index] / Number(cells[5]), 1e-9);
                // The reference counts home sales among exports, so its exports are output.
                Assert.Equal(Number(cells[6]), Total(world, equilibrium.Outputs, region) / Total(world, baseline.Outputs, region), 1e-9);
            }

            CompareFlows(world, name, equilibrium);
        }
    }

    private static void CompareFlows(World world, string name, Samarkand.Model.Equilibrium equilibrium)
    {
        using var file = new StreamReader(new GZipStream(File.OpenRead(SharedData.Path($"reference/wiod2011/bilateral_{name}.csv.gz")), CompressionMode.Decompress));
        var flows = TradeFlows.Of(equilibrium);
        var n = world.Regions.Length;
        file.ReadLine();
        while (file.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            var (origin, destination) = (Regions(world, cells[0])[0], Regions(world, cells[1])[0]);
            var total = 0.0;
            for (var s = 0; s < world.Sectors.Length; s++)
                total += flows.Buyers[(s * n + origin.Index) * n + destination.Index];
            var reference = Number(cells[3]);
            // The file keeps fifteen digits of sums over 35 sectors; small flows are compared in USD.
            Assert.True(Math.Abs(total - reference) <= 1e-8 * reference + 1e-5, $"{name} {line}: {total}");
        }
    }

    private static double Total(World world, ReadOnlySpan<double> outputs, Region region)
    {
        var sectors = world.Sectors.Length;
        return outputs.Slice(region.Index * sectors, sectors).ToArray().Sum();
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static ImmutableArray<Region> Regions(World world, string codes) =>
    [
        .. codes.Split(' ').Select(code => code == "ROM" ? "ROU" : code == "RoW" ? "ROW" : code)
            .Select(code => new Region(world.Regions.IndexOf(world.Regions.Single(region => region.Code == code)))),
    ];

    private static ImmutableArray<Sector> Goods(World world) => [.. Enumerable.Range(0, 16).Select(s => new Sector(s))];
}
