using System.Collections.Immutable;
using System.Runtime.InteropServices;
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
    private readonly double _discount;
    private readonly double[] _placed;
    private readonly int _regions;
    private readonly ImmutableArray<Outlet>.Builder _outlets = ImmutableArray.CreateBuilder<Outlet>();
    private readonly ImmutableArray<Reweighting>.Builder _weights = ImmutableArray.CreateBuilder<Reweighting>();
    private readonly ImmutableArray<FlowPayment>.Builder _discounts = ImmutableArray.CreateBuilder<FlowPayment>();

    private OutletFinder(World world, Region target, OtherBuyersTerms terms, ImmutableArray<Region> coalition, double worth)
    {
        // Who sells can refuse: buyer and seller share what the sale is worth to the seller.
        (_discount, _placed) = (Math.Min(terms.Discount, worth / 2), new double[world.Sectors.Length * world.Regions.Length]);
        (_world, _target, _terms, _regions) = (world, target, terms, world.Regions.Length);
        (_mayBuy, _maySell) = (new bool[_regions], new bool[_regions]);
        Array.Fill(_mayBuy, true);
        _mayBuy[target.Index] = false;
        foreach (var member in coalition)
            _mayBuy[member.Index] = false;
        _nearness = [.. Capitals.DistancesFrom(world, target).Select(km => Math.Pow(km, -terms.Distance))];
    }

    /// <summary>The other buyers; null where the case has no such block.</summary>
    /// <param name="world">The world.</param>
    /// <param name="target">The target.</param>
    /// <param name="terms">The terms, or null.</param>
    /// <param name="coalition">The coalition, of which nobody buys.</param>
    /// <param name="instruments">The instruments.</param>
    /// <param name="elasticities">The trade elasticities at the case's horizon.</param>
    /// <param name="known">The plan of a case that was bound before, which holds where the same is banned on the same terms; or null.</param>
    public static OutletPlan? Find(
        World world, Region target, OtherBuyersTerms? terms, ImmutableArray<Region> coalition, ImmutableArray<BoundInstrument> instruments, ReadOnlySpan<double> elasticities, OutletPlan? known)
    {
        if (terms is null)
            return null;
        var worth = SaleWorth.Of(world, target, elasticities);
        var banned = new BannedSales(world, target, instruments);
        if (known is not null && known.World == world && known.Target == target && known.Worth == worth && known.Terms.IsSame(terms) && known.Coalition.AsSpan().SequenceEqual(coalition.AsSpan()) && known.Banned.IsSame(banned))
            return known;
        var finder = new OutletFinder(world, target, terms, coalition, worth);
        foreach (var sector in terms.Sectors)
            finder.Add(sector, banned);
        return new OutletPlan
        {
            World = world,
            Target = target,
            Coalition = coalition,
            Banned = banned,
            Terms = terms,
            Worth = worth,
            Placed = finder._placed,
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

        int[] sellers = [.. Enumerable.Range(0, _regions).Where(i => freed[i] > 0)], buyers = [.. Enumerable.Range(0, _regions).Where(j => lost[j] > 0)];
        if (CargoSwap.Divide([.. sellers.Select(i => freed[i])], [.. buyers.Select(j => lost[j])], (i, j) => sellers[i] != buyers[j] && Trade(sector, sellers[i], buyers[j]) > 0) is not { } cargo)
            return;
        var swapped = new double[_regions * _regions];
        for (var cell = 0; cell < cargo.Length; cell++)
            swapped[sellers[cell / buyers.Length] * _regions + buyers[cell % buyers.Length]] = cargo[cell];
        foreach (var j in buyers)
            _placed[sector.Index * _regions + j] = lost[j] / Trade(sector, _target.Index, j);
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
        for (var j = 0; j < _regions; j++)
        {
            if (taken[j] == 0 && lost[j] == 0)
                continue;
            var (buyer, sold, ratios) = (new Region(j), Trade(sector, _target.Index, j), new double[_regions]);
            for (var i = 0; i < _regions; i++)
            {
                ratios[i] = i == j || !_maySell[i] ? 1
                    : taken[j] > 0 ? 1 - taken[j] / imports[j]
                    : swapped[i * _regions + j] > 0 ? 1 + swapped[i * _regions + j] / Trade(sector, i, j) : 1;
            }

            if (taken[j] > 0)
            {
                ratios[_target.Index] = 1 + taken[j] / sold;
                _outlets.Add(new Outlet(sector, buyer, sold, taken[j]));
                if (_discount > 0)
                    _discounts.Add(new FlowPayment(new FlowBlock([_target], [buyer], [sector]), _discount * taken[j] / (sold + taken[j])));
            }

            _weights.Add(new Reweighting(sector, buyer, ImmutableCollectionsMarshal.AsImmutableArray(ratios)));
        }
    }

    private double OtherImports(Sector sector, int destination)
    {
        var sum = 0.0;
        for (var i = 0; i < _regions; i++)
            sum += i == destination || !_maySell[i] ? 0 : Trade(sector, i, destination);
        return sum;
    }

    private double Trade(Sector sector, int origin, int destination) => _world.Trade[Cube.At(_regions, sector.Index, origin, destination)];
}
