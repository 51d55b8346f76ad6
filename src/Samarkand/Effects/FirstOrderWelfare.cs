using Samarkand.Worlds;

namespace Samarkand.Effects;

/// <summary>
/// The first-order change of welfare of Caliendo and Parro (2015, Review of Economic Studies 82(1), eq. 14), evaluated at the
/// counterfactual's relative changes (x' / x - 1 for dln x): an approximation, for comparison with published figures. The exact change is
/// <see cref="RegionEffects.RealIncomePct"/>.
/// </summary>
/// <param name="TermsOfTradePct">sum over partners and sectors of exports times dln c less imports times dln c of the origin, over income.</param>
/// <param name="VolumeOfTradePct">sum of tariff revenue times (dln imports less dln c of the origin), over income.</param>
internal sealed record FirstOrderWelfare(double TermsOfTradePct, double VolumeOfTradePct)
{
    /// <summary>The sum of both terms, percent.</summary>
    public double TotalPct => TermsOfTradePct + VolumeOfTradePct;

    /// <summary>Both terms for every region.</summary>
    public static FirstOrderWelfare[] Of(CaseEffects effects)
    {
        var baseline = effects.Before.Baseline;
        var (n, s) = (baseline.RegionCount, baseline.SectorCount);
        var (terms, volume) = (new double[n], new double[n]);
        var flows = effects.Before.Flows.Basic;
        var next = effects.After.Flows.Basic;
        for (var k = 0; k < s; k++)
        {
            for (var i = 0; i < n; i++)
            {
                var price = effects.After.ProducerPrices[i * s + k] / effects.Before.ProducerPrices[i * s + k] - 1;
                for (var j = 0; j < n; j++)
                {
                    var cell = Cube.At(n, k, i, j);
                    if (flows[cell] == 0 || i == j)
                        continue;
                    terms[i] += flows[cell] * price;
                    terms[j] -= flows[cell] * price;
                    var revenue = effects.Before.Flows.Buyers[cell] - flows[cell];
                    if (revenue != 0)
                        volume[j] += revenue * (next[cell] / flows[cell] - 1 - price);
                }
            }
        }

        return
        [
            .. Enumerable.Range(0, n).Select(r => new FirstOrderWelfare(
                100 * terms[r] / effects.Before.Incomes[r], 100 * volume[r] / effects.Before.Incomes[r])),
        ];
    }
}
