using Samarkand.Core;
using Samarkand.Model.Solving;
using Samarkand.Worlds;

namespace Samarkand.Model.Preconditioning;

/// <summary>
/// How residuals of one region's prices and outputs spread to the others, beyond the home blocks: the responses R and R_y to one shape a
/// region, its trade with the others. Derivation: docs/method.md, "The preconditioner".
/// </summary>
internal static unsafe class PreconditionerSpread
{
    private const int Width = 16;

    /// <summary>Responses of all other regions, each N S rows of N columns, to residuals whose weighted sum is one.</summary>
    /// <param name="b">The baseline.</param>
    /// <param name="packed">The same, laid out.</param>
    /// <param name="priceWeights">Weights of price residuals, [sector][region].</param>
    /// <param name="outputWeights">Weights of output residuals, [region][sector].</param>
    /// <param name="cancellation">Stops it.</param>
    public static (double[] Prices, double[] Outputs) Of(
        Baseline b, PackedBaseline packed, double* priceWeights, double* outputWeights, CancellationToken cancellation)
    {
        var (n, rows, basicShares) = (b.RegionCount, b.RegionCount * b.SectorCount, BaselineResponses.BasicShares(b));
        var (prices, outputs) = (new double[rows * n], new double[rows * n]);
        InParallel.For(
            (n + Width - 1) / Width,
            cancellation,
            () => new Columns(b, basicShares),
            (chunk, columns) =>
            {
                var (from, many) = (chunk * Width, Math.Min(Width, n - chunk * Width));
                columns.Solve(b, packed, priceWeights, outputWeights, from, many, cancellation);
                for (var row = 0; row < rows; row++)
                {
                    for (var c = 0; c < many; c++)
                    {
                        // What stays at home is the home block's.
                        prices[row * n + from + c] = row % n == from + c ? 0 : columns.Prices[row * Width + c];
                        outputs[row * n + from + c] = row / b.SectorCount == from + c ? 0 : columns.Outputs[row * Width + c];
                    }
                }
            },
            _ => { });
        return (prices, outputs);
    }

    // Prices in proportion to what is bought abroad, outputs to what is sold there, each with a weighted sum of one.
    private static void Shapes(
        Baseline b, PackedBaseline packed, double* priceWeights, double* outputWeights, int region, int column, double[] prices, double[] outputs)
    {
        var (n, s) = (b.RegionCount, b.SectorCount);
        var (priceSum, outputSum) = (0.0, 0.0);
        for (var k = 0; k < s; k++)
        {
            priceSum += Abroad(k) * priceWeights[k * packed.RowN + region];
            outputSum += Abroad(k) * b.Outputs[region * s + k] * outputWeights[region * packed.RowS + k];
        }

        for (var k = 0; k < s; k++)
        {
            prices[(k * n + region) * Width + column] = priceSum == 0 ? 0 : Abroad(k) / priceSum;
            outputs[(region * s + k) * Width + column] = outputSum == 0 ? 0 : Abroad(k) * b.Outputs[region * s + k] / outputSum;
        }

        double Abroad(int k) => 1 - b.TradeShares[Cube.At(n, k, region, region)];
    }

    // A few columns at a time, one thread's.
    private sealed class Columns
    {
        private readonly BaselineResponses _responses;
        private readonly double[] _prices;
        private readonly double[] _outputs;

        public Columns(Baseline b, ReadOnlyMemory<double> basicShares)
        {
            _responses = new BaselineResponses(b, basicShares, Width);
            (_prices, _outputs) = (new double[_responses.Length], new double[_responses.Length]);
            (Prices, Outputs) = (new double[_responses.Length], new double[_responses.Length]);
        }

        public double[] Prices { get; }

        public double[] Outputs { get; }

        public void Solve(Baseline b, PackedBaseline packed, double* priceWeights, double* outputWeights, int from, int many, CancellationToken cancellation)
        {
            Array.Clear(_prices);
            Array.Clear(_outputs);
            for (var c = 0; c < many; c++)
                Shapes(b, packed, priceWeights, outputWeights, from + c, c, _prices, _outputs);
            _responses.Accumulate(_prices, Prices, _responses.CostsFromPrices, _responses.PricesFromCosts, cancellation);
            _responses.Accumulate(_outputs, Outputs, _responses.DemandFromOutputs, _responses.OutputsFromDemand, cancellation);
        }
    }
}
