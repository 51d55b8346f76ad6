namespace Samarkand.WorldMaker;

/// <summary>
/// Step 3: what Russia sold of fuels, by buyer, comes from the buyers' customs before its totals do; a month's table of four months counts three
/// times. Where a buyer's customs do not show them (France, Turkey, Korea, Kazakhstan and the remainder) the OECD's figures stay; gas that a member's
/// customs keep secret is the energy balance's (<see cref="HiddenGas"/>). All that
/// is the OECD's is raised from basic prices to those at the border by the ratio of customs to the OECD for goods other than fuels. What
/// customs count beyond both is oil and its products that go on from the buyer's ports (the Netherlands, Latvia, Malta): it is added to these, as the
/// buyer's are divided. To the United Kingdom and Switzerland it is gold, which the OECD's tables leave out: it is added to other metals.
/// </summary>
internal static class RussianFuels
{
    /// <summary>Russian customs' chapter of mineral fuels.</summary>
    private const string MineralFuels = "27";

    private static readonly string[] Hidden = ["TUR", "ROW"];

    private static readonly string[] GoldMarkets = ["CHE", "GBR"];

    private static readonly (string Sector, string[] Commodities)[] Commodities =
    [
        ("coa", ["coal"]), ("cru", ["oil"]), ("gas", ["natural_gas", "lng"]), ("ref", ["oil_products", "coke", "tar"]),
    ];

    /// <summary>Writes the flows; gives those that are the buyers' customs' alone, [sector, buyer].</summary>
    public static bool[] Take(Flows flows, Statistics statistics, Imputation imputation)
    {
        var labels = flows.Labels;
        var russia = labels.Find("RUS");
        var totals = Totals(statistics, labels, russia);
        var raised = statistics.Year.HasChapters ? BorderOverBasic(flows, statistics, russia) : BorderOverBasic(flows, totals, russia);
        var (observed, hidden, gas) = (new bool[labels.S * labels.N], new HiddenGas(statistics), labels.Sector("gas"));
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
                flows[k, russia, j] = code == "BLR" && statistics.Year == WorldYear.Shipped ? 3 * value : value;
                observed[k * labels.N + j] = true;
            }

            if (imputation.HasHiddenGas && hidden.Value(code, flows[gas, russia, j]) is { } worth)
                (flows[gas, russia, j], observed[gas * labels.N + j]) = (worth, false);
            var excess = imputation.HasConsigned ? totals[j] - flows.Goods(russia, j) : 0;
            if (excess > 0 && Array.IndexOf(GoldMarkets, code) >= 0)
                flows[labels.Sector("nfm"), russia, j] += excess;
            else if (excess > 0)
                AddConsigned(flows, russia, j, excess, observed);
        }

        return observed;
    }

    private static void AddConsigned(Flows flows, int russia, int buyer, double excess, bool[] observed)
    {
        var (oil, products) = (flows.Labels.Sector("cru"), flows.Labels.Sector("ref"));
        ref var crude = ref flows[oil, russia, buyer];
        ref var refined = ref flows[products, russia, buyer];
        observed[oil * flows.Labels.N + buyer] = observed[products * flows.Labels.N + buyer] = false;
        var share = crude + refined > 0 ? crude / (crude + refined) : 0;
        (crude, refined) = (crude + share * excess, refined + (1 - share) * excess);
    }

    /// <summary>The customs' total by buyer, from the first source that has it.</summary>
    private static double[] Totals(Statistics statistics, Labels2021 labels, int russia)
    {
        var totals = new double[labels.N];
        foreach (var total in OfficialTotal.List(statistics, labels).Where(total => total.Origins[0] == russia && !total.IsGroup).Reverse())
            totals[total.Destination] = total.Value;
        return totals;
    }

    /// <summary>The same ratio for all goods, of a year of which customs' chapters are not known.</summary>
    private static double BorderOverBasic(Flows flows, double[] totals, int russia)
    {
        var (customs, tables) = (0.0, 0.0);
        for (var j = 0; j < totals.Length; j++)
            (customs, tables) = totals[j] > 0 ? (customs + totals[j], tables + flows.Goods(russia, j)) : (customs, tables);
        return customs / tables;
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
