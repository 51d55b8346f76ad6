namespace Samarkand.WorldMaker;

/// <summary>BACI in the sectors of this world, where it covers both partners.</summary>
internal sealed class CustomsBySector(Statistics statistics, Labels2021 labels)
{
    public bool Covers(int region) => statistics.GoodsStates.Contains(labels.Regions[region].Code);

    /// <summary>
    /// Goods of 2013 from one region to another, million USD by sector. Sectors that share a group of GTAP sectors share its value in
    /// proportion to a prior.
    /// </summary>
    public double[] Between(int origin, int destination, double[] prior)
    {
        var goods = new double[labels.Goods];
        for (var k = 0; k < goods.Length; k++)
        {
            var value = 0.0;
            foreach (var part in labels.Parts[k].Baci)
                value += statistics.GoodsBySector.GetValueOrDefault((part, labels.Regions[origin].Code, labels.Regions[destination].Code));
            goods[k] = value * ShareInGroup(k, prior);
        }

        return goods;
    }

    /// <summary>Exports of 2013 to all covered partners.</summary>
    public double[] Exports(int origin, double[] prior)
    {
        var exports = new double[labels.Goods];
        for (var j = 0; j < labels.N; j++)
        {
            if (j == origin || !Covers(j))
                continue;
            var goods = Between(origin, j, prior);
            for (var k = 0; k < goods.Length; k++)
                exports[k] += goods[k];
        }

        return exports;
    }

    private double ShareInGroup(int sector, double[] prior)
    {
        var (sum, members) = (0.0, 0);
        for (var k = 0; k < labels.Goods; k++)
        {
            if (labels.Parts[k].BaciGroup != labels.Parts[sector].BaciGroup)
                continue;
            sum += prior[k];
            members++;
        }

        return sum > 0 ? prior[sector] / sum : 1.0 / members;
    }
}
