using CsCheck;
using Samarkand.Equilibrium;
using Samarkand.Worlds;

namespace Samarkand.Tests.Equilibrium;

/// <summary>A certificate says how far the reported state is from each equation: here of solves that stop early.</summary>
public class CertificateTests
{
    private static readonly Gen<(World World, int Seed)> Samples = Gen.Select(RandomEconomy.Worlds, Gen.Int[0, 1_000_000]);

    [Fact]
    public void Residuals_are_those_that_the_plain_model_finds() => Gen.Select(Samples, Gen.Int[1, 5]).Sample(
        (sample, digits) =>
        {
            // On its way the iteration leaves the numeraire by a little, by which the plain model scales what is paid in its units.
            var shock = RandomShock.Of(sample.World, sample.Seed) with { Purchases = [] };
            var tolerance = Math.Pow(10, -digits);
            var equilibrium = Solver.For(Baseline.Of(sample.World, Horizon.Long)).Solve(shock, tolerance: tolerance);
            var (economy, certificate) = (new PlainEconomy(sample.World), equilibrium.Certificate);
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
            Assert.Equal(prices, certificate.Prices, 1e-12);
            Assert.Equal(outputs, certificate.GoodsMarkets, 1e-12);
            Assert.Equal(wages, certificate.Wages, 1e-12);
            Assert.Equal(revenues, certificate.Income, 1e-12);
            Assert.Equal(Math.Abs(labour - bill) / world, certificate.Walras, 1e-12);
            Assert.InRange(certificate.Largest, Math.Max(prices, outputs) - 1e-12, tolerance);
        },
        iter: 100);
}
