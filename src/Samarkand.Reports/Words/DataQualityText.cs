using System.Globalization;
using Samarkand.Cases;
using Samarkand.Reports.Tables;
using Samarkand.Worlds;

namespace Samarkand.Reports.Words;

/// <summary>How much of the trade of the target, the main members and the main conduits was observed, in words; nothing where nobody wrote it down.</summary>
internal static class DataQualityText
{
    private const int MostNamed = 3;

    public static IEnumerable<string> Of(BoundCase bound)
    {
        var world = bound.World;
        if (world.Provenance is null)
            yield break;
        var shares = Main(bound).Concat(Largest(world, bound.Routes?.Conduits ?? [])).Distinct()
            .Select(region => $"{Named.Of(world, region)} {Shares(new RegionTrade(world, region), new TradeProvenance(world, region, world.Provenance))}");
        yield return $"Data: percent of goods trade that is observed/corrected/scaled/imputed, by the weaker of a pair's total and its division by sector: {string.Join(", ", shares)}.";
    }

    /// <summary>The same of the target and the main members alone.</summary>
    public static IEnumerable<string> Short(BoundCase bound)
    {
        if (bound.World is not { Provenance: { } provenance } world)
            return [];
        var shares = Main(bound).Select(region => $"{Named.Of(world, region)} {Shares(new RegionTrade(world, region), new TradeProvenance(world, region, provenance))}");
        return [$"Data: percent of goods trade {string.Join('/', PairProvenance.Kinds)}: {string.Join(", ", shares)}."];
    }

    private static IEnumerable<Region> Main(BoundCase bound) => Largest(bound.World, bound.Coalition).Prepend(bound.Target);

    private static IEnumerable<Region> Largest(World world, IEnumerable<Region> regions) => regions.OrderByDescending(region => world.ValueAdded[region.Index]).Take(MostNamed);

    private static string Shares(RegionTrade trade, TradeProvenance origins) =>
        string.Join('/', PairProvenance.Kinds.Select(kind => Whole(origins.CellShare(trade, kind))));

    private static string Whole(double percent) => percent.ToString("0", CultureInfo.InvariantCulture);
}
