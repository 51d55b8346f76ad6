using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Cases.Binding.Outlets;

/// <summary>The share of the target's sales of each sector to each buyer that bans stop, whichever side enforces them.</summary>
internal sealed class BannedSales
{
    private readonly Region _target;
    private readonly int _regions;
    private readonly double[] _free;

    public BannedSales(World world, Region target, IEnumerable<BoundInstrument> instruments)
    {
        (_target, _regions) = (target, world.Regions.Length);
        _free = new double[world.Sectors.Length * _regions];
        Array.Fill(_free, 1);
        foreach (var bound in instruments)
        {
            if (bound.Instrument is not FlowInstrument { OnRoutes.Banned: > 0 and var banned })
                continue;
            foreach (var flows in bound.Flows)
                Stop(flows, banned);
        }
    }

    /// <summary>A share of what is left of the target's sales among these flows stops too.</summary>
    public void Stop(FlowBlock flows, double share)
    {
        if (!flows.Origins.Contains(_target))
            return;
        foreach (var sector in flows.Sectors)
        {
            foreach (var buyer in flows.Destinations)
                _free[sector.Index * _regions + buyer.Index] *= 1 - share;
        }
    }

    /// <summary>Whether both stop the same.</summary>
    public bool IsSame(BannedSales other) => _free.AsSpan().SequenceEqual(other._free);

    /// <summary>The banned share, in [0, 1].</summary>
    public double Share(Sector sector, Region buyer) => 1 - _free[sector.Index * _regions + buyer.Index];
}
