using System.Collections.Immutable;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Cases.Binding.Routes;

/// <summary>
/// Finds the ways from the target to those that ban what it sells: blended, transhipped or with another paper of origin. The logit is that of
/// <see cref="RouteFinder"/> with the ends exchanged. Only bans of the buyers' own side are evaded, at their border; what other buyers take
/// is not on its way to them any more. See docs/method.md, section 6.
/// </summary>
internal sealed class ReturnFinder
{
    private readonly World _world;
    private readonly Region _target;
    private readonly RouteTerms _terms;
    private readonly ImmutableArray<Region> _conduits;
    private readonly BannedPurchases _banned;
    private readonly LegChanges _legs;
    private readonly OutletPlan? _outlets;
    private readonly int _regions;

    private readonly OnwardSales _onward;

    // The ways of each flow, by conduit, before what crowding leaves of them, and those of one flow after it.
    private readonly Dictionary<(Sector, Region), double[]> _uncrowded = [];
    private readonly double[] _weights;
    private readonly double[] _room;

    private ReturnFinder(World world, Region target, RouteTerms terms, ImmutableArray<Region> conduits, ImmutableArray<BoundInstrument> instruments, OutletPlan? outlets, OnwardSales onward)
    {
        (_world, _target, _terms, _conduits, _outlets, _regions) = (world, target, terms, conduits, outlets, world.Regions.Length);
        _onward = onward;
        _banned = new BannedPurchases(world, target, instruments);
        _legs = new LegChanges(world, [.. _banned.Buyers, .. conduits], terms.Back, instruments, terms);
        (_weights, _room) = (new double[conduits.Length], new double[conduits.Length]);
        Array.Fill(_room, 1);
    }

    /// <summary>The ways of every banned flow that has one.</summary>
    /// <param name="world">The world.</param>
    /// <param name="target">Whose exports they are.</param>
    /// <param name="terms">What ways cost, and of which sectors' goods they are.</param>
    /// <param name="conduits">The states that let goods through.</param>
    /// <param name="instruments">The instruments.</param>
    /// <param name="outlets">Where other buyers take them; null where none do.</param>
    /// <param name="onward">What states sell on.</param>
    /// <param name="elasticities">The trade elasticities at the case's horizon.</param>
    public static ImmutableArray<Detour> Find(
        World world, Region target, RouteTerms terms, ImmutableArray<Region> conduits, ImmutableArray<BoundInstrument> instruments, OutletPlan? outlets, OnwardSales onward, ReadOnlySpan<double> elasticities)
    {
        var finder = new ReturnFinder(world, target, terms, conduits, instruments, outlets, onward);
        if (terms.Congestion > 0)
            finder.Crowd(elasticities);
        var detours = ImmutableArray.CreateBuilder<Detour>();
        finder.Visit((sector, buyer) =>
        {
            if (finder.Detour(sector, buyer) is { } detour)
                detours.Add(detour);
        });
        return detours.ToImmutable();
    }

    private void Visit(Action<Sector, Region> flow)
    {
        foreach (var sector in _terms.Back)
        {
            if (!_world.Sectors[sector.Index].Tags.Contains("goods"))
                continue;
            foreach (var buyer in _banned.Buyers)
            {
                if (_banned.Share(sector, buyer) > 0 && Trade(sector, _target, buyer) > 0)
                    flow(sector, buyer);
            }
        }
    }

    private Detour? Detour(Sector sector, Region buyer)
    {
        Weigh(sector, buyer);
        var total = 0.0;
        foreach (var weight in _weights)
            total += weight;
        if (!(total > 0))
            return null;
        var legs = new List<DetourLeg>();
        for (var c = 0; c < _weights.Length; c++)
        {
            if (_weights[c] > 0)
                legs.Add(new DetourLeg(_conduits[c], _weights[c] / total, _terms.Of(sector).Margin));
        }

        // What other buyers take leaves less to come back.
        var (free, listed) = (_banned.Banned(sector, buyer), _banned.Listed(sector, buyer));
        var left = 1 - (_outlets?.Placed[sector.Index * _regions + buyer.Index] ?? 0) / _banned.Share(sector, buyer);
        return left > 0 ? new Detour(sector, _target, buyer, left * free, listed > 0 ? left : 0, Math.Pow(total, -1 / _terms.Of(sector).Elasticity), [.. legs]) : null;
    }

    private void Weigh(Sector sector, Region buyer)
    {
        if (!_uncrowded.TryGetValue((sector, buyer), out var uncrowded))
            _uncrowded[(sector, buyer)] = uncrowded = Uncrowded(sector, buyer);
        for (var c = 0; c < _weights.Length; c++)
            _weights[c] = uncrowded[c] * _room[c];
    }

    private double[] Uncrowded(Sector sector, Region buyer)
    {
        var (terms, weights) = (_terms.Of(sector), new double[_conduits.Length]);
        var (total, power) = (Trade(sector, _target, buyer), Math.Pow(terms.CostBack, -terms.Elasticity));
        for (var k = 0; k < _regions; k++)
            total += Through(sector, new Region(k), buyer);
        for (var c = 0; c < weights.Length; c++)
        {
            var (conduit, listed) = (_conduits[c], _banned.Listed(sector, buyer));
            var passing = _legs.At(sector, _target, conduit, listed) * _legs.At(sector, conduit, buyer, listed);
            weights[c] = Through(sector, conduit, buyer) / total * passing * power;
        }

        return weights;
    }

    // What went from the target through k to the buyer before any ban: proportionality, as in BaselineRoutes.
    private double Through(Sector sector, Region conduit, Region buyer)
    {
        if (conduit == _target || conduit == buyer)
            return 0;
        var ofSector = _onward.OfSector(sector, conduit) * Trade(sector, conduit, buyer);
        var onward = _terms.Reach == 0 ? ofSector : (1 - _terms.Reach) * ofSector + _terms.Reach * _onward.OfAll(sector, conduit) * _onward.Goods(conduit, buyer);
        return Trade(sector, _target, conduit) * onward;
    }

    // Crowding counts what the target sold each conduit before: those roads carry more than they did.
    private void Crowd(ReadOnlySpan<double> elasticities)
    {
        var (crowd, theta) = (new Crowding(_room.Length), elasticities.ToArray());
        Visit((sector, buyer) =>
        {
            Weigh(sector, buyer);
            crowd.Add(_banned.Share(sector, buyer) * Trade(sector, _target, buyer), theta[sector.Index] / _terms.Of(sector).Elasticity, _weights);
        });
        crowd.Settle([.. _conduits.Select(conduit => _onward.Goods(_target, conduit))], _terms, _room);
    }

    private double Trade(Sector sector, Region origin, Region destination) => _world.Trade[Cube.At(_regions, sector, origin, destination)];
}
