using Samarkand.Estimation.Data;
using Samarkand.Estimation.Regression;

namespace Samarkand.Estimation.Leaks;

/// <summary>
/// What trade would have been: a Poisson model of the months before and of the placebos' months after, with effects of partner and product,
/// of month and product where placebos show what months bring, and else of the season (calendar month by product) where that predicts better.
/// </summary>
/// <param name="Expected">By partner, product and month; in the money of the data.</param>
/// <param name="Dispersion">Of each partner and product: squared misses before, over what is expected; the size of a lump of trade.</param>
/// <param name="Seen">Of each partner and product: how many months its level was estimated on.</param>
internal sealed record Counterfactual(double[] Expected, double[] Dispersion, int[] Seen)
{
    /// <summary>How far the fitted sum of an effect is from the observed one, relative to it, in the worst case.</summary>
    public double Residual { get; init; }

    // How many months of the usual dispersion a series's own dispersion is mixed with.
    private const double Shrinkage = 6;

    /// <param name="panel">The trade.</param>
    /// <param name="start">The first month that is used.</param>
    /// <param name="since">The first month that is predicted for all but the placebos.</param>
    /// <param name="end">The month after the last.</param>
    /// <param name="isPlacebo">For each partner.</param>
    /// <param name="withSeason">Whether calendar months differ, where no placebos show what months bring.</param>
    /// <param name="least">The size below which pairs are not told apart, in USD a month.</param>
    public static Counterfactual Of(TradePanel panel, int start, int since, int end, bool[] isPlacebo, double least, bool withSeason)
    {
        var (partners, products, months) = (panel.Partners.Length, panel.Products.Length, panel.Months.Length);
        var withMonths = isPlacebo.Any(one => one);
        var (y, series, month, season) = (new List<double>(), new List<int>(), new List<int>(), new List<int>());
        for (var c = 0; c < partners; c++)
        {
            for (var g = 0; g < products; g++)
            {
                for (var m = start; m < (isPlacebo[c] ? end : since); m++)
                {
                    if (double.IsNaN(panel.Values[panel.At(c, g, m)]))
                        continue;
                    y.Add(panel.Values[panel.At(c, g, m)]);
                    series.Add(c * products + g);
                    month.Add(m * products + g);
                    season.Add(Season(panel, m, withSeason) * products + g);
                }
            }
        }

        var effects = new List<Grouping> { Grouping.Compact("partner^product", [.. series], partners * products, []) };
        effects.Add(withMonths ? Grouping.Compact("month^product", [.. month], months * products, []) : Grouping.Compact("season^product", [.. season], 12 * products, []));
        var sample = new Sample("value", [.. y], [], [.. effects]) { Carried = [Numbered("partner^product", series, partners * products), Numbered("time", withMonths ? month : season, Math.Max(months, 12) * products)] };
        var expected = new double[panel.Values.Length];
        var dispersion = new double[partners * products];
        var pruned = Pruning.Of(sample, dropsZeros: true).Sample;
        var seen = new int[partners * products];
        if (pruned.Rows == 0)
            return new Counterfactual(expected, dispersion, seen);
        var design = Design.Of(pruned);
        var fit = Ppml.Solve(design, design.Columns(out var sizes), sizes, 1e-8);
        Predict(panel, design.Sample, fit, start, end, withMonths, withSeason, expected);
        Disperse(panel, expected, start, since, end, isPlacebo, least / panel.Rates.Skip(start).Take(since - start).Average(), dispersion, seen);
        return new Counterfactual(expected, dispersion, seen) { Residual = fit.GroupLeft };
    }

    /// <summary>The same with each partner's growth from a month on.</summary>
    /// <param name="panel">The trade.</param>
    /// <param name="growth">By partner, in logarithms.</param>
    /// <param name="since">The month.</param>
    public Counterfactual Grown(TradePanel panel, double[] growth, int since)
    {
        var expected = (double[])Expected.Clone();
        for (var c = 0; c < growth.Length; c++)
        {
            for (var g = 0; g < panel.Products.Length && growth[c] != 0; g++)
            {
                for (var m = since; m < panel.Months.Length; m++)
                    expected[panel.At(c, g, m)] *= Math.Exp(growth[c]);
            }
        }

        return this with { Expected = expected };
    }

    // The effects are those that make fitted trade: found again from it, one from the other, connected series by series.
    private static void Predict(TradePanel panel, Sample sample, Fit fit, int start, int end, bool withMonths, bool withSeason, double[] expected)
    {
        var products = panel.Products.Length;
        var byTime = new Dictionary<int, double>();
        var bySeries = new Dictionary<int, double>();
        var rowsOfSeries = Enumerable.Range(0, sample.Rows).ToLookup(i => Original(sample.Carried[0], i));
        var rowsOfTime = Enumerable.Range(0, sample.Rows).ToLookup(i => Original(sample.Carried[1], i));
        foreach (var first in rowsOfSeries.Select(group => group.Key))
        {
            if (bySeries.ContainsKey(first))
                continue;
            bySeries[first] = 0;
            var open = new Stack<int>([first]);
            while (open.TryPop(out var one))
            {
                foreach (var row in rowsOfSeries[one])
                {
                    var time = Original(sample.Carried[1], row);
                    if (!byTime.TryAdd(time, Math.Log(fit.Fitted[row]) - bySeries[one]))
                        continue;
                    foreach (var other in rowsOfTime[time])
                    {
                        var next = Original(sample.Carried[0], other);
                        if (bySeries.TryAdd(next, Math.Log(fit.Fitted[other]) - byTime[time]))
                            open.Push(next);
                    }
                }
            }
        }

        for (var s = 0; s < panel.Partners.Length * products; s++)
        {
            if (!bySeries.TryGetValue(s, out var own))
                continue;
            for (var m = start; m < end; m++)
            {
                var time = withMonths ? m * products + s % products : Season(panel, m, withSeason) * products + s % products;
                if (byTime.TryGetValue(time, out var effect))
                    expected[s * panel.Months.Length + m] = Math.Exp(own + effect);
            }
        }
    }

    private static int Season(TradePanel panel, int month, bool withSeason) => withSeason ? panel.Months[month] % 12 : 0;

    private static Grouping Numbered(string name, List<int> codes, int bound) =>
        Grouping.Compact(name, [.. codes], bound, [.. Enumerable.Range(0, bound).Select(k => k.ToString(System.Globalization.CultureInfo.InvariantCulture))]);

    // Labels of a carried grouping hold the number that a group had before rows were left out.
    private static int Original(Grouping grouping, int row) => int.Parse(grouping.Labels[grouping.Codes[row]], System.Globalization.CultureInfo.InvariantCulture);

    private static void Disperse(TradePanel panel, double[] expected, int start, int since, int end, bool[] isPlacebo, double least, double[] dispersion, int[] counts)
    {
        var months = panel.Months.Length;
        var (misses, sums) = (new double[dispersion.Length], new double[dispersion.Length]);
        for (var s = 0; s < dispersion.Length; s++)
        {
            var stop = isPlacebo[s / panel.Products.Length] ? end : since;
            for (var m = start; m < stop; m++)
            {
                if (double.IsNaN(panel.Values[s * months + m]))
                    continue;
                var miss = panel.Values[s * months + m] - expected[s * months + m];
                (misses[s], sums[s], counts[s]) = (misses[s] + miss * miss, sums[s] + expected[s * months + m], counts[s] + 1);
            }
        }

        // Taylor's law: the dispersion goes with a power of the size, and each series's own is mixed with that. A series without trade, or
        // with less than what is looked at, is as one of that size: its own few rows say nothing of its lumps.
        var sized = Enumerable.Range(0, dispersion.Length).Where(s => counts[s] > 0 && sums[s] / counts[s] >= least && misses[s] > 0);
        var usual = Law([.. sized.Select(s => (Size: Math.Log(sums[s] / counts[s]), Ratio: Math.Log(misses[s] / sums[s])))], least);
        for (var s = 0; s < dispersion.Length; s++)
        {
            var typical = Math.Max(least, sums[s] / Math.Max(1, counts[s]));
            dispersion[s] = (misses[s] + Shrinkage * usual(typical) * typical) / ((counts[s] + Shrinkage) * typical);
        }
    }

    private static Func<double, double> Law((double Size, double Ratio)[] series, double least)
    {
        if (series.Length < 3)
            return _ => series.Select(one => Math.Exp(one.Ratio)).DefaultIfEmpty(Math.Max(1, least)).Average();
        var (size, ratio) = (series.Average(one => one.Size), series.Average(one => one.Ratio));
        var square = series.Sum(one => (one.Size - size) * (one.Size - size));
        var slope = square > 0 ? Math.Clamp(series.Sum(one => (one.Size - size) * (one.Ratio - ratio)) / square, 0, 1) : 0;
        return typical => Math.Exp(ratio + slope * (Math.Log(typical) - size));
    }
}
