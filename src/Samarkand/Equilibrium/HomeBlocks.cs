using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using MathNet.Numerics.LinearAlgebra;

namespace Samarkand.Equilibrium;

/// <summary>
/// Each region's home part of the preconditioner. With B the region's input shares and h its home shares, one matrix serves
/// both directions: C = B^T (I - h B^T)^-1 gives the costs that follow from price residuals, dP = F_P + h C F_P, and its
/// transpose the outputs that follow from output residuals, dy = F_y + h C^T F_y. In single precision, since it only steers.
/// </summary>
internal sealed unsafe class HomeBlocks
{
    private readonly int _row;
    private readonly float[] _blocks;
    private readonly float[] _homeShares;
    private readonly float[] _ownCostResponses;

    public HomeBlocks(Baseline baseline, PackedBaseline b)
    {
        _row = b.RowS;
        _blocks = new float[b.N * b.S * _row];
        _homeShares = new float[b.N * _row];
        _ownCostResponses = new float[b.N * _row];
        Parallel.For(0, b.N, region => Fill(baseline, region));
    }

    /// <summary>Turns the residuals of prices and outputs into the part of the direction that stays at home.</summary>
    public void Apply(PackedBaseline b, SweepState f)
    {
        var prices = stackalloc float[_row];
        var costs = stackalloc float[_row];
        var outputs = stackalloc float[_row];
        fixed (float* blocks = _blocks, shares = _homeShares, responses = _ownCostResponses)
        {
            for (var n = 0; n < b.N; n++)
            {
                var block = blocks + n * b.S * _row;
                var home = shares + n * _row;
                var own = responses + n * _row;
                var column = f.LogPrices + n;
                for (var s = 0; s < b.S; s++)
                    prices[s] = (float)column[s * b.RowN];
                Forward(block, b.S, prices, costs);
                var row = f.Outputs + n * b.RowS;
                for (var v = 0; v < _row; v += Vector256<float>.Count)
                {
                    var cost = Vector256.Load(costs + v);
                    var output = Vector256.MultiplyAddEstimate(Vector256.Load(own + v), cost, Narrow(row + v));
                    output.Store(outputs + v);
                    Widen(output, row + v);
                    (cost * Vector256.Load(home + v)).Store(costs + v);
                }

                for (var s = 0; s < b.S; s++)
                    column[s * b.RowN] += costs[s];
                AddBackward(block, b.S, outputs, home, row);
            }
        }
    }

    private void Fill(Baseline b, int region)
    {
        var (n, s) = (b.RegionCount, b.SectorCount);
        for (var k = 0; k < s; k++)
        {
            // K's diagonal: -theta times sales, each less by the share in which the buyer's price follows.
            var elastic = 0.0;
            for (var j = 0; j < n; j++)
            {
                var share = b.TradeShares[(k * n + region) * n + j];
                elastic += share * (1 - share) * b.Expenditures[k * n + j];
            }

            _ownCostResponses[region * _row + k] = (float)(-b.Elasticities[k] * elastic);
            _homeShares[region * _row + k] = (float)b.TradeShares[(k * n + region) * n + region];
        }

        var inputs = Matrix<double>.Build.Dense(s, s, (user, input) => b.InputShares[(region * s + input) * s + user]);
        var throughHome = Matrix<double>.Build.Dense(s, s, (row, column) =>
            (row == column ? 1 : 0) - b.TradeShares[(row * n + region) * n + region] * inputs[row, column]);
        var costs = inputs * throughHome.Inverse();
        for (var price = 0; price < s; price++)
        {
            for (var cost = 0; cost < s; cost++)
                _blocks[(region * s + price) * _row + cost] = (float)costs[cost, price];
        }
    }

    // result = factors^T M, four rows at a time.
    private void Forward(float* matrix, int rows, float* factors, float* result)
    {
        new Span<float>(result, _row).Clear();
        var row = 0;
        for (; row + 4 <= rows; row += 4, matrix += 4 * _row)
        {
            var (f0, f1) = (Vector256.Create(factors[row]), Vector256.Create(factors[row + 1]));
            var (f2, f3) = (Vector256.Create(factors[row + 2]), Vector256.Create(factors[row + 3]));
            for (var v = 0; v < _row; v += Vector256<float>.Count)
            {
                var sum = Vector256.MultiplyAddEstimate(Vector256.Load(matrix + v), f0, Vector256.Load(result + v));
                sum = Vector256.MultiplyAddEstimate(Vector256.Load(matrix + _row + v), f1, sum);
                sum = Vector256.MultiplyAddEstimate(Vector256.Load(matrix + 2 * _row + v), f2, sum);
                Vector256.MultiplyAddEstimate(Vector256.Load(matrix + 3 * _row + v), f3, sum).Store(result + v);
            }
        }

        for (; row < rows; row++, matrix += _row)
        {
            var f = Vector256.Create(factors[row]);
            for (var v = 0; v < _row; v += Vector256<float>.Count)
                Vector256.MultiplyAddEstimate(Vector256.Load(matrix + v), f, Vector256.Load(result + v)).Store(result + v);
        }
    }

    // target += scales * (M factors), eight rows folded together.
    private void AddBackward(float* matrix, int rows, float* factors, float* scales, double* target)
    {
        var row = 0;
        for (; row + 8 <= rows; row += 8, matrix += 8 * _row)
        {
            var first = Fold(Products(matrix, factors), Products(matrix + _row, factors), Products(matrix + 2 * _row, factors), Products(matrix + 3 * _row, factors));
            var second = matrix + 4 * _row;
            var last = Fold(Products(second, factors), Products(second + _row, factors), Products(second + 2 * _row, factors), Products(second + 3 * _row, factors));
            var sums = Vector256.Create(first.GetLower() + first.GetUpper(), last.GetLower() + last.GetUpper());
            var (low, high) = Vector256.Widen(sums * Vector256.Load(scales + row));
            (Vector256.Load(target + row) + low).Store(target + row);
            (Vector256.Load(target + row + 4) + high).Store(target + row + 4);
        }

        for (; row < rows; row++, matrix += _row)
            target[row] += scales[row] * Vector256.Sum(Products(matrix, factors));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<float> Products(float* row, float* factors)
    {
        var sum = Vector256<float>.Zero;
        for (var v = 0; v < _row; v += Vector256<float>.Count)
            sum = Vector256.MultiplyAddEstimate(Vector256.Load(row + v), Vector256.Load(factors + v), sum);
        return sum;
    }

    // Two vectors of four: in each half, the sums of that half of the four rows.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Fold(Vector256<float> v0, Vector256<float> v1, Vector256<float> v2, Vector256<float> v3) =>
        Avx.IsSupported
            ? Avx.HorizontalAdd(Avx.HorizontalAdd(v0, v1), Avx.HorizontalAdd(v2, v3))
            : Vector256.Create(Vector256.Sum(v0), Vector256.Sum(v1), Vector256.Sum(v2), Vector256.Sum(v3), 0, 0, 0, 0);

    private static Vector256<float> Narrow(double* source) =>
        Vector256.Narrow(Vector256.Load(source), Vector256.Load(source + 4));

    private static void Widen(Vector256<float> values, double* target)
    {
        var (low, high) = Vector256.Widen(values);
        low.Store(target);
        high.Store(target + 4);
    }
}
