using Samarkand.Core;
using Samarkand.Worlds;

namespace Samarkand.Model;

/// <content>From a world's tables to shares and levels.</content>
public sealed partial class Baseline
{
    /// <summary>The baseline of a world at a horizon.</summary>
    /// <exception cref="InputException">A market has expenditure but negative final demand, or a region has no value added.</exception>
    public static Baseline Of(World world, Horizon horizon) => Of(world, horizon, world.Elasticities);

    /// <summary>The same at other trade elasticities.</summary>
    /// <param name="world">The world.</param>
    /// <param name="horizon">The horizon, which scales the elasticities.</param>
    /// <param name="elasticities">Theta by sector before that, above 0.</param>
    /// <exception cref="InputException">A market has expenditure but negative final demand, or a region has no value added.</exception>
    public static Baseline Of(World world, Horizon horizon, ReadOnlySpan<double> elasticities)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(elasticities.Length, world.Sectors.Length);
        var (n, s) = (world.Regions.Length, world.Sectors.Length);
        var shares = new double[s * n * n];
        var outputs = new double[n * s];
        var expenditures = new double[s * n];
        var deficits = new double[n];
        var revenues = new double[n];
        var tariffs = world.Tariffs.IsEmpty ? null : world.Tariffs.ToArray();
        for (var k = 0; k < s; k++)
            AddSector(world, k, tariffs, shares, outputs, expenditures, deficits, revenues);

        var valueAddedShares = new double[n * s];
        var inputShares = new double[n * s * s];
        var finalShares = new double[n * s];
        var valueAdded = new double[n];
        for (var r = 0; r < n; r++)
            AddTechnology(world, r, outputs, expenditures, valueAddedShares, inputShares, finalShares, valueAdded);
        for (var r = 0; r < n; r++)
        {
            if (!(valueAdded[r] > 0) || !(valueAdded[r] + revenues[r] + deficits[r] > 0))
            {
                throw new InputException(new InputProblem(
                    world.About.Name, 0, 0, $"region {world.Regions[r].Code} has no positive value added and income; the model needs both"));
            }
        }

        var scale = horizon.ElasticityScale();
        var scaled = new double[s];
        for (var k = 0; k < s; k++)
            scaled[k] = elasticities[k] * scale;
        return new Baseline(
            world, shares, tariffs, valueAddedShares, inputShares, finalShares, scaled, outputs, expenditures, valueAdded, revenues, deficits);
    }

    private static void AddSector(
        World world, int k, double[]? tariffs, double[] shares, double[] outputs, double[] expenditures, double[] deficits, double[] revenues)
    {
        var (n, s) = (world.Regions.Length, world.Sectors.Length);
        var trade = world.Trade.Slice(k * n * n, n * n);
        var total = expenditures.AsSpan(k * n, n);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                var (m, tau) = (trade[i * n + j], tariffs is null ? 0 : tariffs[Cube.At(n, k, i, j)]);
                shares[Cube.At(n, k, i, j)] = m * (1 + tau);
                total[j] += m * (1 + tau);
                revenues[j] += m * tau;
                outputs[i * s + k] += m;
                if (i != j)
                {
                    deficits[j] += m;
                    deficits[i] -= m;
                }
            }
        }

        for (var j = 0; j < n; j++)
        {
            for (var i = 0; i < n; i++)
            {
                ref var share = ref shares[Cube.At(n, k, i, j)];
                // A market without expenditure counts as served at home, so that its price is that of its own cost.
                share = total[j] > 0 ? share / total[j] : i == j ? 1 : 0;
            }
        }
    }

    private static void AddTechnology(
        World world, int r, double[] outputs, double[] expenditures, double[] valueAddedShares, double[] inputShares, double[] finalShares, double[] valueAdded)
    {
        var (n, s) = (world.Regions.Length, world.Sectors.Length);
        var inputs = world.Inputs.Slice(r * s * s, s * s);
        var finalTotal = 0.0;
        for (var k = 0; k < s; k++)
        {
            var used = 0.0;
            for (var l = 0; l < s; l++)
                used += inputs[k * s + l];
            // Final demand balances the market exactly where the world is off by no more than its rounding (1e-6).
            var (final, market) = (world.Final[r * s + k], expenditures[k * n + r]);
            if (Math.Abs(final + used - market) <= 1e-6 * market)
                final = market - used;
            finalShares[r * s + k] = final > 0 ? final : 0;
            finalTotal += finalShares[r * s + k];
        }

        for (var k = 0; k < s; k++)
        {
            var y = outputs[r * s + k];
            var used = 0.0;
            for (var l = 0; l < s; l++)
                used += inputs[l * s + k];
            for (var l = 0; l < s; l++)
                inputShares[Cube.At(s, r, l, k)] = y > 0 ? inputs[l * s + k] / y : 0;
            valueAddedShares[r * s + k] = y > 0 ? (y - used) / y : 1;
            valueAdded[r] += y > 0 ? y - used : 0;
            finalShares[r * s + k] = finalTotal > 0 ? finalShares[r * s + k] / finalTotal : 0;
        }
    }
}
