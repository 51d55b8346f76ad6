using Samarkand.Model;
using Samarkand.Model.Solving;

namespace Samarkand.Analyses.Explanation;

/// <summary>
/// Splits the change of a market's price by origin, exactly. With pi and pi' the shares before and after, the weights
/// L(pi', pi) / sum L of Sato (1976) and Vartia (1976), L the logarithmic mean over the origins that still sell, give
/// ln P = sum_i phi_i (ln c_i + ln k_i) + sum over the lost of pi_i / (theta sum L): what a lost variety costs is the limit of
/// phi_i ln k_i for k_i without end (Feenstra 1994). Parts of a split market have constant shares of its expenditure.
/// </summary>
internal sealed unsafe class MarketOrigins
{
    private readonly Equilibrium _equilibrium;
    private readonly PackedBaseline _packed;
    private readonly Scenario _scenario;
    private readonly double[] _powers;
    private readonly double[] _weights;
    private readonly double[] _basic;
    private readonly double[] _means;

    public MarketOrigins(Equilibrium equilibrium, double[] costs)
    {
        _equilibrium = equilibrium;
        _packed = new PackedBaseline(equilibrium.Baseline);
        _scenario = new Scenario(_packed);
        _scenario.Set(equilibrium.Shock);
        _powers = new double[costs.Length];
        for (var cell = 0; cell < costs.Length; cell++)
            _powers[cell] = Math.Pow(costs[cell], -equilibrium.Baseline.Elasticities[cell % _packed.S]);
        (_weights, _basic, _means) = (new double[_packed.N], new double[_packed.N], new double[_packed.N]);
    }

    /// <summary>Payments in proportion to single flows; what buyers pay is among them.</summary>
    public IReadOnlyList<FlowTransfer> Transfers => [.. _scenario.Transfers, .. PooledMarkets.Transfers(_equilibrium.Shock.Pools, _equilibrium.LogLevies, _packed.N)];

    /// <summary>Splits one market.</summary>
    /// <param name="sector">The sector.</param>
    /// <param name="destination">The destination.</param>
    /// <param name="shares">Receives phi by origin, the weight of its unit cost.</param>
    /// <param name="wedges">Receives what wedges add to ln P, by origin.</param>
    /// <param name="barriers">Receives what trade costs and lost varieties add to ln P, by origin.</param>
    public void Split(int sector, int destination, Span<double> shares, Span<double> wedges, Span<double> barriers)
    {
        shares.Clear();
        wedges.Clear();
        barriers.Clear();
        var split = Find(sector, destination);
        if (split is null || split.FreeShare > 0)
        {
            for (var i = 0; i < _packed.N; i++)
            {
                var cell = i * _packed.RowN + destination;
                (_weights[i], _basic[i]) = (_scenario.Weights[sector][cell], _scenario.BasicWeights[sector][cell]);
            }

            AddPart(sector, destination, split?.FreeShare ?? 1, split?.Routed, shares, wedges, barriers);
        }

        foreach (var part in split?.Parts ?? [])
        {
            part.Weights.CopyTo(_weights, 0);
            part.BasicWeights.CopyTo(_basic, 0);
            AddPart(sector, destination, part.Share, part.Routed, shares, wedges, barriers);
        }

        AddLevies(sector, destination, shares, wedges);
    }

    // A pool's levy is on all that its members buy, home sales among it.
    private void AddLevies(int sector, int destination, ReadOnlySpan<double> shares, Span<double> wedges)
    {
        for (var p = 0; p < _equilibrium.LogLevies.Length; p++)
        {
            var pool = _equilibrium.Shock.Pools[p];
            if (pool.Sector.Index != sector || !pool.Members.Contains(new(destination)))
                continue;
            for (var i = 0; i < shares.Length; i++)
                wedges[i] += shares[i] * _equilibrium.LogLevies[p];
        }
    }

    private void AddPart(int sector, int destination, double share, RoutedSupply? routed, Span<double> shares, Span<double> wedges, Span<double> barriers)
    {
        for (var o = 0; o < (routed?.Origins.Length ?? 0); o++)
        {
            var (weight, basic) = routed!.Weights(o);
            _weights[routed.Origins[o]] += weight;
            _basic[routed.Origins[o]] += basic;
        }

        if (_packed.IsTwoTier)
        {
            share = AddTiers(sector, destination, share, shares, barriers);
            if (share == 0)
                return;
        }

        // Of two tiers, shares are those within what is bought abroad.
        var whole = _packed.IsTwoTier ? _packed.ForeignShares[sector * _packed.RowN + destination] : 1;
        var (sum, means, elasticity) = (0.0, 0.0, -_packed.MinusElasticities[sector]);
        for (var i = 0; i < _packed.N; i++)
            sum += _weights[i] * _powers[i * _packed.S + sector];
        for (var i = 0; i < _packed.N; i++)
            means += _means[i] = LogMean.Of(_weights[i] * _powers[i * _packed.S + sector] / sum, Before(sector, i, destination) / whole);
        for (var i = 0; i < _packed.N; i++)
        {
            var before = Before(sector, i, destination);
            if (_weights[i] > 0)
            {
                var (phi, wedge) = (share * _means[i] / means, Wedge(sector, i, destination));
                shares[i] += phi;
                wedges[i] += phi * wedge;
                barriers[i] += phi * (Math.Log(before / _weights[i]) / elasticity - wedge);
            }
            else
            {
                barriers[i] += share * (before / whole) / (elasticity * means);
            }
        }
    }

    // Home against abroad first: returns the weight of the foreign bundle, which the caller divides among origins.
    private double AddTiers(int sector, int destination, double share, Span<double> shares, Span<double> barriers)
    {
        var (cell, sum, ratio) = (sector * _packed.RowN + destination, 0.0, _packed.HomeRatio);
        var (home, foreign) = (_packed.HomeShares[cell], _packed.ForeignShares[cell]);
        for (var i = 0; i < _packed.N; i++)
            sum += _weights[i] * _powers[i * _packed.S + sector];
        var market = TwoTiers.Of(home, foreign, ratio, _powers[destination * _packed.S + sector], sum, 1);
        var (atHome, abroad) = (LogMean.Of(market.Home, home), LogMean.Of(1 - market.Home, foreign));
        // Without any foreign supplier the whole bundle is lost, and with it each origin by its share.
        if (sum == 0)
            abroad = 0;
        for (var i = 0; sum == 0 && i < _packed.N; i++)
            barriers[i] += share * Before(sector, i, destination) / (-_packed.MinusElasticities[sector] * ratio * atHome);
        shares[destination] += share * atHome / (atHome + abroad);
        return share * abroad / (atHome + abroad);
    }

    private double Before(int sector, int origin, int destination) => _packed.Shares[sector * _packed.TradeBlock + origin * _packed.RowN + destination];

    // ln of what buyers pay over the basic price, after over before; the mean where some goods pay more than others.
    private double Wedge(int sector, int origin, int destination)
    {
        var before = _packed.HasTariffs ? _packed.Factors[sector * _packed.TradeBlock + origin * _packed.RowN + destination] : 1;
        return Math.Log(_weights[origin] / (_basic[origin] * before));
    }

    private Split? Find(int sector, int destination)
    {
        foreach (var split in _scenario.Splits.All)
        {
            if (split.Sector == sector && split.Destination == destination)
                return split;
        }

        return null;
    }
}
