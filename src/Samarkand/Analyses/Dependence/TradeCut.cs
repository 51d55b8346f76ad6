using System.Collections.Immutable;
using Samarkand.Cases.Binding.Pools;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Dependence;

/// <summary>The end of trade between two regions, beside whatever else a shock does.</summary>
internal static class TradeCut
{
    /// <summary>
    /// The shock with all trade between two regions cut, in both directions and every sector: bans, exactly, and no way of either's goods
    /// to the other through third states. Goods of others that only pass through one of the two go on.
    /// </summary>
    public static Shock Of(World world, Shock other, Region one, Region two, GasAnswer? gas = null)
    {
        ImmutableArray<Sector> all = [.. Enumerable.Range(0, world.Sectors.Length).Select(k => new Sector(k))];
        return Ban(Ban(other, one, two, all, gas), two, one, all, gas);
    }

    /// <summary>The shock with one sector's trade cut in one direction.</summary>
    public static Shock Of(Shock other, Region origin, Region destination, Sector sector, GasAnswer? gas = null) => Ban(other, origin, destination, [sector], gas);

    // Pools of gas answer to it as they do to a case's ban.
    private static Shock Ban(Shock other, Region origin, Region destination, ImmutableArray<Sector> sectors, GasAnswer? gas)
    {
        var ended = new FlowBlock([origin], [destination], sectors);
        return gas?.After(End(other, origin, destination, ended), ended) ?? End(other, origin, destination, ended);
    }

    private static Shock End(Shock other, Region origin, Region destination, FlowBlock ended) => other with
    {
        Costs = other.Costs.Add(new CostChange(ended, double.PositiveInfinity)),
        Detours = [.. other.Detours.Where(detour => detour.Origin != origin || detour.Destination != destination || !ended.Sectors.Contains(detour.Sector))],
    };
}
