using Samarkand.Estimation.Data;

namespace Samarkand.Estimation.Regression;

/// <summary>The rows of a sample in the order of its largest grouping, which comes first, as projections want them.</summary>
/// <param name="Sample">The sample, in that order.</param>
/// <param name="Projection">Takes its fixed effects out of columns.</param>
internal sealed record Design(Sample Sample, Projection Projection)
{
    public static Design Of(Sample sample)
    {
        var ordered = Sorted(sample);
        return new Design(ordered, new Projection(ordered.Effects, ordered.Rows));
    }

    /// <summary>The same rows in the order of the largest grouping, which comes first.</summary>
    public static Sample Sorted(Sample sample)
    {
        var effects = sample.Effects.IsEmpty ? [new Grouping("constant", new int[sample.Rows], 1)] : sample.Effects;
        var largest = effects.MaxBy(one => one.Count)!;
        var ordered = sample with { Effects = [largest, .. effects.Where(one => !ReferenceEquals(one, largest))] };
        return IsSorted(largest.Codes) ? ordered : ordered.Pick(Order(largest));
    }

    /// <summary>Puts the rows into that order in the memory where they are, so that sorting them later needs no second copy.</summary>
    public static void Arrange(Sample sample)
    {
        if (!sample.Effects.IsEmpty && sample.Effects.MaxBy(one => one.Count) is { } largest && !IsSorted(largest.Codes))
            sample.Reorder(Order(largest));
    }

    /// <summary>The columns of the regressors, each less its mean and over its standard deviation, after one column for a response.</summary>
    public Columns Columns(out double[] sizes)
    {
        var columns = new Columns(Projection, Sample.Regressors.Length + 1);
        sizes = new double[Sample.Regressors.Length];
        for (var k = 0; k < sizes.Length; k++)
        {
            var values = Sample.Regressors[k].Values;
            var mean = values.Length == 0 ? 0 : values.Average();
            var square = 0.0;
            foreach (var value in values)
                square += (value - mean) * (value - mean);
            var size = Math.Sqrt(square / Math.Max(1, values.Length));
            // A regressor that does not vary is left to be found absorbed.
            sizes[k] = size > 1e-13 * Math.Abs(mean) ? size : 0;
            var inverse = sizes[k] > 0 ? 1 / sizes[k] : 0;
            for (var i = 0; i < values.Length; i++)
                columns[i, k + 1] = (values[i] - mean) * inverse;
            columns.Scale[k + 1] = sizes[k] > 0 ? 1 : 0;
        }

        columns.Scale[0] = 1;
        return columns;
    }

    private static bool IsSorted(int[] codes)
    {
        for (var i = 1; i < codes.Length; i++)
        {
            if (codes[i] < codes[i - 1])
                return false;
        }

        return true;
    }

    // Rows of a group stay in their order.
    private static int[] Order(Grouping grouping)
    {
        var starts = new int[grouping.Count + 1];
        foreach (var code in grouping.Codes)
            starts[code + 1]++;
        for (var g = 0; g < grouping.Count; g++)
            starts[g + 1] += starts[g];
        var order = new int[grouping.Codes.Length];
        for (var i = 0; i < order.Length; i++)
            order[starts[grouping.Codes[i]]++] = i;
        return order;
    }
}
