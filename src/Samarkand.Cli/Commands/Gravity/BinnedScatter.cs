using Samarkand.Estimation.Regression;

namespace Samarkand.Cli.Commands.Gravity;

/// <summary>
/// A binned scatter: the working response of the last step of the fit against a regressor, the fixed effects and the other regressors taken
/// out of both; rows are put into twenty bins of equal weight, and the slope is the coefficient (Frisch, Waugh and Lovell).
/// </summary>
internal static class BinnedScatter
{
    private const int Bins = 20;

    public static string Svg(Estimate estimate, int term)
    {
        var (x, y, weights) = Parts(estimate.Fit, term);
        var order = Enumerable.Range(0, x.Length).OrderBy(i => x[i]).ToArray();
        var (across, up) = (new double[Bins], new double[Bins]);
        var (total, before) = (weights.Sum(), 0.0);
        var sums = new double[Bins];
        foreach (var i in order)
        {
            var bin = Math.Min(Bins - 1, (int)(Bins * before / total));
            before += weights[i];
            sums[bin] += weights[i];
            across[bin] += weights[i] * x[i];
            up[bin] += weights[i] * y[i];
        }

        var used = Enumerable.Range(0, Bins).Where(bin => sums[bin] > 0).ToArray();
        var plot = new ScottPlot.Plot();
        plot.Add.ScatterPoints(Array.ConvertAll(used, bin => across[bin] / sums[bin]), Array.ConvertAll(used, bin => up[bin] / sums[bin]));
        var (low, high) = (used.Min(bin => across[bin] / sums[bin]), used.Max(bin => across[bin] / sums[bin]));
        var slope = estimate.Coefficients[term].Value;
        plot.Add.Line(low, slope * low, high, slope * high);
        plot.XLabel($"{estimate.Coefficients[term].Term}, all else taken out");
        plot.YLabel($"ln {estimate.Sample.Response}, all else taken out");
        plot.Title(FormattableString.Invariant($"Slope {slope:0.0000} ({estimate.Coefficients[term].Error:0.0000}), {estimate.Sample.Rows:N0} rows in {used.Length} bins"));
        return plot.GetSvgXml(800, 500);
    }

    private static (double[] X, double[] Y, double[] Weights) Parts(Fit fit, int term)
    {
        var (n, count) = (fit.Design.Sample.Rows, fit.Count);
        var others = Enumerable.Range(0, count).Where(k => k != term).ToArray();
        var products = fit.Columns.Products(fit.Weights);
        var (information, cross) = (new double[others.Length, others.Length], new double[others.Length]);
        for (var a = 0; a < others.Length; a++)
        {
            cross[a] = products[others[a] + 1, term + 1];
            for (var b = 0; b < others.Length; b++)
                information[a, b] = products[others[a] + 1, others[b] + 1];
        }

        var slopes = Symmetric.Times(Symmetric.Inverse(information), cross);
        var (x, y) = (new double[n], new double[n]);
        for (var i = 0; i < n; i++)
        {
            var left = fit.Columns[i, term + 1];
            for (var a = 0; a < others.Length; a++)
                left -= slopes[a] * fit.Columns[i, others[a] + 1];
            x[i] = left * fit.Sizes[term];
            y[i] = fit.Residuals[i] / fit.Weights[i] + fit.Coefficient(term) * x[i];
        }

        return (x, y, fit.Weights);
    }
}
