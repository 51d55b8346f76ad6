using Samarkand.Worlds;

namespace Samarkand.Model.Preconditioning;

/// <summary>
/// Linear responses at the baseline, for many right-hand sides at once. Vectors are rows of <c>columns</c> numbers, indexed
/// [region][sector] for costs and outputs and [sector][region] for prices and expenditures. Used once per world, by
/// <see cref="PreconditionerBuilder"/>; the algebra is in docs/method.md, "The preconditioner".
/// </summary>
internal sealed unsafe class BaselineResponses
{
    private readonly Baseline _b;
    private readonly ReadOnlyMemory<double> _basicShares;
    private readonly double[] _stacked;
    private readonly double[] _stackedToo;
    private readonly int _columns;

    /// <summary>Responses to <paramref name="columns"/> right-hand sides at once.</summary>
    public BaselineResponses(Baseline baseline, ReadOnlyMemory<double> basicShares, int columns)
    {
        _b = baseline;
        _columns = columns;
        _stacked = new double[Length];
        _stackedToo = new double[Length];
        _basicShares = basicShares;
    }

    /// <summary>pi / (1 + tau), [sector, origin, destination].</summary>
    public static ReadOnlyMemory<double> BasicShares(Baseline baseline)
    {
        if (baseline.Tariffs.IsEmpty)
            return baseline.TradeShareMemory;
        var shares = baseline.TradeShares.ToArray();
        for (var c = 0; c < baseline.Tariffs.Length; c++)
            shares[c] /= 1 + baseline.Tariffs[c];
        return shares;
    }

    /// <summary>The length of a vector: N S rows of <c>columns</c>.</summary>
    public int Length => _b.RegionCount * _b.SectorCount * _columns;

    /// <summary>Prices from costs: Pi.</summary>
    public void PricesFromCosts(double[] costs, double[] prices) => ToDestinations(_b.TradeShares, costs, prices);

    /// <summary>Costs from prices of inputs: B^T. Its own adjoint is <see cref="DemandFromOutputs"/>.</summary>
    public void CostsFromPrices(double[] prices, double[] costs)
    {
        var (n, s) = (_b.RegionCount, _b.SectorCount);
        var steps = new WeightedRows.Steps(Terms: s, NextSource: n * _columns, NextFactor: s, Sums: s, NextSum: _columns, NextSumFactor: 1);
        fixed (double* source = prices, target = costs, factors = _b.InputShares)
        {
            for (var r = 0; r < n; r++)
                WeightedRows.Add(source + r * _columns, factors + Cube.At(s, r, 0, 0), target + r * s * _columns, _columns, steps);
        }
    }

    /// <summary>Demand for inputs from outputs: B.</summary>
    public void DemandFromOutputs(double[] outputs, double[] demand)
    {
        var (n, s) = (_b.RegionCount, _b.SectorCount);
        var steps = new WeightedRows.Steps(Terms: s, NextSource: _columns, NextFactor: 1, Sums: s, NextSum: n * _columns, NextSumFactor: s);
        fixed (double* source = outputs, target = demand, factors = _b.InputShares)
        {
            for (var r = 0; r < n; r++)
                WeightedRows.Add(source + r * s * _columns, factors + Cube.At(s, r, 0, 0), target + r * _columns, _columns, steps);
        }
    }

    /// <summary>Outputs from demand at given shares: O.</summary>
    public void OutputsFromDemand(double[] demand, double[] outputs) => ToOrigins(_basicShares.Span, demand, outputs);

    /// <summary>Adjoint of <see cref="OutputsFromDemand"/>.</summary>
    public void DemandAdjoint(double[] outputs, double[] demand) => ToDestinations(_basicShares.Span, outputs, demand);

    /// <summary>Adjoint of <see cref="PricesFromCosts"/>.</summary>
    public void CostsAdjoint(double[] prices, double[] costs) => ToOrigins(_b.TradeShares, prices, costs);

    /// <summary>Outputs from costs through trade shares: K dc = -theta (Y dc - O (X Pi dc)).</summary>
    public void OutputsFromCosts(double[] costs, double[] outputs)
    {
        PricesFromCosts(costs, _stacked);
        Scale(_stacked, _b.Expenditures);
        OutputsFromDemand(_stacked, outputs);
        Substitute(costs, outputs);
    }

    /// <summary>Adjoint of <see cref="OutputsFromCosts"/>.</summary>
    public void OutputsFromCostsAdjoint(double[] outputs, double[] costs)
    {
        DemandAdjoint(outputs, _stacked);
        Scale(_stacked, _b.Expenditures);
        CostsAdjoint(_stacked, costs);
        Substitute(outputs, costs);
    }

    /// <summary>Solves x = right + T x into x by twenty-five steps of x -> right + T x, where T is the composition of two responses.</summary>
    public void Accumulate(double[] right, double[] x, Action<double[], double[]> first, Action<double[], double[]> second, CancellationToken cancellation)
    {
        right.CopyTo(x, 0);
        for (var step = 0; step < 25; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            first(x, _stackedToo);
            second(_stackedToo, x);
            System.Numerics.Tensors.TensorPrimitives.Add<double>(x, right, x);
        }
    }

    // target = -theta (Y source - target), row by row in [region][sector].
    private void Substitute(double[] source, double[] target)
    {
        var s = _b.SectorCount;
        for (var row = 0; row < _b.Outputs.Length; row++)
        {
            var (theta, y) = (_b.Elasticities[row % s], _b.Outputs[row]);
            for (var c = row * _columns; c < (row + 1) * _columns; c++)
                target[c] = -theta * (y * source[c] - target[c]);
        }
    }

    private void Scale(double[] rows, ReadOnlySpan<double> factors)
    {
        for (var row = 0; row < factors.Length; row++)
        {
            for (var c = row * _columns; c < (row + 1) * _columns; c++)
                rows[c] *= factors[row];
        }
    }

    private void ToDestinations(ReadOnlySpan<double> shares, double[] from, double[] to)
    {
        var (n, s) = (_b.RegionCount, _b.SectorCount);
        var steps = new WeightedRows.Steps(Terms: n, NextSource: s * _columns, NextFactor: n, Sums: n, NextSum: _columns, NextSumFactor: 1);
        fixed (double* source = from, target = to, factors = shares)
        {
            for (var k = 0; k < s; k++)
                WeightedRows.Add(source + k * _columns, factors + Cube.At(n, k, 0, 0), target + k * n * _columns, _columns, steps);
        }
    }

    private void ToOrigins(ReadOnlySpan<double> shares, double[] from, double[] to)
    {
        var (n, s) = (_b.RegionCount, _b.SectorCount);
        var steps = new WeightedRows.Steps(Terms: n, NextSource: _columns, NextFactor: 1, Sums: n, NextSum: s * _columns, NextSumFactor: n);
        fixed (double* source = from, target = to, factors = shares)
        {
            for (var k = 0; k < s; k++)
                WeightedRows.Add(source + k * n * _columns, factors + Cube.At(n, k, 0, 0), target + k * _columns, _columns, steps);
        }
    }
}
