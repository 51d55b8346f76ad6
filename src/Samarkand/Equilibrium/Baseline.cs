using System.Collections.Immutable;
using Samarkand.Worlds;

namespace Samarkand.Equilibrium;

/// <summary>
/// The observed equilibrium in the terms of the model (Caliendo and Parro 2015, Review of Economic Studies 82(1)): shares,
/// levels and elasticities from which counterfactuals are computed in exact hat algebra. Values in million USD a year.
/// </summary>
public sealed class Baseline
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
    }

    /// <summary>The world that this baseline belongs to.</summary>
    public World World { get; }

    /// <summary>The number of regions, N.</summary>
    public int RegionCount => World.Regions.Length;

    /// <summary>The number of sectors, S.</summary>
    public int SectorCount => World.Sectors.Length;

    /// <summary>Shares of origins in each destination's expenditure at buyers' prices, [sector, origin, destination].</summary>
    public ReadOnlySpan<double> TradeShares => _tradeShares;

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

    /// <summary>The baseline of a world at a horizon.</summary>
    /// <exception cref="InputException">A market has expenditure but negative final demand, or a region has no value added.</exception>
    public static Baseline Of(World world, Horizon horizon)
    {
        var (n, s) = (world.Regions.Length, world.Sectors.Length);
        var shares = new double[s * n * n];
        var outputs = new double[n * s];
        var expenditures = new double[s * n];
        var deficits = new double[n];
        var revenues = new double[n];
        var tariffs = world.Tariffs.IsEmpty ? null : world.Tariffs.ToArray();
        for (var k = 0; k < s; k++)
            AddSector(world, k, tariffs, shares, outputs, expenditures, deficits, revenues);

        var valueAddedShares = new double[n * s];
        var inputShares = new double[n * s * s];
        var finalShares = new double[n * s];
        var valueAdded = new double[n];
        for (var r = 0; r < n; r++)
            AddTechnology(world, r, outputs, expenditures, valueAddedShares, inputShares, finalShares, valueAdded);
        for (var r = 0; r < n; r++)
        {
            if (!(valueAdded[r] > 0) || !(valueAdded[r] + revenues[r] + deficits[r] > 0))
            {
                throw new InputException(new InputProblem(
                    world.About.Name, 0, 0, $"region {world.Regions[r].Code} has no positive value added and income; the model needs both"));
            }
        }

        var scale = horizon.ElasticityScale();
        var elasticities = new double[s];
        for (var k = 0; k < s; k++)
            elasticities[k] = world.Elasticities[k] * scale;
        return new Baseline(
            world, shares, tariffs, valueAddedShares, inputShares, finalShares, elasticities, outputs, expenditures, valueAdded, revenues, deficits);
    }

    /// <summary>An equilibrium taken as the baseline of further counterfactuals: new shares and levels, the same technology.</summary>
    internal Baseline MovedTo(double[] tradeShares, double[] outputs, double[] expenditures, double[] valueAdded, double[] revenues, double[] deficits) =>
        new(World, tradeShares, _tariffs, _valueAddedShares, _inputShares, _finalShares, _elasticities, outputs, expenditures, valueAdded, revenues, deficits);

    /// <summary>
    /// The baseline with the named markets given up: what they took of final and intermediate expenditure goes to the other
    /// sectors (and to value added) in proportion.
    /// </summary>
    internal Baseline WithoutDemand(ImmutableArray<(Region Region, Sector Sector)> markets)
    {
        var s = SectorCount;
        var (final, inputs, added) = ((double[])_finalShares.Clone(), (double[])_inputShares.Clone(), (double[])_valueAddedShares.Clone());
        foreach (var (region, sector) in markets)
        {
            GiveUp(final.AsSpan(region.Index * s, s), 1, sector.Index);
            for (var user = 0; user < s; user++)
                added[region.Index * s + user] /= GiveUp(inputs.AsSpan(region.Index * s * s + user), s, sector.Index);
        }

        return new Baseline(
            World, _tradeShares, _tariffs, added, inputs, final, _elasticities, _outputs, _expenditures, _valueAdded, _revenues, _deficits);

        // Sets one share to zero, scales the others up, and returns what was left of the total of 1.
        double GiveUp(Span<double> shares, int stride, int gone)
        {
            var rest = 1 - shares[gone * stride];
            shares[gone * stride] = 0;
            for (var k = 0; k < s; k++)
                shares[k * stride] /= rest;
            return rest;
        }
    }

    private static void AddSector(
        World world, int k, double[]? tariffs, double[] shares, double[] outputs, double[] expenditures, double[] deficits, double[] revenues)
    {
        var (n, s) = (world.Regions.Length, world.Sectors.Length);
        var trade = world.Trade.Slice(k * n * n, n * n);
        var total = expenditures.AsSpan(k * n, n);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                var (m, tau) = (trade[i * n + j], tariffs is null ? 0 : tariffs[(k * n + i) * n + j]);
                shares[(k * n + i) * n + j] = m * (1 + tau);
                total[j] += m * (1 + tau);
                revenues[j] += m * tau;
                outputs[i * s + k] += m;
                if (i != j)
                {
                    deficits[j] += m;
                    deficits[i] -= m;
                }
            }
        }

        for (var j = 0; j < n; j++)
        {
            for (var i = 0; i < n; i++)
            {
                ref var share = ref shares[(k * n + i) * n + j];
                // A market without expenditure counts as served at home, so that its price is that of its own cost.
                share = total[j] > 0 ? share / total[j] : i == j ? 1 : 0;
            }
        }
    }

    private static void AddTechnology(
        World world, int r, double[] outputs, double[] expenditures, double[] valueAddedShares, double[] inputShares, double[] finalShares, double[] valueAdded)
    {
        var (n, s) = (world.Regions.Length, world.Sectors.Length);
        var inputs = world.Inputs.Slice(r * s * s, s * s);
        var finalTotal = 0.0;
        for (var k = 0; k < s; k++)
        {
            var used = 0.0;
            for (var l = 0; l < s; l++)
                used += inputs[k * s + l];
            // Final demand balances the market exactly where the world is off by no more than its rounding (1e-6).
            var (final, market) = (world.Final[r * s + k], expenditures[k * n + r]);
            if (Math.Abs(final + used - market) <= 1e-6 * market)
                final = market - used;
            finalShares[r * s + k] = final > 0 ? final : 0;
            finalTotal += finalShares[r * s + k];
        }

        for (var k = 0; k < s; k++)
        {
            var y = outputs[r * s + k];
            var used = 0.0;
            for (var l = 0; l < s; l++)
                used += inputs[l * s + k];
            for (var l = 0; l < s; l++)
                inputShares[(r * s + l) * s + k] = y > 0 ? inputs[l * s + k] / y : 0;
            valueAddedShares[r * s + k] = y > 0 ? (y - used) / y : 1;
            valueAdded[r] += y > 0 ? y - used : 0;
            finalShares[r * s + k] = finalTotal > 0 ? finalShares[r * s + k] / finalTotal : 0;
        }
    }
}
