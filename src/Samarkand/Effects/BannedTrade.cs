using Samarkand.Cases;
using Samarkand.Cases.Binding.Routes;
using Samarkand.Worlds;

namespace Samarkand.Effects;

/// <summary>What a case bans of each origin's sales to the target, as shares of the baseline and in million USD at basic prices.</summary>
internal sealed class BannedTrade
{
    private readonly World _world;
    private readonly Region _target;
    private readonly BannedFlows _banned;

    /// <summary>What a case bans.</summary>
    public BannedTrade(BoundCase bound)
    {
        (_world, _target) = (bound.World, bound.Target);
        _banned = new BannedFlows(bound.World, bound.Target, bound.Instruments);
    }

    /// <summary>All of it, million USD.</summary>
    public double Total => Enumerable.Range(0, _world.Sectors.Length).Sum(s => OfSector(new Sector(s)));

    /// <summary>What is banned of an origin's sector, million USD.</summary>
    public double this[Sector sector, Region origin] =>
        Share(sector, origin) * _world.Trade[Cube.At(_world.Regions.Length, sector, origin, _target)];

    /// <summary>What is banned of a sector, million USD.</summary>
    public double OfSector(Sector sector) => Enumerable.Range(0, _world.Regions.Length).Sum(i => this[sector, new Region(i)]);

    /// <summary>The share that is banned of an origin's sector; 0 for the target's own.</summary>
    public double Share(Sector sector, Region origin) => _banned.Share(sector, origin);
}
