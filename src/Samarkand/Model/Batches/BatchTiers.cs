using Samarkand.Model.Solving;
using Samarkand.Model.Vectors;

namespace Samarkand.Model.Batches;

/// <summary>Prices, pulls and home sales of one sector's markets in two tiers, as <see cref="TwoTierSweep{TLanes, TVector}"/> finds them for one scenario.</summary>
internal static unsafe class BatchTiers<TLanes, TVector>
    where TLanes : ILanes<TVector>
    where TVector : struct
{
    public static void Prices(PackedBaseline b, Batch batch, int s)
    {
        var powers = batch.CostPowers + s * batch.Step;
        var demand = batch.Demand + s * batch.Step;
        var tiny = TLanes.Broadcast(Tiers<TLanes, TVector>.Tiny);
        for (var v = 0; v < batch.Width; v += TLanes.Count)
        {
            var inverse = TLanes.Divide(TLanes.Broadcast(1 / b.HomeRatio), TLanes.Load(batch.MinusElasticities + s * batch.Width + v));
            for (var n = 0; n < b.N; n++)
            {
                var (cell, market) = (n * batch.Width + v, s * b.RowN + n);
                var (home, foreign) = (b.HomeShares[market], b.ForeignShares[market]);
                var sum = TLanes.Max(TLanes.Load(batch.PriceSums + cell), tiny);
                var here = home > 0 ? TLanes.Multiply(TLanes.Broadcast(home), Tiers<TLanes, TVector>.Power(TLanes.Load(powers + cell), b.HomeRatio)) : TLanes.Zero;
                var abroad = foreign > 0
                    ? TLanes.Multiply(TLanes.Broadcast(foreign), Tiers<TLanes, TVector>.Power(TLanes.Multiply(sum, TLanes.Broadcast(1 / foreign)), b.HomeRatio))
                    : TLanes.Zero;
                var both = TLanes.Max(TLanes.Add(here, abroad), tiny);
                var spent = TLanes.Divide(TLanes.Load(demand + cell), both);
                TLanes.Store(TLanes.Multiply(spent, here), batch.HomeSales + cell);
                TLanes.Store(TLanes.Divide(TLanes.Multiply(spent, abroad), sum), batch.Pull + cell);
                TLanes.Store(TLanes.Multiply(Transcendentals<TLanes, TVector>.Log(both), inverse), batch.LogPrices + cell);
            }
        }
    }
}
