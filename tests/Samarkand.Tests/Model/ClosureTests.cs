using CsCheck;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Tests.Model;

/// <summary>What happens to deficits under each closure.</summary>
public class ClosureTests
{
    private static readonly Gen<(World World, int Seed)> Samples = Gen.Select(RandomEconomy.Worlds, Gen.Int[0, 1_000_000]);

    [Fact]
    public void Fixed_deficits_stay_in_units_of_world_value_added() => Samples.Sample(
        sample =>
        {
            var equilibrium = Solve(sample, Closure.Fixed);
            for (var j = 0; j < sample.World.Regions.Length; j++)
                Assert.Equal(equilibrium.Baseline.Deficits[j], Deficit(equilibrium, j), 1e-7);
        },
        iter: 100);

    [Fact]
    public void Proportional_deficits_move_with_income_and_add_up_to_zero() => Samples.Sample(
        sample =>
        {
            var equilibrium = Solve(sample, Closure.Proportional);
            var economy = new PlainEconomy(sample.World);
            var (n, moved, world) = (economy.N, 0.0, 0.0);
            for (var k = 0; k < n; k++)
            {
                moved += economy.Deficit[k] * equilibrium.Incomes[k] / economy.Income[k];
                world += equilibrium.Wages[k] * economy.ValueAdded[k];
            }

            var sum = 0.0;
            for (var j = 0; j < n; j++)
            {
                var share = equilibrium.Wages[j] * economy.ValueAdded[j] / world;
                var deficit = economy.Deficit[j] * equilibrium.Incomes[j] / economy.Income[j] - share * moved;
                Assert.Equal(deficit, Deficit(equilibrium, j), 1e-7);
                sum += Deficit(equilibrium, j);
            }

            Assert.Equal(0, sum / world, 1e-12);
        },
        iter: 100);

    [Fact]
    public void Closed_compares_with_the_equilibrium_without_deficits() => Samples.Sample(
        sample =>
        {
            var shock = RandomShock.Of(sample.World, sample.Seed);
            var equilibrium = Simulation.Solve(sample.World, shock, Horizon.Long, Closure.Closed, 1e-12);
            var balanced = AsWorld(equilibrium.Baseline);
            var economy = new PlainEconomy(balanced);
            Assert.All(equilibrium.Baseline.Deficits.ToArray(), deficit => Assert.Equal(0, deficit));
            Assert.All(economy.Deficit, deficit => Assert.Equal(0, deficit / economy.ValueAdded.Sum(), 1e-10));
            Assert.True(WorldBalance.Of(balanced).LargestGap < 1e-8);
            PlainCheck.Holds(economy, equilibrium, Closure.Closed);

            // The balanced world is itself the counterfactual of the observed one in which nothing changes but the deficits.
            var away = Solver.For(Baseline.Of(sample.World, Horizon.Long)).Solve(Shock.None, Closure.Closed, 1e-12);
            PlainCheck.Holds(new PlainEconomy(sample.World), away, Closure.Closed);
            var flows = TradeFlows.Of(away);
            for (var cell = 0; cell < flows.Basic.Length; cell++)
                Assert.Equal(flows.Basic[cell], balanced.Trade[cell], 1e-6);
        },
        iter: 100);

    private static Samarkand.Model.Equilibrium Solve((World World, int Seed) sample, Closure closure) =>
        Simulation.Solve(sample.World, RandomShock.Of(sample.World, sample.Seed), Horizon.Long, closure, 1e-12);

    // Income less what is earned, received and paid: money that comes from abroad for nothing.
    private static double Deficit(Samarkand.Model.Equilibrium equilibrium, int region) =>
        equilibrium.Incomes[region]
        - equilibrium.Wages[region] * equilibrium.Baseline.ValueAdded[region]
        - equilibrium.Revenues[region]
        + equilibrium.Shock.Purchases.Sum(p => p.Buyer.Index == region ? p.Amount : 0)
        - equilibrium.Shock.Payments.Sum(p => (p.To.Index == region ? p.Amount : 0) - (p.From.Index == region ? p.Amount : 0));

    private static World AsWorld(Baseline baseline)
    {
        var (n, s) = (baseline.RegionCount, baseline.SectorCount);
        var (inputs, final) = (new double[n * s * s], new double[n * s]);
        for (var cell = 0; cell < inputs.Length; cell++)
            inputs[cell] = baseline.InputShares[cell] * baseline.Outputs[cell / (s * s) * s + cell % s];
        for (var cell = 0; cell < final.Length; cell++)
            final[cell] = baseline.FinalShares[cell] * baseline.Income(new Region(cell / s));
        var world = baseline.World;
        return new World(
            world.About,
            world.Regions,
            world.Sectors,
            world.Blocs,
            TradeFlows.Of(baseline).Basic.ToArray(),
            world.Tariffs.IsEmpty ? null : world.Tariffs.ToArray(),
            inputs,
            final,
            world.Elasticities.ToArray());
    }
}
