namespace Samarkand.Worlds;

/// <summary>Finds value added by region.</summary>
internal static class ValueAdded
{
    /// <summary>Output less intermediate use, summed over sectors, in million USD; one a region.</summary>
    public static double[] Of(World world)
    {
        var (n, s) = (world.Regions.Length, world.Sectors.Length);
        var values = new double[n];
        var trade = world.Trade;
        for (var sector = 0; sector < s; sector++)
        {
            for (var origin = 0; origin < n; origin++)
                values[origin] += Sum(trade.Slice((sector * n + origin) * n, n));
        }

        for (var region = 0; region < n; region++)
            values[region] -= Sum(world.Inputs.Slice(region * s * s, s * s));
        return values;
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += value;
        return sum;
    }
}
