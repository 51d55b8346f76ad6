using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Samarkand.Cases.Binding.Outlets;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Cases.Binding.Pools;

/// <summary>
/// Finds how pools of gas answer to what bans stop. Gas is one good inside a pool: what is left of it changes hands until every member lacks the
/// same part. Within a year no more arrives than pipes and terminals carry; later more comes at the cost that the trade elasticity says.
/// </summary>
internal sealed class GasPoolFinder
{
    // A state that gives gas up keeps some of each of its sellers.
    private const double MostGiven = 0.9;

    private readonly World _world;
    private readonly Region _target;
    private readonly GasPoolTerms _terms;
    private readonly Horizon _horizon;
    private readonly BannedSales _banned;
    private readonly OutletPlan? _outlets;
    private readonly int _regions;
    private readonly ImmutableArray<GasShortage>.Builder _shortages = ImmutableArray.CreateBuilder<GasShortage>();
    private readonly ImmutableArray<Reweighting>.Builder _weights = ImmutableArray.CreateBuilder<Reweighting>();
    private readonly ImmutableArray<Pool>.Builder _pools = ImmutableArray.CreateBuilder<Pool>();

    private GasPoolFinder(World world, Region target, GasPoolTerms terms, Horizon horizon, BannedSales banned, OutletPlan? outlets) =>
        (_world, _target, _terms, _horizon, _banned, _outlets, _regions) = (world, target, terms, horizon, banned, outlets, world.Regions.Length);

    /// <summary>The answer; null where the case does not pool gas, or no pool loses any.</summary>
    /// <param name="theCase">The case, with its horizon.</param>
    /// <param name="world">The world.</param>
    /// <param name="target">The target.</param>
    /// <param name="banned">What bans stop of the target's sales.</param>
    /// <param name="outlets">Other buyers for what is banned: what they let go replaces it already.</param>
    public static GasPlan? Find(Case theCase, World world, Region target, BannedSales banned, OutletPlan? outlets)
    {
        if (GasPoolTerms.Of(theCase) is not { } terms)
            return null;
        var finder = new GasPoolFinder(world, target, terms, theCase.Horizon, banned, outlets);
        for (var s = 0; s < world.Sectors.Length; s++)
        {
            if (!IsGas(world.Sectors[s]))
                continue;
            foreach (var row in GasPools.All)
                finder.Add(row, new Sector(s));
        }

        return finder._shortages.Count == 0 ? null : new GasPlan(finder._shortages.ToImmutable(), finder._weights.ToImmutable(), finder._pools.ToImmutable());
    }

    /// <summary>Whether a sector is gas.</summary>
    public static bool IsGas(SectorInfo sector) => sector.Code == "gas" || sector.Tags.Contains("gas");

    private void Add(GasPoolRow row, Sector sector)
    {
        ImmutableArray<Region> members = [.. row.Regions.Select(_world.Find).OfType<Region>().Where(member => member != _target).OrderBy(member => member.Index)];
        var (lost, bought, all) = (new double[_regions], new double[_regions], 0.0);
        foreach (var member in members)
        {
            var j = member.Index;
            for (var i = 0; i < _regions; i++)
                bought[j] += Trade(sector, i, j);
            lost[j] = Imports(sector, j) > 0 ? Lost(sector, j) : 0;
            all += bought[j];
        }

        var gone = lost.Sum();
        if (!(gone > 0))
            return;
        var left = _horizon == Horizon.Short ? Math.Min(all, all - gone + _terms.Spare * row.Spare / row.Consumption * all) / all : 1;
        if (!(left > 0))
            return;
        _shortages.Add(new GasShortage(row.Name, sector, members, gone / all, left));
        if (_horizon == Horizon.Short)
            Refill(sector, members, lost, left, left * all - (all - gone));
        else
            Share(sector, members, lost, bought, gone / all);
        if (left < 1)
            _pools.Add(new Pool(sector, members, left, _terms.Passed));
    }

    private double Lost(Sector sector, int buyer) =>
        Trade(sector, _target.Index, buyer) * Math.Max(0, _banned.Share(sector, new Region(buyer)) - (_outlets?.Placed[sector.Index * _regions + buyer] ?? 0));

    // Each member gets others' gas in place of what it lost, as much as before; the levy of the pool then cuts all alike. So a seller inside
    // the pool sells as much as before, and one outside its part of what can come besides.
    private void Refill(Sector sector, ImmutableArray<Region> members, double[] lost, double left, double besides)
    {
        var (sold, outside) = (new double[_regions], 0.0);
        for (var i = 0; i < _regions; i++)
        {
            if (i == _target.Index)
                continue;
            foreach (var member in members)
                sold[i] += Trade(sector, i, member.Index);
            outside += members.Contains(new Region(i)) ? 0 : sold[i];
        }

        var room = new double[_regions];
        for (var i = 0; i < _regions; i++)
            room[i] = sold[i] * (1 / left - 1) + (outside > 0 && !members.Contains(new Region(i)) ? besides / left * sold[i] / outside : 0);
        Deal(sector, members, room, lost);
    }

    // Who lacks less than the mean gives up what it has beyond, and its sellers sell it to those that lack more.
    private void Share(Sector sector, ImmutableArray<Region> members, double[] lost, double[] bought, double mean)
    {
        var (wanted, room) = (new double[_regions], new double[_regions]);
        var (given, lacking) = (0.0, 0.0);
        foreach (var member in members)
        {
            var (j, imports) = (member.Index, Imports(sector, member.Index));
            var beyond = mean * bought[j] - lost[j];
            if (beyond <= 0)
            {
                lacking += wanted[j] = imports > 0 ? -beyond : 0;
                continue;
            }

            var part = imports > 0 ? Math.Min(beyond / imports, MostGiven) : 0;
            if (part == 0)
                continue;
            given += part * imports;
            for (var i = 0; i < _regions; i++)
                room[i] += IsSeller(i, j) ? part * Trade(sector, i, j) : 0;
            AddRatios(sector, member, i => IsSeller(i, j) ? 1 - part : 1);
        }

        for (var j = 0; lacking > 0 && j < _regions; j++)
            wanted[j] *= Math.Min(1, given / lacking);
        Deal(sector, members, room, wanted);
    }

    private void Deal(Sector sector, ImmutableArray<Region> members, double[] room, double[] wanted)
    {
        int[] buyers = [.. members.Select(member => member.Index).Where(j => wanted[j] > 0)];
        int[] sellers = [.. Enumerable.Range(0, _regions).Where(i => room[i] > 0 && Array.Exists(buyers, j => IsOpen(i, j)))];
        var (total, offered) = (buyers.Sum(j => wanted[j]), sellers.Sum(i => room[i]));
        if (!(total > 0) || !(offered > 0))
            return;
        if (CargoSwap.Divide([.. sellers.Select(i => room[i] * total / offered)], [.. buyers.Select(j => wanted[j])], (i, j) => IsOpen(sellers[i], buyers[j])) is not { } cargo)
            return;
        for (var m = 0; m < buyers.Length; m++)
        {
            var (j, more) = (buyers[m], new double[_regions]);
            for (var k = 0; k < sellers.Length; k++)
                more[sellers[k]] = cargo[k * buyers.Length + m];
            AddRatios(sector, new Region(j), i => more[i] > 0 ? 1 + more[i] / Trade(sector, i, j) : 1);
        }

        bool IsOpen(int i, int j) => IsSeller(i, j) && Trade(sector, i, j) > 0;
    }

    private void AddRatios(Sector sector, Region buyer, Func<int, double> ratio)
    {
        double[] ratios = [.. Enumerable.Range(0, _regions).Select(ratio)];
        _weights.Add(new Reweighting(sector, buyer, ImmutableCollectionsMarshal.AsImmutableArray(ratios)));
    }

    private bool IsSeller(int seller, int buyer) => seller != buyer && seller != _target.Index;

    private double Imports(Sector sector, int buyer)
    {
        var sum = 0.0;
        for (var i = 0; i < _regions; i++)
            sum += IsSeller(i, buyer) ? Trade(sector, i, buyer) : 0;
        return sum;
    }

    private double Trade(Sector sector, int origin, int destination) => _world.Trade[Cube.At(_regions, sector.Index, origin, destination)];
}
