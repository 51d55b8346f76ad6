namespace Samarkand.Estimation.Leaks;

/// <summary>
/// What each pair missed by in a window, once the growth that all goods of a state share is taken out (the third difference, within the
/// state), and what the targets bought of each product group.
/// </summary>
/// <param name="Pairs">Each pair that trades, and its miss.</param>
/// <param name="Growth">The growth that was taken out, by partner, in logarithms; 0 where it is not known.</param>
/// <param name="Lost">Of each product group, what the targets bought and would have bought; empty where the data hold no sales to them.</param>
internal sealed record LeakWindow(IReadOnlyList<(int State, int Product, Miss Miss)> Pairs, double[] Growth, Miss[] Lost)
{
    /// <summary>Its first half; null where it has one month alone.</summary>
    public LeakWindow? Half { get; init; }

    // With fewer product groups the middle one says too little of a state.
    private const int LeastGroups = 8;

    // The variance of a year of a product group in logarithms, by which large ones count no more than others.
    private const double OwnVariance = 0.05;

    /// <param name="panel">The trade.</param>
    /// <param name="counterfactual">What would have been.</param>
    /// <param name="looked">The states that are looked at.</param>
    /// <param name="targets">The states under the bans.</param>
    /// <param name="window">The first month, and the one after the last.</param>
    /// <param name="least">The size from which a group says something of its state's growth, in USD a month.</param>
    /// <param name="mostGrowth">As much growth as is taken out at most, in logarithms.</param>
    public static LeakWindow Of(TradePanel panel, Counterfactual counterfactual, int[] looked, int[] targets, (int Since, int End) window, double least, double mostGrowth = double.PositiveInfinity)
    {
        var (products, growth, pairs) = (panel.Products.Length, new double[panel.Partners.Length], new List<(int, int, Miss)>());
        foreach (var c in looked)
        {
            var plain = Enumerable.Range(0, products).Select(g => Miss.Of(panel, counterfactual, c, g, window.Since, window.End)).ToArray();
            growth[c] = Math.Clamp(Middle(plain.Where(one => one.Expected > 0 && one.Size >= least)), -mostGrowth, mostGrowth);
            for (var g = 0; g < products; g++)
            {
                if (plain[g].IsTrade)
                    pairs.Add((c, g, growth[c] == 0 ? plain[g] : Miss.Of(panel, counterfactual, c, g, window.Since, window.End, Math.Exp(growth[c]))));
            }
        }

        return new LeakWindow(pairs, growth, targets.Length == 0 ? [] : [.. Enumerable.Range(0, products).Select(g => Together(targets.Select(c => Miss.Of(panel, counterfactual, c, g, window.Since, window.End))))]);
    }

    // The middle of the logarithms of actual over expected, by weights that fall with their noise.
    private static double Middle(IEnumerable<Miss> misses)
    {
        var sorted = misses.Select(one => (Ratio: Math.Log(Math.Max(one.Actual, 1e-9 * one.Expected) / one.Expected), Weight: 1 / Math.Sqrt(one.Noise / (one.Expected * one.Expected) + OwnVariance))).OrderBy(one => one.Ratio).ToArray();
        if (sorted.Length < LeastGroups)
            return 0;
        var (half, sum, k) = (sorted.Sum(one => one.Weight) / 2, 0.0, -1);
        while (sum < half)
            sum += sorted[++k].Weight;
        return sorted[k].Ratio;
    }

    private static Miss Together(IEnumerable<Miss> misses) => misses.Aggregate((one, two) => new Miss(one.Actual + two.Actual, one.Expected + two.Expected, one.Noise + two.Noise, Math.Max(one.Usd, two.Usd))
    {
        Roots = one.Roots + two.Roots,
        RootNoise = one.RootNoise + two.RootNoise,
        ExpectedRoots = one.ExpectedRoots + two.ExpectedRoots,
    });
}
