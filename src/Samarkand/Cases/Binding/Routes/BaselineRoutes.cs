using System.Collections.Immutable;
using Samarkand.Worlds;

namespace Samarkand.Cases.Binding.Routes;

/// <summary>
/// The share of i's sales of s to the target that went through each third state k before any ban. Nobody records it, so it rests on
/// proportionality: of what k buys from i it sells on a share h_k, its re-exports of such goods over its imports, to each buyer as it sells its
/// exports of that sector. R_ik = h_k M_ik M_kT / sum_{j != k} M_kj, and the share is R_ik / (M_iT + sum_k R_ik).
/// </summary>
internal sealed class BaselineRoutes
{
    private readonly World _world;
    private readonly Region _target;
    private readonly ImmutableArray<double> _reExports;
    private readonly double _reach;

    // Found when they are first asked for, since many cases open no route: [sector, k] and [sector, i].
    private double[]? _onward;
    private double[]? _totals;

    /// <param name="world">The world.</param>
    /// <param name="target">The target.</param>
    /// <param name="reExports">h, [sector, region].</param>
    /// <param name="reach">The weight of k's sales of all goods beside those of the sector, for goods that k has not sold before; 0 for what was.</param>
    public BaselineRoutes(World world, Region target, ImmutableArray<double> reExports, double reach = 0) =>
        (_world, _target, _reExports, _reach) = (world, target, reExports, reach);

    /// <summary>Those of a world, a target and its partners' re-exports: the known ones where they are the same.</summary>
    public static BaselineRoutes Of(World world, Region target, ImmutableArray<double> reExports, double reach, BaselineRoutes? known) =>
        known is not null && known._reach == reach && known._world == world && known._target == target && known._reExports.AsSpan().SequenceEqual(reExports.AsSpan())
            ? known
            : new BaselineRoutes(world, target, reExports, reach);

    /// <summary>What states sell on to whomever; it does not depend on the case beyond h, and is found once.</summary>
    public OnwardSales OnwardSales => field ??= new OnwardSales(_world, _reExports);

    /// <summary>The shares of every third state, by region; they sum to less than 1. Nothing goes through the origin or the target.</summary>
    public void Fill(Sector sector, Region origin, Span<double> shares)
    {
        for (var k = 0; k < shares.Length; k++)
            shares[k] = Share(sector, origin, new Region(k));
    }

    /// <summary>The share that went through one third state.</summary>
    public double Share(Sector sector, Region origin, Region conduit)
    {
        var n = _world.Regions.Length;
        var total = (_totals ??= Totals())[sector.Index * n + origin.Index];
        return total == 0 || conduit == origin ? 0 : Trade(sector.Index, origin.Index, conduit.Index) * Onward[sector.Index * n + conduit.Index] / total;
    }

    private double[] Onward => _onward ??= FindOnward();

    private double[] FindOnward()
    {
        var n = _world.Regions.Length;
        var onward = new double[_world.Sectors.Length * n];
        for (var s = 0; s < _world.Sectors.Length; s++)
        {
            if (!_world.Sectors[s].Tags.Contains("goods"))
                continue;
            for (var k = 0; k < n; k++)
            {
                var exports = 0.0;
                var sales = _world.Trade.Slice((s * n + k) * n, n);
                for (var j = 0; j < n; j++)
                    exports += j == k ? 0 : sales[j];
                if (k != _target.Index && exports > 0)
                    onward[s * n + k] = _reExports[s * n + k] * Trade(s, k, _target.Index) / exports;
            }
        }

        if (_reach > 0)
            Blend(onward);
        return onward;
    }

    // Who sells the target anything has the traders and the roads to sell it something else.
    private void Blend(double[] onward)
    {
        var n = _world.Regions.Length;
        for (var k = 0; k < n; k++)
        {
            var (toTarget, abroad) = (0.0, 0.0);
            for (var s = 0; s < _world.Sectors.Length; s++)
            {
                if (!_world.Sectors[s].Tags.Contains("goods"))
                    continue;
                toTarget += Trade(s, k, _target.Index);
                for (var j = 0; j < n; j++)
                    abroad += j == k ? 0 : Trade(s, k, j);
            }

            for (var s = 0; s < _world.Sectors.Length; s++)
            {
                if (k != _target.Index && abroad > 0 && _world.Sectors[s].Tags.Contains("goods"))
                    onward[s * n + k] = (1 - _reach) * onward[s * n + k] + _reach * _reExports[s * n + k] * toTarget / abroad;
            }
        }
    }

    // M_iT + sum_k R_ik; 0 where i sells nothing to the target.
    private double[] Totals()
    {
        var n = _world.Regions.Length;
        var totals = new double[_world.Sectors.Length * n];
        for (var row = 0; row < totals.Length; row++)
        {
            var (s, i) = (row / n, row % n);
            var total = Trade(s, i, _target.Index);
            for (var k = 0; k < n && total > 0; k++)
                total += k == i ? 0 : Trade(s, i, k) * Onward[s * n + k];
            totals[row] = total;
        }

        return totals;
    }

    private double Trade(int sector, int origin, int destination)
    {
        var n = _world.Regions.Length;
        return _world.Trade[Cube.At(n, sector, origin, destination)];
    }
}
