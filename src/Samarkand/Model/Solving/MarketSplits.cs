using System.Collections.Immutable;
using Samarkand.Worlds;

namespace Samarkand.Model.Solving;

/// <summary>
/// Markets that need more than one column of weights. A common list splits a market into parts with equal baseline shares: the
/// free part stays in the sector's block of weights, each listed part is a column of its own; lists of one market are nested, the
/// shorter inside the longer. And goods that reach a market through third states stand beside the direct ones of the same part.
/// </summary>
internal sealed unsafe class MarketSplits
{
    private readonly List<Split> _splits = [];
    private readonly List<ListedBan> _bans = [];
    private readonly MarketDetours _detours = new();
    private int[] _starts = [];
    private bool[] _isListed = [];

    /// <summary>True where the shock has any.</summary>
    public bool Any => _splits.Count > 0;

    /// <summary>True where some goods come through third states.</summary>
    public bool AnyRouted { get; private set; }

    /// <summary>The split markets, ordered by sector. A list, since enumerating an interface would allocate in every sweep.</summary>
    public List<Split> All => _splits;

    /// <summary>Where a sector's markets begin in <see cref="All"/>; they end where the next one's begin.</summary>
    public int Start(int sector) => Any ? _starts[sector] : 0;

    public void Set(Shock shock, Scenario scenario, PackedBaseline packed)
    {
        _splits.Clear();
        AnyRouted = shock.Detours.Length > 0;
        if (shock.ListedBans.IsEmpty && shock.Detours.IsEmpty)
            return;
        if (_starts.Length == 0)
            (_starts, _isListed) = (new int[packed.S + 1], new bool[packed.S * packed.N]);
        Mark(shock.ListedBans, packed.N);
        _detours.Set(shock.Detours, packed.S, packed.N);
        for (var sector = 0; sector < packed.S; sector++)
        {
            _starts[sector] = _splits.Count;
            for (var destination = 0; destination < packed.N; destination++)
            {
                var isListed = _isListed[sector * packed.N + destination];
                var detours = _detours.Of(sector, destination);
                if (!isListed && detours.IsEmpty)
                    continue;
                FindBans(isListed ? shock.ListedBans : [], sector, destination);
                _splits.Add(Make(detours, sector, destination, scenario, packed));
            }
        }

        _starts[packed.S] = _splits.Count;
    }

    private void Mark(ImmutableArray<ListedBan> bans, int regions)
    {
        Array.Clear(_isListed);
        foreach (var ban in bans)
        {
            foreach (var sector in ban.Flows.Sectors)
            {
                foreach (var destination in ban.Flows.Destinations)
                    _isListed[sector.Index * regions + destination.Index] = true;
            }
        }
    }

    private void FindBans(ImmutableArray<ListedBan> bans, int sector, int destination)
    {
        _bans.Clear();
        foreach (var ban in bans)
        {
            if (ban.Flows.Destinations.Contains(new Region(destination)) && ban.Flows.Sectors.Contains(new Sector(sector)))
                _bans.Add(ban);
        }
    }

    private Split Make(ReadOnlySpan<Detour> detours, int sector, int destination, Scenario scenario, PackedBaseline packed)
    {
        var closed = new bool[packed.N];
        var free = RoutedSupply.Of(detours, closed, packed, scenario.MinusElasticities);
        if (_bans.Count == 0)
            return new Split(sector, destination, 1, [], free);
        var parts = new List<SplitPart>();
        var below = 0.0;
        foreach (var coverage in _bans.Select(ban => ban.Coverage).Distinct().Order())
        {
            var (weights, basic) = (new double[packed.N], new double[packed.N]);
            for (var i = 0; i < packed.N; i++)
            {
                weights[i] = scenario.Weights[sector][i * packed.RowN + destination];
                basic[i] = scenario.BasicWeights[sector][i * packed.RowN + destination];
            }

            Array.Clear(closed);
            foreach (var ban in _bans)
            {
                if (ban.Coverage >= coverage)
                    Close(ban, destination, closed, weights, basic);
            }

            parts.Add(new SplitPart(coverage - below, weights, basic, RoutedSupply.Of(detours, closed, packed, scenario.MinusElasticities)));
            below = coverage;
        }

        return new Split(sector, destination, 1 - below, [.. parts], free);
    }

    private static void Close(ListedBan ban, int destination, bool[] closed, double[] weights, double[] basic)
    {
        foreach (var origin in ban.Flows.Origins)
        {
            if (origin.Index == destination)
                continue;
            closed[origin.Index] = true;
            weights[origin.Index] = basic[origin.Index] = 0;
        }
    }
}

/// <summary>One market (a sector in a destination) with listed and free parts, or with supply through third states.</summary>
/// <param name="Sector">The sector.</param>
/// <param name="Destination">The destination.</param>
/// <param name="FreeShare">The share of expenditure on the free part.</param>
/// <param name="Parts">The listed parts.</param>
/// <param name="Routed">What reaches the free part through third states, or null.</param>
internal sealed record Split(int Sector, int Destination, double FreeShare, SplitPart[] Parts, RoutedSupply? Routed)
{
    /// <summary>Whether an origin still sells some listed part, or sells through third states.</summary>
    public bool HasPartOf(int origin) =>
        (FreeShare > 0 && Routed?.Sells(origin) == true)
        || Array.Exists(Parts, part => part.Weights[origin] > 0 || part.Routed?.Sells(origin) == true);
}

/// <summary>A listed part: its share of expenditure, and its weights by origin, before and after division by the wedges.</summary>
internal sealed class SplitPart(double share, double[] weights, double[] basicWeights, RoutedSupply? routed)
{
    public double Share => share;

    public double[] Weights => weights;

    public double[] BasicWeights => basicWeights;

    /// <summary>What reaches the part through third states, or null.</summary>
    public RoutedSupply? Routed => routed;

    /// <summary>Whether anybody sells it.</summary>
    public bool HasSupplier => routed is not null || Array.Exists(weights, weight => weight > 0);

    /// <summary>Expenditure over the price sum in the last sweep, million USD.</summary>
    public double Pull { get; set; }
}
