using System.Diagnostics;
using Samarkand.Core;
using Samarkand.Estimation.Data;
using Samarkand.Estimation.Regression;

namespace Samarkand.Benchmarks;

/// <summary>A million rows of made-up trade, estimated with one, two and three fixed effects: the best of some runs, from the sample in memory.</summary>
internal static class GravityTimes
{
    public static void Print(int rows, int runs)
    {
        Console.WriteLine(FormattableString.Invariant($"{rows:N0} rows, 3 regressors, {InParallel.Threads} threads"));
        for (var count = 1; count <= 3; count++)
        {
            var sample = Make(rows, count);
            var best = double.MaxValue;
            Estimate? estimate = null;
            for (var run = 0; run < runs; run++)
            {
                var watch = Stopwatch.StartNew();
                estimate = Estimate.Poisson(sample);
                best = Math.Min(best, watch.Elapsed.TotalSeconds);
            }

            Console.WriteLine(FormattableString.Invariant($"{count} effects: {best:0.00} s, {estimate!.Fit.Steps} steps, {estimate.Fit.Design.Projection.Steps} sweeps, step left {estimate.Fit.Left:0e+0}, first coefficient {estimate.Coefficients[0].Value:0.00000} ({estimate.Coefficients[0].Error:0.00000})"));
        }
    }

    // As in the benchmarks of fixest: groups at random, of some twenty rows for the first effect, fewer and larger for the others.
    private static Sample Make(int rows, int count)
    {
        int[] groups = [rows / 20, (int)Math.Sqrt(rows), 300];
        var effects = Enumerable.Range(0, count).Select(f => Grouping.Compact(FormattableString.Invariant($"g{f}"), [.. Enumerable.Range(0, rows).Select(i => (int)(SplitMix.Uniform(1, i, f) * groups[f]))], groups[f], [])).ToArray();
        double Normal(int i, int place) => MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, SplitMix.Uniform(2, i, place));
        var x = Enumerable.Range(0, 3).Select(k => Enumerable.Range(0, rows).Select(i => Normal(i, k)).ToArray()).ToArray();
        var y = Enumerable.Range(0, rows).Select(i => Math.Floor(Math.Exp(0.5 * x[0][i] + 0.2 * x[1][i] - 0.3 * x[2][i] + effects.Select((effect, f) => 0.5 * Normal(effect.Codes[i], 10 + f)).Sum()) * -Math.Log(SplitMix.Uniform(3, i, 0)) * 2)).ToArray();
        // As tables are read: in the order of the largest grouping.
        var sample = new Sample("y", y, [.. x.Select((values, k) => new Regressor(FormattableString.Invariant($"x{k + 1}"), values))], [.. effects]);
        Design.Arrange(sample);
        return sample;
    }
}
