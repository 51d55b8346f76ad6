using System.Numerics.Tensors;
using Samarkand.Core;

namespace Samarkand.Estimation.Bias;

/// <summary>Inverts a large positive semidefinite matrix in place; a row that depends on those before it becomes zeros.</summary>
internal static class DenseInverse
{
    private const double Tolerance = 1e-10;
    private const int Piece = 64;

    public static void Invert(double[][] rows)
    {
        var size = rows.Length;
        var diagonal = Enumerable.Range(0, size).Select(k => rows[k][k]).ToArray();
        var isFree = new bool[size];
        for (var k = 0; k < size; k++)
        {
            isFree[k] = diagonal[k] > 0 && rows[k][k] > Tolerance * diagonal[k];
            if (isFree[k])
                Sweep(rows, k);
        }

        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                if (!isFree[i] || !isFree[j])
                    rows[i][j] = 0;
            }
        }
    }

    private static void Sweep(double[][] rows, int k)
    {
        var (own, inverse) = (rows[k], 1 / rows[k][k]);
        InParallel.For((rows.Length + Piece - 1) / Piece, default, part =>
        {
            for (var i = part * Piece; i < Math.Min(rows.Length, (part + 1) * Piece); i++)
            {
                var factor = -rows[i][k] * inverse;
                if (i == k || factor == 0)
                    continue;
                TensorPrimitives.MultiplyAdd(own, factor, rows[i], rows[i]);
                rows[i][k] = factor;
            }
        });
        TensorPrimitives.Multiply(own, inverse, own);
        own[k] = inverse;
    }
}
