namespace Samarkand.Estimation.Leaks;

/// <summary>What was traded in a window, and what would have been.</summary>
/// <param name="Actual">What was.</param>
/// <param name="Expected">What would have been.</param>
/// <param name="Noise">
/// The variance by which the two differ when nothing happens: that of trade in lumps, and of a level that was estimated on some months alone.
/// </param>
/// <param name="Usd">USD for one unit of the money, over the months of the window.</param>
internal readonly record struct Miss(double Actual, double Expected, double Noise, double Usd)
{
    /// <summary>
    /// The sum over months of the difference of roots (Freeman and Tukey 1950, Annals of Mathematical Statistics 21): a leak that lasts counts
    /// for more in it than a single delivery of the same value.
    /// </summary>
    public double Roots { get; init; }

    /// <summary>The variance of that sum when nothing happens.</summary>
    public double RootNoise { get; init; }

    /// <summary>The sum of the roots of what would have been.</summary>
    public double ExpectedRoots { get; init; }

    public double Difference => Actual - Expected;

    /// <summary>What would have been in a month, in USD.</summary>
    public double Size => Expected * Usd;

    /// <summary>The difference of roots, over its standard deviation.</summary>
    /// <param name="spread">How far predictions miss beyond the noise, relative to what is expected.</param>
    public double Surprise(double spread) => Roots / Math.Sqrt(RootNoise + spread * spread * ExpectedRoots * ExpectedRoots);

    /// <summary>The difference in money, over its standard deviation.</summary>
    /// <param name="spread">As for <see cref="Surprise"/>.</param>
    public double Standardized(double spread) => Difference / Math.Sqrt(Noise + spread * spread * Expected * Expected);

    /// <summary>Whether there is trade of that many USD a month, or would have been.</summary>
    public bool IsAtLeast(double usd) => Math.Max(Actual, Expected) * Usd is var trade && trade > 0 && trade >= usd;

    /// <summary>Whether there is any, or would have been.</summary>
    public bool IsTrade => Math.Max(Actual, Expected) > 0;

    /// <param name="panel">The trade.</param>
    /// <param name="counterfactual">What would have been.</param>
    /// <param name="state">The partner.</param>
    /// <param name="product">The product group.</param>
    /// <param name="since">The first month.</param>
    /// <param name="end">The month after the last.</param>
    /// <param name="growth">By what the state's growth multiplies what would have been.</param>
    public static Miss Of(TradePanel panel, Counterfactual counterfactual, int state, int product, int since, int end, double growth = 1)
    {
        var series = state * panel.Products.Length + product;
        var lump = counterfactual.Dispersion[series];
        var (actual, expected, usd, roots, expectedRoots, months) = (0.0, 0.0, 0.0, 0.0, 0.0, 0);
        for (var m = since; m < end; m++)
        {
            usd += panel.Rates[m];
            var (value, usual) = (panel.Values[panel.At(state, product, m)], growth * counterfactual.Expected[panel.At(state, product, m)]);
            // What is missing is not zero.
            if (double.IsNaN(value))
                continue;
            actual += value;
            expected += usual;
            roots += Math.Sqrt(value) + Math.Sqrt(value + lump) - Math.Sqrt(4 * usual + lump);
            expectedRoots += Math.Sqrt(usual);
            months++;
        }

        var share = (end - since) / (double)Math.Max(1, counterfactual.Seen[series]);
        return new Miss(actual, expected, Variance(lump, expected, share), usd / ((end - since) * (double)(end - since)))
        {
            Roots = roots,
            RootNoise = lump * months * (1 + share),
            ExpectedRoots = expectedRoots,
        };
    }

    /// <summary>
    /// The variance of a Poisson number of lumps about its prediction from an earlier number, with the half lump of Jeffreys's prior (Krishnamoorthy and Peng
    /// 2011, Journal of Statistical Planning and Inference 141): trade that was never seen may come as well.
    /// </summary>
    /// <param name="lump">The size of a lump.</param>
    /// <param name="expected">What is predicted.</param>
    /// <param name="share">The length of what is predicted over that of what was seen.</param>
    public static double Variance(double lump, double expected, double share) => lump * (expected + lump * share / 2) * (1 + share);
}
