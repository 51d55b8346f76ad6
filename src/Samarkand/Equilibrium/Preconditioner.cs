using MathNet.Numerics.LinearAlgebra;

namespace Samarkand.Equilibrium;

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
    private readonly double* _spreadPrices;
    private readonly double* _spreadOutputs;
    private readonly double* _priceSpread;
    private readonly double* _outputSpread;
    private readonly double* _inverse;
    private readonly double* _fromPrices;
    private readonly double* _fromOutputs;
    private readonly double* _toPrices;
    private readonly double* _toOutputs;
    private readonly double* _priceWeights;
    private readonly double* _outputWeights;
    private readonly double* _priceShape;
    private readonly double* _outputShape;
    private readonly SectorSpread _sectors;

    private Preconditioner(Baseline baseline, PackedBaseline b, PreconditionerBuilder.Couplings couplings, CancellationToken cancellation)
    {
        var square = b.N * b.RowN;
        _memory = new AlignedMemory(7L * square + 3L * b.S * b.RowN + 3L * b.N * b.RowS);
        _inverse = _memory.Take(square);
        _fromPrices = _memory.Take(square);
        _fromOutputs = _memory.Take(square);
        _toPrices = _memory.Take(square);
        _toOutputs = _memory.Take(square);
        _priceWeights = _memory.Take(b.S * b.RowN);
        _priceShape = _memory.Take(b.S * b.RowN);
        _outputWeights = _memory.Take(b.N * b.RowS);
        _outputShape = _memory.Take(b.N * b.RowS);
        _spreadPrices = _memory.Take(square);
        _spreadOutputs = _memory.Take(square);
        _priceSpread = _memory.Take(b.S * b.RowN);
        _outputSpread = _memory.Take(b.N * b.RowS);
        _home = new HomeBlocks(baseline, b);
        _sectors = new SectorSpread(b);
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

    /// <summary>J^-1, [wage][wage] by columns; so are the next four.</summary>
    public double* Inverse => _inverse;

    /// <summary>From the regions' sums of price residuals to wages.</summary>
    public double* FromPrices => _fromPrices;

    /// <summary>From the regions' sums of output residuals to wages.</summary>
    public double* FromOutputs => _fromOutputs;

    /// <summary>From wages to the size of each region's price response.</summary>
    public double* ToPrices => _toPrices;

    /// <summary>From wages to the size of each region's output response.</summary>
    public double* ToOutputs => _toOutputs;

    /// <summary>Weights of price residuals, [sector][region].</summary>
    public double* PriceWeights => _priceWeights;

    /// <summary>Weights of output residuals, [region][sector].</summary>
    public double* OutputWeights => _outputWeights;

    /// <summary>The price response, [sector][region].</summary>
    public double* PriceShape => _priceShape;

    /// <summary>The output response, [region][sector].</summary>
    public double* OutputShape => _outputShape;

    /// <summary>From the regions' sums of price residuals to the size of what spreads to each other region's prices, by columns.</summary>
    public double* SpreadPrices => _spreadPrices;

    /// <summary>The same of outputs.</summary>
    public double* SpreadOutputs => _spreadOutputs;

    /// <summary>The prices to which residuals spread, [sector][region].</summary>
    public double* PriceSpread => _priceSpread;

    /// <summary>The outputs, [region][sector].</summary>
    public double* OutputSpread => _outputSpread;

    public static Preconditioner Of(Baseline baseline, PackedBaseline packed, CancellationToken cancellation) =>
        new(baseline, packed, PreconditionerBuilder.Couple(baseline, cancellation), cancellation);

    /// <summary>Replaces the workspace's residual by the direction; revenues keep theirs.</summary>
    public void Apply<TLanes, TVector>(PackedBaseline b, Workspace ws, bool backwards)
        where TLanes : ILanes<TVector>
        where TVector : struct
    {
        var f = ws.Residual;
        var t = ws.Scratch;
        var priceSums = t;
        var outputSums = t + b.RowN;
        var wages = t + 2 * b.RowN;
        var spreadPrices = t + 3 * b.RowN;
        var spreadOutputs = t + 4 * b.RowN;
        var sectorSums = ws.SectorScratch;
        var sectorSizes = sectorSums + _sectors.Room;
        new Span<double>(t, 2 * b.RowN).Clear();
        new Span<double>(sectorSums, 2 * _sectors.Room).Clear();
        for (var s = 0; s < b.S; s++)
        {
            sectorSums[s] = Vectors<TLanes, TVector>.AddProductAndDot(
                f.LogPrices + s * b.RowN, _priceWeights + s * b.RowN, priceSums, _sectors.PriceWeights + s * b.RowN, b.RowN);
        }

        for (var n = 0; n < b.N; n++)
            outputSums[n] = Vectors<TLanes, TVector>.AddAndDot(f.Outputs + n * b.RowS, sectorSums + b.S, _outputWeights + n * b.RowS, b.RowS);

        Kernels<TLanes, TVector, double>.Forward(_inverse, b.N, b.RowN, f.LogWages, 1, wages);
        Kernels<TLanes, TVector, double>.AddForward(_fromPrices, b.N, b.RowN, priceSums, 1, wages);
        Kernels<TLanes, TVector, double>.AddForward(_fromOutputs, b.N, b.RowN, outputSums, 1, wages);

        _home.Apply(b, f, ws.Turned, backwards);
        Kernels<TLanes, TVector, double>.Forward(_spreadPrices, b.N, b.RowN, priceSums, 1, spreadPrices);
        Kernels<TLanes, TVector, double>.Forward(_spreadOutputs, b.N, b.RowN, outputSums, 1, spreadOutputs);
        Kernels<TLanes, TVector, double>.Forward(_toPrices, b.N, b.RowN, wages, 1, priceSums);
        Kernels<TLanes, TVector, double>.Forward(_toOutputs, b.N, b.RowN, wages, 1, outputSums);
        Kernels<TLanes, TVector, double>.AddForward(_sectors.Sizes, _sectors.Length, _sectors.Row, sectorSums, 1, sectorSizes);
        Kernels<TLanes, TVector, double>.AddForward(_sectors.Wages, _sectors.Length, b.RowN, sectorSums, 1, wages);
        for (var s = 0; s < b.S; s++)
        {
            var row = s * b.RowN;
            Vectors<TLanes, TVector>.AddProducts(
                _priceShape + row, priceSums, _priceSpread + row, spreadPrices, _sectors.PriceShape + row, sectorSizes[s], f.LogPrices + row, b.RowN);
        }

        for (var n = 0; n < b.N; n++)
        {
            var row = n * b.RowS;
            Vectors<TLanes, TVector>.AddScaled(
                _outputShape + row, outputSums[n], _outputSpread + row, spreadOutputs[n], _sectors.OutputShape + row, sectorSizes + b.S, f.Outputs + row, b.RowS);
        }

        new ReadOnlySpan<double>(wages, b.RowN).CopyTo(new Span<double>(f.LogWages, b.RowN));
    }

    // Region by region, the S x N block of a coupling becomes left x right; returns the rights as columns, [wage][region].
    private static Matrix<double> Compress(PackedBaseline b, double[] coupling, bool prices, double* lefts)
    {
        var rights = Matrix<double>.Build.Dense(b.N, b.N);
        for (var region = 0; region < b.N; region++)
        {
            var block = new double[b.S, b.N];
            for (var s = 0; s < b.S; s++)
            {
                var row = prices ? s * b.N + region : region * b.S + s;
                for (var wage = 0; wage < b.N; wage++)
                    block[s, wage] = coupling[row * b.N + wage];
            }

            var (left, right) = PreconditionerBuilder.LeadingPair(block);
            for (var s = 0; s < b.S; s++)
                lefts[prices ? s * b.RowN + region : region * b.RowS + s] = left[s];
            for (var wage = 0; wage < b.N; wage++)
                rights[wage, region] = right[wage];
        }

        return rights;
    }

    // The forward kernel sums over rows, so that a product M x needs M by columns.
    private static void StoreTransposed(Matrix<double> matrix, double* target, PackedBaseline b)
    {
        for (var row = 0; row < b.N; row++)
        {
            for (var column = 0; column < b.N; column++)
                target[column * b.RowN + row] = matrix[row, column];
        }
    }
}
