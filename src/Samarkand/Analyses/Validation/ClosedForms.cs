using Samarkand.Analyses.Coalitions;
using Samarkand.Analyses.Ensembles;
using Samarkand.Analyses.Rescue;

namespace Samarkand.Analyses.Validation;

/// <summary>Comparisons with results that can be written down: nothing but the program is needed.</summary>
internal static class ClosedForms
{
    private const int Draws = 30_000;
    private const int Seed = 5;

    /// <summary>Each comparison, run.</summary>
    public static IEnumerable<Comparison> Run(CancellationToken cancellation)
    {
        yield return Shapley();
        yield return Ishigami();
        yield return Logit(cancellation);
    }

    // Littlechild and Owen 1973: whoever needs the longest runway pays for it.
    private static Comparison Shapley()
    {
        const int Players = 3;
        var worths = Enumerable.Range(0, 1 << Players).Select(subset => subset == 0 ? 0.0 : int.Log2(subset) + 1).ToArray();
        double[] known = [1 / 3.0, 1 / 3.0 + 1 / 2.0, 1 / 3.0 + 1 / 2.0 + 1];
        return new Comparison("shapley", "Shapley values of the airport game", "the formula of Littlechild and Owen 1973", 1e-15)
            .Of(ShapleyValues.Of(worths, Players).Zip(known));
    }

    // Ishigami and Homma 1990 with a = 7 and b = 0.1. Four standard errors of an estimate from draws, and what its bins flatten.
    private static Comparison Ishigami()
    {
        var random = new Random(Seed);
        double[][] inputs = [.. Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, Draws).Select(_ => Math.PI * (2 * random.NextDouble() - 1)).ToArray())];
        double[] output = [.. Enumerable.Range(0, Draws).Select(d => Math.Sin(inputs[0][d]) + 7 * Math.Pow(Math.Sin(inputs[1][d]), 2) + 0.1 * Math.Pow(inputs[2][d], 4) * Math.Sin(inputs[0][d]))];
        var indices = SobolIndices.Of(inputs, output);
        double[] known = [0.3139, 0.4424, 0];
        return new Comparison("ishigami", "Sobol indices of the function of Ishigami and Homma", "their closed form", 4 * indices.Max(index => index.StandardError) + 0.01)
            .Of(indices.Select(index => index.FirstOrder).Zip(known));
    }

    // ((1,1) (1,1) / (0,2) (1,1)): p = 1 / (1 + exp(-lambda q)), q = 1 / (1 + exp(-lambda (1 - p))), to four digits.
    private static Comparison Logit(CancellationToken cancellation)
    {
        var game = new NormalForm([2, 2], [1, 1, 0, 1, 1, 1, 2, 1]);
        (double Lambda, double Upper, double Left)[] known = [(1, 0.643, 0.5883), (2, 0.7727, 0.6117), (3, 0.8595, 0.6038)];
        return new Comparison("quantal-response", "choice probabilities in a game of two players", "the solution of its two logit equations", 5e-5).Of(known.SelectMany(point =>
        {
            var response = QuantalResponse.At(game, point.Lambda, cancellation);
            return ((double, double)[])[(response.Probabilities[0][0], point.Upper), (response.Probabilities[1][0], point.Left)];
        }));
    }
}
