using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Design;

/// <summary>
/// The levies of an equilibrium's pools, and what moves them: log(1 + lambda) = log( sum X'_j / p_j ) - log of the capacity, p the price without it
/// (docs/method.md, sections 1e and 11). Pools that do not bind are left out.
/// </summary>
internal sealed class LeviedMarkets
{
    private LeviedMarkets(LeviedPool[] pools, double[] kept) => (Pools, Kept) = (pools, kept);

    /// <summary>Those that bind.</summary>
    public LeviedPool[] Pools { get; }

    /// <summary>1 / (1 + lambda) of each market, [sector, destination]; 1 outside pools.</summary>
    public double[] Kept { get; }

    public static LeviedMarkets Of(Equilibrium at)
    {
        var (n, pools, kept) = (at.Baseline.RegionCount, new List<LeviedPool>(), new double[at.Baseline.RegionCount * at.Baseline.SectorCount]);
        Array.Fill(kept, 1);
        for (var p = 0; p < at.LogLevies.Length; p++)
        {
            if (!(at.LogLevies[p] > 0))
                continue;
            var pool = at.Shock.Pools[p];
            int[] cells = [.. pool.Members.Select(member => pool.Sector.Index * n + member.Index)];
            var volume = cells.Sum(cell => at.Expenditures[cell] / at.Prices[cell]);
            pools.Add(new LeviedPool(p, cells, [.. cells.Select(cell => 1 / (at.Prices[cell] * volume))], Math.Exp(-at.LogLevies[p])));
            foreach (var cell in cells)
                kept[cell] = pools[^1].Kept;
        }

        return new LeviedMarkets([.. pools], kept);
    }
}

/// <summary>A pool that binds.</summary>
/// <param name="Place">Its place among the shock's.</param>
/// <param name="Cells">Its markets, [sector, destination].</param>
/// <param name="OfDollar">What a dollar spent in each of them adds to log(1 + lambda).</param>
/// <param name="Kept">1 / (1 + lambda).</param>
internal sealed record LeviedPool(int Place, int[] Cells, double[] OfDollar, double Kept);
