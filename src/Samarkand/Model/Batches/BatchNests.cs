using Samarkand.Model.Solving;
using Samarkand.Model.Vectors;

namespace Samarkand.Model.Batches;

/// <summary>Costs and demand of all lanes in one region with nests, as <see cref="NestedSweep{TLanes, TVector}"/> finds them for one scenario.</summary>
internal static unsafe class BatchNests<TLanes, TVector>
    where TLanes : ILanes<TVector>
    where TVector : struct
{
    /// <summary>Fills costs' powers, demand and the shares of value added of one region.</summary>
    public static void CostsAndDemand(PackedBaseline b, NestTables nests, Batch batch, int n)
    {
        var (space, width) = (batch.Nests!, batch.Width);
        var block = b.Inputs + n * b.InputBlock;
        Powers(b, nests, batch, n);
        Products<TLanes, TVector, double>.Columns(block, b.RowS, b.S, b.S, space.MaterialPowers, width, space.MaterialSums, width, width);
        for (var user = 0; user < b.S; user++)
        {
            for (var v = 0; v < width; v += TLanes.Count)
                User(b, nests, batch, n, user, v, block);
        }

        Products<TLanes, TVector, double>.RowsOf(block, b.RowS, b.S, b.S, space.MaterialUse, width, space.Dots, width, width);
        for (var v = 0; v < width; v += TLanes.Count)
            Demand(b, nests, batch, n, v, block);
    }

    private static void Powers(PackedBaseline b, NestTables nests, Batch batch, int n)
    {
        var (space, e, width) = (batch.Nests!, nests.Nesting.Elasticities, batch.Width);
        for (var k = 0; k < b.S; k++)
        {
            var isEnergy = nests.IsEnergy[k] == 1;
            for (var v = 0; v < width; v += TLanes.Count)
            {
                var (price, cell) = (TLanes.Load(batch.State.Prices + k * batch.Step + n * width + v), k * width + v);
                if (isEnergy)
                {
                    TLanes.Store(Bundles<TLanes, TVector>.Part(price, e.Fuels), space.FuelPowers + cell);
                    TLanes.Store(Bundles<TLanes, TVector>.Part(price, e.Feedstock), space.FeedPowers + cell);
                }
                else
                {
                    TLanes.Store(Bundles<TLanes, TVector>.Part(price, e.Materials), space.MaterialPowers + cell);
                }
            }
        }

        for (var v = 0; v < width; v += TLanes.Count)
            TLanes.Store(Bundles<TLanes, TVector>.Part(TLanes.Load(batch.State.Wages + n * width + v), e.Added), space.WagePart + v);
    }

    // Bundle by bundle up to the cost, and down again to what a user takes of each.
    private static void User(PackedBaseline b, NestTables nests, Batch batch, int n, int user, int v, double* block)
    {
        var (space, e, width) = (batch.Nests!, nests.Nesting.Elasticities, batch.Width);
        var (own, cell, grid) = (n * b.RowS + user, user * width + v, user * batch.Step + n * width + v);
        var (top, fuels) = (nests.Top[user], nests.Fuels[user]);
        var (energyWeight, addedWeight) = (nests.EnergyWeights[own], nests.AddedWeights[own]);
        var (energyMean, materialMean) = (Empty(fuels), Empty(e.Materials));
        if (energyWeight > 0)
            energyMean = TLanes.Multiply(TLanes.Broadcast(nests.EnergyInverses[own]), EnergySum(b, nests, space, width, user, v, block));
        if (nests.MaterialInverses[own] > 0)
            materialMean = TLanes.Multiply(TLanes.Broadcast(nests.MaterialInverses[own]), TLanes.Load(space.MaterialSums + cell));
        var wagePart = TLanes.Load(space.WagePart + v);
        var materialPart = Bundles<TLanes, TVector>.Part(materialMean, e.Materials, e.Added);
        var restMean = Mean(wagePart, addedWeight, materialPart);
        var energyPart = Bundles<TLanes, TVector>.Part(energyMean, fuels, top);
        var restPart = Bundles<TLanes, TVector>.Part(restMean, e.Added, top);
        var costMean = Mean(energyPart, energyWeight, restPart);
        var logCost = Bundles<TLanes, TVector>.LogPrice(costMean, top);
        var power = Transcendentals<TLanes, TVector>.Exp(TLanes.Multiply(logCost, TLanes.Load(batch.MinusElasticities + cell)));
        TLanes.Store(power, batch.CostPowers + grid);

        var down = Bundles<TLanes, TVector>.Inverse(costMean, top);
        var ofRest = TLanes.Multiply(down, TLanes.Multiply(Bundles<TLanes, TVector>.Power(restPart, top), Bundles<TLanes, TVector>.Inverse(restMean, e.Added)));
        var ofEnergy = TLanes.Multiply(down, TLanes.Multiply(Bundles<TLanes, TVector>.Power(energyPart, top), Bundles<TLanes, TVector>.Inverse(energyMean, fuels)));
        var ofMaterials = TLanes.Multiply(ofRest, TLanes.Multiply(Bundles<TLanes, TVector>.Power(materialPart, e.Added), Bundles<TLanes, TVector>.Inverse(materialMean, e.Materials)));
        var output = TLanes.Load(batch.State.Outputs + grid);
        TLanes.Store(TLanes.Multiply(TLanes.Broadcast(b.ValueAddedShares[own]), TLanes.Multiply(Bundles<TLanes, TVector>.Power(wagePart, e.Added), ofRest)), space.AddedShares + grid);
        TLanes.Store(TLanes.Multiply(ofMaterials, output), space.MaterialUse + cell);
        TLanes.Store(TLanes.Multiply(ofEnergy, output), space.EnergyUse + cell);
    }

    private static TVector EnergySum(PackedBaseline b, NestTables nests, LaneNests space, int width, int user, int v, double* block)
    {
        var powers = nests.Makes[user] == 1 ? space.FeedPowers : space.FuelPowers;
        var sum = TLanes.Zero;
        foreach (var k in nests.EnergySectors)
            sum = TLanes.MultiplyAdd(TLanes.Broadcast(block[k * b.RowS + user]), TLanes.Load(powers + k * width + v), sum);
        return sum;
    }

    private static void Demand(PackedBaseline b, NestTables nests, Batch batch, int n, int v, double* block)
    {
        var (space, e, width) = (batch.Nests!, nests.Nesting.Elasticities, batch.Width);
        var shares = b.FinalShares + n * b.RowS;
        var prices = batch.State.Prices + n * width + v;
        var (total, energySum, otherSum) = (nests.FinalEnergy[n], TLanes.Zero, TLanes.Zero);
        for (var k = 0; k < b.S; k++)
        {
            var share = TLanes.Broadcast(shares[k]);
            if (nests.IsEnergy[k] == 1)
                energySum = TLanes.MultiplyAdd(share, TLanes.Load(space.FuelPowers + k * width + v), energySum);
            else
                otherSum = TLanes.MultiplyAdd(share, TLanes.Load(prices + k * batch.Step), otherSum);
        }

        // Consumers' other goods are Cobb-Douglas among each other.
        var energyMean = total > 0 ? TLanes.Multiply(energySum, TLanes.Broadcast(1 / total)) : Empty(e.Fuels);
        var otherMean = total < 1 ? TLanes.Multiply(otherSum, TLanes.Broadcast(1 / (1 - total))) : TLanes.Zero;
        var energyPart = Bundles<TLanes, TVector>.Part(energyMean, e.Fuels, e.Energy);
        var otherPart = Bundles<TLanes, TVector>.Part(otherMean, e.Energy);
        var indexMean = Mean(energyPart, total, otherPart);
        var income = TLanes.Multiply(TLanes.Load(batch.Incomes + n * width + v), Bundles<TLanes, TVector>.Inverse(indexMean, e.Energy));
        var others = TLanes.Multiply(income, Bundles<TLanes, TVector>.Power(otherPart, e.Energy));
        var energy = TLanes.Multiply(income, TLanes.Multiply(Bundles<TLanes, TVector>.Power(energyPart, e.Energy), Bundles<TLanes, TVector>.Inverse(energyMean, e.Fuels)));
        for (var k = 0; k < b.S; k++)
        {
            var (cell, share) = (k * width + v, TLanes.Broadcast(shares[k]));
            var demand = nests.IsEnergy[k] == 1
                ? OfEnergy(b, nests, space, width, k, v, block, TLanes.Multiply(share, energy))
                : TLanes.MultiplyAdd(Bundles<TLanes, TVector>.Power(TLanes.Load(space.MaterialPowers + cell), e.Materials), TLanes.Load(space.Dots + cell), TLanes.Multiply(share, others));
            TLanes.Store(demand, batch.Demand + k * batch.Step + n * width + v);
        }
    }

    // By those who burn it and those who make fuels of it.
    private static TVector OfEnergy(PackedBaseline b, NestTables nests, LaneNests space, int width, int k, int v, double* block, TVector final)
    {
        var (e, feed) = (nests.Nesting.Elasticities, TLanes.Zero);
        for (var user = 0; user < b.S; user++)
        {
            var (share, use) = (TLanes.Broadcast(block[k * b.RowS + user]), TLanes.Load(space.EnergyUse + user * width + v));
            if (nests.Makes[user] == 1)
                feed = TLanes.MultiplyAdd(share, use, feed);
            else
                final = TLanes.MultiplyAdd(share, use, final);
        }

        var (fuelPower, feedPower) = (TLanes.Load(space.FuelPowers + k * width + v), TLanes.Load(space.FeedPowers + k * width + v));
        return TLanes.MultiplyAdd(Bundles<TLanes, TVector>.Power(feedPower, e.Feedstock), feed, TLanes.Multiply(Bundles<TLanes, TVector>.Power(fuelPower, e.Fuels), final));
    }

    private static TVector Mean(TVector left, double weight, TVector right) =>
        TLanes.MultiplyAdd(TLanes.Broadcast(weight), left, TLanes.Multiply(TLanes.Broadcast(1 - weight), right));

    // The mean of no parts, at a price of 1.
    private static TVector Empty(double sigma) => sigma == 1 ? TLanes.Zero : TLanes.Broadcast(1);
}
