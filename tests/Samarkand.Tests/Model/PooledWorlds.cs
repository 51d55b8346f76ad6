using Samarkand.Worlds;

namespace Samarkand.Tests.Model;

/// <summary>Random worlds of states some of which are in the table's pools of gas; the first sector is gas.</summary>
internal static class PooledWorlds
{
    private static readonly string[] Codes = ["RUS", "DEU", "FRA", "ITA", "NOR", "USA", "LTU", "LVA"];

    public static World Make(int seed)
    {
        var plain = NestedWorlds.Tagged(RandomEconomy.Make(Codes.Length, 3 + seed % 3, withTariffs: seed % 2 == 0, balancedTrade: false, seed), seed);
        return new World(
            plain.About,
            [.. Codes.Select(code => new RegionInfo(code, code))],
            [.. plain.Sectors.Select((sector, k) => k == 0 ? sector with { Tags = ["fuel", "gas"] } : sector)],
            plain.Blocs,
            plain.Trade.ToArray(),
            plain.Tariffs.IsEmpty ? null : plain.Tariffs.ToArray(),
            plain.Inputs.ToArray(),
            plain.Final.ToArray(),
            plain.Elasticities.ToArray());
    }
}
