using System.Collections.Immutable;
using CsCheck;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Tests.Model;

/// <summary>
/// Where trade is balanced and free of tariffs, autarky has a closed form: real income falls by the factor
/// prod_{s,k} (pi_jj^s)^{a^k L^{sk} / theta^s}, L the Leontief inverse of the input shares.
/// </summary>
public class AutarkyTests
{
    private static readonly Gen<World> Balanced =
        from regions in Gen.Int[2, 6]
        from sectors in Gen.Int[1, 5]
        from seed in Gen.Int[0, 1_000_000]
        select RandomEconomy.Make(regions, sectors, withTariffs: false, balancedTrade: true, seed);

    [Fact]
    public void Of_every_region_at_once() => Balanced.Sample(
        world =>
        {
            var equilibrium = CutOff(world, All(world));
            foreach (var region in All(world))
                Assert.Equal(ClosedForm(world, region.Index), equilibrium.RealIncome(region), 1e-8);
        },
        iter: 100);

    [Fact]
    public void Of_one_region_while_the_others_trade() => Balanced.Sample(
        world =>
        {
            var equilibrium = CutOff(world, [new Region(0)]);
            Assert.Equal(ClosedForm(world, 0), equilibrium.RealIncome(new Region(0)), 1e-8);
            // Whoever still trades gains by it.
            foreach (var region in All(world))
                Assert.InRange(equilibrium.RealIncome(region), ClosedForm(world, region.Index) - 1e-8, double.PositiveInfinity);
        },
        iter: 100);

    [Fact]
    public void Without_inputs_it_is_the_home_share_alone() => Gen.Int[0, 1_000_000].Sample(
        seed =>
        {
            var made = RandomEconomy.Make(4, 1, withTariffs: false, balancedTrade: true, seed);
            double[] markets = [.. Enumerable.Range(0, 4).Select(j => Enumerable.Range(0, 4).Sum(i => made.Trade[i * 4 + j]))];
            var world = new World(made.About, made.Regions, made.Sectors, made.Blocs, made.Trade.ToArray(), null, new double[4], markets, made.Elasticities.ToArray());
            var equilibrium = CutOff(world, All(world));
            for (var r = 0; r < 4; r++)
                Assert.Equal(Math.Pow(made.Trade[r * 5] / markets[r], 1 / made.Elasticities[0]), equilibrium.RealIncome(new Region(r)), 1e-9);
        },
        iter: 50);

    private static Samarkand.Model.Equilibrium CutOff(World world, ImmutableArray<Region> regions)
    {
        ImmutableArray<Sector> sectors = [.. Enumerable.Range(0, world.Sectors.Length).Select(k => new Sector(k))];
        var shock = new Shock
        {
            Costs =
            [
                new CostChange(new FlowBlock(regions, All(world), sectors), double.PositiveInfinity),
                new CostChange(new FlowBlock(All(world), regions, sectors), double.PositiveInfinity),
            ],
        };
        return Solver.For(Baseline.Of(world, Horizon.Long)).Solve(shock, tolerance: 1e-11);
    }

    private static double ClosedForm(World world, int region)
    {
        var economy = new PlainEconomy(world);
        var leontief = Leontief(economy, region);
        var product = 1.0;
        for (var s = 0; s < economy.S; s++)
        {
            for (var k = 0; k < economy.S; k++)
                product *= Math.Pow(economy.Share[s, region, region], economy.Final[region, k] * leontief[s, k] / economy.Elasticity[s]);
        }

        return product;
    }

    // L = 1 + B + B^2 + ..., B the inputs s of k.
    private static double[,] Leontief(PlainEconomy economy, int region)
    {
        var (sum, power) = (new double[economy.S, economy.S], new double[economy.S, economy.S]);
        for (var s = 0; s < economy.S; s++)
            power[s, s] = 1;
        for (var term = 0; term < 200; term++)
        {
            var next = new double[economy.S, economy.S];
            for (var s = 0; s < economy.S; s++)
            {
                for (var k = 0; k < economy.S; k++)
                {
                    sum[s, k] += power[s, k];
                    for (var l = 0; l < economy.S; l++)
                        next[s, k] += economy.Input[region, s, l] * power[l, k];
                }
            }

            power = next;
        }

        return sum;
    }

    private static ImmutableArray<Region> All(World world) => [.. Enumerable.Range(0, world.Regions.Length).Select(r => new Region(r))];
}
