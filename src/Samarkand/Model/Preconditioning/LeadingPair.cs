using System.Numerics;

namespace Samarkand.Model.Preconditioning;

/// <summary>The singular vectors of a matrix's largest singular value, by thirty steps of the power method; the same bits on every machine.</summary>
internal static class LeadingPair
{
    private const int Steps = 30;
    private const int Together = 4;

    /// <summary>Finds them.</summary>
    /// <param name="matrix">The matrix, row by row.</param>
    /// <param name="rows">Its rows.</param>
    /// <returns>The left one, scaled by the singular value, and the right one.</returns>
    public static (double[] Left, double[] Right) Of(ReadOnlySpan<double> matrix, int rows)
    {
        var columns = matrix.Length / rows;
        var (left, right) = (new double[rows], new double[columns]);
        Array.Fill(right, 1);
        for (var step = 0; step < Steps; step++)
        {
            Multiply(matrix, right, left);
            Array.Clear(right);
            for (var r = 0; r < rows; r++)
                AddScaled(right, left[r], matrix.Slice(r * columns, columns));
            var norm = Math.Sqrt(right.Sum(x => x * x));
            for (var c = 0; c < columns; c++)
                right[c] = norm > 0 ? right[c] / norm : 0;
        }

        Multiply(matrix, right, left);
        return (left, right);
    }

    // A row's sum is a chain of additions; several rows at a time keep the processor busy and change no bit.
    private static void Multiply(ReadOnlySpan<double> matrix, ReadOnlySpan<double> right, Span<double> left)
    {
        var (columns, r) = (right.Length, 0);
        for (; r + Together <= left.Length; r += Together)
        {
            var m0 = matrix.Slice(r * columns, columns);
            var m1 = matrix.Slice((r + 1) * columns, columns);
            var m2 = matrix.Slice((r + 2) * columns, columns);
            var m3 = matrix.Slice((r + 3) * columns, columns);
            var (x0, x1, x2, x3) = (0.0, 0.0, 0.0, 0.0);
            for (var c = 0; c < right.Length; c++)
            {
                x0 += m0[c] * right[c];
                x1 += m1[c] * right[c];
                x2 += m2[c] * right[c];
                x3 += m3[c] * right[c];
            }

            (left[r], left[r + 1], left[r + 2], left[r + 3]) = (x0, x1, x2, x3);
        }

        for (; r < left.Length; r++)
        {
            left[r] = 0;
            for (var c = 0; c < columns; c++)
                left[r] += matrix[r * columns + c] * right[c];
        }
    }

    private static void AddScaled(Span<double> sums, double factor, ReadOnlySpan<double> row)
    {
        var (c, factors) = (0, new Vector<double>(factor));
        for (; c + Vector<double>.Count <= sums.Length; c += Vector<double>.Count)
            (new Vector<double>(sums[c..]) + new Vector<double>(row[c..]) * factors).CopyTo(sums[c..]);
        for (; c < sums.Length; c++)
            sums[c] += row[c] * factor;
    }
}
