namespace Samarkand.Analyses.Validation;

/// <summary>What was compared with a published or an independent result.</summary>
/// <param name="Name">Its name in <c>docs/validation.md</c>.</param>
/// <param name="What">What is compared.</param>
/// <param name="With">With whose result.</param>
/// <param name="Tolerance">How far apart the two may be; infinite where the difference is told and nothing is required.</param>
internal sealed record Comparison(string Name, string What, string With, double Tolerance)
{
    /// <summary>How many values were compared; 0 where it was not run.</summary>
    public int Values { get; init; }

    /// <summary>The largest difference; NaN where it was not run.</summary>
    public double Largest { get; init; } = double.NaN;

    /// <summary>What it would need, where it was not run; or null.</summary>
    public string? Needs { get; init; }

    /// <summary>Whether the two have to agree.</summary>
    public bool IsRequired => !double.IsPositiveInfinity(Tolerance);

    /// <summary>Whether it was run.</summary>
    public bool IsRun => Values > 0;

    /// <summary>Whether every value is within the tolerance; true also where it was not run.</summary>
    public bool Holds => !IsRun || Largest <= Tolerance;

    /// <summary>The same with what came out beside what was expected.</summary>
    public Comparison Of(IEnumerable<(double Computed, double Expected)> values)
    {
        var differences = values.Select(pair => Math.Abs(pair.Computed - pair.Expected)).ToArray();
        // A value that is none is no agreement.
        return this with { Values = differences.Length, Largest = differences.Select(one => double.IsNaN(one) ? double.PositiveInfinity : one).Max() };
    }
}
