using Samarkand.Model;
using Samarkand.Model.Solving;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Design;

/// <summary>
/// A market, or a part of one that a list closes, with what its derivatives need: z = X a / ((h + a) S), home sales H = X h / (h + a) and -r theta log P = log(h
/// + a), with h = pi_jj q_j^r and a = pi_F (S / pi_F)^r. In one tier all is abroad and r is 1: z = X / S.
/// </summary>
/// <param name="Sum">S, the sum of A q; 1 where there is none.</param>
/// <param name="Pull">z.</param>
/// <param name="HomeSales">H.</param>
/// <param name="HomeShare">h / (h + a).</param>
/// <param name="Ratio">r.</param>
internal readonly record struct TieredMarket(double Sum, double Pull, double HomeSales, double HomeShare, double Ratio)
{
    /// <summary>The market at an equilibrium.</summary>
    /// <param name="baseline">The baseline.</param>
    /// <param name="sector">The sector.</param>
    /// <param name="destination">The buyers' region.</param>
    /// <param name="power">q at home.</param>
    /// <param name="sum">S.</param>
    /// <param name="share">The part's share of expenditure.</param>
    /// <param name="expenditure">X of the whole market.</param>
    public static TieredMarket Of(Baseline baseline, int sector, int destination, double power, double sum, double share, double expenditure)
    {
        if (baseline.HomeRatio == 1)
            return new TieredMarket(sum, share * expenditure / sum, 0, 0, 1);
        var (n, foreign) = (baseline.RegionCount, 0.0);
        for (var i = 0; i < n; i++)
            foreign += i == destination ? 0 : baseline.TradeShares[Cube.At(n, sector, i, destination)];
        var tiers = TwoTiers.Of(baseline.TradeShares[Cube.At(n, sector, destination, destination)], foreign, baseline.HomeRatio, power, sum, 1);
        return new TieredMarket(sum > 0 ? sum : 1, share * expenditure * tiers.Pull, share * expenditure * tiers.Home, tiers.Home, baseline.HomeRatio);
    }

    /// <summary>The market under a levy on all that is bought, of which this share of the price is kept for sellers.</summary>
    public TieredMarket Levied(double kept) => this with { Pull = Pull * kept, HomeSales = HomeSales * kept };

    /// <summary>What a rise of S by one takes away.</summary>
    public double Fall(MarketWorth worth) =>
        (Pull * worth.Flows * (1 - Ratio * HomeShare) + (HomeSales * worth.Home * Ratio + worth.Price) * (1 - HomeShare)) / Sum;

    /// <summary>What a rise of log q at home adds, where S is held.</summary>
    public double OfHome(MarketWorth worth) => Ratio * (HomeSales * worth.Home * (1 - HomeShare) - HomeShare * Pull * worth.Flows) - HomeShare * worth.Price;

    /// <summary>What a dollar of expenditure on the part adds.</summary>
    public double OfDemand(MarketWorth worth) => (1 - HomeShare) / Sum * worth.Flows + HomeShare * worth.Home;
}

/// <summary>What the outcomes of a market are worth.</summary>
/// <param name="Flows">What all flows from abroad are worth together, for a z of 1.</param>
/// <param name="Home">A dollar of home sales.</param>
/// <param name="Price">A fall of theta log P by 1.</param>
internal readonly record struct MarketWorth(double Flows, double Home, double Price);
