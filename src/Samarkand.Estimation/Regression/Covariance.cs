using System.Collections.Immutable;
using Samarkand.Estimation.Data;

namespace Samarkand.Estimation.Regression;

/// <summary>The covariance of estimated coefficients.</summary>
/// <param name="Matrix">The covariance, of the coefficients as the data have them.</param>
/// <param name="Kind">How it was made, in words.</param>
/// <param name="Groups">The smallest number of clusters, or of rows where there are none.</param>
internal sealed record Covariance(double[,] Matrix, string Kind, int Groups)
{
    /// <summary>True where a matrix of several ways had negative eigenvalues, which became zero.</summary>
    public bool IsRepaired { get; init; }

    public double Error(int k) => Math.Sqrt(Math.Max(0, Matrix[k, k]));

    /// <summary>
    /// The sandwich A B A: A is the inverse information, B the sum of products of scores, by row or by cluster; several ways by inclusion and
    /// exclusion (Cameron, Gelbach and Miller 2011).
    /// </summary>
    /// <param name="fit">The fit.</param>
    /// <param name="clusters">The groupings by which errors may be correlated; none for robust errors.</param>
    /// <param name="lost">Degrees of freedom by which the rows are fewer, for the factor (N - 1) / (N - lost); 1 for no such factor.</param>
    public static Covariance Of(Fit fit, ImmutableArray<Grouping> clusters, int lost)
    {
        var n = fit.Design.Sample.Rows;
        var (meat, groups) = clusters.IsEmpty ? (ByRow(fit), n) : ByCluster(fit, clusters);
        var factor = (double)groups / (groups - 1) * (n - 1) / (n - lost);
        var count = fit.Count;
        var matrix = Symmetric.Times(Symmetric.Times(fit.Inverse, meat), fit.Inverse);
        for (var a = 0; a < count; a++)
        {
            for (var b = 0; b < count; b++)
                matrix[a, b] *= factor / (fit.Sizes[a] * fit.Sizes[b]);
        }

        var isRepaired = false;
        if (clusters.Length > 1)
            matrix = Symmetric.Semidefinite(matrix, out isRepaired);
        var kind = clusters.IsEmpty ? "robust" : FormattableString.Invariant($"clustered by {string.Join(" and ", clusters.Select(one => $"{one.Name} ({one.Count:N0} clusters)"))}");
        return new Covariance(matrix, kind, groups) { IsRepaired = isRepaired };
    }

    private static double[,] ByRow(Fit fit)
    {
        var squares = Array.ConvertAll(fit.Residuals, residual => residual * residual);
        var products = fit.Columns.Products(squares);
        var meat = new double[fit.Count, fit.Count];
        for (var a = 0; a < fit.Count; a++)
        {
            for (var b = 0; b < fit.Count; b++)
                meat[a, b] = products[a + 1, b + 1];
        }

        return meat;
    }

    private static (double[,] Meat, int Groups) ByCluster(Fit fit, ImmutableArray<Grouping> clusters)
    {
        var meat = new double[fit.Count, fit.Count];
        for (var set = 1; set < 1 << clusters.Length; set++)
        {
            var within = Enumerable.Range(0, clusters.Length).Where(k => (set >> k & 1) == 1).Select(k => clusters[k]).Aggregate((one, other) => one.Across(other));
            var sign = System.Numerics.BitOperations.PopCount((uint)set) % 2 == 1 ? 1 : -1;
            AddMeat(fit, within, sign, meat);
        }

        return (meat, clusters.Min(one => one.Count));
    }

    private static void AddMeat(Fit fit, Grouping within, int sign, double[,] meat)
    {
        var count = fit.Count;
        var sums = new double[(long)within.Count * count];
        for (var i = 0; i < fit.Residuals.Length; i++)
        {
            var at = (long)within.Codes[i] * count;
            for (var k = 0; k < count; k++)
                sums[at + k] += fit.Columns[i, k + 1] * fit.Residuals[i];
        }

        for (long at = 0; at < sums.LongLength; at += count)
        {
            for (var a = 0; a < count; a++)
            {
                for (var b = 0; b < count; b++)
                    meat[a, b] += sign * sums[at + a] * sums[at + b];
            }
        }
    }
}
