namespace Samarkand.Model.Solving;

/// <summary>
/// A market in two tiers (docs/method.md, section 1d): buyers choose between home and abroad with a share of the elasticity with which they choose
/// among foreign origins. In q = c^-theta and the foreign sum F of A q, with r that share, P^(-r theta) = pi_home q^r + pi_F (F / pi_F)^r.
/// </summary>
/// <param name="LogSum">-r theta log P.</param>
/// <param name="Pull">What an origin's A q is multiplied by for its sales: expenditure abroad over F.</param>
/// <param name="Home">Expenditure at home.</param>
internal readonly record struct TwoTiers(double LogSum, double Pull, double Home)
{
    /// <summary>The market at given costs.</summary>
    /// <param name="home">The share of home before.</param>
    /// <param name="foreign">That of all foreign origins.</param>
    /// <param name="ratio">r, in (0, 1].</param>
    /// <param name="power">q at home.</param>
    /// <param name="sum">F.</param>
    /// <param name="demand">Expenditure.</param>
    public static TwoTiers Of(double home, double foreign, double ratio, double power, double sum, double demand)
    {
        var here = home > 0 ? home * Math.Pow(power, ratio) : 0;
        var abroad = foreign > 0 && sum > 0 ? foreign * Math.Pow(sum / foreign, ratio) : 0;
        var both = here + abroad;
        return new TwoTiers(Math.Log(both), abroad > 0 ? demand * abroad / both / sum : 0, demand * here / both);
    }

    /// <summary>The market with its listed and free parts, whose pulls it sets; the free part's is returned.</summary>
    /// <param name="split">The market.</param>
    /// <param name="packed">The baseline.</param>
    /// <param name="powers">The sector's q by region.</param>
    /// <param name="stride">From one region to the next.</param>
    /// <param name="sum">F of the free part's direct trade.</param>
    /// <param name="demand">Expenditure.</param>
    public static unsafe TwoTiers Of(Split split, PackedBaseline packed, double* powers, int stride, double sum, double demand)
    {
        var cell = split.Sector * packed.RowN + split.Destination;
        var (home, foreign, power) = (packed.HomeShares[cell], packed.ForeignShares[cell], powers[split.Destination * stride]);
        var free = default(TwoTiers);
        if (split.FreeShare > 0)
            free = Of(home, foreign, packed.HomeRatio, power, sum + (split.Routed?.PriceSum(powers, stride) ?? 0), split.FreeShare * demand);
        var (logSum, atHome) = (split.FreeShare > 0 ? split.FreeShare * free.LogSum : 0, free.Home);
        foreach (var part in split.Parts)
        {
            var listed = part.Routed?.PriceSum(powers, stride) ?? 0;
            for (var i = 0; i < packed.N; i++)
                listed += part.Weights[i] * powers[i * stride];
            var found = Of(home, foreign, packed.HomeRatio, power, listed, part.Share * demand);
            (logSum, atHome, part.Pull) = (logSum + part.Share * found.LogSum, atHome + found.Home, found.Pull);
        }

        return new TwoTiers(logSum, free.Pull, atHome);
    }
}
