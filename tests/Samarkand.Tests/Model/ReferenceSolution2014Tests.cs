using System.Collections.Immutable;
using System.Globalization;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Tests.Model;

/// <summary>The solutions of an independent implementation on the world of 2014, which has tariffs, to nine digits.</summary>
public class ReferenceSolution2014Tests
{
    private const string Union = "AUT BEL BGR CYP CZE DEU DNK ESP EST FIN FRA GRC HRV HUN IRL ITA LTU LUX LVA MLT NLD POL PRT ROU SVK SVN SWE";
    private const string West = Union + " GBR USA CAN JPN KOR AUS CHE NOR";

    private static readonly World World = WorldCatalog.Open("wiod-2014");

    private static ImmutableArray<Sector> Goods => [.. Enumerable.Range(0, 22).Select(s => new Sector(s))];

    [Fact]
    public void The_baseline_is_an_exact_equilibrium()
    {
        Assert.Equal((44, 50, 2014), (World.Regions.Length, World.Sectors.Length, World.About.Year));
        Assert.InRange(WorldBalance.Of(World).LargestGap, 0, 1e-12);
        Assert.True(Solver.For(Baseline.Of(World, Horizon.Long)).Solve(Shock.None, tolerance: 1e-12, cancellation: TestContext.Current.CancellationToken).Certificate.Largest < 1e-12);
    }

    [Fact]
    public void Trade_costs_between_the_West_and_Russia() => Compare("a", Costs, World.Elasticities);

    [Fact]
    public void The_same_at_elasticities_near_zero()
    {
        var thetas = File.ReadAllLines(SharedData.Path("data/wiod2014/elasticities.csv"))[1..].Select(line => Number(line.Split(',')[3])).ToArray();
        Compare("a_source", Costs, thetas);
    }

    [Fact]
    public void Tariffs_between_the_United_States_and_China()
    {
        var (usa, china) = (Regions("USA"), Regions("CHN"));
        Compare("b", new Shock { Tariffs = [new TariffChange(new FlowBlock(usa, china, Goods), 0.25), new TariffChange(new FlowBlock(china, usa, Goods), 0.25)] }, World.Elasticities);
    }

    private static Shock Costs
    {
        get
        {
            var (west, russia) = (Regions(West), Regions("RUS"));
            return new Shock { Costs = [new CostChange(new FlowBlock(west, russia, Goods), 1.5), new CostChange(new FlowBlock(russia, west, Goods), 1.5)] };
        }
    }

    private static void Compare(string name, Shock shock, ReadOnlySpan<double> elasticities)
    {
        var lines = File.ReadAllLines(SharedData.Path($"reference/wiod2014/solution_{name}.csv"))[1..];
        var equilibrium = Solver.For(Baseline.Of(World, Horizon.Long, elasticities)).Solve(shock, tolerance: 1e-12);

        Assert.True(equilibrium.Certificate.Largest <= 1e-12);
        Assert.Equal(44, lines.Length);
        foreach (var cells in lines.Select(line => line.Split(',')))
        {
            var region = Regions(cells[0])[0];
            Assert.Equal(Number(cells[1]), equilibrium.RealIncome(region), 1e-9);
            Assert.Equal(Number(cells[2]), equilibrium.Wages[region.Index], 1e-9);
            Assert.Equal(Number(cells[3]), equilibrium.PriceIndex(region), 1e-9);
            Assert.Equal(1, equilibrium.Incomes[region.Index] / Number(cells[5]), 1e-9);
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static ImmutableArray<Region> Regions(string codes) => [.. codes.Split(' ').Select(code => World.Find(code)!.Value)];
}
