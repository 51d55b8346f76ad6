namespace Samarkand.WorldMaker;

/// <summary>
/// Step 3: what Russia sold of fuels, by buyer, comes from the buyers' customs before its totals do; a month's table of four months counts three
/// times. Where a buyer's customs do not show them (France, Turkey, Korea, Kazakhstan and the remainder) the OECD's figures stay. All that
/// is the OECD's is raised from basic prices to those at the border by the ratio of customs to the OECD for goods other than fuels.
/// </summary>
internal static class RussianFuels
{
    /// <summary>Russian customs' chapter of mineral fuels.</summary>
    private const string MineralFuels = "27";

    private static readonly string[] Hidden = ["TUR", "ROW"];

    private static readonly (string Sector, string[] Commodities)[] Commodities =
    [
        ("coa", ["coal"]), ("cru", ["oil"]), ("gas", ["natural_gas", "lng"]), ("ref", ["oil_products", "coke", "tar"]),
    ];

    /// <summary>The pairs' flows by the fuel data: [sector, buyer] that it holds.</summary>
    public static bool[] Take(Flows flows, Statistics statistics)
    {
        var labels = flows.Labels;
        var russia = labels.Find("RUS");
        var raised = BorderOverBasic(flows, statistics, russia);
        var observed = new bool[labels.S * labels.N];
        for (var j = 0; j < labels.N; j++)
        {
            flows.ScaleGoods(russia, j, raised);
            var code = labels.Regions[j].Code;
            if (Array.IndexOf(Hidden, code) >= 0 || !Commodities.Any(c => c.Commodities.Any(name => statistics.RussianFuels.ContainsKey((code, name)))))
                continue;
            foreach (var (sector, names) in Commodities)
            {
                var value = 0.0;
                foreach (var name in names)
                    value += statistics.RussianFuels.GetValueOrDefault((code, name));
                var k = labels.Sector(sector);
                flows[k, russia, j] = code == "BLR" ? 3 * value : value;
                observed[k * labels.N + j] = true;
            }
        }

        return observed;
    }

    private static double BorderOverBasic(Flows flows, Statistics statistics, int russia)
    {
        var exports = flows.Exports(russia)[..flows.Labels.Goods];
        var others = Flows.Sum(exports);
        foreach (var (sector, _) in Commodities)
            others -= exports[flows.Labels.Sector(sector)];
        return (statistics.RussianChapters["TOTAL"].Export - statistics.RussianChapters[MineralFuels].Export) / others;
    }
}
