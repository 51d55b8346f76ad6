using Samarkand.Worlds;

namespace Samarkand.Tests.Analyses.Coalitions;

/// <summary>A world with one more region, which sells to itself alone.</summary>
internal static class Island
{
    public static World Of(World world)
    {
        var (n, s) = (world.Regions.Length, world.Sectors.Length);
        var flows = new double[s * (n + 1) * (n + 1)];
        for (var k = 0; k < s; k++)
        {
            for (var i = 0; i <= n; i++)
            {
                for (var j = 0; j <= n; j++)
                    flows[(k * (n + 1) + i) * (n + 1) + j] = i < n && j < n ? world.Trade[(k * n + i) * n + j] : i == j ? 50 : 0;
            }
        }

        // It uses nothing but its own final goods.
        return new World(
            world.About,
            [.. world.Regions, new RegionInfo($"R{n}", "Island")],
            world.Sectors,
            [],
            flows,
            null,
            [.. world.Inputs, .. new double[s * s]],
            [.. world.Final, .. Enumerable.Repeat(50.0, s)],
            [.. world.Elasticities]);
    }
}
