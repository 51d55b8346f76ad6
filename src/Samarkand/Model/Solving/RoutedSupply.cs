namespace Samarkand.Model.Solving;

/// <summary>
/// What reaches one part of a market through third states: weights by origin beside those of the direct trade, and who earns what
/// on the way. An origin's goods cost the same whichever way they take, so what a conduit earns is fixed per unit of an origin's
/// q z (see <see cref="Sweep{TLanes,TVector}"/>).
/// </summary>
internal sealed unsafe class RoutedSupply
{
    private readonly int[] _origins;
    private readonly double[] _weights;
    private readonly double[] _basicWeights;
    private readonly double[] _throughConduits;
    private readonly double[] _margins;
    private readonly double[] _powers;

    private RoutedSupply(int[] origins, int[] conduits)
    {
        var count = origins.Length;
        (_origins, Conduits) = (origins, conduits);
        (_weights, _basicWeights, _powers) = (new double[count], new double[count], new double[count]);
        (_throughConduits, _margins) = (new double[conduits.Length * count], new double[conduits.Length * count]);
    }

    /// <summary>The third states, in the world's order.</summary>
    public int[] Conduits { get; }

    /// <summary>The origins, in the world's order.</summary>
    public ReadOnlySpan<int> Origins => _origins;

    /// <summary>The supply that a market's detours make where lists close it to some origins; null where there is none.</summary>
    public static RoutedSupply? Of(ReadOnlySpan<Detour> detours, bool[] closed, PackedBaseline packed, double* minusElasticities)
    {
        if (detours.IsEmpty)
            return null;
        // Minus one where a region has no part in it, else its place among the origins or conduits.
        var places = new int[2 * packed.N];
        var origins = places.AsSpan(0, packed.N);
        var conduits = places.AsSpan(packed.N);
        Array.Fill(places, -1);
        foreach (var detour in detours)
        {
            if (!(Share(detour, closed) > 0))
                continue;
            origins[detour.Origin.Index] = 0;
            foreach (ref readonly var leg in detour.Legs.AsSpan())
                conduits[leg.Conduit.Index] = 0;
        }

        var supply = new RoutedSupply(Number(origins), Number(conduits));
        foreach (var detour in detours)
        {
            if (Share(detour, closed) is > 0 and var share)
                supply.Add(detour, share, origins, conduits, packed, minusElasticities);
        }

        return Array.Exists(supply._weights, weight => weight > 0) ? supply : null;
    }

    private static int[] Number(Span<int> places)
    {
        var regions = new int[places.Length - places.Count(-1)];
        var count = 0;
        for (var r = 0; r < places.Length; r++)
        {
            if (places[r] < 0)
                continue;
            regions[count] = r;
            places[r] = count++;
        }

        return regions;
    }

    public bool Sells(int origin) => Array.IndexOf(_origins, origin) is >= 0 and var o && _weights[o] > 0;

    /// <summary>sum_i A q over the origins.</summary>
    public double PriceSum(double* costPowers, int stride)
    {
        var sum = 0.0;
        for (var o = 0; o < _origins.Length; o++)
        {
            var power = _powers[o] = costPowers[_origins[o] * stride];
            sum += _weights[o] * power;
        }

        return sum;
    }

    /// <summary>Adds each origin's sales at basic prices, by the cost powers of the last <see cref="PriceSum"/>.</summary>
    public void AddOutputs(double pull, double* outputs, int stride)
    {
        for (var o = 0; o < _origins.Length; o++)
            outputs[_origins[o] * stride] += _powers[o] * _basicWeights[o] * pull;
    }

    /// <summary>All sales at basic prices, by the cost powers of the last <see cref="PriceSum"/>.</summary>
    public double Sales(double pull)
    {
        var sum = 0.0;
        for (var o = 0; o < _origins.Length; o++)
            sum += _powers[o] * _basicWeights[o];
        return sum * pull;
    }

    /// <summary>The margin that a conduit earns, by the cost powers of the last <see cref="PriceSum"/>.</summary>
    public double Margin(int conduit, double pull)
    {
        var margins = _margins.AsSpan(conduit * _origins.Length, _origins.Length);
        var sum = 0.0;
        for (var o = 0; o < margins.Length; o++)
            sum += _powers[o] * margins[o];
        return sum * pull;
    }

    /// <summary>One origin's weights at buyers' and basic prices.</summary>
    public (double Weight, double Basic) Weights(int o) => (_weights[o], _basicWeights[o]);

    /// <summary>One origin's weight through one conduit at basic prices, and the conduit's margin on it.</summary>
    public (double Basic, double Margin) Through(int conduit, int o) =>
        (_throughConduits[conduit * _origins.Length + o], _margins[conduit * _origins.Length + o]);

    private static double Share(Detour detour, bool[] closed) => closed[detour.Origin.Index] ? detour.ListedShare : detour.Share;

    private void Add(Detour detour, double share, ReadOnlySpan<int> origins, ReadOnlySpan<int> conduits, PackedBaseline packed, double* minusElasticities)
    {
        var (s, i) = (detour.Sector.Index, detour.Origin.Index);
        var cell = s * packed.TradeBlock + i * packed.RowN + detour.Destination.Index;
        var weight = packed.Shares[cell] * share * Math.Pow(detour.CostFactor, minusElasticities[s]);
        var tariff = packed.HasTariffs ? packed.Factors[cell] : 1;
        var o = origins[i];
        _weights[o] += weight;
        foreach (ref readonly var leg in detour.Legs.AsSpan())
        {
            var basic = weight * leg.Share / ((1 + leg.Margin) * tariff);
            var through = conduits[leg.Conduit.Index] * _origins.Length + o;
            _basicWeights[o] += basic;
            _throughConduits[through] += basic;
            _margins[through] += basic * leg.Margin;
        }
    }
}
