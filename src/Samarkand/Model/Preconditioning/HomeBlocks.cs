using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using MathNet.Numerics.LinearAlgebra;
using Samarkand.Core;
using Samarkand.Model.Solving;
using Samarkand.Worlds;

namespace Samarkand.Model.Preconditioning;

/// <summary>
/// Each region's home part of the preconditioner. With B the region's input shares and h its home shares, one matrix serves
/// both directions: C = B^T (I - h B^T)^-1 gives the costs that follow from price residuals, dP = F_P + h C F_P, and its
/// transpose the outputs that follow from output residuals, dy = F_y + h C^T F_y. With eight bits of precision, since it only
/// steers: a quarter of the memory that it would take otherwise, which has to be read in every sweep.
/// </summary>
internal sealed unsafe class HomeBlocks
{
    private readonly int _row;
    private readonly ushort[] _blocks;
    private readonly float[] _homeShares;
    private readonly float[] _ownCostResponses;

    /// <summary>Blocks of zeros, until <see cref="Exchange"/> fills them.</summary>
    public HomeBlocks(PackedBaseline b)
    {
        _row = b.RowS;
        _blocks = new ushort[b.N * b.S * _row];
        _homeShares = new float[b.N * _row];
        _ownCostResponses = new float[b.N * _row];
    }

    public HomeBlocks(Baseline baseline, PackedBaseline b)
        : this(b) => InParallel.For(b.N, default, region => Fill(baseline, region));

    /// <summary>Writes all of its numbers, or takes them.</summary>
    public void Exchange(PackedBaseline b, ref ShippedNumbers numbers)
    {
        fixed (ushort* blocks = _blocks)
        fixed (float* shares = _homeShares, responses = _ownCostResponses)
        {
            numbers.Rows(blocks, b.N * b.S, b.S, _row);
            numbers.Rows(shares, b.N, b.S, _row);
            numbers.Rows(responses, b.N, b.S, _row);
        }
    }

    /// <summary>C in single precision, [region][price][cost].</summary>
    public void CopyBlocks(float* target)
    {
        for (var v = 0; v < _blocks.Length; v++)
            target[v] = BitConverter.UInt32BitsToSingle((uint)_blocks[v] << 16);
    }

    /// <summary>h, [region][sector], padded rows.</summary>
    public ReadOnlySpan<float> HomeShares => _homeShares;

    /// <summary>The response of a region's outputs to its own costs, [region][sector], padded rows.</summary>
    public ReadOnlySpan<float> OwnCostResponses => _ownCostResponses;

    /// <summary>Turns the residuals of prices and outputs into the part of the direction that stays at home.</summary>
    /// <param name="b">The baseline.</param>
    /// <param name="f">The residuals, replaced by the direction.</param>
    /// <param name="turned">Memory for N rows over sectors.</param>
    /// <param name="backwards">Whether to go through the regions from the last to the first, as the sweep did.</param>
    public void Apply(PackedBaseline b, SweepState f, double* turned, bool backwards)
    {
        var (regions, sectors, row, step) = (b.N, b.S, _row, b.RowN);
        var prices = stackalloc float[row];
        var costs = stackalloc float[row];
        var outputs = stackalloc float[row];
        // Prices lie across the regions' rows. They are turned all at once: a vector that is read just after its numbers were
        // written one by one has to wait for them.
        for (var s = 0; s < sectors; s++)
        {
            var source = f.LogPrices + s * step;
            var target = turned + s;
            for (var n = 0; n < regions; n++, target += row)
                *target = source[n];
        }

        fixed (ushort* blocks = _blocks)
        fixed (float* shares = _homeShares, responses = _ownCostResponses)
        {
            for (var m = 0; m < regions; m++)
            {
                var n = backwards ? regions - 1 - m : m;
                var block = blocks + n * sectors * row;
                var home = shares + n * row;
                var own = responses + n * row;
                var price = turned + n * row;
                var target = f.Outputs + n * row;
                for (var v = 0; v < row; v += Vector256<float>.Count)
                    Narrow(price + v).Store(prices + v);
                Forward(block, sectors, row, prices, costs);
                for (var v = 0; v < row; v += Vector256<float>.Count)
                {
                    var cost = Vector256.Load(costs + v);
                    var output = Vector256.MultiplyAddEstimate(Vector256.Load(own + v), cost, Narrow(target + v));
                    output.Store(outputs + v);
                    Widen(output, target + v);
                    Widen(cost * Vector256.Load(home + v), price + v);
                }

                AddBackward(block, sectors, row, outputs, home, target);
            }
        }

        for (var s = 0; s < sectors; s++)
        {
            var target = f.LogPrices + s * step;
            var source = turned + s;
            for (var n = 0; n < regions; n++, source += row)
                target[n] += *source;
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
                var share = b.TradeShares[Cube.At(n, k, region, j)];
                elastic += share * (1 - share) * b.Expenditures[k * n + j];
            }

            _ownCostResponses[region * _row + k] = (float)(-b.Elasticities[k] * elastic);
            _homeShares[region * _row + k] = (float)b.TradeShares[Cube.At(n, k, region, region)];
        }

        var inputs = Matrix<double>.Build.Dense(s, s, (user, input) => b.InputShares[Cube.At(s, region, input, user)]);
        var throughHome = Matrix<double>.Build.Dense(s, s, (row, column) =>
            (row == column ? 1 : 0) - b.TradeShares[Cube.At(n, row, region, region)] * inputs[row, column]);
        var costs = inputs * throughHome.Inverse();
        for (var price = 0; price < s; price++)
        {
            for (var cost = 0; cost < s; cost++)
                _blocks[(region * s + price) * _row + cost] = ShippedNumbers.Shortened((float)costs[cost, price]);
        }
    }

    // result = factors^T M, eight rows at a time, in two chains of sums.
    private static void Forward(ushort* matrix, int rows, int stride, float* factors, float* result)
    {
        new Span<float>(result, stride).Clear();
        var row = 0;
        for (; row + 8 <= rows; row += 8, matrix += 8 * stride)
        {
            var (f0, f1) = (Vector256.Create(factors[row]), Vector256.Create(factors[row + 1]));
            var (f2, f3) = (Vector256.Create(factors[row + 2]), Vector256.Create(factors[row + 3]));
            var (f4, f5) = (Vector256.Create(factors[row + 4]), Vector256.Create(factors[row + 5]));
            var (f6, f7) = (Vector256.Create(factors[row + 6]), Vector256.Create(factors[row + 7]));
            for (var v = 0; v < stride; v += Vector256<float>.Count)
            {
                var cell = matrix + v;
                var upper = Widened(cell) * f0;
                var lower = Vector256.MultiplyAddEstimate(Widened(cell + 4 * stride), f4, Vector256.Load(result + v));
                upper = Vector256.MultiplyAddEstimate(Widened(cell + stride), f1, upper);
                lower = Vector256.MultiplyAddEstimate(Widened(cell + 5 * stride), f5, lower);
                upper = Vector256.MultiplyAddEstimate(Widened(cell + 2 * stride), f2, upper);
                lower = Vector256.MultiplyAddEstimate(Widened(cell + 6 * stride), f6, lower);
                upper = Vector256.MultiplyAddEstimate(Widened(cell + 3 * stride), f3, upper);
                lower = Vector256.MultiplyAddEstimate(Widened(cell + 7 * stride), f7, lower);
                (upper + lower).Store(result + v);
            }
        }

        for (; row < rows; row++, matrix += stride)
        {
            var f = Vector256.Create(factors[row]);
            for (var v = 0; v < stride; v += Vector256<float>.Count)
                Vector256.MultiplyAddEstimate(Widened(matrix + v), f, Vector256.Load(result + v)).Store(result + v);
        }
    }

    // target += scales * (M factors), eight rows folded together.
    private static void AddBackward(ushort* matrix, int rows, int stride, float* factors, float* scales, double* target)
    {
        var row = 0;
        for (; row + 8 <= rows; row += 8, matrix += 8 * stride)
        {
            var first = Fold(matrix, stride, factors);
            var last = Fold(matrix + 4 * stride, stride, factors);
            var sums = Vector256.Create(first.GetLower() + first.GetUpper(), last.GetLower() + last.GetUpper());
            var (low, high) = Vector256.Widen(sums * Vector256.Load(scales + row));
            (Vector256.Load(target + row) + low).Store(target + row);
            (Vector256.Load(target + row + 4) + high).Store(target + row + 4);
        }

        for (; row < rows; row++, matrix += stride)
        {
            var sum = Vector256<float>.Zero;
            for (var v = 0; v < stride; v += Vector256<float>.Count)
                sum = Vector256.MultiplyAddEstimate(Widened(matrix + v), Vector256.Load(factors + v), sum);
            target[row] += scales[row] * Vector256.Sum(sum);
        }
    }

    // Products of four rows: each half of the result holds the sums of that half of the rows.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Fold(ushort* matrix, int stride, float* factors)
    {
        var (d0, d1, d2, d3) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
        for (var v = 0; v < stride; v += Vector256<float>.Count)
        {
            var factor = Vector256.Load(factors + v);
            d0 = Vector256.MultiplyAddEstimate(Widened(matrix + v), factor, d0);
            d1 = Vector256.MultiplyAddEstimate(Widened(matrix + stride + v), factor, d1);
            d2 = Vector256.MultiplyAddEstimate(Widened(matrix + 2 * stride + v), factor, d2);
            d3 = Vector256.MultiplyAddEstimate(Widened(matrix + 3 * stride + v), factor, d3);
        }

        return Avx.IsSupported
            ? Avx.HorizontalAdd(Avx.HorizontalAdd(d0, d1), Avx.HorizontalAdd(d2, d3))
            : Vector256.Create(Vector256.Sum(d0), Vector256.Sum(d1), Vector256.Sum(d2), Vector256.Sum(d3), 0, 0, 0, 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Widened(ushort* source)
    {
        if (Avx2.IsSupported)
            return (Avx2.ConvertToVector256Int32(source) << 16).AsSingle();
        var (low, high) = Vector128.Widen(Vector128.Load(source));
        return (Vector256.Create(low, high) << 16).AsSingle();
    }

    private static Vector256<float> Narrow(double* source) =>
        Vector256.Narrow(Vector256.Load(source), Vector256.Load(source + 4));

    private static void Widen(Vector256<float> values, double* target)
    {
        var (low, high) = Vector256.Widen(values);
        low.Store(target);
        high.Store(target + 4);
    }
}
