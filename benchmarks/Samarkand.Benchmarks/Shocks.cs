using System.Collections.Immutable;
using Samarkand.Model;
using Samarkand.Model.Solving;
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

    /// <summary>Some senders against one target, all of them random: a ban of a part, dearer trade both ways, or a tariff.</summary>
    public static Shock AnyPackage(World world, int seed)
    {
        var random = new Random(seed);
        var regions = Enumerable.Range(0, world.Regions.Length).ToArray();
        random.Shuffle(regions);
        ImmutableArray<Region> target = [new Region(regions[0])];
        ImmutableArray<Region> senders = [.. regions.Skip(1).Take(1 + random.Next(28)).Select(r => new Region(r))];
        ImmutableArray<Sector> sectors = [.. Goods(world).Where(sector => sector.Index == 0 || random.Next(3) > 0)];
        var there = new FlowBlock(senders, target, sectors);
        return random.Next(3) switch
        {
            0 => new Shock { Costs = [new CostChange(there, double.PositiveInfinity, 0.2 + 0.7 * random.NextDouble())] },
            1 => new Shock { Costs = [new CostChange(there, 1 + random.NextDouble()), new CostChange(new FlowBlock(target, senders, sectors), 1 + random.NextDouble())] },
            _ => new Shock { Tariffs = [new TariffChange(there, 0.3 * random.NextDouble())] },
        };
    }

    /// <summary>The members of the West that a number's bits name cut off all goods trade with Russia.</summary>
    public static Shock Coalition(World world, int subset)
    {
        string[] members = ["USA", "CAN", "GBR", "DEU", "FRA", "ITA", "ESP", "NLD", "BEL", "POL", "SWE", "AUT", "FIN", "JPN", "KOR", "AUS"];
        var acting = members.Where((_, m) => (subset >> m & 1) != 0).ToArray();
        return acting.Length == 0 ? Shock.None : Both(world, acting, ["RUS"], flows => new Shock { Costs = [.. flows.Select(f => new CostChange(f, double.PositiveInfinity))] });
    }

    private static ImmutableArray<Sector> Goods(World world) =>
        [.. Enumerable.Range(0, world.Sectors.Length).Where(s => world.Sectors[s].Tags.Contains("goods")).Select(s => new Sector(s))];

    private static Shock Both(World world, string[] some, string[] others, Func<FlowBlock[], Shock> make)
    {
        ImmutableArray<Region> left = [.. some.SelectMany(code => Find(world, code))];
        ImmutableArray<Region> right = [.. others.SelectMany(code => Find(world, code))];
        return make([new FlowBlock(left, right, Goods(world)), new FlowBlock(right, left, Goods(world))]);
    }

    // With its copies, where the world is tiled.
    private static IEnumerable<Region> Find(World world, string code) =>
        Enumerable.Range(0, world.Regions.Length).Where(r => world.Regions[r].Code.Split('.')[0] == code).Select(r => new Region(r));
}
