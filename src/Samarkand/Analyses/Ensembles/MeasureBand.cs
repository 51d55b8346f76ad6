using MathNet.Numerics.Statistics;

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
    /// <summary>
    /// The band of values. Percentiles lie between order statistics in proportion, at (n-1)p+1: definition 7 of Hyndman and Fan 1996, The
    /// American Statistician 50(4).
    /// </summary>
    public static MeasureBand Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values];
        if (!Array.TrueForAll(sorted, double.IsFinite))
            sorted = Array.FindAll(sorted, double.IsFinite);
        Array.Sort(sorted);
        var n = sorted.Length;
        if (n == 0)
            return new MeasureBand(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, 0);
        var mean = sorted.Sum() / n;
        var squares = 0.0;
        foreach (var value in sorted)
            squares += (value - mean) * (value - mean);
        var error = n < 2 ? double.NaN : Math.Sqrt(squares / (n - 1) / n);
        double At(double share) => SortedArrayStatistics.QuantileCustom(sorted, share, QuantileDefinition.R7);
        return new MeasureBand(mean, error, At(0.05), At(0.25), At(0.5), At(0.75), At(0.95), n);
    }
}
