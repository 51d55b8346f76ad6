using CsCheck;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Tests.Model;

/// <summary>A certificate says how far the reported state is from each equation: here of solves that stop early.</summary>
public class CertificateTests
{
    private static readonly Gen<(World World, int Seed)> Samples = Gen.Select(RandomEconomy.Worlds, Gen.Int[0, 1_000_000]);

    [Fact]
    public void Residuals_are_those_that_the_plain_model_finds() => Gen.Select(Samples, Gen.Int[1, 5]).Sample(
        (sample, digits) =>
        {
            var tolerance = Math.Pow(10, -digits);
            var shock = ShockOf(sample);
            AssertSame(sample.World, shock, Solver.For(Baseline.Of(sample.World, Horizon.Long)).Solve(shock, tolerance: tolerance), 1e-12);
        },
        iter: 100);

    // Its middle sweeps add differences in single precision; nothing of that may be left where it stops.
    [Fact]
    public void Residuals_of_a_prepared_solve_are_those_that_the_plain_model_finds() => Gen.Select(Samples, Gen.Int[3, 11]).Sample(
        (sample, digits) =>
        {
            var tolerance = Math.Pow(10, -digits);
            var shock = ShockOf(sample);
            AssertSame(sample.World, shock, Solver.Prepare(Baseline.Of(sample.World, Horizon.Long)).Solve(shock, tolerance: tolerance), 1e-12 + tolerance / 20);
        },
        iter: 100);

    // On its way the iteration leaves the numeraire by a little, by which the plain model scales what is paid in its units.
    private static Shock ShockOf((World World, int Seed) sample) => RandomShock.Of(sample.World, sample.Seed) with { Purchases = [] };

    private static void AssertSame(World of, Shock shock, Samarkand.Model.Equilibrium equilibrium, double precision)
    {
        var (economy, certificate) = (new PlainEconomy(of), equilibrium.Certificate);
        var state = PlainState.Of(equilibrium);
        var next = new PlainModel(economy, shock, Closure.Fixed).RightHandSides(state);
        var (prices, outputs, wages, revenues, labour, bill) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        for (var j = 0; j < economy.N; j++)
        {
            labour += next.Wage[j] * economy.ValueAdded[j];
            bill += state.Wage[j] * economy.ValueAdded[j];
            revenues = Math.Max(revenues, Math.Abs(next.Revenue[j] - state.Revenue[j]) / economy.ValueAdded[j]);
            for (var s = 0; s < economy.S; s++)
            {
                prices = Math.Max(prices, Math.Abs(Math.Log(next.Price[s, j] / state.Price[s, j])));
                outputs = Math.Max(outputs, Math.Abs(next.Output[j, s] - state.Output[j, s]) / economy.Output[j, s]);
            }
        }

        var world = economy.ValueAdded.Sum();
        for (var j = 0; j < economy.N; j++)
            wages = Math.Max(wages, Math.Abs(Math.Log(next.Wage[j] / state.Wage[j] * world / labour)));
        Assert.Equal(prices, certificate.Prices, precision);
        Assert.Equal(outputs, certificate.GoodsMarkets, precision);
        Assert.Equal(wages, certificate.Wages, precision);
        Assert.Equal(revenues, certificate.Income, precision);
        Assert.Equal(Math.Abs(labour - bill) / world, certificate.Walras, precision);
        Assert.InRange(certificate.Largest, Math.Max(prices, outputs) - precision, certificate.Tolerance);
    }
}
