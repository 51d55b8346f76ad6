using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Samarkand.Model.Solving;
using Samarkand.Worlds;

namespace Samarkand.Model;

/// <summary>Makes the flows of an equilibrium from its costs, its expenditures and the weights of its scenario.</summary>
internal static unsafe class SolvedFlows
{
    /// <summary>
    /// The flows of an equilibrium. Few ask for those at buyers' prices, and an answer of effects for none of single ones: without room for them they are found
    /// where they are first asked for, and what regions export and import is summed sector by sector while it is in the cache.
    /// </summary>
    public static TradeFlows Of(
        Equilibrium equilibrium, PackedBaseline packed, Scenario scenario, double[]? whole, double[]? buyers, List<RoutedFlow> routed, Func<TradeFlows>? later = null)
    {
        var (n, s) = (packed.N, packed.S);
        var (room, exports, imports) = (whole is null ? new double[n * n] : [], new double[n], new double[n]);
        var powers = CostPowers(equilibrium);
        routed.Clear();
        var (pulls, atHome) = (new double[n], new double[n]);
        for (var k = 0; k < s; k++)
        {
            var basic = whole is null ? room : whole.AsSpan(k * n * n, n * n);
            AddPowers(scenario.Weights[k], packed.RowN, powers.AsSpan(k * n, n), pulls);
            for (var j = 0; j < n; j++)
            {
                var split = Find(scenario.Splits, k, j);
                if (packed.IsTwoTier)
                {
                    var share = split?.FreeShare ?? 1;
                    var (pull, home) = TwoTierPull(equilibrium, packed, k, j, powers, pulls[j] + PriceSum(split?.Routed, k * n, powers), share);
                    (pulls[j], atHome[j]) = (share > 0 ? pull : 0, share > 0 ? home : 0);
                    continue;
                }

                pulls[j] = equilibrium.Expenditures[k * n + j] * (split?.FreeShare ?? 1) / (pulls[j] + PriceSum(split?.Routed, k * n, powers));
            }

            for (var i = 0; i < n; i++)
                Fill(scenario.Weights[k] + i * packed.RowN, scenario.BasicWeights[k] + i * packed.RowN, powers[k * n + i], pulls, buyers is null ? [] : buyers.AsSpan((k * n + i) * n, n), basic.Slice(i * n, n));
            for (var j = 0; j < n; j++)
            {
                var split = Find(scenario.Splits, k, j);
                AddRouted(split?.Routed, pulls[j], k, j, n, powers, basic, buyers, routed);
                if (packed.IsTwoTier)
                    AddHome(n, k, j, atHome[j], basic, buyers);
                foreach (var part in split?.Parts ?? [])
                    AddPart(equilibrium, packed, part, k, j, powers, basic, buyers, routed);
            }

            LiftLevies(equilibrium, n, k, basic);
            if (whole is not null)
                continue;
            TradeFlows.AddByRegion(basic, n, exports, ofOrigins: true);
            TradeFlows.AddByRegion(basic, n, imports, ofOrigins: false);
        }

        LiftLevies(equilibrium, routed);
        var services = new double[n * s];
        fixed (double* rows = services)
        {
            foreach (var flow in routed)
                HandlingServices.Sell(packed.Baseline, equilibrium.Shock.Handling, flow.Conduit.Index, flow.Margin, rows + flow.Conduit.Index * s);
        }

        return whole is null
            ? new TradeFlows(n, null, buyers, routed, services, equilibrium, later) { Exports = exports, Imports = imports }
            : new TradeFlows(n, whole, buyers, routed, services, equilibrium, later);
    }

    // What a pool's levy adds to what buyers pay, no seller receives at its basic price.
    private static void LiftLevies(Equilibrium equilibrium, int n, int sector, Span<double> basic)
    {
        for (var p = 0; p < equilibrium.LogLevies.Length; p++)
        {
            var (pool, kept) = (equilibrium.Shock.Pools[p], Math.Exp(-equilibrium.LogLevies[p]));
            if (pool.Sector.Index != sector)
                continue;
            foreach (var member in pool.Members)
            {
                for (var i = 0; i < n; i++)
                    basic[i * n + member.Index] *= kept;
            }
        }
    }

    private static void LiftLevies(Equilibrium equilibrium, List<RoutedFlow> routed)
    {
        for (var p = 0; p < equilibrium.LogLevies.Length; p++)
        {
            var (pool, kept) = (equilibrium.Shock.Pools[p], Math.Exp(-equilibrium.LogLevies[p]));
            for (var m = 0; m < routed.Count; m++)
            {
                if (routed[m].Sector == pool.Sector && pool.Members.Contains(routed[m].Destination))
                    routed[m] = routed[m] with { Basic = kept * routed[m].Basic, Margin = kept * routed[m].Margin };
            }
        }
    }

    // sum_i A_ij q_i by destination, rows of origins as they lie in memory.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddPowers(double* weights, int row, ReadOnlySpan<double> powers, Span<double> sums)
    {
        sums.Clear();
        for (var i = 0; i < powers.Length; i++)
        {
            var origin = weights + i * row;
            var (power, j) = (Vector256.Create(powers[i]), 0);
            for (; j + Vector256<double>.Count <= sums.Length; j += Vector256<double>.Count)
            {
                var there = sums.Slice(j, Vector256<double>.Count);
                (Vector256.Create(there) + Vector256.Load(origin + j) * power).CopyTo(there);
            }

            for (; j < sums.Length; j++)
                sums[j] += origin[j] * powers[i];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Fill(double* weights, double* basicWeights, double power, ReadOnlySpan<double> pulls, Span<double> buyers, Span<double> basic)
    {
        var (all, j) = (Vector256.Create(power), 0);
        for (; j + Vector256<double>.Count <= pulls.Length; j += Vector256<double>.Count)
        {
            var q = all * Vector256.Create(pulls.Slice(j, Vector256<double>.Count));
            if (!buyers.IsEmpty)
                (Vector256.Load(weights + j) * q).CopyTo(buyers[j..]);
            (Vector256.Load(basicWeights + j) * q).CopyTo(basic[j..]);
        }

        for (; j < pulls.Length; j++)
        {
            var q = power * pulls[j];
            if (!buyers.IsEmpty)
                buyers[j] = weights[j] * q;
            basic[j] = basicWeights[j] * q;
        }
    }

    private static (double Pull, double Home) TwoTierPull(Equilibrium equilibrium, PackedBaseline packed, int sector, int destination, double[] powers, double sum, double share)
    {
        var (cell, n) = (sector * packed.RowN + destination, packed.N);
        var market = TwoTiers.Of(
            packed.HomeShares[cell], packed.ForeignShares[cell], packed.HomeRatio, powers[sector * n + destination], sum, share * equilibrium.Expenditures[sector * n + destination]);
        return (market.Pull, market.Home);
    }

    private static void AddHome(int n, int sector, int region, double sales, Span<double> basic, double[]? buyers)
    {
        buyers?[Cube.At(n, sector, region, region)] += sales;
        basic[region * n + region] += sales;
    }

    private static void AddPart(Equilibrium equilibrium, PackedBaseline packed, SplitPart part, int sector, int destination, double[] powers, Span<double> basic, double[]? buyers, List<RoutedFlow> routed)
    {
        var n = equilibrium.Baseline.RegionCount;
        var sum = PriceSum(part.Routed, sector * n, powers);
        for (var i = 0; i < n; i++)
            sum += part.Weights[i] * powers[sector * n + i];
        var pull = part.Share * equilibrium.Expenditures[sector * n + destination] / sum;
        if (packed.IsTwoTier)
        {
            (pull, var home) = TwoTierPull(equilibrium, packed, sector, destination, powers, sum, part.Share);
            AddHome(n, sector, destination, home, basic, buyers);
        }

        for (var i = 0; i < n; i++)
        {
            var q = powers[sector * n + i] * pull;
            buyers?[Cube.At(n, sector, i, destination)] += part.Weights[i] * q;
            basic[i * n + destination] += part.BasicWeights[i] * q;
        }

        AddRouted(part.Routed, pull, sector, destination, n, powers, basic, buyers, routed);
    }

    private static double PriceSum(RoutedSupply? supply, int row, double[] powers)
    {
        var sum = 0.0;
        for (var o = 0; o < (supply?.Origins.Length ?? 0); o++)
            sum += supply!.Weights(o).Weight * powers[row + supply.Origins[o]];
        return sum;
    }

    private static void AddRouted(
        RoutedSupply? supply, double pull, int sector, int destination, int n, double[] powers, Span<double> basic, double[]? buyers, List<RoutedFlow> routed)
    {
        for (var o = 0; o < (supply?.Origins.Length ?? 0); o++)
        {
            var origin = supply!.Origins[o];
            var q = powers[sector * n + origin] * pull;
            var (weight, basicWeight) = supply.Weights(o);
            buyers?[Cube.At(n, sector, origin, destination)] += weight * q;
            basic[origin * n + destination] += basicWeight * q;
            for (var k = 0; k < supply.Conduits.Length; k++)
            {
                var (through, margin) = supply.Through(k, o);
                if (through > 0)
                    routed.Add(new RoutedFlow(new Sector(sector), new Region(origin), new Region(supply.Conduits[k]), new Region(destination), through * q, margin * q));
            }
        }
    }

    private static Split? Find(MarketSplits splits, int sector, int destination)
    {
        for (var m = splits.Start(sector); m < splits.Start(sector + 1); m++)
        {
            if (splits.All[m].Destination == destination)
                return splits.All[m];
        }

        return null;
    }

    // q = c^-theta, [sector][region].
    private static double[] CostPowers(Equilibrium equilibrium)
    {
        var b = equilibrium.Baseline;
        var powers = new double[b.SectorCount * b.RegionCount];
        var costs = equilibrium.Costs();
        for (var i = 0; i < b.RegionCount; i++)
        {
            for (var k = 0; k < b.SectorCount; k++)
                powers[k * b.RegionCount + i] = Math.Pow(costs[i * b.SectorCount + k], -b.Elasticities[k]);
        }

        return powers;
    }
}
