using System.Collections.Immutable;
using Samarkand.Model.Nests;
using Samarkand.Worlds;

namespace Samarkand.Model;

/// <summary>
/// The observed equilibrium in the terms of the model (Caliendo and Parro 2015, Review of Economic Studies 82(1)): shares,
/// levels and elasticities from which counterfactuals are computed in exact hat algebra. Values in million USD a year.
/// </summary>
public sealed partial class Baseline
{
    // Symbols of docs/method.md: pi, tau, g, B = g^{ks}, a, theta, Y, X, V, R, D, I.
    private readonly double[] _tradeShares;
    private readonly double[]? _tariffs;
    private readonly double[] _valueAddedShares;
    private readonly double[] _inputShares;
    private readonly double[] _finalShares;
    private readonly double[] _elasticities;
    private readonly double[] _outputs;
    private readonly double[] _expenditures;
    private readonly double[] _valueAdded;
    private readonly double[] _revenues;
    private readonly double[] _deficits;

    private Baseline(
        World world,
        double[] tradeShares,
        double[]? tariffs,
        double[] valueAddedShares,
        double[] inputShares,
        double[] finalShares,
        double[] elasticities,
        double[] outputs,
        double[] expenditures,
        double[] valueAdded,
        double[] revenues,
        double[] deficits)
    {
        World = world;
        _tradeShares = tradeShares;
        _tariffs = tariffs;
        _valueAddedShares = valueAddedShares;
        _inputShares = inputShares;
        _finalShares = finalShares;
        _elasticities = elasticities;
        _outputs = outputs;
        _expenditures = expenditures;
        _valueAdded = valueAdded;
        _revenues = revenues;
        _deficits = deficits;
        Observed = this;
    }

    /// <summary>The world that this baseline belongs to.</summary>
    public World World { get; }

    /// <summary>The baseline before markets were given up; itself where none was.</summary>
    internal Baseline Observed { get; private init; }

    /// <summary>The nests of inputs and final demand; null where they are Cobb-Douglas.</summary>
    internal Nesting? Nesting { get; private init; }

    /// <summary>
    /// What the elasticity between home and foreign goods is of that among foreign origins, in (0, 1]; 1 is one tier. Half is the rule of
    /// Feenstra, Luck, Obstfeld and Russ (2018, Review of Economics and Statistics 100(1)).
    /// </summary>
    internal double HomeRatio { get; private init; } = 1;

    /// <summary>The shares of what all regions use.</summary>
    internal UseShares Uses => field ??= UseShares.Of(_valueAddedShares, _inputShares, _finalShares);

    /// <summary>The number of regions, N.</summary>
    public int RegionCount => World.Regions.Length;

    /// <summary>The number of sectors, S.</summary>
    public int SectorCount => World.Sectors.Length;

    /// <summary>Shares of origins in each destination's expenditure at buyers' prices, [sector, origin, destination].</summary>
    public ReadOnlySpan<double> TradeShares => _tradeShares;

    /// <summary>The same, to be kept.</summary>
    internal ReadOnlyMemory<double> TradeShareMemory => _tradeShares;

    /// <summary>Ad valorem tariff rates, [sector, origin, destination]; empty where there are none.</summary>
    public ReadOnlySpan<double> Tariffs => _tariffs;

    /// <summary>Value added over output, [region, sector]; 1 where nothing is produced.</summary>
    public ReadOnlySpan<double> ValueAddedShares => _valueAddedShares;

    /// <summary>Cost shares of inputs, [region, input, sector]; with value added they sum to 1 over inputs.</summary>
    public ReadOnlySpan<double> InputShares => _inputShares;

    /// <summary>Shares of final expenditure, [region, sector].</summary>
    public ReadOnlySpan<double> FinalShares => _finalShares;

    /// <summary>Trade elasticities theta at this horizon, one a sector.</summary>
    public ReadOnlySpan<double> Elasticities => _elasticities;

    /// <summary>Output at basic prices, [region, sector].</summary>
    public ReadOnlySpan<double> Outputs => _outputs;

    /// <summary>Expenditure at buyers' prices, [sector, region].</summary>
    public ReadOnlySpan<double> Expenditures => _expenditures;

    /// <summary>Value added by region.</summary>
    public ReadOnlySpan<double> ValueAdded => _valueAdded;

    /// <summary>Wedges received by region.</summary>
    public ReadOnlySpan<double> Revenues => _revenues;

    /// <summary>Deficits (imports less exports at basic prices) by region.</summary>
    public ReadOnlySpan<double> Deficits => _deficits;

    /// <summary>Income I = V + R + D of a region.</summary>
    public double Income(Region region) =>
        _valueAdded[region.Index] + _revenues[region.Index] + _deficits[region.Index];

    /// <summary>The same baseline with every trade elasticity times a factor above 0.</summary>
    internal Baseline WithElasticities(double factor) => WithElasticities([.. _elasticities.Select(theta => theta * factor)]);

    /// <summary>The same baseline at other trade elasticities.</summary>
    /// <param name="elasticities">Theta by sector, above 0.</param>
    /// <exception cref="ArgumentException">Not one a sector, or one is not above 0.</exception>
    public Baseline WithElasticities(ImmutableArray<double> elasticities)
    {
        if (elasticities.Length != _elasticities.Length || elasticities.Any(theta => !(theta > 0 && double.IsFinite(theta))))
            throw new ArgumentException($"expected {_elasticities.Length} elasticities above 0", nameof(elasticities));
        return new Baseline(
            World, _tradeShares, _tariffs, _valueAddedShares, _inputShares, _finalShares, [.. elasticities], _outputs, _expenditures, _valueAdded, _revenues, _deficits)
        {
            Observed = Observed,
            Nesting = Nesting,
            HomeRatio = HomeRatio,
        };
    }

    internal bool DiffersInElasticitiesAlone(Baseline other) =>
        _tradeShares == other._tradeShares && _inputShares == other._inputShares && _outputs == other._outputs && _deficits == other._deficits
        && Nesting == other.Nesting && HomeRatio == other.HomeRatio;

    /// <summary>The same baseline with other nests, or Cobb-Douglas.</summary>
    internal Baseline WithNesting(Nesting? nesting) => nesting == Nesting ? this : new Baseline(
        World, _tradeShares, _tariffs, _valueAddedShares, _inputShares, _finalShares, _elasticities, _outputs, _expenditures, _valueAdded, _revenues, _deficits)
    {
        Nesting = nesting,
        HomeRatio = HomeRatio,
    };

    /// <summary>The same baseline with another elasticity between home and foreign goods.</summary>
    internal Baseline WithHomeRatio(double ratio) => ratio == HomeRatio ? this : new Baseline(
        World, _tradeShares, _tariffs, _valueAddedShares, _inputShares, _finalShares, _elasticities, _outputs, _expenditures, _valueAdded, _revenues, _deficits)
    {
        Nesting = Nesting,
        HomeRatio = ratio is > 0 and <= 1 ? ratio : throw new ArgumentOutOfRangeException(nameof(ratio)),
    };

    /// <summary>An equilibrium taken as the baseline of further counterfactuals: new shares and levels, the same technology.</summary>
    internal Baseline MovedTo(double[] tradeShares, UseShares uses, double[] outputs, double[] expenditures, double[] valueAdded, double[] revenues, double[] deficits) =>
        new(World, tradeShares, _tariffs, uses.Added, uses.Inputs, uses.Final, _elasticities, outputs, expenditures, valueAdded, revenues, deficits)
        {
            Nesting = Nesting,
            HomeRatio = HomeRatio,
        };

    /// <summary>
    /// The baseline with the named markets given up: what they took of final and intermediate expenditure goes to the other
    /// sectors (and to value added) in proportion.
    /// </summary>
    /// <exception cref="NoEquilibriumException">A region or an industry buys nothing else.</exception>
    internal Baseline WithoutDemand(ImmutableArray<(Region Region, Sector Sector)> markets)
    {
        var (n, s) = (RegionCount, SectorCount);
        var (final, inputs, added) = ((double[])_finalShares.Clone(), (double[])_inputShares.Clone(), (double[])_valueAddedShares.Clone());
        var (shares, expenditures) = ((double[])_tradeShares.Clone(), (double[])_expenditures.Clone());
        foreach (var (region, sector) in markets)
        {
            GiveUp(final.AsSpan(region.Index * s, s), 1, region, sector);
            for (var user = 0; user < s; user++)
                added[region.Index * s + user] /= GiveUp(inputs.AsSpan(region.Index * s * s + user), s, region, sector);
            expenditures[sector.Index * n + region.Index] = 0;
            // Like every market without expenditure it counts as served at home.
            for (var origin = 0; origin < n; origin++)
                shares[Cube.At(n, sector.Index, origin, region.Index)] = origin == region.Index ? 1 : 0;
        }

        return new Baseline(
            World, shares, _tariffs, added, inputs, final, _elasticities, _outputs, expenditures, _valueAdded, _revenues, _deficits)
        {
            Observed = Observed,
            Nesting = Nesting,
            HomeRatio = HomeRatio,
        };

        // Sets one share to zero, scales the others up, and returns what was left of the total of 1.
        double GiveUp(Span<double> parts, int stride, Region region, Sector gone)
        {
            var rest = 1 - parts[gone.Index * stride];
            if (!(rest > 1e-9))
                throw new NoEquilibriumException($"no equilibrium: {World.Code(gone)} cannot vanish in {World.Code(region)}, where some buyers buy nothing else; lower the coverage below 1");
            parts[gone.Index * stride] = 0;
            for (var k = 0; k < s; k++)
                parts[k * stride] /= rest;
            return rest;
        }
    }
}
