using System.Collections.Immutable;
using Samarkand.Worlds;

namespace Samarkand.Reports.Tables;

/// <summary>One economy of a world in three tables: what it is, what its sectors do, and with whom it trades.</summary>
internal static class RegionProfile
{
    private const int Partners = 15;

    /// <summary>The tables <c>profile</c>, <c>sectors</c> and <c>partners</c>.</summary>
    /// <param name="world">The world.</param>
    /// <param name="region">The region.</param>
    /// <param name="provenance">Where the world's numbers come from, or null where nobody wrote that down.</param>
    public static ImmutableArray<Table> Of(World world, Region region, WorldProvenance? provenance)
    {
        var trade = new RegionTrade(world, region);
        var origins = new TradeProvenance(world, region, provenance);
        return [Summary(world, region, trade, origins), Sectors(world, region, trade, provenance), TopPartners(world, trade, origins)];
    }

    private static Table Summary(World world, Region region, RegionTrade trade, TradeProvenance origins)
    {
        var info = world.Regions[region.Index];
        List<(string Measure, double Value)> rows =
        [
            ("GDP, million USD", trade.ValueAdded.Sum()),
            ("output, million USD", trade.Outputs.Sum()),
            ("exports of goods, million USD", trade.GoodsTo.Sum()),
            ("imports of goods, million USD", trade.GoodsFrom.Sum()),
            ("exports of services, million USD", trade.ServicesTo.Sum()),
            ("imports of services, million USD", trade.ServicesFrom.Sum()),
            ("balance of goods and services, percent of GDP", 100 * (trade.Exports.Sum() - trade.Imports.Sum()) / trade.ValueAdded.Sum()),
        ];
        if (origins.IsKnown)
        {
            foreach (var kind in PairProvenance.Kinds)
                rows.Add(($"goods trade that is {kind}, by the weaker of total and division by sector, percent", origins.CellShare(trade, kind)));
            rows.Add(("goods trade whose total by partner is observed, percent", origins.GoodsShare(trade, "observed")));
            rows.Add(("goods trade whose division by sector is imputed, percent", origins.ImputedProfiles(trade)));
            rows.Add(("services trade whose total by partner is imputed, percent", origins.ImputedServices(trade)));
        }

        return new Table("profile", $"{info.Name} ({info.Code}), {world.About.Year}", [
            new TextColumn("measure", "Measure", [.. rows.Select(row => row.Measure)]),
            new NumberColumn("value", "Value", [.. rows.Select(row => row.Value)], 1),
        ]);
    }

    private static Table Sectors(World world, Region region, RegionTrade trade, WorldProvenance? provenance)
    {
        var sectors = Enumerable.Range(0, world.Sectors.Length).ToArray();
        var code = world.Code(region);
        var costs = provenance?.Technologies.Where(technology => technology.Region == code).ToDictionary(technology => technology.Sector);
        TechnologyProvenance? Costs(int k) => costs?.GetValueOrDefault(world.Sectors[k].Code);
        return new Table("sectors", "Sectors, million USD; cost shares by origin, and how far balancing moved them (0 to 1)", [
            new TextColumn("sector", "Sector", [.. world.Sectors.Select(sector => sector.Code)]),
            new NumberColumn("output_musd", "Output", trade.Outputs, 0),
            new NumberColumn("value_added_musd", "Value added", trade.ValueAdded, 0),
            new NumberColumn("exports_musd", "Exports", trade.Exports, 0),
            new NumberColumn("imports_musd", "Imports", trade.Imports, 0),
            new NumberColumn("home_pct", "Home %", [.. sectors.Select(k => 100 * trade.Home[k] / (trade.Home[k] + trade.Imports[k]))], 0),
            new TextColumn("cost_shares", "Cost shares", [.. sectors.Select(k => Costs(k)?.Source ?? "")]),
            new NumberColumn("moved", "Moved", [.. sectors.Select(k => Costs(k)?.Change ?? double.NaN)], 3),
        ]);
    }

    private static Table TopPartners(World world, RegionTrade trade, TradeProvenance origins)
    {
        int[] top = [.. Enumerable.Range(0, world.Regions.Length).OrderByDescending(j => trade.GoodsTo[j] + trade.GoodsFrom[j]).Take(Partners)];
        return new Table("partners", "Largest partners in goods, million USD, and where the totals come from", [
            new TextColumn("partner", "Partner", [.. top.Select(j => world.Regions[j].Code)]),
            new NumberColumn("exports_musd", "Exports", [.. top.Select(j => trade.GoodsTo[j])], 0),
            new NumberColumn("imports_musd", "Imports", [.. top.Select(j => trade.GoodsFrom[j])], 0),
            new TextColumn("exports_origin", "Exports are", [.. top.Select(origins.To)]),
            new TextColumn("imports_origin", "Imports are", [.. top.Select(origins.From)]),
        ]);
    }
}
