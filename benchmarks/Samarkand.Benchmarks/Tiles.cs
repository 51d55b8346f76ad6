using Samarkand.Worlds;

namespace Samarkand.Benchmarks;

/// <summary>
/// A larger world made of copies of a real one. A copy of a region has a share of the region's flows and buys from and sells to
/// every copy of the others; sectors are split alike. Shares of the copies differ, so that no two are the same.
/// </summary>
internal static class Tiles
{
    public static World Of(World world, int regions, int sectors)
    {
        var (n, s) = (world.Regions.Length, world.Sectors.Length);
        var (size, split) = (Shares(regions, n), Shares(sectors, s));
        var trade = new double[sectors * regions * regions];
        var inputs = new double[regions * sectors * sectors];
        var final = new double[regions * sectors];
        for (var k = 0; k < sectors; k++)
        {
            for (var i = 0; i < regions; i++)
            {
                for (var j = 0; j < regions; j++)
                {
                    var home = i % n == j % n;
                    var part = home ? (i == j ? size[i] : 0) : size[i] * size[j];
                    trade[(k * regions + i) * regions + j] = split[k] * part * world.Trade[(k % s * n + i % n) * n + j % n];
                }
            }
        }

        for (var r = 0; r < regions; r++)
        {
            for (var input = 0; input < sectors; input++)
            {
                final[r * sectors + input] = size[r] * split[input] * world.Final[r % n * s + input % s];
                for (var user = 0; user < sectors; user++)
                {
                    inputs[(r * sectors + input) * sectors + user] =
                        size[r] * split[input] * split[user] * world.Inputs[(r % n * s + input % s) * s + user % s];
                }
            }
        }

        return new World(
            world.About with { Name = $"{world.About.Name} tiled" },
            [.. Enumerable.Range(0, regions).Select(r => world.Regions[r % n] with { Code = Code(world.Regions[r % n].Code, r / n) })],
            [.. Enumerable.Range(0, sectors).Select(k => world.Sectors[k % s] with { Code = Code(world.Sectors[k % s].Code, k / s) })],
            [],
            trade,
            null,
            inputs,
            final,
            [.. Enumerable.Range(0, sectors).Select(k => world.Elasticities[k % s])]);
    }

    private static string Code(string code, int copy) => copy == 0 ? code : FormattableString.Invariant($"{code}.{copy}");

    // Copies of one thing have shares in proportion to 1, 1/2, 1/3..., which add up to 1.
    private static double[] Shares(int count, int distinct)
    {
        var shares = new double[count];
        for (var first = 0; first < Math.Min(distinct, count); first++)
        {
            var total = 0.0;
            for (var copy = first; copy < count; copy += distinct)
                total += 1.0 / (1 + copy / distinct);
            for (var copy = first; copy < count; copy += distinct)
                shares[copy] = 1 / (1.0 + copy / distinct) / total;
        }

        return shares;
    }
}
