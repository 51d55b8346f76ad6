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
    public double Difference => Actual - Expected;

    /// <summary>What would have been in a month, in USD.</summary>
    public double Size => Expected * Usd;

    public double Surprise(double spread) => Difference / Math.Sqrt(Noise + spread * spread * Expected * Expected);

    /// <summary>Whether there is trade of that many USD a month, or would have been.</summary>
    public bool IsAtLeast(double usd) => Math.Max(Actual, Expected) * Usd is var trade && trade > 0 && trade >= usd;

    /// <summary>Whether there is any, or would have been.</summary>
    public bool IsTrade => Math.Max(Actual, Expected) > 0;

    public static Miss Of(TradePanel panel, Counterfactual counterfactual, int state, int product, int since, int end)
    {
        var (actual, expected, usd) = (0.0, 0.0, 0.0);
        for (var m = since; m < end; m++)
        {
            usd += panel.Rates[m];
            // What is missing is not zero.
            if (double.IsNaN(panel.Values[panel.At(state, product, m)]))
                continue;
            actual += panel.Values[panel.At(state, product, m)];
            expected += counterfactual.Expected[panel.At(state, product, m)];
        }

        var series = state * panel.Products.Length + product;
        var share = (end - since) / (double)Math.Max(1, counterfactual.Seen[series]);
        return new Miss(actual, expected, Variance(counterfactual.Dispersion[series], expected, share), usd / ((end - since) * (double)(end - since)));
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
