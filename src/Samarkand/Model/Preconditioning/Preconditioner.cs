using System.Runtime.Intrinsics;
using MathNet.Numerics.LinearAlgebra;
using Samarkand.Core;
using Samarkand.Model.Solving;
using Samarkand.Model.Vectors;

namespace Samarkand.Model.Preconditioning;

/// <summary>
/// An approximate Newton direction at the baseline, for the price of a quarter of a sweep. With F the residual,
/// dw = J^-1 (F_w + L_P F_P + L_y F_y), dP = R F_P + S_P dw, dy = R_y (F_y + K B^T R F_P) + S_y dw; R and R_y are the home
/// blocks (<see cref="HomeBlocks"/>) and, of rank one per region like the couplings L and S, what spreads to other regions
/// (<see cref="PreconditionerSpread"/>). What all that leaves of errors that a sector has in common in all regions is added by
/// <see cref="SectorSpread"/>.
/// </summary>
internal sealed unsafe class Preconditioner
{
    private readonly AlignedMemory _memory;
    private readonly HomeBlocks _home;
    private readonly float* _spreadPrices;
    private readonly float* _spreadOutputs;
    private readonly double* _priceSpread;
    private readonly double* _outputSpread;
    private readonly float* _inverse;
    private readonly float* _fromPrices;
    private readonly float* _fromOutputs;
    private readonly float* _toPrices;
    private readonly float* _toOutputs;
    private readonly double* _priceWeights;
    private readonly double* _outputWeights;
    private readonly double* _priceShape;
    private readonly double* _outputShape;
    private readonly SectorSpread _sectors;

    private Preconditioner(PackedBaseline b, HomeBlocks home)
    {
        var square = b.N * b.RowN;
        _memory = new AlignedMemory(4L * square + 64 + 3L * b.S * b.RowN + 3L * b.N * b.RowS);
        _inverse = (float*)_memory.Take(square / 2);
        _fromPrices = (float*)_memory.Take(square / 2);
        _fromOutputs = (float*)_memory.Take(square / 2);
        _toPrices = (float*)_memory.Take(square / 2);
        _toOutputs = (float*)_memory.Take(square / 2);
        _priceWeights = _memory.Take(b.S * b.RowN);
        _priceShape = _memory.Take(b.S * b.RowN);
        _outputWeights = _memory.Take(b.N * b.RowS);
        _outputShape = _memory.Take(b.N * b.RowS);
        _spreadPrices = (float*)_memory.Take(square / 2);
        _spreadOutputs = (float*)_memory.Take(square / 2);
        _priceSpread = _memory.Take(b.S * b.RowN);
        _outputSpread = _memory.Take(b.N * b.RowS);
        _home = home;
        _sectors = new SectorSpread(b);
    }

    private Preconditioner(Baseline baseline, PackedBaseline b, PreconditionerBuilder.Couplings couplings, CancellationToken cancellation)
        : this(b, new HomeBlocks(baseline, b))
    {
        var inverse = PreconditionerBuilder.InverseJacobian(baseline, couplings);
        StoreTransposed(inverse, _inverse, b);
        StoreTransposed(inverse * Compress(b, couplings.WagesFromPrices, true, _priceWeights), _fromPrices, b);
        StoreTransposed(inverse * Compress(b, couplings.WagesFromOutputs, false, _outputWeights), _fromOutputs, b);
        StoreTransposed(Compress(b, couplings.PricesFromWages, true, _priceShape).Transpose(), _toPrices, b);
        StoreTransposed(Compress(b, couplings.OutputsFromWages, false, _outputShape).Transpose(), _toOutputs, b);
        var spread = PreconditionerSpread.Of(baseline, b, _priceWeights, _outputWeights, cancellation);
        StoreTransposed(Compress(b, spread.Prices, true, _priceSpread).Transpose(), _spreadPrices, b);
        StoreTransposed(Compress(b, spread.Outputs, false, _outputSpread).Transpose(), _spreadOutputs, b);
        SectorSpreadBuilder.Fill(_sectors, b, this, cancellation);
    }

    /// <summary>The home blocks.</summary>
    public HomeBlocks Home => _home;

    /// <summary>What sectors have in common.</summary>
    public SectorSpread Sectors => _sectors;

    /// <summary>J^-1, [wage][wage] by columns, in single precision as all that only steers; so are the next four.</summary>
    public float* Inverse => _inverse;

    /// <summary>From the regions' sums of price residuals to wages.</summary>
    public float* FromPrices => _fromPrices;

    /// <summary>From the regions' sums of output residuals to wages.</summary>
    public float* FromOutputs => _fromOutputs;

    /// <summary>From wages to the size of each region's price response.</summary>
    public float* ToPrices => _toPrices;

    /// <summary>From wages to the size of each region's output response.</summary>
    public float* ToOutputs => _toOutputs;

    /// <summary>Weights of price residuals, [sector][region].</summary>
    public double* PriceWeights => _priceWeights;

    /// <summary>Weights of output residuals, [region][sector].</summary>
    public double* OutputWeights => _outputWeights;

    /// <summary>The price response, [sector][region].</summary>
    public double* PriceShape => _priceShape;

    /// <summary>The output response, [region][sector].</summary>
    public double* OutputShape => _outputShape;

    /// <summary>From the regions' sums of price residuals to the size of what spreads to each other region's prices, by columns.</summary>
    public float* SpreadPrices => _spreadPrices;

    /// <summary>The same of outputs.</summary>
    public float* SpreadOutputs => _spreadOutputs;

    /// <summary>The prices to which residuals spread, [sector][region].</summary>
    public double* PriceSpread => _priceSpread;

    /// <summary>The outputs, [region][sector].</summary>
    public double* OutputSpread => _outputSpread;

    public static Preconditioner Of(Baseline baseline, PackedBaseline packed, CancellationToken cancellation) =>
        new(baseline, packed, PreconditionerBuilder.Couple(baseline, cancellation), cancellation);

    /// <summary>The preconditioner that was written as these numbers, by <see cref="Write"/>.</summary>
    public static Preconditioner Read(PackedBaseline packed, ReadOnlySpan<byte> bytes)
    {
        var read = new Preconditioner(packed, new HomeBlocks(packed));
        var numbers = ShippedNumbers.From(bytes);
        read.Exchange(packed, ref numbers);
        return read;
    }

    /// <summary>All of its numbers, shortened to eight bits of precision.</summary>
    public byte[] Write(PackedBaseline packed)
    {
        var numbers = ShippedNumbers.ToBeWritten();
        Exchange(packed, ref numbers);
        return numbers.Written;
    }

    /// <summary>Replaces the workspace's residual by the direction; revenues keep theirs.</summary>
    public void Apply<TLanes, TVector>(PackedBaseline b, Workspace ws, bool backwards)
        where TLanes : ILanes<TVector>
        where TVector : struct
    {
        var (f, t, row) = (ws.Residual, ws.Directions, b.RowN);
        Sum<TLanes, TVector>(b, ws);
        Forward(_inverse, b.N, row, t.WageResiduals, t.Wages);
        AddForward(_fromPrices, b.N, row, t.PriceSums, t.Wages);
        AddForward(_fromOutputs, b.N, row, t.OutputSums, t.Wages);
        Forward(_spreadPrices, b.N, row, t.PriceSums, t.PriceSpreads);
        Forward(_spreadOutputs, b.N, row, t.OutputSums, t.OutputSpreads);
        Forward(_toPrices, b.N, row, t.Wages, t.PriceSizes);
        Forward(_toOutputs, b.N, row, t.Wages, t.OutputSizes);
        Forward(_sectors.Sizes, _sectors.Length, _sectors.Row, t.SectorSums, t.SectorSizes);
        AddForward(_sectors.Wages, _sectors.Length, row, t.SectorSums, t.Wages);
        _home.Apply(b, f, ws.Turned, backwards);
        PaddedRows<TLanes, TVector>.Widen(t.Wages, f.LogWages, row);
        Spread<TLanes, TVector>(b, ws);
    }

    private void Exchange(PackedBaseline b, ref ShippedNumbers numbers)
    {
        foreach (var matrix in (ReadOnlySpan<nint>)[(nint)_inverse, (nint)_fromPrices, (nint)_fromOutputs, (nint)_toPrices, (nint)_toOutputs, (nint)_spreadPrices, (nint)_spreadOutputs])
            numbers.Rows((float*)matrix, b.N, b.N, b.RowN);
        foreach (var prices in (ReadOnlySpan<nint>)[(nint)_priceWeights, (nint)_priceShape, (nint)_priceSpread])
            numbers.Rows((double*)prices, b.S, b.N, b.RowN);
        foreach (var outputs in (ReadOnlySpan<nint>)[(nint)_outputWeights, (nint)_outputShape, (nint)_outputSpread])
            numbers.Rows((double*)outputs, b.N, b.S, b.RowS);
        _home.Exchange(b, ref numbers);
        _sectors.Exchange(b, ref numbers);
    }

    // Residuals summed over sectors for each region and over regions for each sector.
    private void Sum<TLanes, TVector>(PackedBaseline b, Workspace ws)
        where TLanes : ILanes<TVector>
        where TVector : struct
    {
        var (f, t) = (ws.Residual, ws.Directions);
        var regions = ws.Scratch;
        var sectors = ws.SectorScratch;
        new Span<double>(regions, 2 * b.RowN).Clear();
        new Span<double>(sectors, _sectors.Room).Clear();
        for (var s = 0; s < b.S; s++)
        {
            sectors[s] = PaddedRows<TLanes, TVector>.AddProductAndDot(
                f.LogPrices + s * b.RowN, _priceWeights + s * b.RowN, regions, _sectors.PriceWeights + s * b.RowN, b.RowN);
        }

        for (var n = 0; n < b.N; n++)
            regions[b.RowN + n] = PaddedRows<TLanes, TVector>.AddAndDot(f.Outputs + n * b.RowS, sectors + b.S, _outputWeights + n * b.RowS, b.RowS);
        PaddedRows<TLanes, TVector>.Narrow(f.LogWages, t.WageResiduals, b.RowN);
        PaddedRows<TLanes, TVector>.Narrow(regions, t.PriceSums, b.RowN);
        PaddedRows<TLanes, TVector>.Narrow(regions + b.RowN, t.OutputSums, b.RowN);
        PaddedRows<TLanes, TVector>.Narrow(sectors, t.SectorSums, _sectors.Room);
    }

    // The responses to wages, to other regions and to the world's sectors.
    private void Spread<TLanes, TVector>(PackedBaseline b, Workspace ws)
        where TLanes : ILanes<TVector>
        where TVector : struct
    {
        var (f, t) = (ws.Residual, ws.Directions);
        var sizes = ws.Scratch;
        var spreads = sizes + b.RowN;
        var sectors = ws.SectorScratch;
        PaddedRows<TLanes, TVector>.Widen(t.PriceSizes, sizes, b.RowN);
        PaddedRows<TLanes, TVector>.Widen(t.PriceSpreads, spreads, b.RowN);
        PaddedRows<TLanes, TVector>.Widen(t.SectorSizes, sectors, _sectors.Room);
        for (var s = 0; s < b.S; s++)
        {
            var row = s * b.RowN;
            PaddedRows<TLanes, TVector>.AddProducts(
                _priceShape + row, sizes, _priceSpread + row, spreads, _sectors.PriceShape + row, sectors[s], f.LogPrices + row, b.RowN);
        }

        for (var n = 0; n < b.N; n++)
        {
            var row = n * b.RowS;
            PaddedRows<TLanes, TVector>.AddScaled(
                _outputShape + row, t.OutputSizes[n], _outputSpread + row, t.OutputSpreads[n], _sectors.OutputShape + row, sectors + b.S, f.Outputs + row, b.RowS);
        }
    }

    private static void Forward(float* matrix, int rows, int stride, float* factors, float* sums) =>
        Kernels<Singles256, Vector256<float>, float>.Forward(matrix, rows, stride, factors, 1, sums);

    private static void AddForward(float* matrix, int rows, int stride, float* factors, float* sums) =>
        Kernels<Singles256, Vector256<float>, float>.AddForward(matrix, rows, stride, factors, 1, sums);

    // Region by region, the S x N block of a coupling becomes left x right; returns the rights as columns, [wage][region].
    private static Matrix<double> Compress(PackedBaseline b, double[] coupling, bool prices, double* lefts)
    {
        var rights = Matrix<double>.Build.Dense(b.N, b.N);
        InParallel.For(b.N, default, region =>
        {
            var block = new double[b.S * b.N];
            for (var s = 0; s < b.S; s++)
            {
                var row = prices ? s * b.N + region : region * b.S + s;
                coupling.AsSpan(row * b.N, b.N).CopyTo(block.AsSpan(s * b.N));
            }

            var (left, right) = LeadingPair.Of(block, b.S);
            for (var s = 0; s < b.S; s++)
                lefts[prices ? s * b.RowN + region : region * b.RowS + s] = left[s];
            for (var wage = 0; wage < b.N; wage++)
                rights[wage, region] = right[wage];
        });
        return rights;
    }

    // The forward kernel sums over rows, so that a product M x needs M by columns.
    private static void StoreTransposed(Matrix<double> matrix, float* target, PackedBaseline b)
    {
        for (var row = 0; row < b.N; row++)
        {
            for (var column = 0; column < b.N; column++)
                target[column * b.RowN + row] = (float)matrix[row, column];
        }
    }
}
