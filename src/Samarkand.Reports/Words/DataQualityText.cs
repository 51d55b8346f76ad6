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
        IEnumerable<Region> Largest(IEnumerable<Region> regions) => regions.OrderByDescending(region => world.ValueAdded[region.Index]).Take(MostNamed);
        var shares = Largest(bound.Coalition).Prepend(bound.Target).Concat(Largest(bound.Routes?.Conduits ?? [])).Distinct()
            .Select(region => $"{Named.Of(world, region)} {Shares(new RegionTrade(world, region), new TradeProvenance(world, region, world.Provenance))}");
        yield return $"Data: percent of goods trade that is observed/corrected/scaled/imputed, by the weaker of a pair's total and its division by sector: {string.Join(", ", shares)}.";
    }

    private static string Shares(RegionTrade trade, TradeProvenance origins) =>
        string.Join('/', PairProvenance.Kinds.Select(kind => origins.CellShare(trade, kind).ToString("0", CultureInfo.InvariantCulture)));
}
