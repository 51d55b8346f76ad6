using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Cases.Binding.Routes;

/// <summary>
/// Finds the ways of banned and taxed goods. With s_k the baseline's shares of routes (<see cref="BaselineRoutes"/>), kappa_k the hat
/// of a route's cost and L_k what its legs still let through, a ban leaves Phi^-rho = sum_k s_k L_k kappa_k^-rho, summed over the open
/// conduits alone: the direct leg has no term. A tariff leaves the direct leg its term; see docs/method.md, section 6.
/// </summary>
internal sealed class RouteFinder
{
    private readonly World _world;
    private readonly Region _target;
    private readonly RouteTerms _terms;
    private readonly ImmutableArray<Region> _conduits;
    private readonly BaselineRoutes _before;
    private readonly BannedFlows _banned;
    private readonly LegChanges _legs;

    // Of the cost of a way through each conduit, by sector: where the first border is checked, and where it is not. Sectors of one pace share one.
    private readonly double[][] _checked;
    private readonly double[][] _unchecked;

    // The ways of one flow, by conduit: the baseline's share, and the share times what the way's cost and bans leave of it.
    private readonly double[] _shares;
    private readonly double[] _weights;

    // Of what crowding leaves of the weight of a way through each conduit.
    private readonly double[] _room;
    private readonly ImmutableArray<Detour>.Builder _detours = ImmutableArray.CreateBuilder<Detour>();
    private readonly ImmutableArray<CostChange>.Builder _direct = ImmutableArray.CreateBuilder<CostChange>();

    private RouteFinder(
        World world, Region target, RouteTerms terms, BaselineRoutes before, ImmutableArray<Region> conduits, ImmutableArray<BoundInstrument> instruments)
    {
        (_world, _target, _terms, _before, _conduits) = (world, target, terms, before, conduits);
        _banned = new BannedFlows(world, target, instruments);
        _legs = new LegChanges(world, [target, .. conduits], Enumerable.Range(0, world.Sectors.Length).Select(s => new Sector(s)), instruments, terms);
        (_checked, _unchecked) = (Powers(isFirstBorderChecked: true), Powers(isFirstBorderChecked: false));
        (_shares, _weights, _room) = (new double[conduits.Length], new double[conduits.Length], new double[conduits.Length]);
        Array.Fill(_room, 1);
    }

    private double[][] Powers(bool isFirstBorderChecked)
    {
        var known = new Dictionary<double, double[]>();
        var powers = new double[_world.Sectors.Length][];
        for (var s = 0; s < powers.Length; s++)
        {
            var terms = _terms.Of(new Sector(s));
            if (!known.TryGetValue(terms.Elasticity, out var ofPace))
                known[terms.Elasticity] = ofPace = [.. _conduits.Select(conduit => Math.Pow(terms.Cost(conduit, isFirstBorderChecked), -terms.Elasticity))];
            powers[s] = ofPace;
        }

        return powers;
    }

    /// <summary>The ways through the states whose stance opens them; null where none does.</summary>
    public static RoutePlan? Find(
        World world, Region target, ImmutableArray<Stance> stances, RouteTerms terms, BaselineRoutes before, ImmutableArray<BoundInstrument> instruments, ReadOnlySpan<double> elasticities)
    {
        var isOpen = new bool[stances.Length];
        for (var r = 0; r < isOpen.Length; r++)
            isOpen[r] = stances[r] is Stance.Conduit or Stance.Rescue && r != target.Index;
        var conduits = RegionNames.Marked(isOpen);
        if (conduits.IsEmpty)
            return null;
        var finder = new RouteFinder(world, target, terms, before, conduits, instruments);
        if (terms.Congestion > 0)
            finder.Crowd(elasticities);
        for (var s = 0; s < world.Sectors.Length; s++)
        {
            for (var i = 0; i < world.Regions.Length; i++)
                finder.Add(new Sector(s), new Region(i));
        }

        return new RoutePlan
        {
            Terms = terms,
            Conduits = conduits,
            Detours = finder._detours.ToImmutable(),
            DirectTrade = finder._direct.ToImmutable(),
            Handling = new Handling(terms.Handling, Services(world)),
        };
    }

    // The conduit's own transport and trade services.
    private static ImmutableArray<Sector> Services(World world) =>
    [
        .. Enumerable.Range(0, world.Sectors.Length)
            .Where(s => world.Sectors[s].Tags.Contains("services") && (world.Sectors[s].Tags.Contains("transport") || world.Sectors[s].Tags.Contains("distribution")))
            .Select(s => new Sector(s)),
    ];

    private void Add(Sector sector, Region origin)
    {
        if (origin == _target || !_banned.Touches(sector, origin))
            return;
        if (_banned.Share(sector, origin) > 0)
            AddBanned(sector, origin);
        if (_banned.Tariff(sector, origin) > 0)
            AddTaxed(sector, origin);
    }

    private void AddBanned(Sector sector, Region origin)
    {
        WeighBanned(sector, origin);
        Add(sector, origin, _banned.Banned(sector, origin), listedShare: 1, Sum(_weights));
    }

    private void WeighBanned(Sector sector, Region origin) =>
        Weigh(sector, origin, (_banned.IsEnforcedAtOrigin(sector, origin) ? _checked : _unchecked)[sector.Index]);

    // What bans send through a conduit makes it dearer for all of them: costs and flows are found together, at the baseline's prices.
    private void Crowd(ReadOnlySpan<double> elasticities)
    {
        var crowd = new Crowding(_room.Length);
        for (var s = 0; s < _world.Sectors.Length; s++)
        {
            for (var i = 0; i < _world.Regions.Length; i++)
            {
                var (sector, origin) = (new Sector(s), new Region(i));
                if (origin == _target || !(_banned.Share(sector, origin) > 0))
                    continue;
                WeighBanned(sector, origin);
                var banned = _banned.Share(sector, origin) * _world.Trade[Cube.At(_world.Regions.Length, sector, origin, _target)];
                crowd.Add(banned, elasticities[s] / _terms.Of(sector).Elasticity, _weights);
            }
        }

        crowd.Settle(Handled(), _terms, _room);
    }

    // What each conduit sold the target of goods before.
    private double[] Handled()
    {
        var handled = new double[_conduits.Length];
        for (var s = 0; s < _world.Sectors.Length; s++)
        {
            for (var c = 0; c < handled.Length && _world.Sectors[s].Tags.Contains("goods"); c++)
                handled[c] += _world.Trade[Cube.At(_world.Regions.Length, new Sector(s), _conduits[c], _target)];
        }

        return handled;
    }

    // The direct leg pays the tariff, and so do the goods for which evading it would cost more.
    private void AddTaxed(Sector sector, Region origin)
    {
        var baseline = _world.Tariffs.IsEmpty ? 0 : _world.Tariffs[Cube.At(_world.Regions.Length, sector, origin, _target)];
        var taxed = (1 + baseline + _banned.Tariff(sector, origin)) / (1 + baseline);
        Weigh(sector, origin, _unchecked[sector.Index]);
        for (var c = 0; c < _weights.Length; c++)
        {
            if (!(_weights[c] > _shares[c] * Power(sector, taxed)))
                (_shares[c], _weights[c]) = (0, 0);
        }

        if (!_weights.AsSpan().ContainsAnyExcept(0))
            return;
        var direct = (1 - Sum(_shares)) * Power(sector, taxed);
        var sum = direct + Sum(_weights);
        var flow = new FlowBlock([origin], [_target], [sector]);
        // delta (Phi / tax)^-theta of the direct trade's weight, which the tariff has already divided by tax^theta.
        _direct.Add(new CostChange(flow, Cost(sector, sum) / taxed));
        _direct.Add(new CostChange(flow, double.PositiveInfinity, 1 - direct / sum));
        Add(sector, origin, (1 - _banned.Banned(sector, origin)) * (1 - direct / sum), listedShare: 0, sum);
    }

    private void Weigh(Sector sector, Region origin, double[] powers)
    {
        for (var c = 0; c < _weights.Length; c++)
        {
            var share = _shares[c] = _conduits[c] == origin ? 0 : _before.Share(sector, origin, _conduits[c]);
            _weights[c] = share == 0 ? 0 : share * Passing(sector, origin, _conduits[c]) * powers[c] * _room[c];
        }
    }

    private void Add(Sector sector, Region origin, double share, double listedShare, double sum)
    {
        var total = Sum(_weights);
        if (!(total > 0))
            return;
        var legs = new DetourLeg[_weights.Length - _weights.AsSpan().Count(0)];
        var count = 0;
        for (var c = 0; c < _weights.Length; c++)
        {
            if (_weights[c] > 0)
                legs[count++] = new DetourLeg(_conduits[c], _weights[c] / total, _terms.Of(sector).Margin);
        }

        _detours.Add(new Detour(sector, origin, _target, share, listedShare, Cost(sector, sum), ImmutableCollectionsMarshal.AsImmutableArray(legs)));
    }

    // One after another, as in every sum over the ways.
    private static double Sum(double[] values)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += value;
        return sum;
    }

    private double Passing(Sector sector, Region origin, Region conduit)
    {
        var listed = _banned.Listed(sector, origin);
        return _legs.At(sector, origin, conduit, listed) * _legs.At(sector, conduit, _target, listed);
    }

    private double Power(Sector sector, double cost) => Math.Pow(cost, -_terms.Of(sector).Elasticity);

    private double Cost(Sector sector, double power) => Math.Pow(power, -1 / _terms.Of(sector).Elasticity);
}
