using System.Runtime.CompilerServices;
using Samarkand.Model.Vectors;

namespace Samarkand.Model.Solving;

/// <summary>Prices, pulls and home sales of one sector's markets in two tiers (see <see cref="TwoTiers"/>), a vector of markets at a time.</summary>
internal static unsafe class TwoTierSweep<TLanes, TVector>
    where TLanes : ILanes<TVector>
    where TVector : struct
{
    /// <summary>Returns the largest residual of a log price.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Prices(PackedBaseline b, Workspace ws, int s)
    {
        var row = s * b.RowN;
        var powers = ws.HomeSales + row;
        var (inverse, tiny, largest) = (TLanes.Broadcast(1 / (b.HomeRatio * b.MinusElasticities[s])), TLanes.Broadcast(Tiers<TLanes, TVector>.Tiny), TLanes.Zero);
        // Each vector of them is read before the sales at home take its place.
        for (var j = 0; j < b.RowN; j++)
            powers[j] = j < b.N ? ws.CostPowers[j * b.RowS + s] : 1;
        for (var v = 0; v < b.RowN; v += TLanes.Count)
        {
            var foreign = TLanes.Load(b.ForeignShares + row + v);
            var sum = TLanes.Max(TLanes.Load(ws.PriceSums + row + v), tiny);
            var here = TLanes.Multiply(TLanes.Load(b.HomeShares + row + v), Tiers<TLanes, TVector>.Power(TLanes.Load(powers + v), b.HomeRatio));
            var abroad = TLanes.Multiply(foreign, Tiers<TLanes, TVector>.Power(TLanes.Divide(sum, TLanes.Max(foreign, tiny)), b.HomeRatio));
            var both = TLanes.Max(TLanes.Add(here, abroad), tiny);
            var spent = TLanes.Divide(TLanes.Load(ws.Demand + row + v), both);
            TLanes.Store(TLanes.Multiply(spent, here), ws.HomeSales + row + v);
            var pull = TLanes.Divide(TLanes.Multiply(spent, abroad), sum);
            TLanes.StoreSingles(TLanes.Subtract(pull, TLanes.Load(ws.Pull + row + v)), ws.PullMoves + v);
            TLanes.Store(pull, ws.Pull + row + v);
            var price = TLanes.Multiply(Transcendentals<TLanes, TVector>.Log(both), inverse);
            var change = TLanes.Subtract(price, TLanes.Load(ws.State.LogPrices + row + v));
            TLanes.Store(change, ws.Residual.LogPrices + row + v);
            largest = TLanes.Max(largest, TLanes.Abs(change));
        }

        return TLanes.Largest(largest);
    }

    /// <summary>The same of a market with listed and free parts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void SplitPrices(PackedBaseline b, Workspace ws, Split split, double sum)
    {
        var cell = split.Sector * b.RowN + split.Destination;
        var market = TwoTiers.Of(split, b, ws.CostPowers + split.Sector, b.RowS, sum, ws.Demand[cell]);
        (ws.Pull[cell], ws.HomeSales[cell]) = (market.Pull, market.Home);
        ws.PullMoves[split.Destination] = (float)(market.Pull - ws.LastPull[split.Destination]);
        ws.Residual.LogPrices[cell] = market.LogSum / (b.HomeRatio * b.MinusElasticities[split.Sector]) - ws.State.LogPrices[cell];
    }
}
