using System.Collections.Immutable;
using Samarkand.Model.Nests;
using Samarkand.Model.Vectors;
using Samarkand.Worlds;

namespace Samarkand.Model;

/// <summary>A solved counterfactual with its certificate. Values in million USD, the numeraire being world value added.</summary>
public sealed class Equilibrium
{
    private readonly double[] _wages;
    private readonly double[] _logPrices;
    private readonly double[] _outputs;
    private readonly double[] _incomes;
    private readonly double[] _spending;
    private readonly double[] _revenues;
    private readonly double[] _priceIndices;
    private double[]? _prices;
    private double[]? _expenditures;

    internal Equilibrium(
        Baseline baseline,
        Shock shock,
        double[] wages,
        double[] logPrices,
        double[] outputs,
        double[] spending,
        double[] revenues,
        double[] priceIndices,
        Certificate certificate)
    {
        Baseline = baseline;
        Shock = shock;
        _wages = wages;
        _logPrices = logPrices;
        _outputs = outputs;
        (_incomes, _spending) = (spending, spending);
        _revenues = revenues;
        _priceIndices = priceIndices;
        Certificate = certificate;
        if (LentMoney.Of(baseline, shock, certificate.Closure, wages, revenues) is not { } lent)
            return;
        _incomes = new double[spending.Length];
        for (var r = 0; r < _incomes.Length; r++)
            _incomes[r] = spending[r] - lent[r];
    }

    /// <summary>What the counterfactual is compared with.</summary>
    public Baseline Baseline { get; }

    /// <summary>What was changed.</summary>
    public Shock Shock { get; }

    /// <summary>How exactly it holds.</summary>
    public Certificate Certificate { get; }

    /// <summary>Changes of wages w, ratios to the baseline, by region.</summary>
    public ReadOnlySpan<double> Wages => _wages;

    /// <summary>Changes of price indices P at buyers' prices, ratios, [sector, region].</summary>
    public ReadOnlySpan<double> Prices => _prices ??= ExpOf(_logPrices);

    /// <summary>Outputs Y' at basic prices, [region, sector].</summary>
    public ReadOnlySpan<double> Outputs => _outputs;

    /// <summary>Expenditures X' at buyers' prices, [sector, region].</summary>
    public ReadOnlySpan<double> Expenditures => _expenditures ??= Demand();

    /// <summary>Incomes I' by region.</summary>
    public ReadOnlySpan<double> Incomes => _incomes;

    /// <summary>What each region spends: its income and what is lent to it of money in trust or unspent.</summary>
    internal ReadOnlySpan<double> Spending => _spending;

    /// <summary>Wedges and payments on flows received less paid, R', by region.</summary>
    public ReadOnlySpan<double> Revenues => _revenues;

    /// <summary>The logarithm of 1 + the levy of each of the shock's pools.</summary>
    internal ImmutableArray<double> LogLevies { get; init; } = [];

    /// <summary>The change of the consumption price index prod_s (P^s)^{a^s}, a ratio.</summary>
    public double PriceIndex(Region region) => _priceIndices[region.Index];

    /// <summary>The change of real income: income over the consumption price index, a ratio to the baseline.</summary>
    public double RealIncome(Region region) =>
        _incomes[region.Index] / Baseline.Income(region) / PriceIndex(region);

    /// <summary>The shares of what producers and consumers use at these prices.</summary>
    internal UseShares Uses => field ??= UseShares.Of(Baseline, _wages, _logPrices);

    /// <summary>Changes of unit costs c = w^g prod_k (P^k)^{g^k}, ratios, [region, sector]; those of the nests where the baseline has some.</summary>
    public double[] Costs()
    {
        var (n, s) = (Baseline.RegionCount, Baseline.SectorCount);
        if (Uses.LogCosts is { } logCosts)
            return ExpOf(logCosts);
        var costs = new double[n * s];
        for (var r = 0; r < n; r++)
        {
            var row = costs.AsSpan(r * s, s);
            SpanRows.AddScaled(Baseline.ValueAddedShares.Slice(r * s, s), Math.Log(_wages[r]), row);
            for (var input = 0; input < s; input++)
                SpanRows.AddScaled(Baseline.InputShares.Slice((r * s + input) * s, s), _logPrices[input * n + r], row);
        }

        SpanRows.Exp(costs);
        return costs;
    }

    private static double[] ExpOf(double[] logarithms)
    {
        double[] values = [.. logarithms];
        SpanRows.Exp(values);
        return values;
    }

    // B Y' + a I', and what is bought for others: most users of many equilibria never ask for it.
    private double[] Demand()
    {
        var (n, s) = (Baseline.RegionCount, Baseline.SectorCount);
        var demand = new double[s * n];
        for (var r = 0; r < n; r++)
        {
            var outputs = _outputs.AsSpan(r * s, s);
            for (var k = 0; k < s; k++)
                demand[k * n + r] = SpanRows.Dot(Uses.Inputs.AsSpan((r * s + k) * s, s), outputs) + Uses.Final[r * s + k] * _spending[r];
        }

        foreach (var purchase in Shock.Purchases)
            demand[purchase.Sector.Index * n + purchase.Buyer.Index] += purchase.Amount;
        return demand;
    }
}
