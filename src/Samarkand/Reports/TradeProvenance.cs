using Samarkand.Worlds;
using Samarkand.Worlds.Samarkand2021;

namespace Samarkand.Reports;

/// <summary>Where one region's totals of goods by partner come from.</summary>
internal sealed class TradeProvenance
{
    private readonly string[] _to;
    private readonly string[] _from;

    public TradeProvenance(World world, Region region, ProvenanceTables? provenance)
    {
        IsKnown = provenance is not null;
        (_to, _from) = (new string[world.Regions.Length], new string[world.Regions.Length]);
        Array.Fill(_to, "");
        Array.Fill(_from, "");
        var places = world.Regions.Select((info, place) => (info.Code, place)).ToDictionary(pair => pair.Code, pair => pair.place);
        var code = world.Regions[region.Index].Code;
        foreach (var pair in provenance?.Pairs ?? [])
        {
            if (pair.Origin == code)
                _to[places[pair.Destination]] = pair.Goods;
            else if (pair.Destination == code)
                _from[places[pair.Origin]] = pair.Goods;
        }
    }

    public bool IsKnown { get; }

    public string To(int partner) => _to[partner];

    public string From(int partner) => _from[partner];

    /// <summary>The share of exports and imports of goods whose total is of that kind, percent.</summary>
    public double GoodsShare(RegionTrade trade, string kind)
    {
        var (sum, all) = (0.0, 0.0);
        for (var other = 0; other < _to.Length; other++)
        {
            all += trade.GoodsTo[other] + trade.GoodsFrom[other];
            sum += _to[other].StartsWith(kind, StringComparison.Ordinal) ? trade.GoodsTo[other] : 0;
            sum += _from[other].StartsWith(kind, StringComparison.Ordinal) ? trade.GoodsFrom[other] : 0;
        }

        return 100 * sum / all;
    }
}
