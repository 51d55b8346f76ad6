using System.Collections.Immutable;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Cases.Binding.Outlets;

/// <summary>
/// Finds other buyers for what bans stop of the target's goods. Goods that are alike whoever made them change places: a new buyer takes
/// the target's cargo and gives up as much of its other imports, which go to those that ban. So no output, no expenditure and no price
/// changes by the exchange itself. Buyers are chosen by what they bought before and by gravity; see docs/method.md, section 6a.
/// </summary>
internal sealed class OutletFinder
{
    private readonly World _world;
    private readonly Region _target;
    private readonly OtherBuyersTerms _terms;
    private readonly bool[] _mayBuy;
    private readonly bool[] _maySell;
    private readonly double[] _nearness;
    private readonly int _regions;
    private readonly ImmutableArray<Outlet>.Builder _outlets = ImmutableArray.CreateBuilder<Outlet>();
    private readonly ImmutableArray<CostChange>.Builder _weights = ImmutableArray.CreateBuilder<CostChange>();
    private readonly ImmutableArray<FlowPayment>.Builder _discounts = ImmutableArray.CreateBuilder<FlowPayment>();

    private OutletFinder(World world, Region target, OtherBuyersTerms terms, ImmutableArray<Region> coalition)
    {
        (_world, _target, _terms, _regions) = (world, target, terms, world.Regions.Length);
        (_mayBuy, _maySell) = (new bool[_regions], new bool[_regions]);
        Array.Fill(_mayBuy, true);
        _mayBuy[target.Index] = false;
        foreach (var member in coalition)
            _mayBuy[member.Index] = false;
        _nearness = [.. Capitals.DistancesFrom(world, target).Select(km => Math.Pow(km, -terms.Distance))];
    }

    /// <summary>The other buyers; null where the case has no such block.</summary>
    public static OutletPlan? Find(
        World world, Region target, OtherBuyersTerms? terms, ImmutableArray<Region> coalition, ImmutableArray<BoundInstrument> instruments)
    {
        if (terms is null)
            return null;
        var finder = new OutletFinder(world, target, terms, coalition);
        var banned = new BannedSales(world, target, instruments);
        foreach (var sector in terms.Sectors)
            finder.Add(sector, banned);
        return new OutletPlan
        {
            Terms = terms,
            Outlets = finder._outlets.ToImmutable(),
            Weights = finder._weights.ToImmutable(),
            Discounts = finder._discounts.ToImmutable(),
        };
    }

    private void Add(Sector sector, BannedSales banned)
    {
        var (lost, imports, wish) = (new double[_regions], new double[_regions], new double[_regions]);
        for (var j = 0; j < _regions; j++)
            lost[j] = HasOtherSellers(sector, j) ? _terms.Share * banned.Share(sector, new Region(j)) * Trade(sector, _target.Index, j) : 0;
        var total = lost.Sum();
        if (!(total > 0))
            return;
        FindSellers(sector, lost);
        for (var j = 0; j < _regions; j++)
            imports[j] = OtherImports(sector, j);
        Wish(sector, lost, imports, wish);
        var taken = Shared(wish, imports, total);
        var found = taken.Sum();
        if (!(found > 0))
            return;
        for (var j = 0; j < _regions; j++)
            lost[j] *= found / total;
        var freed = new double[_regions];
        for (var i = 0; i < _regions; i++)
        {
            for (var j = 0; j < _regions; j++)
            {
                if (_maySell[i] && i != j && taken[j] > 0)
                    freed[i] += taken[j] * Trade(sector, i, j) / imports[j];
            }
        }

        if (CargoSwap.Divide(freed, lost, (i, j) => i != j && _maySell[i] && Trade(sector, i, j) > 0) is { } swapped)
            Move(sector, lost, imports, taken, swapped);
    }

    private bool HasOtherSellers(Sector sector, int destination)
    {
        for (var i = 0; i < _regions; i++)
        {
            if (i != destination && i != _target.Index && Trade(sector, i, destination) > 0)
                return true;
        }

        return false;
    }

    // Who may change places with the target: who sells to some of those that ban, since nothing is sold where nothing was sold before.
    private void FindSellers(Sector sector, double[] lost)
    {
        for (var i = 0; i < _regions; i++)
        {
            _maySell[i] = false;
            for (var j = 0; j < _regions; j++)
                _maySell[i] |= i != j && i != _target.Index && lost[j] > 0 && Trade(sector, i, j) > 0;
        }
    }

    // Who would buy: what was bought before, blended with gravity, over those that ban nothing of it.
    private void Wish(Sector sector, double[] lost, double[] imports, double[] wish)
    {
        var (sold, pull) = (0.0, 0.0);
        for (var j = 0; j < _regions; j++)
        {
            if (!IsBuyer(sector, j, lost, imports))
                continue;
            sold += Trade(sector, _target.Index, j);
            pull += imports[j] * _nearness[j];
        }

        for (var j = 0; j < _regions; j++)
        {
            if (IsBuyer(sector, j, lost, imports))
                wish[j] = (1 - _terms.Gravity) * Trade(sector, _target.Index, j) / sold + _terms.Gravity * imports[j] * _nearness[j] / pull;
        }
    }

    private bool IsBuyer(Sector sector, int region, double[] lost, double[] imports) =>
        _mayBuy[region] && lost[region] == 0 && imports[region] > 0 && Trade(sector, _target.Index, region) > 0;

    // In proportion to wishes, none above its limit: who is full leaves the rest to the others.
    private double[] Shared(double[] wish, double[] imports, double total)
    {
        var taken = new double[_regions];
        var isFull = new bool[_regions];
        for (var rest = total; rest > 0;)
        {
            var open = 0.0;
            for (var j = 0; j < _regions; j++)
                open += isFull[j] ? 0 : wish[j];
            if (!(open > 0))
                break;
            var (given, anyFull) = (0.0, false);
            for (var j = 0; j < _regions; j++)
            {
                if (isFull[j] || wish[j] == 0)
                    continue;
                var room = _terms.Limit * imports[j] - taken[j];
                var more = rest * wish[j] / open;
                if (more >= room)
                    (isFull[j], anyFull, more) = (true, true, room);
                taken[j] += more;
                given += more;
            }

            rest -= given;
            if (!anyFull)
                break;
        }

        return taken;
    }

    private void Move(Sector sector, double[] lost, double[] imports, double[] taken, double[] swapped)
    {
        ImmutableArray<Region> sellers = [.. Enumerable.Range(0, _regions).Where(i => _maySell[i]).Select(i => new Region(i))];
        for (var j = 0; j < _regions; j++)
        {
            var (buyer, sold) = (new Region(j), Trade(sector, _target.Index, j));
            if (taken[j] > 0)
            {
                _outlets.Add(new Outlet(sector, buyer, sold, taken[j]));
                Reweigh(sector, [_target], buyer, 1 + taken[j] / sold);
                Reweigh(sector, sellers, buyer, 1 - taken[j] / imports[j]);
                if (_terms.Discount > 0)
                    _discounts.Add(new FlowPayment(new FlowBlock([_target], [buyer], [sector]), _terms.Discount * taken[j] / (sold + taken[j])));
            }

            if (lost[j] == 0)
                continue;
            for (var i = 0; i < _regions; i++)
            {
                if (swapped[i * _regions + j] > 0)
                    Reweigh(sector, [new Region(i)], buyer, 1 + swapped[i * _regions + j] / Trade(sector, i, j));
            }
        }
    }

    // An infinite cost on a negative share: the weight is multiplied by the ratio whatever the elasticity.
    private void Reweigh(Sector sector, ImmutableArray<Region> origins, Region destination, double ratio) =>
        _weights.Add(new CostChange(new FlowBlock(origins, [destination], [sector]), double.PositiveInfinity, 1 - ratio));

    private double OtherImports(Sector sector, int destination)
    {
        var sum = 0.0;
        for (var i = 0; i < _regions; i++)
            sum += i == destination || !_maySell[i] ? 0 : Trade(sector, i, destination);
        return sum;
    }

    private double Trade(Sector sector, int origin, int destination) => _world.Trade[Cube.At(_regions, sector.Index, origin, destination)];
}
