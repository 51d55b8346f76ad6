using System.Collections.Immutable;
using CsCheck;
using Samarkand.Worlds;

namespace Samarkand.Tests.Model;

/// <summary>Random balanced worlds of varied size, with zero flows, deficits and, on request, tariffs.</summary>
internal static class RandomEconomy
{
    public static readonly Gen<World> Worlds =
        from regions in Gen.Int[2, 6]
        from sectors in Gen.Int[1, 5]
        from tariffs in Gen.Bool
        from seed in Gen.Int[0, int.MaxValue - 1]
        select Make(regions, sectors, tariffs, balancedTrade: false, seed);

    /// <summary>The region that makes nothing of the named sector, so that it lives on imports of it alone.</summary>
    public static World WithoutMaker(int n, int s, int region, int sector, bool withTariffs, int seed) =>
        Make(n, s, withTariffs, balancedTrade: false, seed, (region, sector));

    /// <summary>Flows first; then inputs as random fractions of what both the seller's cost and the buyer's market allow; final demand is the rest.</summary>
    public static World Make(int n, int s, bool withTariffs, bool balancedTrade, int seed, (int Region, int Sector)? unmade = null)
    {
        var random = new Random(seed);
        var (trade, tariffs) = (new double[s * n * n], new double[s * n * n]);
        for (var k = 0; k < s; k++)
        {
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++)
                {
                    var cell = (k * n + i) * n + j;
                    // Symmetric flows balance trade; a fifth of the others is zero, the first sector's never.
                    trade[cell] = unmade == (i, k) ? 0
                        : balancedTrade && j < i ? trade[(k * n + j) * n + i]
                        : i == j ? 100 + 400 * random.NextDouble()
                        : k > 0 && random.NextDouble() < 0.2 ? 0 : 60 * random.NextDouble();
                    tariffs[cell] = withTariffs && i != j ? 0.3 * random.NextDouble() : 0;
                }
            }
        }

        var (inputs, final) = (new double[n * s * s], new double[n * s]);
        for (var r = 0; r < n; r++)
            Use(random, n, s, r, trade, tariffs, inputs, final);
        return new World(
            new WorldInfo("random", "random", 2000, [], []),
            [.. Enumerable.Range(0, n).Select(r => new RegionInfo($"R{r}", $"Region {r}"))],
            [.. Enumerable.Range(0, s).Select(k => new SectorInfo($"s{k}", $"Sector {k}", ["goods"]))],
            ImmutableArray<Bloc>.Empty,
            trade,
            withTariffs ? tariffs : null,
            inputs,
            final,
            [.. Enumerable.Range(0, s).Select(_ => 2 + 6 * random.NextDouble())]);
    }

    private static void Use(Random random, int n, int s, int r, double[] trade, double[] tariffs, double[] inputs, double[] final)
    {
        for (var k = 0; k < s; k++)
        {
            var market = 0.0;
            for (var i = 0; i < n; i++)
                market += trade[(k * n + i) * n + r] * (1 + tariffs[(k * n + i) * n + r]);
            var left = market;
            for (var user = 0; user < s; user++)
            {
                var output = 0.0;
                for (var j = 0; j < n; j++)
                    output += trade[(user * n + r) * n + j];
                var use = 0.7 * random.NextDouble() * Math.Min(output, market) / s;
                inputs[(r * s + k) * s + user] = use;
                left -= use;
            }

            final[r * s + k] = left;
        }
    }
}
