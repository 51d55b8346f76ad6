using CsCheck;
using Samarkand.Analyses.Explanation;
using Samarkand.Model;
using Samarkand.Model.Nests;
using Samarkand.Worlds;

namespace Samarkand.Tests.Model;

/// <summary>Nested inputs: held against the plain model, against Cobb-Douglas, and against the identities.</summary>
public class NestedInputTests
{
    [Theory]
    [InlineData(Closure.Fixed)]
    [InlineData(Closure.Proportional)]
    [InlineData(Closure.Unspent)]
    public void Every_equation_holds(Closure closure) => NestedWorlds.Samples.Sample(
        sample =>
        {
            var elasticities = NestedWorlds.Elasticities(sample.Seed);
            var baseline = NestedWorlds.Baseline(sample.World, elasticities);
            var shock = RandomShock.Of(sample.World, sample.Seed) with { Confined = new Region(0) };
            PlainCheck.Holds(NestedWorlds.Plain(sample.World, elasticities), Solver.For(baseline).Solve(shock, closure, 1e-11), closure);
            PlainCheck.Holds(NestedWorlds.Plain(sample.World, elasticities), Solver.Prepare(baseline).Solve(shock, closure, 1e-11), closure);
        },
        iter: 150);

    [Fact]
    public void No_shock_changes_nothing() => NestedWorlds.Samples.Sample(
        sample =>
        {
            var equilibrium = Solver.For(NestedWorlds.Baseline(sample.World, NestedWorlds.Elasticities(sample.Seed))).Solve(Shock.None, tolerance: 1e-12);
            Assert.All(equilibrium.Wages.ToArray(), w => Assert.Equal(1, w, 1e-12));
            Assert.All(equilibrium.Prices.ToArray(), p => Assert.Equal(1, p, 1e-12));
        },
        iter: 60);

    [Fact]
    public void Elasticities_of_one_are_Cobb_Douglas() => NestedWorlds.Samples.Sample(
        sample =>
        {
            var shock = RandomShock.Of(sample.World, sample.Seed);
            var nested = Solver.For(NestedWorlds.Baseline(sample.World, Substitution.Unit)).Solve(shock, tolerance: 1e-12);
            var plain = Solver.For(Baseline.Of(sample.World, Horizon.Long)).Solve(shock, tolerance: 1e-12);
            var near = Solver.For(NestedWorlds.Baseline(sample.World, new Substitution(0.9999, 0.9999, 1.0001, 0.9999, 0.9999))).Solve(shock, tolerance: 1e-9);
            for (var r = 0; r < sample.World.Regions.Length; r++)
            {
                Assert.Equal(plain.RealIncome(new Region(r)), nested.RealIncome(new Region(r)), 1e-10);
                Assert.Equal(plain.RealIncome(new Region(r)), near.RealIncome(new Region(r)), 1e-3);
            }
        },
        iter: 60);

    [Fact]
    public void The_plain_model_finds_the_same_equilibrium_in_any_numeraire() => NestedWorlds.Samples.Sample(
        sample =>
        {
            var (elasticities, shock) = (NestedWorlds.Elasticities(sample.Seed), RandomShock.Of(sample.World, sample.Seed));
            var equilibrium = Solver.For(NestedWorlds.Baseline(sample.World, elasticities)).Solve(shock, tolerance: 1e-12);
            var model = new PlainModel(NestedWorlds.Plain(sample.World, elasticities), shock, Closure.Fixed);
            var plain = model.Solve(0);
            for (var r = 0; r < sample.World.Regions.Length; r++)
                Assert.Equal(model.RealIncome(plain, r), equilibrium.RealIncome(new Region(r)), 1e-9);
        },
        iter: 25);

    [Fact]
    public void Channels_add_up() => NestedWorlds.Samples.Sample(
        sample =>
        {
            var baseline = NestedWorlds.Baseline(sample.World, NestedWorlds.Elasticities(sample.Seed));
            foreach (var region in IncomeChannels.Of(Solver.For(baseline).Solve(RandomShock.Of(sample.World, sample.Seed), tolerance: 1e-12)))
                Assert.Equal(Math.Log(region.RealIncome), region.Channels.Sum(channel => channel.Log), 1e-9);
        },
        iter: 100);

    [Fact]
    public void The_world_without_deficits_is_its_own_baseline() => NestedWorlds.Samples.Sample(
        sample =>
        {
            var elasticities = NestedWorlds.Elasticities(sample.Seed);
            var closed = Simulation.WithoutDeficits(NestedWorlds.Baseline(sample.World, elasticities), 1e-12);
            var shock = RandomShock.Of(sample.World, sample.Seed);
            var (there, away) = (Solver.For(closed).Solve(shock, Closure.Closed, 1e-12), Solver.For(NestedWorlds.Baseline(sample.World, elasticities)).Solve(shock, Closure.Closed, 1e-12));
            var before = Solver.For(NestedWorlds.Baseline(sample.World, elasticities)).Solve(Shock.None, Closure.Closed, 1e-12);
            for (var r = 0; r < sample.World.Regions.Length; r++)
            {
                var unit = new Region(r);
                if (shock.Payments.IsEmpty)
                    Assert.Equal(away.RealIncome(unit) / before.RealIncome(unit), there.RealIncome(unit), 1e-8);
                Assert.Equal(1, Solver.For(closed).Solve(Shock.None, Closure.Closed, 1e-12).RealIncome(unit), 1e-10);
            }
        },
        iter: 30);

    [Fact]
    public void Where_nothing_replaces_energy_its_loss_costs_more() => NestedWorlds.Samples.Sample(
        sample =>
        {
            var (rigid, loose) = (new Substitution(0.05, 0.5, 0.5, 0.5, 0.05), new Substitution(0.95, 0.95, 0.95, 0.95, 0.95));
            var target = new Region(0);
            var others = Enumerable.Range(1, sample.World.Regions.Length - 1).Select(r => new Region(r));
            var shock = new Shock { Costs = [new CostChange(new FlowBlock([.. others], [target], [new Sector(0)]), 1.5)] };
            double Loss(Substitution e) => 1 - Solver.For(NestedWorlds.Baseline(sample.World, e)).Solve(shock, tolerance: 1e-11).RealIncome(target);
            Assert.True(Loss(rigid) >= Loss(loose) - 5e-3, $"{Loss(rigid)} {Loss(loose)}");
        },
        iter: 40);
}
