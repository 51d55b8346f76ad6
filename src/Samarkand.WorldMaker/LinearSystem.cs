namespace Samarkand.WorldMaker;

/// <summary>Gaussian elimination with row pivots, in a fixed order of sums, so that every processor gives the same bits.</summary>
internal static class LinearSystem
{
    /// <summary>The x with A x = b; both are used up.</summary>
    public static double[] Solve(double[] matrix, double[] right)
    {
        var n = right.Length;
        for (var column = 0; column < n; column++)
        {
            var pivot = column;
            for (var row = column + 1; row < n; row++)
            {
                if (Math.Abs(matrix[row * n + column]) > Math.Abs(matrix[pivot * n + column]))
                    pivot = row;
            }

            for (var k = 0; k < n; k++)
                (matrix[column * n + k], matrix[pivot * n + k]) = (matrix[pivot * n + k], matrix[column * n + k]);
            (right[column], right[pivot]) = (right[pivot], right[column]);
            for (var row = column + 1; row < n; row++)
            {
                var factor = matrix[row * n + column] / matrix[column * n + column];
                for (var k = column; k < n; k++)
                    matrix[row * n + k] -= factor * matrix[column * n + k];
                right[row] -= factor * right[column];
            }
        }

        for (var row = n - 1; row >= 0; row--)
        {
            for (var k = row + 1; k < n; k++)
                right[row] -= matrix[row * n + k] * right[k];
            right[row] /= matrix[row * n + row];
        }

        return right;
    }
}
