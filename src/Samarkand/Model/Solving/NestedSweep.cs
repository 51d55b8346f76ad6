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
    /// <summary>Fills costs, their powers, demand and the shares of value added.</summary>
    public static void CostsAndDemand(PackedBaseline b, NestTables nests, Workspace ws, bool backwards)
    {
        for (var m = 0; m < b.N; m++)
        {
            var n = backwards ? b.N - 1 - m : m;
            var space = ws.Nests!;
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

    private static void Powers(PackedBaseline b, NestTables nests, NestSpace space)
    {
        var e = nests.Nesting.Elasticities;
        for (var v = 0; v < b.RowS; v += TLanes.Count)
        {
            var price = TLanes.Load(space.LogPrices + v);
            var isEnergy = TLanes.Load(nests.IsEnergy + v);
            TLanes.Store(TLanes.Multiply(Power(price, e.Materials), TLanes.Load(nests.IsMaterial + v)), space.MaterialPowers + v);
            TLanes.Store(TLanes.Multiply(Power(price, e.Fuels), isEnergy), space.FuelPowers + v);
            TLanes.Store(TLanes.Multiply(Power(price, e.Feedstock), isEnergy), space.FeedPowers + v);
        }
    }

    private static void EnergySums(PackedBaseline b, NestTables nests, NestSpace space, double* inputs)
    {
        new Span<double>(space.FuelSums, b.RowS).Clear();
        new Span<double>(space.FeedSums, b.RowS).Clear();
        foreach (var k in nests.EnergySectors)
        {
            var (fuel, feed) = (TLanes.Broadcast(space.FuelPowers[k]), TLanes.Broadcast(space.FeedPowers[k]));
            for (var v = 0; v < b.RowS; v += TLanes.Count)
            {
                var share = TLanes.Load(inputs + k * b.RowS + v);
                TLanes.Store(TLanes.MultiplyAdd(share, fuel, TLanes.Load(space.FuelSums + v)), space.FuelSums + v);
                TLanes.Store(TLanes.MultiplyAdd(share, feed, TLanes.Load(space.FeedSums + v)), space.FeedSums + v);
            }
        }
    }

    // Bundle by bundle up to the cost, and down again to what a user takes of each.
    private static void Users(PackedBaseline b, NestTables nests, Workspace ws, int n)
    {
        var (space, e, row, one) = (ws.Nests!, nests.Nesting.Elasticities, n * b.RowS, TLanes.Broadcast(1));
        var wage = TLanes.Broadcast(ws.State.LogWages[n]);
        var wagePower = Power(wage, e.Added);
        for (var v = 0; v < b.RowS; v += TLanes.Count)
        {
            var (added, energy, materials) = (TLanes.Load(b.ValueAddedShares + row + v), TLanes.Load(nests.Energy + row + v), TLanes.Load(nests.Materials + row + v));
            var (top, fuels) = (TLanes.Load(nests.Top + v), TLanes.Load(nests.Fuels + v));
            var (makes, buys) = (TLanes.Load(nests.Makes + v), TLanes.Load(nests.Buys + v));
            var inverse = TLanes.Load(nests.EnergyInverses + row + v);
            var logEnergy = TLanes.Add(
                TLanes.Multiply(buys, Bundle(TLanes.Multiply(TLanes.Load(space.FuelSums + v), inverse), energy, e.Fuels)),
                TLanes.Multiply(makes, Bundle(TLanes.Multiply(TLanes.Load(space.FeedSums + v), inverse), energy, e.Feedstock)));
            var logMaterials = Bundle(TLanes.Multiply(TLanes.Load(space.MaterialSums + v), TLanes.Load(nests.MaterialInverses + row + v)), materials, e.Materials);
            var rest = TLanes.Add(added, materials);
            var restSum = TLanes.MultiplyAdd(added, wagePower, TLanes.Multiply(materials, Power(logMaterials, e.Added)));
            var logRest = Bundle(TLanes.Divide(restSum, AtLeastTiny(rest)), rest, e.Added);
            var isUnit = e.Energy == 1;
            var away = TLanes.Subtract(one, top);
            var costSum = isUnit
                ? TLanes.MultiplyAdd(energy, logEnergy, TLanes.Multiply(rest, logRest))
                : TLanes.MultiplyAdd(energy, Exp(TLanes.Multiply(away, logEnergy)), TLanes.Multiply(rest, Exp(TLanes.Multiply(away, logRest))));
            // Beyond the last sector nothing is used.
            var whole = TLanes.Add(energy, rest);
            var cost = isUnit ? TLanes.Divide(costSum, AtLeastTiny(whole)) : TLanes.Divide(Bundle(TLanes.Divide(costSum, AtLeastTiny(whole)), whole, 0), away);
            TLanes.Store(cost, ws.Costs + row + v);
            TLanes.Store(Exp(TLanes.Multiply(cost, TLanes.Load(b.MinusElasticities + v))), ws.CostPowers + row + v);

            var down = TLanes.Multiply(TLanes.Subtract(TLanes.Zero, away), cost);
            var ofRest = TLanes.MultiplyAdd(TLanes.Subtract(TLanes.Broadcast(e.Added), top), logRest, down);
            var ofAdded = TLanes.MultiplyAdd(TLanes.Broadcast(1 - e.Added), wage, ofRest);
            var ofMaterials = TLanes.MultiplyAdd(TLanes.Broadcast(e.Materials - e.Added), logMaterials, ofRest);
            var ofEnergy = TLanes.MultiplyAdd(TLanes.Subtract(fuels, top), logEnergy, down);
            var output = TLanes.Load(ws.State.Outputs + row + v);
            var energyUse = TLanes.Multiply(Exp(ofEnergy), output);
            TLanes.Store(TLanes.Multiply(added, Exp(ofAdded)), space.AddedShares + row + v);
            TLanes.Store(TLanes.Multiply(Exp(ofMaterials), output), space.MaterialUse + v);
            TLanes.Store(TLanes.Multiply(energyUse, buys), space.FuelUse + v);
            TLanes.Store(TLanes.Multiply(energyUse, makes), space.FeedUse + v);
        }
    }

    private static void Demand(PackedBaseline b, NestTables nests, Workspace ws, int n, double* inputs)
    {
        var (space, e) = (ws.Nests!, nests.Nesting.Elasticities);
        var shares = b.FinalShares + n * b.RowS;
        var (energyTotal, energySum, otherTotal, otherSum) = (0.0, 0.0, 0.0, 0.0);
        for (var k = 0; k < b.S; k++)
        {
            if (nests.IsEnergy[k] == 1)
                (energyTotal, energySum) = (energyTotal + shares[k], energySum + shares[k] * space.FuelPowers[k]);
            else
                (otherTotal, otherSum) = (otherTotal + shares[k], otherSum + shares[k] * space.LogPrices[k]);
        }

        var logEnergy = energyTotal == 0 ? 0 : e.Fuels == 1 ? energySum / energyTotal : Math.Log(energySum / energyTotal) / (1 - e.Fuels);
        var logOthers = otherTotal == 0 ? 0 : otherSum / otherTotal;
        var logIndex = e.Energy == 1
            ? (energyTotal * logEnergy + otherTotal * logOthers) / (energyTotal + otherTotal)
            : Math.Log((energyTotal * Math.Exp((1 - e.Energy) * logEnergy) + otherTotal * Math.Exp((1 - e.Energy) * logOthers)) / (energyTotal + otherTotal)) / (1 - e.Energy);
        var others = ws.Incomes[n] * Math.Exp((1 - e.Energy) * (logOthers - logIndex));
        var energy = ws.Incomes[n] * Math.Exp((e.Fuels - e.Energy) * logEnergy + (e.Energy - 1) * logIndex);
        for (var k = 0; k < b.S; k++)
            ws.Demand[k * b.RowN + n] = (e.Materials == 1 ? 1 : space.MaterialPowers[k]) * space.Dots[k] + shares[k] * others;
        foreach (var k in nests.EnergySectors)
        {
            var (fuel, feed) = (TLanes.Zero, TLanes.Zero);
            for (var v = 0; v < b.RowS; v += TLanes.Count)
            {
                var share = TLanes.Load(inputs + k * b.RowS + v);
                fuel = TLanes.MultiplyAdd(share, TLanes.Load(space.FuelUse + v), fuel);
                feed = TLanes.MultiplyAdd(share, TLanes.Load(space.FeedUse + v), feed);
            }

            var (fuelPower, feedPower) = (e.Fuels == 1 ? 1 : space.FuelPowers[k], e.Feedstock == 1 ? 1 : space.FeedPowers[k]);
            ws.Demand[k * b.RowN + n] = fuelPower * (TLanes.Sum(fuel) + shares[k] * energy) + feedPower * TLanes.Sum(feed);
        }
    }

    private static TVector Power(TVector logPrice, double sigma) => sigma == 1 ? logPrice : Exp(TLanes.Multiply(TLanes.Broadcast(1 - sigma), logPrice));

    // The log price of a bundle from its sum over its weight; 0 where the weight is 0, as the sum then is.
    private static TVector Bundle(TVector mean, TVector weight, double sigma)
    {
        if (sigma == 1)
            return mean;
        var filled = TLanes.Add(mean, TLanes.Subtract(TLanes.Broadcast(1), TLanes.Min(TLanes.Broadcast(1), TLanes.Multiply(weight, TLanes.Broadcast(1e300)))));
        return TLanes.Multiply(Transcendentals<TLanes, TVector>.Log(filled), TLanes.Broadcast(1 / (1 - sigma)));
    }

    private static TVector AtLeastTiny(TVector value) => TLanes.Max(value, TLanes.Broadcast(1e-290));

    private static TVector Exp(TVector x) => Transcendentals<TLanes, TVector>.Exp(x);
}
