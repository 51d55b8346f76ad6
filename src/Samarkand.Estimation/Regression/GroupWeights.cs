using Samarkand.Core;
using Samarkand.Estimation.Data;

namespace Samarkand.Estimation.Regression;

/// <summary>One over the sum of weights in each group of each grouping.</summary>
internal sealed class GroupWeights
{
    private readonly Grouping[] _effects;
    private readonly int[] _chunks;
    private readonly double[][] _parts;

    /// <param name="effects">The groupings; the rows stand in the order of the first.</param>
    /// <param name="chunks">The borders of pieces of work.</param>
    public GroupWeights(Grouping[] effects, int[] chunks)
    {
        (_effects, _chunks) = (effects, chunks);
        _parts = [.. effects.Select((one, f) => new double[f == 0 ? 0 : (chunks.Length - 1) * one.Count])];
        Inverse = [.. effects.Select(one => new double[one.Count])];
    }

    /// <summary>By grouping and group; zero where a group has no weight.</summary>
    public double[][] Inverse { get; }

    /// <summary>Adds up the weights of the rows.</summary>
    public void Weigh(double[] weights)
    {
        InParallel.For(_chunks.Length - 1, default, part => Sum(weights, part));
        for (var f = 0; f < _effects.Length; f++)
        {
            var inverse = Inverse[f];
            for (var g = 0; g < inverse.Length; g++)
            {
                var sum = f == 0 ? inverse[g] : 0;
                for (var part = 0; f > 0 && part < _chunks.Length - 1; part++)
                    sum += _parts[f][part * inverse.Length + g];
                inverse[g] = sum > 0 ? 1 / sum : 0;
            }
        }
    }

    private void Sum(double[] weights, int part)
    {
        var (start, end) = (_chunks[part], _chunks[part + 1]);
        for (var f = 0; f < _effects.Length; f++)
        {
            var codes = _effects[f].Codes;
            var count = _effects[f].Count;
            if (f == 0)
            {
                if (end > start)
                    Array.Clear(Inverse[0], codes[start], codes[end - 1] - codes[start] + 1);
                for (var i = start; i < end; i++)
                    Inverse[0][codes[i]] += weights[i];
                continue;
            }

            var sums = _parts[f].AsSpan(part * count, count);
            sums.Clear();
            for (var i = start; i < end; i++)
                sums[codes[i]] += weights[i];
        }
    }
}
