using System.Globalization;

namespace Samarkand.Timings;

internal static class Quantiles
{
    /// <summary>Prints the median and the 95th percentile of times in ms.</summary>
    public static void Print(string what, IEnumerable<double> times)
    {
        var sorted = times.Order().ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: median {sorted[sorted.Length / 2]:0.0} ms, 95th percentile {sorted[(int)(0.95 * sorted.Length)]:0.0} ms of {sorted.Length}"));
    }
}
