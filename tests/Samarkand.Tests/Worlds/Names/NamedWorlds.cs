using System.Collections.Immutable;
using Samarkand.Tests.Cases;
using Samarkand.Worlds;
using Samarkand.Worlds.Names;

namespace Samarkand.Tests.Worlds.Names;

/// <summary>The small world of the cases' tests, its regions labelled as users' tables label them.</summary>
internal static class NamedWorlds
{
    private static readonly Dictionary<string, string[]> Labels = new()
    {
        ["alpha-3"] = ["RUS", "CHN", "DEU", "FRA", "USA", "ROW"],
        ["alpha-2"] = ["RU", "CN", "DE", "FR", "US", "WORLD"],
        ["numbers"] = ["643", "156", "276", "250", "840", "999"],
        ["IOC"] = ["RUS", "CHN", "GER", "FRA", "USA", "ROW"],
        ["names"] = ["Russian Federation", "China (People's Republic of)", "Germany", "France", "United States of America", "Rest of World"],
        ["own codes"] = ["r1", "r2", "r3", "r4", "r5", "r6"],
    };

    public static IEnumerable<string> Kinds => Labels.Keys;

    public static World Make(string kind)
    {
        var world = SmallWorld.Make();
        var labels = Labels[kind];
        return With(
            world,
            [.. world.Regions.Select((region, r) => new RegionInfo(labels[r], kind == "own codes" ? region.Name : labels[r], region.IsRemainder))]);
    }

    /// <summary>A world with the alpha-2 codes of its states.</summary>
    public static World WithAlpha2(World world) => With(
        world,
        [.. world.Regions.Select(region => region.IsRemainder ? region : region with { Code = Countries.All.Single(country => country.Code == region.Code).Alpha2 })]);

    /// <summary>A world of the same numbers whose regions have other labels and whose blocs are the known ones.</summary>
    public static World With(World world, ImmutableArray<RegionInfo> regions) => new(
        world.About,
        regions,
        world.Sectors,
        KnownBlocs.In(regions),
        world.Trade.ToArray(),
        world.Tariffs.IsEmpty ? null : world.Tariffs.ToArray(),
        world.Inputs.ToArray(),
        world.Final.ToArray(),
        world.Elasticities.ToArray());
}
