using Samarkand.Worlds;

namespace Samarkand.Effects;

/// <summary>Price indices of a region's exports and imports, weighted by the flows before (Laspeyres, in logs).</summary>
/// <param name="ExportPricePct">Change of what its exports fetch, percent.</param>
/// <param name="ImportPricePct">Change of what its imports cost at the border, percent; trade costs that melt on the way are not in it.</param>
internal sealed record TermsOfTrade(double ExportPricePct, double ImportPricePct)
{
    /// <summary>Export over import prices, change in percent.</summary>
    public double TermsOfTradePct => 100 * ((1 + ExportPricePct / 100) / (1 + ImportPricePct / 100) - 1);

    /// <summary>Terms of trade of every region.</summary>
    public static TermsOfTrade[] Of(CaseEffects effects)
    {
        var (n, s) = (effects.Before.Baseline.RegionCount, effects.Before.Baseline.SectorCount);
        var flows = effects.Before.Flows.Basic;
        var before = effects.Before.ProducerPrices;
        var after = effects.After.ProducerPrices;
        var result = new TermsOfTrade[n];
        for (var r = 0; r < n; r++)
        {
            var (exports, imports, exportPrices, importPrices) = (0.0, 0.0, 0.0, 0.0);
            for (var k = 0; k < s; k++)
            {
                for (var other = 0; other < n; other++)
                {
                    if (other == r)
                        continue;
                    var (sold, bought) = (flows[Cube.At(n, k, r, other)], flows[Cube.At(n, k, other, r)]);
                    exports += sold;
                    imports += bought;
                    exportPrices += sold * Math.Log(after[r * s + k] / before[r * s + k]);
                    importPrices += bought * Math.Log(after[other * s + k] / before[other * s + k]);
                }
            }

            result[r] = new TermsOfTrade(Percent(exportPrices / exports), Percent(importPrices / imports));
        }

        return result;
    }

    private static double Percent(double logarithm) => 100 * (Math.Exp(logarithm) - 1);
}
