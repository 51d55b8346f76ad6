using System.Collections.Immutable;
using Samarkand.Equilibrium;
using Samarkand.Worlds;

namespace Samarkand.Benchmarks;

/// <summary>The cases that every benchmark solves, on the world of 2011 or on tiles of it.</summary>
internal static class Shocks
{
    private static readonly string[] West =
        ["AUT", "BEL", "BGR", "CYP", "CZE", "DEU", "DNK", "ESP", "EST", "FIN", "FRA", "GRC", "HUN", "IRL", "ITA", "LTU", "LUX", "LVA", "MLT", "NLD", "POL", "PRT", "ROU", "SVK", "SVN", "SWE", "GBR", "USA", "CAN", "AUS", "JPN", "KOR"];

    /// <summary>Iceberg costs on goods between the West and Russia, both ways.</summary>
    public static Shock WestAndRussia(World world, double factor) => Both(world, West, ["RUS"], flows => new Shock { Costs = [.. flows.Select(f => new CostChange(f, factor))] });

    /// <summary>Tariffs on goods between the United States and China, both ways.</summary>
    public static Shock UsaAndChina(World world, double rate) => Both(world, ["USA"], ["CHN"], flows => new Shock { Tariffs = [.. flows.Select(f => new TariffChange(f, rate))] });

    private static Shock Both(World world, string[] some, string[] others, Func<FlowBlock[], Shock> make)
    {
        ImmutableArray<Region> left = [.. some.SelectMany(code => Find(world, code))];
        ImmutableArray<Region> right = [.. others.SelectMany(code => Find(world, code))];
        ImmutableArray<Sector> goods = [.. Enumerable.Range(0, world.Sectors.Length).Where(s => world.Sectors[s].Tags.Contains("goods")).Select(s => new Sector(s))];
        return make([new FlowBlock(left, right, goods), new FlowBlock(right, left, goods)]);
    }

    // With its copies, where the world is tiled.
    private static IEnumerable<Region> Find(World world, string code) =>
        Enumerable.Range(0, world.Regions.Length).Where(r => world.Regions[r].Code.Split('.')[0] == code).Select(r => new Region(r));
}
