namespace Samarkand.Estimation.Regression;

/// <summary>Small symmetric matrices.</summary>
internal static class Symmetric
{
    /// <summary>
    /// A generalised inverse of a positive semidefinite matrix: a row whose own part is below <paramref name="tolerance"/> times its
    /// diagonal, once those before it are taken out, gets zeros.
    /// </summary>
    /// <param name="matrix">The matrix, which is kept.</param>
    /// <param name="tolerance">How small a pivot may be, relative to its diagonal.</param>
    /// <param name="isFree">True for each row that depends on none before it.</param>
    public static double[,] Inverse(double[,] matrix, double tolerance, out bool[] isFree)
    {
        var n = matrix.GetLength(0);
        var work = (double[,])matrix.Clone();
        isFree = new bool[n];
        for (var k = 0; k < n; k++)
        {
            var pivot = work[k, k];
            isFree[k] = matrix[k, k] > 0 && pivot > tolerance * matrix[k, k];
            if (!isFree[k])
                continue;
            Sweep(work, k, 1 / pivot);
        }

        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
                work[i, j] = isFree[i] && isFree[j] ? (work[i, j] + work[j, i]) / 2 : 0;
        }

        return work;
    }

    public static double[,] Inverse(double[,] matrix) => Inverse(matrix, 1e-12, out _);

    public static double[] Times(double[,] matrix, ReadOnlySpan<double> vector)
    {
        var product = new double[matrix.GetLength(0)];
        for (var i = 0; i < product.Length; i++)
        {
            for (var j = 0; j < vector.Length; j++)
                product[i] += matrix[i, j] * vector[j];
        }

        return product;
    }

    public static double[,] Times(double[,] left, double[,] right)
    {
        var product = new double[left.GetLength(0), right.GetLength(1)];
        for (var i = 0; i < left.GetLength(0); i++)
        {
            for (var k = 0; k < right.GetLength(0); k++)
            {
                var factor = left[i, k];
                for (var j = 0; factor != 0 && j < right.GetLength(1); j++)
                    product[i, j] += factor * right[k, j];
            }
        }

        return product;
    }

    /// <summary>The nearest positive semidefinite matrix: negative eigenvalues become zero (Cameron, Gelbach and Miller 2011).</summary>
    public static double[,] Semidefinite(double[,] matrix, out bool isRepaired)
    {
        var eigen = MathNet.Numerics.LinearAlgebra.Double.DenseMatrix.OfArray(matrix).Evd(MathNet.Numerics.LinearAlgebra.Symmetricity.Symmetric);
        var n = matrix.GetLength(0);
        isRepaired = false;
        for (var k = 0; k < n; k++)
            isRepaired |= eigen.EigenValues[k].Real < 0;
        if (!isRepaired)
            return matrix;
        var repaired = new double[n, n];
        for (var k = 0; k < n; k++)
        {
            var value = Math.Max(0, eigen.EigenValues[k].Real);
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++)
                    repaired[i, j] += value * eigen.EigenVectors[i, k] * eigen.EigenVectors[j, k];
            }
        }

        return repaired;
    }

    // The sweep of Goodnight (1979), which makes an inverse in place.
    private static void Sweep(double[,] a, int k, double inverse)
    {
        var n = a.GetLength(0);
        for (var i = 0; i < n; i++)
        {
            if (i == k || a[i, k] == 0)
                continue;
            var factor = a[i, k] * inverse;
            for (var j = 0; j < n; j++)
            {
                if (j != k)
                    a[i, j] -= factor * a[k, j];
            }

            a[i, k] = -factor;
        }

        for (var j = 0; j < n; j++)
        {
            if (j != k)
                a[k, j] *= inverse;
        }

        a[k, k] = inverse;
    }
}
