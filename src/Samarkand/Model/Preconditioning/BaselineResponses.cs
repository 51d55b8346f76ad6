using System.Numerics;
using Samarkand.Worlds;

namespace Samarkand.Model.Preconditioning;

/// <summary>
/// Linear responses at the baseline, for many right-hand sides at once. Vectors are rows of <c>columns</c> numbers, indexed
/// [region][sector] for costs and outputs and [sector][region] for prices and expenditures. Used once per world, by
/// <see cref="PreconditionerBuilder"/>; the algebra is in docs/method.md, "The preconditioner".
/// </summary>
internal sealed class BaselineResponses
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
        Array.Clear(costs);
        for (var r = 0; r < n; r++)
        {
            for (var input = 0; input < s; input++)
            {
                for (var user = 0; user < s; user++)
                    Add(costs, r * s + user, prices, input * n + r, _b.InputShares[Cube.At(s, r, input, user)]);
            }
        }
    }

    /// <summary>Demand for inputs from outputs: B.</summary>
    public void DemandFromOutputs(double[] outputs, double[] demand)
    {
        var (n, s) = (_b.RegionCount, _b.SectorCount);
        Array.Clear(demand);
        for (var r = 0; r < n; r++)
        {
            for (var input = 0; input < s; input++)
            {
                for (var user = 0; user < s; user++)
                    Add(demand, input * n + r, outputs, r * s + user, _b.InputShares[Cube.At(s, r, input, user)]);
            }
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

    private void ToDestinations(ReadOnlySpan<double> shares, double[] source, double[] target)
    {
        var (n, s) = (_b.RegionCount, _b.SectorCount);
        Array.Clear(target);
        for (var k = 0; k < s; k++)
        {
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++)
                    Add(target, k * n + j, source, i * s + k, shares[Cube.At(n, k, i, j)]);
            }
        }
    }

    private void ToOrigins(ReadOnlySpan<double> shares, double[] source, double[] target)
    {
        var (n, s) = (_b.RegionCount, _b.SectorCount);
        Array.Clear(target);
        for (var k = 0; k < s; k++)
        {
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++)
                    Add(target, i * s + k, source, k * n + j, shares[Cube.At(n, k, i, j)]);
            }
        }
    }

    private void Add(double[] target, int targetRow, double[] source, int sourceRow, double factor)
    {
        if (factor == 0)
            return;
        var to = target.AsSpan(targetRow * _columns, _columns);
        var from = source.AsSpan(sourceRow * _columns, _columns);
        var (c, factors) = (0, new Vector<double>(factor));
        for (; c + Vector<double>.Count <= to.Length; c += Vector<double>.Count)
            (new Vector<double>(to[c..]) + factors * new Vector<double>(from[c..])).CopyTo(to[c..]);
        for (; c < to.Length; c++)
            to[c] += factor * from[c];
    }
}
