using CsCheck;
using Samarkand.Model;
using Samarkand.Worlds;
using Solved = Samarkand.Model.Equilibrium;

namespace Samarkand.Tests.Model;

/// <summary>
/// A certificate says how far the reported state is from each equation: what the plain model finds there, up to rounding, however early a solve
/// stops. How many samples there are, CsCheck_Iter says.
/// </summary>
public class CertificateTests
{
    private const double Rounding = 1e-13;

    private static readonly Gen<(World World, int Seed)> Samples = Gen.Select(RandomEconomy.Worlds, Gen.Int[0, 1_000_000]);

    private static readonly Gen<World> LargerWorlds =
        from regions in Gen.Int[8, 15]
        from sectors in Gen.Int[3, 8]
        from tariffs in Gen.Bool
        from seed in Gen.Int[0, 1_000_000]
        select RandomEconomy.Make(regions, sectors, tariffs, balancedTrade: false, seed);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Residuals_are_those_that_the_plain_model_finds() => Gen.Select(Samples, Gen.Int[1, 5]).Sample(
        (sample, digits) =>
        {
            var shock = ShockOf(sample.World, sample.Seed);
            var solver = Solver.For(Baseline.Of(sample.World, Horizon.Long));
            AssertSame(sample.World, solver.Solve(shock, tolerance: Math.Pow(10, -digits)));
        });

    // Its middle sweeps add differences in single precision; the certificate holds nothing of them.
    [Fact]
    public void Residuals_of_a_prepared_solve_are_those_that_the_plain_model_finds() => Gen.Select(Samples, Gen.Int[3, 11]).Sample(
        (sample, digits) =>
        {
            var shock = ShockOf(sample.World, sample.Seed);
            var solver = Solver.Prepare(Baseline.Of(sample.World, Horizon.Long), Token);
            AssertSame(sample.World, solver.Solve(shock, tolerance: Math.Pow(10, -digits)));
        });

    [Fact]
    public void Residuals_of_a_batch_are_those_that_the_plain_model_finds() => Gen.Select(LargerWorlds, Gen.Int[0, 1_000_000], Gen.Int[3, 11]).Sample(
        (world, seed, digits) =>
        {
            // Without handling, which random sectors can do too early for a batch.
            Shock[] shocks = [.. Enumerable.Range(0, 12).Select(n => ShockOf(world, seed + n, most: 1) with { Handling = null })];
            var found = new Solved[shocks.Length];
            var alone = Solver.Prepare(Baseline.Of(world, Horizon.Long), Token).SolveMany(
                shocks.Length, n => new Counterfactual(shocks[n]), (n, equilibrium) => found[n] = equilibrium, tolerance: Math.Pow(10, -digits), cancellation: Token);
            Assert.InRange(alone, 0, shocks.Length / 2);
            Assert.All(found, equilibrium => AssertSame(world, equilibrium));
        });

    [Fact]
    public void With_nests_and_tiers_too() => Gen.Select(NestedWorlds.Samples, Gen.Int[3, 11]).Sample(
        (sample, digits) =>
        {
            var (features, shock) = (new ModelFeatures(sample.World, sample.Seed), ShockOf(sample.World, sample.Seed, most: 2));
            var solver = Solver.Prepare(features.Baseline, Token);
            var found = new List<Solved> { solver.Solve(shock, tolerance: Math.Pow(10, -digits), cancellation: Token) };
            solver.SolveMany(1, _ => new Counterfactual(shock), (_, equilibrium) => found.Add(equilibrium), tolerance: Math.Pow(10, -digits), cancellation: Token);
            Assert.All(found, equilibrium => AssertSame(features.Plain, equilibrium));
        });

    // Of one attempt, without a shorter step where it goes astray: a mild shock.
    [Fact]
    public void With_nests_and_tiers_at_every_width() => NestedWorlds.Samples.Sample(
        sample =>
        {
            var features = new ModelFeatures(sample.World, sample.Seed);
            var shock = new Shock { Costs = [new CostChange(new FlowBlock([new Region(0)], [new Region(1)], [new Sector(0)]), 1.2)] };
            Assert.All(EachWidth.Solve(features.Baseline, shock, prepared: true, 1e-10), equilibrium => AssertSame(features.Plain, equilibrium));
        },
        iter: 40);

    // Certificates of sums of differences were off by more than a twentieth of the tolerance here; in the second one the residual was above it.
    [Theory]
    [InlineData(2, 5, false, 2_123_993_830, 954_503, 1e-6)]
    [InlineData(5, 1, true, 433_062_678, 701_690, 1e-7)]
    [InlineData(2, 1, true, 407_086_525, 898_278, 1e-5)]
    public void Nothing_of_single_precision_is_certified(int regions, int sectors, bool tariffs, int worldSeed, int shockSeed, double tolerance)
    {
        var world = RandomEconomy.Make(regions, sectors, tariffs, balancedTrade: false, worldSeed);
        var (baseline, shock) = (Baseline.Of(world, Horizon.Long), ShockOf(world, shockSeed));
        AssertSame(world, Solver.Prepare(baseline, Token).Solve(shock, tolerance: tolerance, cancellation: Token));
        Assert.All(EachWidth.Solve(baseline, shock, prepared: true, tolerance), equilibrium => AssertSame(world, equilibrium));
    }

    // On its way the iteration leaves the numeraire by a little, by which the plain model scales what is paid in its units.
    private static Shock ShockOf(World world, int seed, int most = int.MaxValue) => RandomShock.Of(world, seed, most) with { Purchases = [] };

    private static void AssertSame(World of, Solved equilibrium) => AssertSame(new PlainEconomy(of), equilibrium);

    private static void AssertSame(PlainEconomy economy, Solved equilibrium)
    {
        var certificate = equilibrium.Certificate;
        var state = PlainState.Of(equilibrium);
        var next = new PlainModel(economy, equilibrium.Shock, Closure.Fixed).RightHandSides(state);
        var (prices, outputs, wages, revenues, labour, bill, paid) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        for (var j = 0; j < economy.N; j++)
        {
            labour += next.Wage[j] * economy.ValueAdded[j];
            bill += state.Wage[j] * economy.ValueAdded[j];
            revenues = Math.Max(revenues, Math.Abs(next.Revenue[j] - state.Revenue[j]) / economy.ValueAdded[j]);
            for (var s = 0; s < economy.S; s++)
            {
                paid += next.Expenditure[s, j] - next.Output[j, s];
                prices = Math.Max(prices, Math.Abs(Math.Log(next.Price[s, j] / state.Price[s, j])));
                outputs = Math.Max(outputs, Math.Abs(next.Output[j, s] - state.Output[j, s]) / economy.Output[j, s]);
            }
        }

        var world = economy.ValueAdded.Sum();
        for (var j = 0; j < economy.N; j++)
            wages = Math.Max(wages, Math.Abs(Math.Log(next.Wage[j] / state.Wage[j] * world / labour)));
        Assert.Equal(prices, certificate.Prices, Rounding);
        Assert.Equal(outputs, certificate.GoodsMarkets, Rounding);
        Assert.Equal(wages, certificate.Wages, Rounding);
        Assert.Equal(revenues, certificate.Income, Rounding);
        Assert.Equal(Math.Abs(labour - bill) / world, certificate.Walras, Rounding);
        Assert.Equal(Math.Abs(state.Revenue.Sum() - paid) / world, certificate.Money, Rounding);
        Assert.InRange(certificate.Largest, 0, certificate.Tolerance);
    }
}
