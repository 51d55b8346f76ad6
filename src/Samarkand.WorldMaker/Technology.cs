using Samarkand.Worlds;

namespace Samarkand.WorldMaker;

/// <summary>A region's input coefficients and final demand shares before balancing: its own of 2011, or a donor's.</summary>
/// <param name="Inputs">Input over output, [input, sector].</param>
/// <param name="ValueAdded">Value added over output, [sector].</param>
/// <param name="Final">Shares of final demand, [sector].</param>
/// <param name="HomeShares">Share of home sales in expenditure, [sector].</param>
internal sealed record Technology(double[] Inputs, double[] ValueAdded, double[] Final, double[] HomeShares)
{
    /// <summary>What a sector that its donor does not have gets as final demand, so that balancing can start.</summary>
    private const double Least = 1e-6;

    public static Technology Of(WiodSeed seed, int donor)
    {
        var s = seed.Final.Length / seed.N;
        var (inputs, valueAdded, final, home) = (new double[s * s], new double[s], new double[s], new double[s]);
        for (var k = 0; k < s; k++)
        {
            var source = Output(seed, donor, k) > 0 ? donor : seed.RestOfWorld;
            var output = Output(seed, source, k);
            var used = 0.0;
            for (var input = 0; input < s; input++)
            {
                inputs[input * s + k] = seed.Inputs[Cube.At(s, source, input, k)] / output;
                used += inputs[input * s + k];
            }

            valueAdded[k] = 1 - used;
            final[k] = seed.Final[donor * s + k];
            var expenditure = 0.0;
            for (var origin = 0; origin < seed.N; origin++)
                expenditure += seed.Flow(k, origin, donor);
            home[k] = expenditure > 0 ? seed.Flow(k, donor, donor) / expenditure : 0;
        }

        var sum = Flows.Sum(final);
        for (var k = 0; k < s; k++)
            final[k] = Math.Max(final[k] / sum, Least);
        sum = Flows.Sum(final);
        for (var k = 0; k < s; k++)
            final[k] /= sum;
        return new Technology(inputs, valueAdded, final, home);
    }

    private static double Output(WiodSeed seed, int region, int sector)
    {
        var output = 0.0;
        for (var destination = 0; destination < seed.N; destination++)
            output += seed.Flow(sector, region, destination);
        return output;
    }
}
