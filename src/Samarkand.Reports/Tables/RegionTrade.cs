using Samarkand.Worlds;

namespace Samarkand.Reports.Tables;

/// <summary>What one region makes, sells and buys, million USD: by sector, and goods and services by partner.</summary>
internal sealed class RegionTrade
{
    public RegionTrade(World world, Region region)
    {
        var (n, s, r) = (world.Regions.Length, world.Sectors.Length, region.Index);
        (GoodsTo, GoodsFrom, ServicesTo, ServicesFrom) = (new double[n], new double[n], new double[n], new double[n]);
        (Outputs, ValueAdded, Exports, Imports, Home) = (new double[s], new double[s], new double[s], new double[s], new double[s]);
        for (var k = 0; k < s; k++)
        {
            var isGoods = world.Sectors[k].Tags.Contains("goods");
            Home[k] = world.Trade[Cube.At(n, k, r, r)];
            for (var other = 0; other < n; other++)
            {
                if (other == r)
                    continue;
                var (sold, bought) = (world.Trade[Cube.At(n, k, r, other)], world.Trade[Cube.At(n, k, other, r)]);
                (isGoods ? GoodsTo : ServicesTo)[other] += sold;
                (isGoods ? GoodsFrom : ServicesFrom)[other] += bought;
                Exports[k] += sold;
                Imports[k] += bought;
            }

            Outputs[k] = Home[k] + Exports[k];
            ValueAdded[k] = Outputs[k];
            for (var input = 0; input < s; input++)
                ValueAdded[k] -= world.Inputs[Cube.At(s, r, input, k)];
        }
    }

    public double[] Outputs { get; }

    public double[] ValueAdded { get; }

    public double[] Exports { get; }

    public double[] Imports { get; }

    public double[] Home { get; }

    public double[] GoodsTo { get; }

    public double[] GoodsFrom { get; }

    public double[] ServicesTo { get; }

    public double[] ServicesFrom { get; }
}
