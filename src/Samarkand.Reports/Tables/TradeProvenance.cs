using Samarkand.Worlds;

namespace Samarkand.Reports.Tables;

/// <summary>Where one region's trade by partner comes from.</summary>
internal sealed class TradeProvenance
{
    private readonly PairProvenance?[] _to;
    private readonly PairProvenance?[] _from;

    public TradeProvenance(World world, Region region, WorldProvenance? provenance)
    {
        IsKnown = provenance is not null;
        (_to, _from) = (new PairProvenance?[world.Regions.Length], new PairProvenance?[world.Regions.Length]);
        var places = world.Regions.Select((info, place) => (info.Code, place)).ToDictionary(pair => pair.Code, pair => pair.place);
        var code = world.Code(region);
        foreach (var pair in provenance?.Pairs ?? [])
        {
            if (pair.Origin == code)
                _to[places[pair.Destination]] = pair;
            else if (pair.Destination == code)
                _from[places[pair.Origin]] = pair;
        }
    }

    public bool IsKnown { get; }

    public string To(int partner) => _to[partner]?.Goods ?? "";

    public string From(int partner) => _from[partner]?.Goods ?? "";

    /// <summary>The share of exports and imports of goods whose total by partner is of that kind, percent.</summary>
    public double GoodsShare(RegionTrade trade, string kind) => Share(trade.GoodsTo, trade.GoodsFrom, pair => pair.Goods, kind);

    /// <summary>The share of exports and imports of goods that are of that kind by the weaker of their total and their division by sector, percent.</summary>
    public double CellShare(RegionTrade trade, string kind) => Share(trade.GoodsTo, trade.GoodsFrom, pair => pair.Kind, kind);

    /// <summary>The share of goods whose division by sector is imputed, percent.</summary>
    public double ImputedProfiles(RegionTrade trade) => Share(trade.GoodsTo, trade.GoodsFrom, pair => pair.Profile, "imputed");

    /// <summary>The share of services whose total by partner is imputed, percent.</summary>
    public double ImputedServices(RegionTrade trade) => Share(trade.ServicesTo, trade.ServicesFrom, pair => pair.Services, "imputed");

    private double Share(double[] sold, double[] bought, Func<PairProvenance, string> entry, string kind)
    {
        var (sum, all) = (0.0, 0.0);
        for (var other = 0; other < sold.Length; other++)
        {
            all += sold[other] + bought[other];
            sum += IsOf(_to[other]) ? sold[other] : 0;
            sum += IsOf(_from[other]) ? bought[other] : 0;
        }

        return 100 * sum / all;

        bool IsOf(PairProvenance? pair) => pair is not null && entry(pair).StartsWith(kind, StringComparison.Ordinal);
    }
}
