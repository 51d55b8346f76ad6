using System.Runtime.CompilerServices;
using Samarkand.Model.Vectors;

namespace Samarkand.Model.Solving;

/// <summary>
/// Costs and demand with nests (docs/method.md, section 1b). Where sigma is constant in a nest, P^(1-sigma) of a bundle is linear in that of
/// its parts, and demand is P_k^(1-sigma) times a linear pass over what users have in common: the same matrices as without nests.
/// </summary>
internal static unsafe class NestedSweep<TLanes, TVector>
    where TLanes : ILanes<TVector>
    where TVector : struct
{
    /// <summary>Fills costs, their powers and by how much they changed, demand and the shares of value added.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void CostsAndDemand(PackedBaseline b, NestTables nests, Workspace ws, bool backwards)
    {
        var space = ws.Nests!;
        for (var m = 0; m < b.N; m++)
        {
            var n = backwards ? b.N - 1 - m : m;
            for (var k = 0; k < b.S; k++)
                space.LogPrices[k] = ws.State.LogPrices[k * b.RowN + n];
            var inputs = b.Inputs + n * b.InputBlock;
            Powers(b, nests, space);
            Kernels<TLanes, TVector, double>.Forward(inputs, b.S, b.RowS, space.MaterialPowers, 1, space.MaterialSums);
            EnergySums(b, nests, space, inputs);
            Users(b, nests, ws, n);
            Kernels<TLanes, TVector, double>.Backward(inputs, b.S, b.RowS, space.MaterialUse, space.Dots);
            Demand(b, nests, ws, n, inputs);
        }
    }

    /// <summary>The shares of value added at the baseline's prices.</summary>
    public static void Start(PackedBaseline b, Workspace ws) =>
        new ReadOnlySpan<double>(b.ValueAddedShares, b.N * b.RowS).CopyTo(new Span<double>(ws.Nests!.AddedShares, b.N * b.RowS));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Powers(PackedBaseline b, NestTables nests, NestSpace space)
    {
        var (e, energy) = (nests.Nesting.Elasticities, nests.EnergySectors);
        for (var v = 0; v < b.RowS; v += TLanes.Count)
        {
            var power = Bundles<TLanes, TVector>.Part(TLanes.Load(space.LogPrices + v), e.Materials);
            TLanes.Store(TLanes.Multiply(power, TLanes.Load(nests.IsMaterial + v)), space.MaterialPowers + v);
        }

        for (var k = 0; k < energy.Length; k++)
            space.EnergyLogPrices[k] = space.LogPrices[energy[k]];
        for (var v = 0; v < energy.Length; v += TLanes.Count)
        {
            var price = TLanes.Load(space.EnergyLogPrices + v);
            TLanes.Store(Bundles<TLanes, TVector>.Part(price, e.Fuels), space.FuelPowers + v);
            TLanes.Store(Bundles<TLanes, TVector>.Part(price, e.Feedstock), space.FeedPowers + v);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void EnergySums(PackedBaseline b, NestTables nests, NestSpace space, double* inputs)
    {
        var energy = nests.EnergySectors;
        for (var v = 0; v < b.RowS; v += TLanes.Count)
        {
            var (fuel, feed) = (TLanes.Zero, TLanes.Zero);
            for (var k = 0; k < energy.Length; k++)
            {
                var share = TLanes.Load(inputs + energy[k] * b.RowS + v);
                fuel = TLanes.MultiplyAdd(share, TLanes.Broadcast(space.FuelPowers[k]), fuel);
                feed = TLanes.MultiplyAdd(share, TLanes.Broadcast(space.FeedPowers[k]), feed);
            }

            TLanes.Store(fuel, space.FuelSums + v);
            TLanes.Store(feed, space.FeedSums + v);
        }
    }

    // Bundle by bundle up to the cost, and down again to what a user takes of each.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Users(PackedBaseline b, NestTables nests, Workspace ws, int n)
    {
        var (space, e, row, one) = (ws.Nests!, nests.Nesting.Elasticities, n * b.RowS, TLanes.Broadcast(1));
        var isUnit = e.Energy == 1;
        var wagePart = Bundles<TLanes, TVector>.Part(TLanes.Broadcast(ws.State.LogWages[n]), e.Added);
        for (var v = 0; v < b.RowS; v += TLanes.Count)
        {
            var (makes, buys, cell) = (TLanes.Load(nests.Makes + v), TLanes.Load(nests.Buys + v), row + v);
            var (energyWeight, energyInverse) = (TLanes.Load(nests.EnergyWeights + cell), TLanes.Load(nests.EnergyInverses + cell));
            var (addedWeight, materialInverse) = (TLanes.Load(nests.AddedWeights + cell), TLanes.Load(nests.MaterialInverses + cell));
            var away = TLanes.Subtract(one, TLanes.Load(nests.Top + v));

            var (fuelMean, feedMean) = (TLanes.Multiply(TLanes.Load(space.FuelSums + v), energyInverse), TLanes.Multiply(TLanes.Load(space.FeedSums + v), energyInverse));
            // Those whose elasticity is 1 stand at a power of 1, and add their log price.
            var energyMean = Filled(TLanes.MultiplyAdd(buys, e.Fuels == 1 ? one : fuelMean, TLanes.Multiply(makes, e.Feedstock == 1 ? one : feedMean)), energyInverse);
            var logEnergy = TLanes.Multiply(Transcendentals<TLanes, TVector>.Log(energyMean), TLanes.Load(nests.FuelInverses + v));
            logEnergy = e.Fuels == 1 ? TLanes.MultiplyAdd(buys, fuelMean, logEnergy) : logEnergy;
            logEnergy = e.Feedstock == 1 ? TLanes.MultiplyAdd(makes, feedMean, logEnergy) : logEnergy;

            var materialMean = TLanes.Multiply(TLanes.Load(space.MaterialSums + v), materialInverse);
            materialMean = e.Materials == 1 ? materialMean : Filled(materialMean, materialInverse);
            var materialPart = Bundles<TLanes, TVector>.Part(materialMean, e.Materials, e.Added);
            var restMean = Mean(wagePart, addedWeight, materialPart);
            var logRest = Bundles<TLanes, TVector>.LogPrice(restMean, e.Added);
            var energyPart = isUnit ? logEnergy : Exp(TLanes.Multiply(away, logEnergy));
            var restPart = isUnit ? logRest : Exp(TLanes.Multiply(away, logRest));
            var costMean = Mean(energyPart, energyWeight, restPart);
            var cost = isUnit ? costMean : TLanes.Multiply(Transcendentals<TLanes, TVector>.Log(costMean), TLanes.Load(nests.TopInverses + v));
            var power = Exp(TLanes.Multiply(cost, TLanes.Load(b.MinusElasticities + v)));
            TLanes.Store(cost, ws.Costs + cell);
            TLanes.StoreSingles(TLanes.Subtract(power, TLanes.Load(ws.CostPowers + cell)), ws.PowerMoves + cell);
            TLanes.Store(power, ws.CostPowers + cell);

            var down = isUnit ? one : TLanes.Reciprocal(costMean);
            var ofRest = TLanes.Multiply(down, isUnit ? one : restPart);
            ofRest = TLanes.Multiply(ofRest, Bundles<TLanes, TVector>.Inverse(restMean, e.Added));
            var ofMaterials = TLanes.Multiply(ofRest, Bundles<TLanes, TVector>.Power(materialPart, e.Added));
            ofMaterials = TLanes.Multiply(ofMaterials, Bundles<TLanes, TVector>.Inverse(materialMean, e.Materials));
            var ofEnergy = TLanes.Multiply(TLanes.Multiply(down, isUnit ? one : energyPart), TLanes.Reciprocal(energyMean));
            var output = TLanes.Load(ws.State.Outputs + cell);
            var energyUse = TLanes.Multiply(ofEnergy, output);
            var added = TLanes.Multiply(TLanes.Load(b.ValueAddedShares + cell), Bundles<TLanes, TVector>.Power(wagePart, e.Added));
            TLanes.Store(TLanes.Multiply(added, ofRest), space.AddedShares + cell);
            TLanes.Store(TLanes.Multiply(ofMaterials, output), space.MaterialUse + v);
            TLanes.Store(TLanes.Multiply(energyUse, buys), space.FuelUse + v);
            TLanes.Store(TLanes.Multiply(energyUse, makes), space.FeedUse + v);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Demand(PackedBaseline b, NestTables nests, Workspace ws, int n, double* inputs)
    {
        var (space, e, sectors) = (ws.Nests!, nests.Nesting.Elasticities, nests.EnergySectors);
        var shares = b.FinalShares + n * b.RowS;
        var (ofEnergy, ofOthers) = Consumers(b, nests, ws, n);
        var others = TLanes.Broadcast(ofOthers);
        for (var v = 0; v < b.RowS; v += TLanes.Count)
        {
            var power = Bundles<TLanes, TVector>.Power(TLanes.Load(space.MaterialPowers + v), e.Materials);
            TLanes.Store(TLanes.MultiplyAdd(power, TLanes.Load(space.Dots + v), TLanes.Multiply(others, TLanes.Load(shares + v))), space.Dots + v);
        }

        for (var m = 0; m < sectors.Length; m++)
        {
            var (k, fuel, feed) = (sectors[m], TLanes.Zero, TLanes.Zero);
            for (var v = 0; v < b.RowS; v += TLanes.Count)
            {
                var share = TLanes.Load(inputs + k * b.RowS + v);
                fuel = TLanes.MultiplyAdd(share, TLanes.Load(space.FuelUse + v), fuel);
                feed = TLanes.MultiplyAdd(share, TLanes.Load(space.FeedUse + v), feed);
            }

            var (fuelPower, feedPower) = (e.Fuels == 1 ? 1 : space.FuelPowers[m], e.Feedstock == 1 ? 1 : space.FeedPowers[m]);
            space.Dots[k] = fuelPower * (TLanes.Sum(fuel) + shares[k] * ofEnergy) + feedPower * TLanes.Sum(feed);
        }

        for (var k = 0; k < b.S; k++)
            ws.Demand[k * b.RowN + n] = space.Dots[k];
    }

    // What consumers' shares of energy and of all else are multiplied by. Their other goods are Cobb-Douglas among each other.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (double Energy, double Others) Consumers(PackedBaseline b, NestTables nests, Workspace ws, int n)
    {
        var (space, e) = (ws.Nests!, nests.Nesting.Elasticities);
        var shares = b.FinalShares + n * b.RowS;
        var (energy, sum) = (nests.FinalEnergy[n], TLanes.Zero);
        for (var v = 0; v < b.RowS; v += TLanes.Count)
            sum = TLanes.MultiplyAdd(TLanes.Multiply(TLanes.Load(shares + v), TLanes.Load(nests.IsMaterial + v)), TLanes.Load(space.LogPrices + v), sum);
        var logOthers = energy < 1 ? TLanes.Sum(sum) / (1 - energy) : 0;
        var mean = 0.0;
        for (var m = 0; m < nests.EnergySectors.Length; m++)
            mean += shares[nests.EnergySectors[m]] * space.FuelPowers[m];
        mean = energy > 0 ? mean / energy : e.Fuels == 1 ? 0 : 1;
        var (inverse, income) = (e.Fuels == 1 ? 1 : 1 / mean, ws.Incomes[n]);
        if (e.Energy == 1)
            return (income * inverse, income);
        var logEnergy = e.Fuels == 1 ? mean : Math.Log(mean) / (1 - e.Fuels);
        var (energyPart, othersPart) = (Math.Exp((1 - e.Energy) * logEnergy), Math.Exp((1 - e.Energy) * logOthers));
        var index = energy * energyPart + (1 - energy) * othersPart;
        return (income * inverse * energyPart / index, income * othersPart / index);
    }

    private static TVector Mean(TVector left, TVector weight, TVector right) =>
        TLanes.MultiplyAdd(weight, left, TLanes.Multiply(TLanes.Subtract(TLanes.Broadcast(1), weight), right));

    // One in place of the mean of an empty bundle, whose inverse weight is 0; others have one of at least 1.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Filled(TVector mean, TVector inverseWeight) =>
        TLanes.Add(mean, TLanes.Subtract(TLanes.Broadcast(1), TLanes.Min(TLanes.Broadcast(1), inverseWeight)));

    private static TVector Exp(TVector x) => Transcendentals<TLanes, TVector>.Exp(x);
}
