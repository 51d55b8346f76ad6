using MathNet.Numerics.Statistics;

namespace Samarkand.Core;

/// <summary>
/// Percentiles of a sample, between order statistics in proportion, at (n-1)p+1: definition 7 of Hyndman and Fan 1996, Sample Quantiles in
/// Statistical Packages, The American Statistician 50(4).
/// </summary>
internal static class Percentiles
{
    /// <summary>The finite values, in ascending order.</summary>
    public static double[] Sorted(IEnumerable<double> values)
    {
        double[] sorted = [.. values];
        if (!Array.TrueForAll(sorted, double.IsFinite))
            sorted = Array.FindAll(sorted, double.IsFinite);
        Array.Sort(sorted);
        return sorted;
    }

    /// <summary>The value below which a share of a sorted sample lies; NaN where the sample is empty.</summary>
    public static double At(double[] sorted, double share) =>
        sorted.Length == 0 ? double.NaN : SortedArrayStatistics.QuantileCustom(sorted, share, QuantileDefinition.R7);
}
