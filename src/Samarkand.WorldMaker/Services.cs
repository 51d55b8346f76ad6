using Samarkand.Worlds;

namespace Samarkand.WorldMaker;

/// <summary>
/// Step 5: services. The OECD's tables count trade margins on exported goods among them, and basic prices leave these out of goods. So where
/// customs' goods exceed the tables', the difference is taken out of the pair's services, down to what its partners reported to the balance of payments for
/// 2019, or the nearest year that there is (the mean, or the one report there is, carried to the world's year with GDP), or to 30 percent where neither did. What is left is divided among
/// sectors as WIOD's services of 2014 between the two are, a region that WIOD does not have taken as its rest of the world.
/// </summary>
internal static class Services
{
    public static void Take(Flows flows, double[] goodsBefore, Statistics statistics, GrossDomesticProduct gdp, Provenance provenance, Imputation imputation)
    {
        var n = flows.Labels.N;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                if (i == j)
                    continue;
                ref var services = ref flows.Services[i * n + j];
                var moved = Math.Max(0, flows.Goods(i, j) - goodsBefore[i * n + j]);
                var floor = Math.Min(services, Math.Max(Reported(flows.Labels, statistics, gdp, i, j), imputation.LeastServices * services));
                if (moved > 0)
                    provenance.SetServices(i, j, Corrected(provenance[i, j].Services));
                services = Math.Max(services - moved, floor);
            }
        }
    }

    /// <summary>Divides each pair's services among sectors.</summary>
    public static void Divide(Flows flows, World wiod, TechnologyTable technology)
    {
        var labels = flows.Labels;
        var shares = new double[labels.S];
        for (var i = 0; i < labels.N; i++)
        {
            for (var j = 0; j < labels.N; j++)
            {
                if (i == j)
                    continue;
                var sum = 0.0;
                for (var k = labels.Goods; k < labels.S; k++)
                    sum += shares[k] = technology.ServicesFlow(wiod, k, labels.Regions[i].Code, labels.Regions[j].Code);
                for (var k = labels.Goods; k < labels.S; k++)
                    flows[k, i, j] = sum > 0 ? flows.Services[i * labels.N + j] * shares[k] / sum : 0;
            }
        }
    }

    private static string Corrected(string source) => source.StartsWith("scaled", StringComparison.Ordinal) ? "corrected:icio-less-goods" : source;

    private static double Reported(Labels2021 labels, Statistics statistics, GrossDomesticProduct gdp, int i, int j)
    {
        if (labels.Regions[i].IsRemainder || labels.Regions[j].IsRemainder)
            return 0;
        var (from, to) = (labels.Regions[i].Code, labels.Regions[j].Code);
        var exports = Positive(statistics.ServicesExports, from, to);
        var imports = Positive(statistics.ServicesImports, to, from);
        return ((exports ?? imports ?? 0) + (imports ?? exports ?? 0)) / 2 * gdp.Growth(i, j, gdp.ServicesYear, gdp.Year);
    }

    private static double? Positive(Dictionary<(string, string), double> table, string reporter, string partner) =>
        table.TryGetValue((reporter, partner), out var value) && value > 0 ? value : null;
}
