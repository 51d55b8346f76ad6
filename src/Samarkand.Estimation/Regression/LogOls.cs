using Samarkand.Estimation.Data;

namespace Samarkand.Estimation.Regression;

/// <summary>Ordinary least squares of the logarithm of the response, on the rows where it is above zero.</summary>
internal static class LogOls
{
    public static Fit Solve(Design design, Columns columns, double[] sizes)
    {
        var sample = design.Sample;
        var n = sample.Rows;
        var weights = sample.Weights ?? [.. Enumerable.Repeat(1.0, n)];
        var logs = Array.ConvertAll(sample.Y, Math.Log);
        for (var i = 0; i < n; i++)
            columns[i, 0] = logs[i] - (sample.Offset?[i] ?? 0);
        columns.Scale[0] = 1;
        design.Projection.Weigh(weights);
        var isClose = columns.Project(1e-11);
        var products = columns.Products(weights);
        var regressors = columns.Count - 1;
        var (information, cross) = (new double[regressors, regressors], new double[regressors]);
        for (var a = 0; a < regressors; a++)
        {
            cross[a] = products[a + 1, 0];
            for (var b = 0; b < regressors; b++)
                information[a, b] = products[a + 1, b + 1];
        }

        var inverse = Symmetric.Inverse(information);
        var coefficients = Symmetric.Times(inverse, cross);
        var (residuals, fitted, squares) = (new double[n], new double[n], 0.0);
        for (var i = 0; i < n; i++)
        {
            var left = columns[i, 0];
            for (var k = 0; k < regressors; k++)
                left -= coefficients[k] * columns[i, k + 1];
            (residuals[i], fitted[i]) = (left * weights[i], logs[i] - left);
            squares += weights[i] * left * left;
        }

        var score = new double[regressors];
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < regressors; k++)
                score[k] += columns[i, k + 1] * residuals[i];
        }

        var still = Symmetric.Times(inverse, score);
        return new Fit(design, columns, sizes)
        {
            Scaled = coefficients,
            Inverse = inverse,
            Residuals = residuals,
            Weights = weights,
            Fitted = fitted,
            Mean = 1,
            Deviance = squares,
            Steps = 1,
            Left = Enumerable.Range(0, regressors).Select(k => Math.Abs(still[k]) / Math.Sqrt(inverse[k, k])).DefaultIfEmpty(0).Max(),
            GroupLeft = 0,
            IsClose = isClose,
        };
    }
}
