using System.Collections.Immutable;

namespace Samarkand.Analyses.Ensembles;

/// <summary>
/// First-order Sobol indices from draws that were made anyway: S_i = Var(E[Y|X_i]) / Var(Y), the share of a result's variance that would go
/// if X_i were known. The conditional mean is that of bins of equally many draws along X_i (Plischke, Borgonovo and Smith 2013, European
/// Journal of Operational Research 226(3), https://doi.org/10.1016/j.ejor.2012.11.047), and what the noise within bins adds to the variance
/// between them is taken off (Kelley 1935, PNAS 21(9), epsilon squared), so that an input without influence has an index of 0 in expectation,
/// and may have one a little below in a sample.
/// </summary>
internal static class SobolIndices
{
    /// <summary>With fewer draws nothing can be said.</summary>
    public const int LeastDraws = 20;

    private const int MostBins = 100;
    private const int Bootstraps = 200;

    /// <summary>The index of each input.</summary>
    /// <param name="inputs">Draws of each input, [input][draw], independent of each other.</param>
    /// <param name="output">The result of each draw, as many; all finite.</param>
    /// <returns>For each input its index and the standard error by 200 bootstrap samples of a fixed seed; NaN where there are fewer than <see cref="LeastDraws"/> draws or the result does not vary.</returns>
    public static ImmutableArray<SobolIndex> Of(IReadOnlyList<double[]> inputs, double[] output)
    {
        var n = output.Length;
        if (n < LeastDraws || !(Variation(output) > 0))
            return [.. inputs.Select(_ => new SobolIndex(double.NaN, double.NaN))];
        var bins = Math.Clamp((int)Math.Round(Math.Sqrt(n)), 4, MostBins);
        var binOf = inputs.Select(input => Bins(input, bins)).ToArray();
        var random = new Random(1);
        var (once, samples) = (new int[n], new double[inputs.Count][]);
        Array.Fill(once, 1);
        for (var i = 0; i < samples.Length; i++)
            samples[i] = new double[Bootstraps];
        for (var b = 0; b < Bootstraps; b++)
        {
            var times = new int[n];
            for (var draw = 0; draw < n; draw++)
                times[random.Next(n)]++;
            for (var i = 0; i < samples.Length; i++)
                samples[i][b] = Index(binOf[i], bins, output, times);
        }

        return [.. binOf.Select((bin, i) => new SobolIndex(Index(bin, bins, output, once), Deviation(samples[i])))];
    }

    // Ties of an input stand in the order of their draws.
    private static int[] Bins(double[] input, int bins)
    {
        var order = Enumerable.Range(0, input.Length).OrderBy(draw => input[draw]).ToArray();
        var bin = new int[input.Length];
        for (var rank = 0; rank < order.Length; rank++)
            bin[order[rank]] = (int)((long)rank * bins / order.Length);
        return bin;
    }

    // (SSB - (K-1) MSW) / SST, each draw counted as often as a sample holds it.
    private static double Index(int[] binOf, int bins, double[] output, int[] times)
    {
        var (counts, sums, n, total, squares) = (new int[bins], new double[bins], 0, 0.0, 0.0);
        for (var draw = 0; draw < output.Length; draw++)
        {
            counts[binOf[draw]] += times[draw];
            sums[binOf[draw]] += times[draw] * output[draw];
            n += times[draw];
            total += times[draw] * output[draw];
        }

        var mean = total / n;
        for (var draw = 0; draw < output.Length; draw++)
            squares += times[draw] * (output[draw] - mean) * (output[draw] - mean);
        var (between, filled) = (0.0, 0);
        for (var bin = 0; bin < bins; bin++)
        {
            if (counts[bin] == 0)
                continue;
            filled++;
            between += counts[bin] * (sums[bin] / counts[bin] - mean) * (sums[bin] / counts[bin] - mean);
        }

        return (between - (filled - 1) * (squares - between) / (n - filled)) / squares;
    }

    // Around the middle of the samples, since drawing the same draw twice lets a bin look less noisy than it is.
    private static double Deviation(double[] samples)
    {
        var mean = samples.Sum() / samples.Length;
        return Math.Sqrt(samples.Sum(sample => (sample - mean) * (sample - mean)) / (samples.Length - 1));
    }

    private static double Variation(double[] values)
    {
        var mean = values.Sum() / values.Length;
        return values.Max(value => Math.Abs(value - mean)) - 1e-12 * Math.Abs(mean);
    }
}

/// <summary>A first-order index.</summary>
/// <param name="FirstOrder">The share of the variance, 0 to 1 but for sampling error.</param>
/// <param name="StandardError">Its standard error.</param>
internal readonly record struct SobolIndex(double FirstOrder, double StandardError);
