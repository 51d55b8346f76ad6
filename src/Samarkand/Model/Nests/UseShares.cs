namespace Samarkand.Model.Nests;

/// <summary>The shares of what all regions use at an equilibrium's prices; the baseline's own where inputs are Cobb-Douglas.</summary>
internal sealed class UseShares
{
    private UseShares(double[] added, double[] inputs, double[] final, double[]? logCosts) =>
        (Added, Inputs, Final, LogCosts) = (added, inputs, final, logCosts);

    /// <summary>g', [region, sector].</summary>
    public double[] Added { get; }

    /// <summary>B', [region, input, sector].</summary>
    public double[] Inputs { get; }

    /// <summary>a', [region, sector].</summary>
    public double[] Final { get; }

    /// <summary>log c, [region, sector]; null where inputs are Cobb-Douglas.</summary>
    public double[]? LogCosts { get; }

    /// <summary>The shares at wages and prices.</summary>
    /// <param name="baseline">The baseline.</param>
    /// <param name="wages">w by region.</param>
    /// <param name="logPrices">log P, [sector, region].</param>
    public static UseShares Of(Baseline baseline, double[] wages, double[] logPrices)
    {
        if (baseline.Nesting is null)
            return baseline.Uses;
        var (n, s) = (baseline.RegionCount, baseline.SectorCount);
        var shares = new UseShares(new double[n * s], new double[n * s * s], new double[n * s], new double[n * s]);
        for (var r = 0; r < n; r++)
        {
            var prices = new double[s];
            for (var k = 0; k < s; k++)
                prices[k] = logPrices[k * n + r];
            var use = new NestedUse(baseline, r, Math.Log(wages[r]), prices);
            use.Added.CopyTo(shares.Added, r * s);
            use.Inputs.CopyTo(shares.Inputs, r * s * s);
            use.Final.CopyTo(shares.Final, r * s);
            use.LogCosts.CopyTo(shares.LogCosts!, r * s);
        }

        return shares;
    }

    /// <summary>The shares of a baseline, not copied.</summary>
    public static UseShares Of(double[] added, double[] inputs, double[] final) => new(added, inputs, final, null);
}
