using Samarkand.Worlds;

namespace Samarkand.Cases.Binding.Outlets;

/// <summary>
/// What one more dollar of sales abroad adds to a state's real income, at the baseline and to first order: its wage rises until other sales
/// abroad fall and imports rise by as much, and it earns that rise on all that it sells abroad. A sale at a larger discount makes it worse
/// off, since it could make something else instead; see docs/method.md, section 6a.
/// </summary>
internal static class SaleWorth
{
    /// <summary>The worth of a dollar of sales, in [0, 1).</summary>
    /// <param name="world">The world.</param>
    /// <param name="seller">Who sells.</param>
    /// <param name="elasticities">The trade elasticities, one a sector.</param>
    public static double Of(World world, Region seller, ReadOnlySpan<double> elasticities)
    {
        var (n, sold, output, imports, answer) = (world.Regions.Length, 0.0, 0.0, 0.0, 0.0);
        for (var s = 0; s < world.Sectors.Length; s++)
        {
            var (theta, bought) = (elasticities[s], 0.0);
            for (var j = 0; j < n; j++)
            {
                var flow = world.Trade[Cube.At(n, new Sector(s), seller, new Region(j))];
                output += flow;
                if (j != seller.Index)
                    (sold, answer) = (sold + flow, answer + theta * flow);
                bought += j == seller.Index ? 0 : world.Trade[Cube.At(n, new Sector(s), new Region(j), seller)];
            }

            var home = world.Trade[Cube.At(n, new Sector(s), seller, seller)];
            (imports, answer) = (imports + bought, answer + (home + bought > 0 ? theta * bought * home / (home + bought) : 0));
        }

        // The part of a dollar's sale that is made at home: at least what it does not import of all that it makes.
        var own = Math.Max(0, 1 - imports / output);
        return own > 0 ? own * sold / (own * answer + imports) : 0;
    }
}
