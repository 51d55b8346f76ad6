using Samarkand.Worlds;

namespace Samarkand.Routes;

/// <summary>
/// The share of i's sales of s to the target that went through each third state k before any ban. Nobody records it, so it rests on
/// proportionality: of what k buys from i it sells on a share h_k, its re-exports over its imports, to each buyer as it sells its
/// exports of that sector. R_ik = h_k M_ik M_kT / sum_{j != k} M_kj, and the share is R_ik / (M_iT + sum_k R_ik).
/// </summary>
internal sealed class BaselineRoutes
{
    private readonly World _world;
    private readonly Region _target;
    private readonly double[] _onward;

    public BaselineRoutes(World world, Region target, IReadOnlyList<double> reExports)
    {
        (_world, _target) = (world, target);
        var n = world.Regions.Length;
        _onward = new double[world.Sectors.Length * n];
        for (var s = 0; s < world.Sectors.Length; s++)
        {
            if (!world.Sectors[s].Tags.Contains("goods"))
                continue;
            for (var k = 0; k < n; k++)
            {
                var exports = 0.0;
                var sales = world.Trade.Slice((s * n + k) * n, n);
                for (var j = 0; j < n; j++)
                    exports += j == k ? 0 : sales[j];
                if (k != target.Index && exports > 0)
                    _onward[s * n + k] = reExports[k] * Trade(s, k, target.Index) / exports;
            }
        }
    }

    /// <summary>The shares of every third state, by region; they sum to less than 1. Nothing goes through the origin or the target.</summary>
    public void Fill(Sector sector, Region origin, Span<double> shares)
    {
        var (n, sum) = (_world.Regions.Length, Trade(sector.Index, origin.Index, _target.Index));
        shares.Clear();
        if (sum == 0)
            return;
        var sold = _world.Trade.Slice((sector.Index * n + origin.Index) * n, n);
        var onward = _onward.AsSpan(sector.Index * n, n);
        for (var k = 0; k < n; k++)
        {
            if (k != origin.Index)
                sum += shares[k] = sold[k] * onward[k];
        }

        for (var k = 0; k < n; k++)
            shares[k] /= sum;
    }

    private double Trade(int sector, int origin, int destination)
    {
        var n = _world.Regions.Length;
        return _world.Trade[(sector * n + origin) * n + destination];
    }
}
