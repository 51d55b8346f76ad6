using Samarkand.Worlds;

namespace Samarkand.Cases.Binding.Routes;

/// <summary>What instruments ban or tax of each origin's sales to the target, by sector.</summary>
internal sealed class BannedFlows
{
    private readonly int _regions;
    private readonly double[] _banned;
    private readonly double[] _listed;
    private readonly double[] _tariffs;
    private readonly bool[] _enforcedAtOrigin;

    public BannedFlows(World world, Region target, IEnumerable<BoundInstrument> instruments)
    {
        _regions = world.Regions.Length;
        var cells = world.Sectors.Length * _regions;
        (_banned, _listed, _tariffs, _enforcedAtOrigin) = (new double[cells], new double[cells], new double[cells], new bool[cells]);
        foreach (var bound in instruments)
        {
            if (bound.Instrument is not FlowInstrument { OnRoutes: var impact })
                continue;
            foreach (var flows in bound.Flows)
            {
                if (!flows.Destinations.Contains(target))
                    continue;
                foreach (var sector in flows.Sectors)
                {
                    foreach (var origin in flows.Origins)
                    {
                        if (origin != target)
                            Add(impact, sector.Index * _regions + origin.Index);
                    }
                }
            }
        }
    }

    /// <summary>True where some ban or tariff touches the flow.</summary>
    public bool Touches(Sector sector, Region origin) => Banned(sector, origin) > 0 || Listed(sector, origin) > 0 || Tariff(sector, origin) > 0;

    /// <summary>The share of varieties that bans of the origin's own, or of the target against it, cover.</summary>
    public double Banned(Sector sector, Region origin) => _banned[sector.Index * _regions + origin.Index];

    /// <summary>The share of the sector that lists common to all senders close to the origin.</summary>
    public double Listed(Sector sector, Region origin) => _listed[sector.Index * _regions + origin.Index];

    /// <summary>The rate added to the target's tariff.</summary>
    public double Tariff(Sector sector, Region origin) => _tariffs[sector.Index * _regions + origin.Index];

    /// <summary>True where the origin's side enforces a ban, so that its own border is checked; else only the target does.</summary>
    public bool IsEnforcedAtOrigin(Sector sector, Region origin) => _enforcedAtOrigin[sector.Index * _regions + origin.Index];

    /// <summary>The share of the flow's value in the baseline that is banned.</summary>
    public double Share(Sector sector, Region origin)
    {
        var listed = Listed(sector, origin);
        return listed + (1 - listed) * Banned(sector, origin);
    }

    private void Add(RouteImpact impact, int cell)
    {
        if (impact.IsListed)
            _listed[cell] = Math.Max(_listed[cell], impact.Banned);
        else if (impact.Banned > 0)
            _banned[cell] = 1 - (1 - _banned[cell]) * (1 - impact.Banned);
        _enforcedAtOrigin[cell] |= impact.IsEnforcedAtOrigin;
        _tariffs[cell] += impact.Tariff;
    }
}
