using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Equilibrium;
using Samarkand.Worlds;

namespace Samarkand.Routes;

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

    // Of the cost of a way through each state, by whether the first border is checked.
    private readonly double[][] _powers;
    private readonly ImmutableArray<Detour>.Builder _detours = ImmutableArray.CreateBuilder<Detour>();
    private readonly ImmutableArray<CostChange>.Builder _direct = ImmutableArray.CreateBuilder<CostChange>();

    private RouteFinder(World world, Region target, RouteTerms terms, ImmutableArray<Region> conduits, IReadOnlyList<BoundInstrument> instruments)
    {
        (_world, _target, _terms, _conduits) = (world, target, terms, conduits);
        _before = new BaselineRoutes(world, target, terms.ReExports);
        _banned = new BannedFlows(world, target, instruments);
        _legs = new LegChanges(world, [target, .. conduits], instruments, terms.Elasticity);
        _powers = [.. new[] { false, true }.Select(isChecked => Enumerable.Range(0, world.Regions.Length).Select(k => Power(terms.Cost(new Region(k), isChecked))).ToArray())];
    }

    /// <summary>The ways through the states whose stance opens them; null where none does.</summary>
    public static RoutePlan? Find(World world, Region target, IReadOnlyList<Stance> stances, RouteTerms terms, IReadOnlyList<BoundInstrument> instruments)
    {
        var conduits = RegionNames.Marked([.. stances.Select((stance, r) => stance is Stance.Conduit or Stance.Rescue && r != target.Index)]);
        if (conduits.IsEmpty)
            return null;
        var finder = new RouteFinder(world, target, terms, conduits, instruments);
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
        var shares = new double[_world.Regions.Length];
        _before.Fill(sector, origin, shares);
        if (_banned.Share(sector, origin) > 0)
            AddBanned(sector, origin, shares);
        if (_banned.Tariff(sector, origin) > 0)
            AddTaxed(sector, origin, shares);
    }

    private void AddBanned(Sector sector, Region origin, double[] shares)
    {
        var isChecked = _banned.IsEnforcedAtOrigin(sector, origin);
        var weights = Array.ConvertAll(Usable(origin), k => (Conduit: k, Weight: shares[k.Index] * Passing(sector, origin, k) * _powers[isChecked ? 1 : 0][k.Index]));
        Add(sector, origin, weights, _banned.Banned(sector, origin), listedShare: 1, weights.Sum(way => way.Weight));
    }

    // The direct leg pays the tariff, and so do the goods for which evading it would cost more.
    private void AddTaxed(Sector sector, Region origin, double[] shares)
    {
        var baseline = _world.Tariffs.IsEmpty ? 0 : _world.Tariffs[(sector.Index * _world.Regions.Length + origin.Index) * _world.Regions.Length + _target.Index];
        var taxed = (1 + baseline + _banned.Tariff(sector, origin)) / (1 + baseline);
        var evading = Usable(origin)
            .Select(k => (Conduit: k, Before: shares[k.Index], Weight: shares[k.Index] * Passing(sector, origin, k) * _powers[0][k.Index]))
            .Where(way => way.Weight > way.Before * Power(taxed))
            .ToArray();
        if (evading.Length == 0)
            return;
        var direct = (1 - evading.Sum(way => way.Before)) * Power(taxed);
        var sum = direct + evading.Sum(way => way.Weight);
        var flow = new FlowBlock([origin], [_target], [sector]);
        // delta (Phi / tax)^-theta of the direct trade's weight, which the tariff has already divided by tax^theta.
        _direct.Add(new CostChange(flow, Cost(sum) / taxed));
        _direct.Add(new CostChange(flow, double.PositiveInfinity, 1 - direct / sum));
        var share = (1 - _banned.Banned(sector, origin)) * (1 - direct / sum);
        Add(sector, origin, [.. evading.Select(way => (way.Conduit, way.Weight))], share, listedShare: 0, sum);
    }

    private void Add(Sector sector, Region origin, (Region Conduit, double Weight)[] ways, double share, double listedShare, double sum)
    {
        var total = ways.Sum(way => way.Weight);
        if (!(total > 0))
            return;
        _detours.Add(new Detour(
            sector,
            origin,
            _target,
            share,
            listedShare,
            Cost(sum),
            [.. ways.Where(way => way.Weight > 0).Select(way => new DetourLeg(way.Conduit, way.Weight / total, _terms.Margin))]));
    }

    private Region[] Usable(Region origin) => [.. _conduits.Where(k => k != origin && k != _target)];

    private double Passing(Sector sector, Region origin, Region conduit)
    {
        var listed = _banned.Listed(sector, origin);
        return _legs.At(sector, origin, conduit, listed) * _legs.At(sector, conduit, _target, listed);
    }

    private double Power(double cost) => Math.Pow(cost, -_terms.Elasticity);

    private double Cost(double power) => Math.Pow(power, -1 / _terms.Elasticity);
}
