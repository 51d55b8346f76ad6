using MathNet.Numerics.LinearAlgebra;

namespace Samarkand.Equilibrium;

/// <summary>
/// Computes, once per baseline, what <see cref="Preconditioner"/> applies: the wage Jacobian with prices and outputs
/// eliminated, its couplings compressed to rank one per region, and the inverse of each region's home input-output block.
/// Derivation: docs/method.md, "The preconditioner".
/// </summary>
internal static class PreconditionerBuilder
{
    private const int Width = 16;

    /// <summary>Dense couplings between wages and the other unknowns, each N S rows of N columns.</summary>
    internal sealed record Couplings(double[] PricesFromWages, double[] OutputsFromWages, double[] WagesFromPrices, double[] WagesFromOutputs, double[] WageFromOutput);

    public static Couplings Couple(Baseline b, CancellationToken cancellation)
    {
        var n = b.RegionCount;
        var rows = n * b.SectorCount;
        var basicShares = BaselineResponses.BasicShares(b);
        var whole = new Couplings(new double[rows * n], new double[rows * n], new double[rows * n], new double[rows * n], new double[rows * n]);
        // A few columns at a time keep the work in the cache. Columns do not depend on each other, so the split changes no bit.
        Parallel.For(0, (n + Width - 1) / Width, new ParallelOptions { CancellationToken = cancellation }, chunk =>
        {
            var (from, to) = (chunk * Width, Math.Min(n, (chunk + 1) * Width));
            var part = Columns(new BaselineResponses(b, basicShares, to - from), b, from, to - from, cancellation);
            Insert(part.PricesFromWages, whole.PricesFromWages, from, rows);
            Insert(part.OutputsFromWages, whole.OutputsFromWages, from, rows);
            Insert(part.WagesFromPrices, whole.WagesFromPrices, from, rows);
            Insert(part.WagesFromOutputs, whole.WagesFromOutputs, from, rows);
            Insert(part.WageFromOutput, whole.WageFromOutput, from, rows);
        });
        return whole;
    }

    /// <summary>The inverse of J = I - W S_y, [wage][wage].</summary>
    public static Matrix<double> InverseJacobian(Baseline b, Couplings couplings)
    {
        var n = b.RegionCount;
        var jacobian = Matrix<double>.Build.DenseIdentity(n);
        for (var row = 0; row < couplings.OutputsFromWages.Length / n; row++)
        {
            for (var wage = 0; wage < n; wage++)
            {
                var weight = couplings.WageFromOutput[row * n + wage];
                for (var m = 0; m < n; m++)
                    jacobian[wage, m] -= weight * couplings.OutputsFromWages[row * n + m];
            }
        }

        return jacobian.Inverse();
    }

    /// <summary>Left and right singular vectors of a block's largest singular value, the left one scaled by it.</summary>
    public static (double[] Left, double[] Right) LeadingPair(double[,] block)
    {
        var (rows, columns) = (block.GetLength(0), block.GetLength(1));
        var (left, right) = (new double[rows], new double[columns]);
        Array.Fill(right, 1);
        for (var step = 0; step < 30; step++)
        {
            for (var r = 0; r < rows; r++)
            {
                left[r] = 0;
                for (var c = 0; c < columns; c++)
                    left[r] += block[r, c] * right[c];
            }

            Array.Clear(right);
            for (var r = 0; r < rows; r++)
            {
                for (var c = 0; c < columns; c++)
                    right[c] += block[r, c] * left[r];
            }

            var norm = Math.Sqrt(right.Sum(x => x * x));
            for (var c = 0; c < columns; c++)
                right[c] = norm > 0 ? right[c] / norm : 0;
        }

        for (var r = 0; r < rows; r++)
        {
            left[r] = 0;
            for (var c = 0; c < columns; c++)
                left[r] += block[r, c] * right[c];
        }

        return (left, right);
    }

    private static Couplings Columns(BaselineResponses responses, Baseline b, int from, int columns, CancellationToken cancellation)
    {
        var (work, more) = (new double[responses.Length], new double[responses.Length]);

        // S_P = R Pi g.
        WageCosts(b, from, columns, work);
        responses.PricesFromCosts(work, more);
        var prices = responses.Accumulate(more, responses.CostsFromPrices, responses.PricesFromCosts, cancellation);

        // S_y = R_y (O a V + K (g + B^T S_P)).
        responses.CostsFromPrices(prices, more);
        System.Numerics.Tensors.TensorPrimitives.Add<double>(work, more, work);
        responses.OutputsFromCosts(work, more);
        WageDemand(b, from, columns, work);
        var outputs = new double[responses.Length];
        responses.OutputsFromDemand(work, outputs);
        System.Numerics.Tensors.TensorPrimitives.Add<double>(outputs, more, outputs);
        outputs = responses.Accumulate(outputs, responses.DemandFromOutputs, responses.OutputsFromDemand, cancellation);

        // L_y^T = R_y^T W^T - W^T and L_P^T = R^T B K^T R_y^T W^T.
        var wage = new double[responses.Length];
        WageWeights(b, from, columns, wage);
        var throughOutputs = responses.Accumulate(wage, responses.DemandAdjoint, responses.CostsFromPrices, cancellation);
        responses.OutputsFromCostsAdjoint(throughOutputs, work);
        responses.DemandFromOutputs(work, more);
        var throughPrices = responses.Accumulate(more, responses.CostsAdjoint, responses.DemandFromOutputs, cancellation);
        System.Numerics.Tensors.TensorPrimitives.Subtract<double>(throughOutputs, wage, throughOutputs);
        return new Couplings(prices, outputs, throughPrices, throughOutputs, wage);
    }

    // g dw, [region][sector] x wages.
    private static void WageCosts(Baseline b, int from, int columns, double[] target)
    {
        Array.Clear(target);
        for (var c = 0; c < columns; c++)
        {
            for (var k = 0; k < b.SectorCount; k++)
                target[((from + c) * b.SectorCount + k) * columns + c] = b.ValueAddedShares[(from + c) * b.SectorCount + k];
        }
    }

    // a V dw, [sector][region] x wages.
    private static void WageDemand(Baseline b, int from, int columns, double[] target)
    {
        Array.Clear(target);
        for (var c = 0; c < columns; c++)
        {
            for (var k = 0; k < b.SectorCount; k++)
                target[(k * b.RegionCount + from + c) * columns + c] = b.FinalShares[(from + c) * b.SectorCount + k] * b.ValueAdded[from + c];
        }
    }

    // W^T: a wage's response to outputs, less the mean weighted by value added (the numeraire), [region][sector] x wages.
    private static void WageWeights(Baseline b, int from, int columns, double[] target)
    {
        var world = 0.0;
        foreach (var v in b.ValueAdded)
            world += v;
        for (var row = 0; row < b.Outputs.Length; row++)
        {
            var region = row / b.SectorCount;
            for (var c = 0; c < columns; c++)
            {
                var own = region == from + c ? 1 / b.ValueAdded[region] : 0;
                target[row * columns + c] = b.ValueAddedShares[row] * (own - 1 / world);
            }
        }
    }

    private static void Insert(double[] part, double[] whole, int from, int rows)
    {
        var (columns, all) = (part.Length / rows, whole.Length / rows);
        for (var row = 0; row < rows; row++)
            part.AsSpan(row * columns, columns).CopyTo(whole.AsSpan(row * all + from));
    }
}
