using System.Collections.Immutable;

namespace Samarkand.Estimation.Data;

/// <summary>The rows that an estimation uses, by columns of equal length.</summary>
/// <param name="Response">What is explained.</param>
/// <param name="Y">Its values.</param>
/// <param name="Regressors">What explains it.</param>
/// <param name="Effects">The fixed effects.</param>
internal sealed record Sample(string Response, double[] Y, ImmutableArray<Regressor> Regressors, ImmutableArray<Grouping> Effects)
{
    /// <summary>In which groups errors may be correlated; none for errors that are robust alone.</summary>
    public ImmutableArray<Grouping> Clusters { get; init; } = [];

    /// <summary>Groupings that belong to the rows and play no part in the fit, such as exporters.</summary>
    public ImmutableArray<Grouping> Carried { get; init; } = [];

    /// <summary>How much each row counts; null where all count the same.</summary>
    public double[]? Weights { get; init; }

    /// <summary>What is added to the linear predictor with a coefficient of one; null for nothing.</summary>
    public double[]? Offset { get; init; }

    /// <summary>A number by which each row is known; null where nobody asks.</summary>
    public int[]? Origins { get; init; }

    /// <summary>The number of rows.</summary>
    public int Rows => Y.Length;

    /// <summary>Some of the rows, in the order in which they are named; groups that lose all their rows go.</summary>
    public Sample Pick(int[] rows) => this with
    {
        Y = Picked(Y, rows)!,
        Regressors = [.. Regressors.Select(one => one with { Values = Picked(one.Values, rows)! })],
        Effects = [.. Effects.Select(one => one.Pick(rows))],
        Clusters = [.. Clusters.Select(one => one.Pick(rows))],
        Carried = [.. Carried.Select(one => one.Pick(rows))],
        Weights = Picked(Weights, rows),
        Offset = Picked(Offset, rows),
        Origins = Origins is null ? null : Array.ConvertAll(rows, row => Origins[row]),
    };

    /// <summary>Puts the rows into another order, in the memory where they are: whoever holds these arrays sees them move.</summary>
    /// <param name="order">The row that comes to each place; every row once.</param>
    public void Reorder(int[] order)
    {
        var numbers = new double[order.Length];
        foreach (var values in ((double[]?[])[Y, .. Regressors.Select(one => one.Values), Weights, Offset]).Distinct())
            Reorder(values, order, numbers);
        var codes = new int[order.Length];
        foreach (var values in Effects.Concat(Clusters).Concat(Carried).Select(one => one.Codes).Append(Origins).Distinct())
            Reorder(values, order, codes);
    }

    private static void Reorder<T>(T[]? values, int[] order, T[] buffer)
    {
        if (values is null)
            return;
        for (var k = 0; k < order.Length; k++)
            buffer[k] = values[order[k]];
        buffer.CopyTo(values, 0);
    }

    private static double[]? Picked(double[]? values, int[] rows)
    {
        if (values is null)
            return null;
        var picked = new double[rows.Length];
        for (var k = 0; k < rows.Length; k++)
            picked[k] = values[rows[k]];
        return picked;
    }
}

/// <summary>A regressor.</summary>
/// <param name="Name">As the formula has it.</param>
/// <param name="Values">Its values.</param>
internal sealed record Regressor(string Name, double[] Values);

/// <summary>A grouping of rows.</summary>
/// <param name="Name">As the formula has it.</param>
/// <param name="Codes">The group of each row, from 0; every group has a row.</param>
/// <param name="Count">The number of groups.</param>
internal sealed record Grouping(string Name, int[] Codes, int Count)
{
    /// <summary>What each group is called; empty where nobody asked.</summary>
    public ImmutableArray<string> Labels { get; init; } = [];

    /// <summary>The groups of some of the rows, numbered anew in the order of the old numbers.</summary>
    public Grouping Pick(int[] rows)
    {
        var codes = new int[rows.Length];
        for (var k = 0; k < rows.Length; k++)
            codes[k] = Codes[rows[k]];
        return Compact(Name, codes, Count, Labels);
    }

    /// <summary>The groups that two groupings make together.</summary>
    public Grouping Across(Grouping other)
    {
        var codes = new int[Codes.Length];
        if ((long)Count * other.Count <= 1 << 24)
        {
            for (var k = 0; k < codes.Length; k++)
                codes[k] = Codes[k] * other.Count + other.Codes[k];
            return Compact($"{Name}^{other.Name}", codes, Count * other.Count, []);
        }

        var numbers = new Dictionary<long, int>();
        for (var k = 0; k < codes.Length; k++)
        {
            var key = (long)Codes[k] * other.Count + other.Codes[k];
            if (!numbers.TryGetValue(key, out var number))
                numbers[key] = number = numbers.Count;
            codes[k] = number;
        }

        return new Grouping($"{Name}^{other.Name}", codes, numbers.Count);
    }

    /// <summary>Numbers groups without gaps; <paramref name="codes"/> is used and kept.</summary>
    public static Grouping Compact(string name, int[] codes, int bound, ImmutableArray<string> labels)
    {
        var numbers = new int[bound];
        foreach (var code in codes)
            numbers[code] = 1;
        var count = 0;
        var kept = labels.IsDefaultOrEmpty ? null : ImmutableArray.CreateBuilder<string>();
        for (var k = 0; k < bound; k++)
        {
            if (numbers[k] == 0)
                continue;
            numbers[k] = count++;
            kept?.Add(labels[k]);
        }

        for (var k = 0; k < codes.Length; k++)
            codes[k] = numbers[codes[k]];
        return new Grouping(name, codes, count) { Labels = kept?.ToImmutable() ?? [] };
    }
}
