using CsCheck;
using Samarkand.Model;
using Samarkand.Tests.Model;
using Samarkand.Worlds;

namespace Samarkand.Tests.Cases;

/// <summary>A freeze holds its yield in trust: the owner loses it, and nobody gains.</summary>
public class TrustTests
{
    private static readonly Gen<(World World, int Seed)> Samples = Gen.Select(
        from regions in Gen.Int[3, 6]
        from sectors in Gen.Int[1, 4]
        from tariffs in Gen.Bool
        from seed in Gen.Int[0, 1_000_000]
        select RandomEconomy.Make(regions, sectors, tariffs, balancedTrade: false, seed),
        Gen.Int[0, 1_000_000]);

    [Theory]
    [InlineData(Closure.Fixed)]
    [InlineData(Closure.Proportional)]
    [InlineData(Closure.Closed)]
    [InlineData(Closure.Unspent)]
    [InlineData(Closure.Unfinanced)]
    public void A_freeze_never_makes_the_coalition_richer(Closure closure) => Samples.Sample(
        sample =>
        {
            var (owner, holder, other) = (new Region(0), new Region(1), new Region(2));
            var before = RandomShock.Of(sample.World, sample.Seed) with { Confined = owner };
            var after = before with
            {
                Payments = [.. before.Payments, new Payment(owner, holder, 3) { InTrust = true }, new Payment(owner, other, 2) { InTrust = true }],
            };
            var (free, frozen) = (Solve(sample.World, before, closure), Solve(sample.World, after, closure));
            for (var r = 1; r < sample.World.Regions.Length; r++)
                Assert.Equal(BitConverter.DoubleToInt64Bits(free.RealIncome(new Region(r))), BitConverter.DoubleToInt64Bits(frozen.RealIncome(new Region(r))));
            var lost = (free.RealIncome(owner) - frozen.RealIncome(owner)) * frozen.Baseline.Income(owner) * frozen.PriceIndex(owner);

            // A deficit that nobody finances any more takes the yield with it.
            Assert.Equal(closure == Closure.Unfinanced ? Math.Max(5 - Math.Max(frozen.Baseline.Deficits[0], 0), 0) : 5, lost, 1e-8);
            PlainCheck.Holds(new PlainEconomy(sample.World), frozen, closure);
        },
        iter: 60);

    private static Samarkand.Model.Equilibrium Solve(World world, Shock shock, Closure closure) => closure == Closure.Closed
        ? Solver.For(Baseline.Of(world, Horizon.Long)).Solve(shock, closure, 1e-12)
        : Simulation.Solve(world, shock, Horizon.Long, closure, 1e-12);
}
