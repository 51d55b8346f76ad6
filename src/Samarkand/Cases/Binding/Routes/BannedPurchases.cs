using System.Collections.Immutable;
using Samarkand.Worlds;

namespace Samarkand.Cases.Binding.Routes;

/// <summary>What buyers ban of the target's sales to them, by sector and buyer; what the target itself does not sell is no part of it.</summary>
internal sealed class BannedPurchases
{
    private readonly int _regions;
    private readonly double[] _banned;
    private readonly double[] _listed;
    private readonly double[] _unsold;

    public BannedPurchases(World world, Region target, IEnumerable<BoundInstrument> instruments)
    {
        _regions = world.Regions.Length;
        var cells = world.Sectors.Length * _regions;
        (_banned, _listed, _unsold) = (new double[cells], new double[cells], new double[cells]);
        var isBuyer = new bool[_regions];
        foreach (var bound in instruments)
        {
            if (bound.Instrument is not FlowInstrument { OnRoutes: { Banned: > 0 } impact })
                continue;
            foreach (var flows in bound.Flows.Where(block => block.Origins.Contains(target)))
            {
                foreach (var sector in flows.Sectors)
                {
                    foreach (var buyer in flows.Destinations.Where(buyer => buyer != target))
                    {
                        var cell = sector.Index * _regions + buyer.Index;
                        isBuyer[buyer.Index] |= !impact.IsEnforcedAtOrigin;
                        if (impact.IsEnforcedAtOrigin)
                            _unsold[cell] = 1 - (1 - _unsold[cell]) * (1 - impact.Banned);
                        else if (impact.IsListed)
                            _listed[cell] = Math.Max(_listed[cell], impact.Banned);
                        else
                            _banned[cell] = 1 - (1 - _banned[cell]) * (1 - impact.Banned);
                    }
                }
            }
        }

        Buyers = RegionNames.Marked(isBuyer);
    }

    /// <summary>Who bans anything of it, in the world's order.</summary>
    public ImmutableArray<Region> Buyers { get; }

    /// <summary>The share of varieties that the buyer's own bans cover, of what the target sells.</summary>
    public double Banned(Sector sector, Region buyer) => _banned[sector.Index * _regions + buyer.Index] * (1 - _unsold[sector.Index * _regions + buyer.Index]);

    /// <summary>The share of the sector that lists common to all senders close to the target.</summary>
    public double Listed(Sector sector, Region buyer) => _listed[sector.Index * _regions + buyer.Index];

    /// <summary>The share of the flow's value in the baseline that the buyer bans.</summary>
    public double Share(Sector sector, Region buyer)
    {
        var listed = Listed(sector, buyer);
        return listed + (1 - listed) * Banned(sector, buyer);
    }
}
