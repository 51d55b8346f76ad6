using Samarkand.Worlds;

namespace Samarkand.WorldMaker;

/// <summary>Step 1: the world of 2011 in the sectors of the new one, regions as WIOD has them.</summary>
/// <param name="Codes">The regions' codes, the rest of the world last.</param>
/// <param name="Trade">Flows, [sector, origin, destination].</param>
/// <param name="Inputs">Intermediate use, [region, input, sector].</param>
/// <param name="Final">Final demand, [region, sector].</param>
/// <param name="Elasticities">Means of the elasticities of the parts, weighted with what crosses borders.</param>
internal sealed record WiodSeed(string[] Codes, double[] Trade, double[] Inputs, double[] Final, double[] Elasticities)
{
    public int N => Codes.Length;

    public int RestOfWorld => Codes.Length - 1;

    public double Flow(int sector, int origin, int destination) => Trade[Cube.At(N, sector, origin, destination)];

    public int Find(string code) => Array.IndexOf(Codes, code);

    public static WiodSeed Of(World wiod, Labels2021 labels)
    {
        var (n, s) = (wiod.Regions.Length, labels.S);
        var into = Places(wiod, labels);
        var (trade, inputs, final) = (new double[s * n * n], new double[n * s * s], new double[n * s]);
        for (var part = 0; part < into.Length; part++)
        {
            for (var pair = 0; pair < n * n; pair++)
                trade[into[part] * n * n + pair] += wiod.Trade[part * n * n + pair];
            for (var r = 0; r < n; r++)
            {
                final[r * s + into[part]] += wiod.Final[r * into.Length + part];
                for (var user = 0; user < into.Length; user++)
                    inputs[Cube.At(s, r, into[part], into[user])] += wiod.Inputs[Cube.At(into.Length, r, part, user)];
            }
        }

        return new WiodSeed([.. wiod.Regions.Select(region => region.Code)], trade, inputs, final, MeanElasticities(wiod, labels, into));
    }

    private static int[] Places(World wiod, Labels2021 labels)
    {
        var into = new int[wiod.Sectors.Length];
        for (var part = 0; part < into.Length; part++)
            into[part] = labels.Parts.ToList().FindIndex(parts => parts.Wiod.Contains(wiod.Sectors[part].Code));
        return into;
    }

    private static double[] MeanElasticities(World wiod, Labels2021 labels, int[] into)
    {
        var n = wiod.Regions.Length;
        var (weighted, weights) = (new double[labels.S], new double[labels.S]);
        for (var part = 0; part < into.Length; part++)
        {
            var abroad = 0.0;
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++)
                    abroad += i == j ? 0 : wiod.Trade[Cube.At(n, part, i, j)];
            }

            weights[into[part]] += abroad;
            weighted[into[part]] += abroad * wiod.Elasticities[part];
        }

        for (var k = 0; k < labels.S; k++)
            weighted[k] = Math.Round(weighted[k] / weights[k], 4);
        return weighted;
    }
}
