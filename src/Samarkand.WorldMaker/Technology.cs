namespace Samarkand.WorldMaker;

/// <summary>A region's input coefficients and final demand shares before balancing: its own, or a donor's.</summary>
/// <param name="Inputs">Input over output, [input, sector].</param>
/// <param name="ValueAdded">Value added over output, [sector].</param>
/// <param name="Final">Shares of final demand, [sector].</param>
internal sealed record Technology(double[] Inputs, double[] ValueAdded, double[] Final)
{
    /// <summary>What a sector that its donor does not use gets, so that balancing can start.</summary>
    private const double Least = 1e-6;

    /// <summary>The cost shares of a region of the table, a group's inputs divided among its sectors as a market of this world is.</summary>
    /// <param name="table">The published cost structures.</param>
    /// <param name="donor">Whose they are.</param>
    /// <param name="market">What is sold of each sector in the market that is to clear, or in the whole world.</param>
    /// <param name="hasMiningUse">Whether the declared rule says who uses what is mined; else the market does.</param>
    public static Technology Of(TechnologyTable table, int donor, double[] market, bool hasMiningUse)
    {
        var labels = table.Labels;
        var s = labels.S;
        var rest = table.Find("ROW");
        var (inputs, valueAdded, final) = (new double[s * s], new double[s], new double[s]);
        for (var k = 0; k < s; k++)
        {
            var source = table.Makes(donor, table.GroupOf[k]) ? donor : rest;
            var used = 0.0;
            for (var input = 0; input < s; input++)
            {
                var share = table.Input(source, table.GroupOf[input], table.GroupOf[k]) * InGroup(table, input, hasMiningUse ? labels.Sectors[k].Code : null, market);
                inputs[input * s + k] = Math.Max(share, 0);
                used += inputs[input * s + k];
            }

            valueAdded[k] = 1 - used;
            final[k] = Math.Max(Least, table.Final(donor, table.GroupOf[k]) * InGroup(table, k, hasMiningUse ? MiningUse.FinalDemand : null, market));
        }

        var sum = Flows.Sum(final);
        for (var k = 0; k < s; k++)
            final[k] /= sum;
        return new Technology(inputs, valueAdded, final);
    }

    private static double InGroup(TechnologyTable table, int sector, string? user, double[] market)
    {
        if (user is not null && MiningUse.Share(table.Labels.Sectors[sector].Code, user) is { } mined)
            return mined;
        var (sum, members) = (0.0, 0);
        for (var k = 0; k < table.Labels.S; k++)
        {
            if (table.GroupOf[k] != table.GroupOf[sector])
                continue;
            sum += market[k];
            members++;
        }

        return sum > 0 ? market[sector] / sum : 1.0 / members;
    }
}
