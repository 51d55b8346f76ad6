using System.Globalization;
using Samarkand.Cases;
using Samarkand.Reports.Tables;
using Samarkand.Worlds;

namespace Samarkand.Reports.Words;

/// <summary>How much of the trade of the target and of the main members was observed, in words; nothing where nobody wrote it down.</summary>
internal static class DataQualityText
{
    private const int MostMembers = 3;

    public static IEnumerable<string> Of(BoundCase bound)
    {
        var world = bound.World;
        if (world.Provenance is null)
            yield break;
        var regions = Main(bound).Select(region => (Name: Named.Of(world, region), Trade: new RegionTrade(world, region), Origins: new TradeProvenance(world, region, world.Provenance))).ToArray();
        string Shares(Func<(string Name, RegionTrade Trade, TradeProvenance Origins), string> shares) => string.Join(", ", regions.Select(region => $"{region.Name} {shares(region)}"));
        var partners = Shares(region => string.Join('/', ((string[])["observed", "scaled", "imputed"]).Select(kind => Whole(region.Origins.GoodsShare(region.Trade, kind)))));
        yield return $"Data: percent of goods trade whose total by partner is observed/scaled from another year/imputed: {partners}; whose division by sector is imputed: {Shares(region => Whole(region.Origins.ImputedProfiles(region.Trade)))}.";
    }

    /// <summary>How much of it was observed, and no more.</summary>
    public static IEnumerable<string> Short(BoundCase bound) => bound.World.Provenance is not { } provenance
        ? []
        : [$"Data: of goods trade by partner was observed, in percent: {string.Join(", ", Main(bound).Select(region => $"{Named.Of(bound.World, region)} {Whole(new TradeProvenance(bound.World, region, provenance).GoodsShare(new RegionTrade(bound.World, region), "observed"))}"))}; the rest was scaled or imputed."];

    private static IEnumerable<Region> Main(BoundCase bound) => bound.Coalition.OrderByDescending(member => bound.World.ValueAdded[member.Index]).Take(MostMembers).Prepend(bound.Target);

    private static string Whole(double percent) => percent.ToString("0", CultureInfo.InvariantCulture);
}
