using System.Numerics.Tensors;

namespace Samarkand.Analyses.Design;

/// <summary>The generalised minimal residual method without restarts (Saad and Schultz 1986, SIAM Journal on Scientific and Statistical Computing 7(3)).</summary>
internal static class Gmres
{
    private const int MostSteps = 400;

    /// <summary>Solves x - T x = b.</summary>
    /// <param name="apply">Writes T x, its first argument x, into its second.</param>
    /// <param name="b">The right side.</param>
    /// <param name="x">The start; the solution on return.</param>
    /// <param name="tolerance">The largest length of the residual over that of <paramref name="b"/>.</param>
    /// <returns>The residual that was reached, over the length of <paramref name="b"/>.</returns>
    public static double Solve(Action<double[], double[]> apply, double[] b, double[] x, double tolerance)
    {
        var scale = TensorPrimitives.Norm<double>(b);
        if (scale == 0)
        {
            Array.Clear(x);
            return 0;
        }

        // A second round takes back what rounding left of the first.
        var residual = Round(apply, b, x, tolerance * scale);
        for (var again = 0; residual > tolerance * scale && again < 2; again++)
            residual = Round(apply, b, x, tolerance * scale);
        return residual / scale;
    }

    private static double Round(Action<double[], double[]> apply, double[] b, double[] x, double goal)
    {
        var basis = new List<double[]> { Residual(apply, b, x) };
        var beta = TensorPrimitives.Norm<double>(basis[0]);
        if (beta <= goal)
            return beta;
        TensorPrimitives.Divide(basis[0], beta, basis[0]);
        var (columns, rotations, right) = (new List<double[]>(), new List<(double C, double S)>(), new List<double> { beta });
        for (var k = 0; k < MostSteps && Math.Abs(right[k]) > 0.3 * goal; k++)
        {
            var next = new double[b.Length];
            apply(basis[k], next);
            TensorPrimitives.Subtract(basis[k], next, next);
            var column = new double[k + 2];
            for (var pass = 0; pass < 2; pass++)
            {
                for (var i = 0; i <= k; i++)
                {
                    var along = TensorPrimitives.Dot<double>(basis[i], next);
                    column[i] += along;
                    TensorPrimitives.MultiplyAdd(basis[i], -along, next, next);
                }
            }

            column[k + 1] = TensorPrimitives.Norm<double>(next);
            if (column[k + 1] > 0)
                TensorPrimitives.Divide(next, column[k + 1], next);
            basis.Add(next);
            for (var i = 0; i < k; i++)
                (column[i], column[i + 1]) = (rotations[i].C * column[i] + rotations[i].S * column[i + 1], rotations[i].C * column[i + 1] - rotations[i].S * column[i]);
            var length = Math.Sqrt(column[k] * column[k] + column[k + 1] * column[k + 1]);
            var (c, s) = (column[k] / length, column[k + 1] / length);
            rotations.Add((c, s));
            (column[k], column[k + 1]) = (length, 0);
            columns.Add(column);
            right.Add(-s * right[k]);
            right[k] *= c;
        }

        var weights = new double[columns.Count];
        for (var k = weights.Length - 1; k >= 0; k--)
        {
            var sum = right[k];
            for (var later = k + 1; later < weights.Length; later++)
                sum -= columns[later][k] * weights[later];
            weights[k] = sum / columns[k][k];
            TensorPrimitives.MultiplyAdd(basis[k], weights[k], x, x);
        }

        return TensorPrimitives.Norm<double>(Residual(apply, b, x));
    }

    private static double[] Residual(Action<double[], double[]> apply, double[] b, double[] x)
    {
        var residual = new double[b.Length];
        apply(x, residual);
        for (var i = 0; i < residual.Length; i++)
            residual[i] += b[i] - x[i];
        return residual;
    }
}
