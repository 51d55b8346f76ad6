using CsCheck;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Tests.Model;

/// <summary>Equilibria of random worlds under random shocks, held against each equation by code that the solver does not share.</summary>
public class VerificationTests
{
    private static readonly Gen<(World World, int Seed)> Samples = Gen.Select(RandomEconomy.Worlds, Gen.Int[0, 1_000_000]);

    [Theory]
    [InlineData(Closure.Fixed)]
    [InlineData(Closure.Proportional)]
    [InlineData(Closure.Unfinanced)]
    [InlineData(Closure.Unspent)]
    public void Every_equation_holds(Closure closure) => Samples.Sample(
        sample =>
        {
            var baseline = Baseline.Of(sample.World, Horizon.Long);
            var shock = RandomShock.Of(sample.World, sample.Seed) with { Confined = new Region(0) };
            PlainCheck.Holds(new PlainEconomy(sample.World), Solver.For(baseline).Solve(shock, closure, 1e-11), closure);
            PlainCheck.Holds(new PlainEconomy(sample.World), Solver.Prepare(baseline).Solve(shock, closure, 1e-11), closure);
        },
        iter: 150);

    [Fact]
    public void Every_equation_holds_after_large_shocks() => Gen.Select(Gen.Int[4, 8], Gen.Int[3, 6], Gen.Int[0, 1_000_000]).Sample(
        (regions, sectors, seed) =>
        {
            var world = RandomEconomy.Make(regions, sectors, withTariffs: false, balancedTrade: true, seed);
            var baseline = Baseline.Of(world, Horizon.Long);
            var shock = RandomShock.Large(world, seed);
            PlainCheck.Holds(new PlainEconomy(world), Solver.For(baseline).Solve(shock, tolerance: 1e-11), Closure.Fixed);
            PlainCheck.Holds(new PlainEconomy(world), Solver.Prepare(baseline).Solve(shock, tolerance: 1e-11), Closure.Fixed);
        },
        iter: 100);

    [Fact]
    public void One_regions_numeraire_is_as_good_as_anothers() => Samples.Sample(
        sample =>
        {
            var shock = RandomShock.Of(sample.World, sample.Seed);
            var equilibrium = Solver.For(Baseline.Of(sample.World, Horizon.Long)).Solve(shock, tolerance: 1e-12);
            var model = new PlainModel(new PlainEconomy(sample.World), shock, Closure.Fixed);
            var numeraire = sample.Seed % sample.World.Regions.Length;
            var plain = model.Solve(numeraire);
            Assert.Equal(1, plain.Wage[numeraire], 1e-15);
            for (var r = 0; r < sample.World.Regions.Length; r++)
            {
                Assert.Equal(plain.Wage[r], equilibrium.Wages[r] / equilibrium.Wages[numeraire], 1e-9);
                Assert.Equal(model.RealIncome(plain, r), equilibrium.RealIncome(new Region(r)), 1e-9);
            }
        },
        iter: 40);
}
