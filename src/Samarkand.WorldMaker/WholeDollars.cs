using Samarkand.Worlds;

namespace Samarkand.WorldMaker;

/// <summary>
/// Step 8: rounds flows and intermediate use to 1e-6 million USD, which is one USD, and takes what is left of each market, tariffs included, as
/// final demand, so that every market clears without a remainder.
/// </summary>
internal static class WholeDollars
{
    private const double Million = 1e6;

    public static World World(WorldYear year, Labels2021 labels, Flows flows, EconomyBalance[] economies, double[] tariffs)
    {
        var (n, s) = (labels.N, labels.S);
        var (trade, inputs, final) = (new double[s * n * n], new double[n * s * s], new double[n * s]);
        for (var j = 0; j < n; j++)
        {
            for (var k = 0; k < s; k++)
            {
                var market = 0.0;
                for (var i = 0; i < n; i++)
                {
                    var flow = Dollars(i == j ? economies[j].Home[k] : flows[k, i, j]);
                    trade[Cube.At(n, k, i, j)] = flow / Million;
                    market += flow * (1 + tariffs[Cube.At(n, k, i, j)]);
                }

                final[j * s + k] = Divide(market, economies[j].Inputs.AsSpan(k * s, s), inputs.AsSpan((j * s + k) * s, s)) / Million;
            }
        }

        return new World(About2021.Of(year), labels.Regions, labels.Sectors, labels.Blocs, trade, tariffs, inputs, final, [.. labels.Elasticities]);
    }

    /// <summary>Rounds what producers use of a market and returns what is left; where that is negative, the largest user gets less.</summary>
    private static double Divide(double market, ReadOnlySpan<double> use, Span<double> rounded)
    {
        var (left, largest) = (market, 0);
        for (var k = 0; k < use.Length; k++)
        {
            var dollars = Dollars(use[k]);
            left -= dollars;
            rounded[k] = dollars / Million;
            if (use[k] > use[largest])
                largest = k;
        }

        if (left >= 0)
            return left;
        var less = (long)Math.Ceiling(-left);
        rounded[largest] = (Dollars(use[largest]) - less) / Million;
        return left + less;
    }

    private static long Dollars(double millions) => millions >= 0 && double.IsFinite(millions)
        ? (long)Math.Round(millions * Million)
        : throw new InvalidOperationException($"A flow of {millions} million USD.");
}
