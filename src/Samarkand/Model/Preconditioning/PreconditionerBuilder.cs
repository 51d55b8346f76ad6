using MathNet.Numerics.LinearAlgebra;
using Samarkand.Core;

namespace Samarkand.Model.Preconditioning;

/// <summary>
/// Computes, once per baseline, what <see cref="Preconditioner"/> applies: the wage Jacobian with prices and outputs
/// eliminated, its couplings compressed to rank one per region, and the inverse of each region's home input-output block.
/// Derivation: docs/method.md, "The preconditioner".
/// </summary>
internal static class PreconditionerBuilder
{
    private const int Width = 16;

    /// <summary>Dense couplings between wages and the other unknowns, each N S rows of N columns.</summary>
    internal sealed record Couplings(double[] PricesFromWages, double[] OutputsFromWages, double[] WagesFromPrices, double[] WagesFromOutputs);

    public static Couplings Couple(Baseline b, CancellationToken cancellation)
    {
        var n = b.RegionCount;
        var rows = n * b.SectorCount;
        var basicShares = BaselineResponses.BasicShares(b);
        var whole = new Couplings(new double[rows * n], new double[rows * n], new double[rows * n], new double[rows * n]);
        // A few columns at a time keep the work in the cache. Columns do not depend on each other, so the split changes no bit.
        InParallel.For(
            (n + Width - 1) / Width,
            cancellation,
            () => new PreconditionerColumns(b, basicShares, Width),
            (chunk, columns) =>
            {
                columns.Solve(chunk * Width, cancellation);
                Insert(columns.PricesFromWages, whole.PricesFromWages, chunk * Width, n);
                Insert(columns.OutputsFromWages, whole.OutputsFromWages, chunk * Width, n);
                Insert(columns.WagesFromPrices, whole.WagesFromPrices, chunk * Width, n);
                Insert(columns.WagesFromOutputs, whole.WagesFromOutputs, chunk * Width, n);
            },
            _ => { });
        return whole;
    }

    /// <summary>The inverse of J = I - W S_y, [wage][wage].</summary>
    public static Matrix<double> InverseJacobian(Baseline b, Couplings couplings)
    {
        var n = b.RegionCount;
        var jacobian = Matrix<double>.Build.DenseIdentity(n);
        var (labour, world) = (new double[n], 0.0);
        foreach (var v in b.ValueAdded)
            world += v;
        // What outputs of a region do to its own wage, and to the numeraire.
        for (var region = 0; region < n; region++)
        {
            Array.Clear(labour);
            for (var k = 0; k < b.SectorCount; k++)
            {
                var row = region * b.SectorCount + k;
                for (var wage = 0; wage < n; wage++)
                    labour[wage] += b.ValueAddedShares[row] * couplings.OutputsFromWages[row * n + wage];
            }

            for (var wage = 0; wage < n; wage++)
            {
                jacobian[region, wage] -= labour[wage] / b.ValueAdded[region];
                for (var m = 0; m < n; m++)
                    jacobian[m, wage] += labour[wage] / world;
            }
        }

        return jacobian.Inverse();
    }

    // The first columns of a part of Width, as far as there are any, become those of the whole.
    private static void Insert(double[] part, double[] whole, int from, int all)
    {
        for (var row = 0; row < whole.Length / all; row++)
            part.AsSpan(row * Width, Math.Min(Width, all - from)).CopyTo(whole.AsSpan(row * all + from));
    }
}
