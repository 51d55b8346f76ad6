using System.Collections.Immutable;
using Samarkand.Worlds;

namespace Samarkand.Cases.Binding.Routes;

/// <summary>What each state sells abroad of what it has bought: h over its exports of a sector, or of all goods where it may sell what it has not sold before.</summary>
internal sealed class OnwardSales
{
    private readonly int _regions;
    private readonly double[] _ofSector;
    private readonly double[] _ofAll;
    private readonly double[] _goods;

    /// <param name="world">The world.</param>
    /// <param name="reExports">h, [sector, region].</param>
    public OnwardSales(World world, ImmutableArray<double> reExports)
    {
        var (n, s) = (world.Regions.Length, world.Sectors.Length);
        (_regions, _ofSector, _ofAll, _goods) = (n, new double[s * n], new double[s * n], new double[n * n]);
        var goods = Enumerable.Range(0, s).Where(k => world.Sectors[k].Tags.Contains("goods")).ToArray();
        foreach (var sector in goods)
        {
            for (var k = 0; k < n; k++)
            {
                var abroad = 0.0;
                var sales = world.Trade.Slice((sector * n + k) * n, n);
                for (var j = 0; j < n; j++)
                {
                    if (j == k)
                        continue;
                    abroad += sales[j];
                    _goods[k * n + j] += sales[j];
                }

                _ofSector[sector * n + k] = abroad > 0 ? reExports[sector * n + k] / abroad : 0;
            }
        }

        for (var k = 0; k < n; k++)
        {
            var all = 0.0;
            for (var j = 0; j < n; j++)
                all += _goods[k * n + j];
            foreach (var sector in goods)
                _ofAll[sector * n + k] = all > 0 ? reExports[sector * n + k] / all : 0;
        }
    }

    /// <summary>The share of its imports of a sector that a state sells on, over its exports of that sector.</summary>
    public double OfSector(Sector sector, Region state) => _ofSector[sector.Index * _regions + state.Index];

    /// <summary>The same over its exports of all goods.</summary>
    public double OfAll(Sector sector, Region state) => _ofAll[sector.Index * _regions + state.Index];

    /// <summary>All goods that one state sold another.</summary>
    public double Goods(Region seller, Region buyer) => _goods[seller.Index * _regions + buyer.Index];
}
