using Samarkand.Core;

namespace Samarkand.Analyses.Ensembles;

/// <summary>What the draws say of one measure. Draws without a value are left out; without any, everything is NaN.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="StandardError">The standard error of the mean.</param>
/// <param name="P5">The 5th percentile.</param>
/// <param name="P25">The 25th percentile.</param>
/// <param name="P50">The median.</param>
/// <param name="P75">The 75th percentile.</param>
/// <param name="P95">The 95th percentile.</param>
/// <param name="Draws">How many draws have a value.</param>
public sealed record MeasureBand(double Mean, double StandardError, double P5, double P25, double P50, double P75, double P95, int Draws)
{
    /// <summary>The band of values.</summary>
    internal static MeasureBand Of(IEnumerable<double> values)
    {
        var sorted = Percentiles.Sorted(values);
        var n = sorted.Length;
        if (n == 0)
            return new MeasureBand(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, 0);
        var mean = sorted.Sum() / n;
        var squares = 0.0;
        foreach (var value in sorted)
            squares += (value - mean) * (value - mean);
        var error = n < 2 ? double.NaN : Math.Sqrt(squares / (n - 1) / n);
        double At(double share) => Percentiles.At(sorted, share);
        return new MeasureBand(mean, error, At(0.05), At(0.25), At(0.5), At(0.75), At(0.95), n);
    }
}
