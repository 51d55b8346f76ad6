namespace Samarkand.Worlds;

/// <summary>Sums of a world's tables, each [region, sector] in million USD.</summary>
/// <param name="Output">What the region's sector sells, at basic prices.</param>
/// <param name="Expenditure">What the region's buyers pay for the sector's goods, tariffs included.</param>
/// <param name="IntermediateUse">What the region's producers use of the sector's goods.</param>
/// <param name="IntermediateCost">What the region's sector pays for all its inputs.</param>
internal sealed record WorldSums(double[] Output, double[] Expenditure, double[] IntermediateUse, double[] IntermediateCost)
{
    public static WorldSums Of(World world)
    {
        var (n, s) = (world.Regions.Length, world.Sectors.Length);
        var (output, expenditure, use, cost) = (new double[n * s], new double[n * s], new double[n * s], new double[n * s]);
        var trade = world.Trade;
        var tariffs = world.Tariffs;
        var inputs = world.Inputs;
        for (var sector = 0; sector < s; sector++)
        {
            for (var origin = 0; origin < n; origin++)
            {
                for (var destination = 0; destination < n; destination++)
                {
                    var flow = Cube.At(n, sector, origin, destination);
                    output[origin * s + sector] += trade[flow];
                    expenditure[destination * s + sector] += tariffs.IsEmpty ? trade[flow] : trade[flow] * (1 + tariffs[flow]);
                }
            }
        }

        for (var region = 0; region < n; region++)
        {
            for (var input = 0; input < s; input++)
            {
                for (var sector = 0; sector < s; sector++)
                {
                    var value = inputs[Cube.At(s, region, input, sector)];
                    use[region * s + input] += value;
                    cost[region * s + sector] += value;
                }
            }
        }

        return new WorldSums(output, expenditure, use, cost);
    }
}
