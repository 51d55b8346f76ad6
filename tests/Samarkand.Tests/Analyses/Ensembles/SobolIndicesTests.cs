using CsCheck;
using Samarkand.Analyses.Ensembles;

namespace Samarkand.Tests.Analyses.Ensembles;

/// <summary>Indices against functions whose shares of the variance are known in closed form.</summary>
public class SobolIndicesTests
{
    // Ishigami and Homma 1990 with a = 7, b = 0.1: 0.3139, 0.4424 and 0 (Saltelli and others 2008, Global Sensitivity Analysis, section 4.6).
    [Theory]
    [InlineData(1_000, 4)]
    [InlineData(30_000, 4)]
    public void The_Ishigami_function_has_its_indices(int draws, double errors)
    {
        var inputs = Inputs(3, draws, seed: 5, u => Math.PI * (2 * u - 1));
        var output = Enumerable.Range(0, draws).Select(d =>
            Math.Sin(inputs[0][d]) + 7 * Math.Pow(Math.Sin(inputs[1][d]), 2) + 0.1 * Math.Pow(inputs[2][d], 4) * Math.Sin(inputs[0][d])).ToArray();
        var indices = SobolIndices.Of(inputs, output);
        double[] known = [0.3139, 0.4424, 0];
        for (var i = 0; i < known.Length; i++)
        {
            Assert.InRange(indices[i].StandardError, 1e-4, 0.1);
            // Beside chance, bins flatten the fast waves of the second input a little.
            Assert.Equal(known[i], indices[i].FirstOrder, errors * indices[i].StandardError + 0.01);
        }
    }

    [Fact]
    public void Shares_of_a_sum_are_those_of_its_terms() => Gen.Double[0.2, 3].Array[2, 5].Select(Gen.Int[0, 1000]).Sample(
        (weights, seed) =>
        {
            var inputs = Inputs(weights.Length + 1, 4000, seed, u => u);
            var output = Enumerable.Range(0, 4000).Select(d => weights.Select((weight, i) => weight * inputs[i][d]).Sum()).ToArray();
            var (indices, total) = (SobolIndices.Of(inputs, output), weights.Sum(weight => weight * weight));
            for (var i = 0; i <= weights.Length; i++)
                Assert.Equal(i < weights.Length ? weights[i] * weights[i] / total : 0, indices[i].FirstOrder, 6 * indices[i].StandardError + 0.005);
            Assert.Equal(1, indices.Sum(index => index.FirstOrder), 0.12);
        },
        iter: 20);

    [Fact]
    public void Nothing_hangs_on_scale_level_or_direction() => Gen.Int[0, 1000].Sample(
        seed =>
        {
            var inputs = Inputs(2, 400, seed, u => u);
            var output = inputs[0].Zip(inputs[1], (x, y) => x * x + y).ToArray();
            var (one, other) = (SobolIndices.Of(inputs, output), SobolIndices.Of([.. inputs.Select(input => Array.ConvertAll(input, x => Math.Exp(3 * x)))], Array.ConvertAll(output, y => 5 - 7 * y)));
            for (var i = 0; i < 2; i++)
            {
                Assert.Equal(one[i].FirstOrder, other[i].FirstOrder, 1e-9);
                Assert.Equal(one[i].StandardError, other[i].StandardError, 1e-9);
            }
        },
        iter: 20);

    [Fact]
    public void Without_variance_or_draws_there_is_no_index()
    {
        Assert.True(double.IsNaN(SobolIndices.Of(Inputs(1, 500, 1, u => u), Enumerable.Repeat(0.1, 500).ToArray())[0].FirstOrder));
        var few = Inputs(1, SobolIndices.LeastDraws - 1, 1, u => u);
        Assert.True(double.IsNaN(SobolIndices.Of(few, few[0])[0].StandardError));
    }

    private static double[][] Inputs(int count, int draws, int seed, Func<double, double> of)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, draws).Select(_ => of(random.NextDouble())).ToArray())];
    }
}
