using System.Globalization;
using Samarkand.Core;

namespace Samarkand.Cases;

/// <summary>What is not known about one value of the case or the world.</summary>
/// <param name="Path">The value, such as <c>affinity.CHN.RUS</c>.</param>
/// <param name="Distribution">Its distribution.</param>
/// <param name="IsScale">True where the draw multiplies the value instead of replacing it.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record Prior(string Path, Distribution Distribution, bool IsScale, Place Place)
{
    /// <summary>True where the case writes its values with a percent sign; in <see cref="Distribution"/> they are shares, 0.1 for 10 %.</summary>
    public bool InPercent { get; init; }

    /// <summary>True where no case wrote it: the method's own range for a size without a source (<see cref="AssumedSizes"/>).</summary>
    public bool IsAssumed { get; init; }

    /// <summary>The distribution as a case writes it.</summary>
    public string Text => $"{(IsScale ? "scale " : "")}{(InPercent ? Distribution.InPercent() : Distribution.ToString())}";
}

/// <summary>A distribution of one number.</summary>
internal abstract record Distribution
{
    /// <summary>The distribution as a case writes it.</summary>
    public sealed override string ToString() => Written(Number);

    /// <summary>The distribution of a share as a case writes it in percent.</summary>
    internal string InPercent() => Written(value => $"{Number(Math.Round(100 * value, 12))} %");

    private string Written(Func<double, string> value) => this switch
    {
        Uniform(var low, var high) => $"uniform({value(low)}, {value(high)})",
        Lognormal(var median, var sigma) => $"lognormal({value(median)}, {Number(sigma)})",
        Normal(var mean, var deviation) => $"normal({value(mean)}, {value(deviation)})",
        Triangular(var low, var mode, var high) => $"triangular({value(low)}, {value(mode)}, {value(high)})",
        _ => base.ToString()!,
    };

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}

/// <summary>Equally likely between two bounds.</summary>
/// <param name="Low">Lower bound.</param>
/// <param name="High">Upper bound, above <paramref name="Low"/>.</param>
internal sealed record Uniform(double Low, double High) : Distribution;

/// <summary>The logarithm is normal.</summary>
/// <param name="Median">Median, above 0.</param>
/// <param name="Sigma">Standard deviation of the logarithm, above 0.</param>
internal sealed record Lognormal(double Median, double Sigma) : Distribution;

/// <summary>Normal.</summary>
/// <param name="Mean">Mean.</param>
/// <param name="StandardDeviation">Standard deviation, above 0.</param>
internal sealed record Normal(double Mean, double StandardDeviation) : Distribution;

/// <summary>Triangular.</summary>
/// <param name="Low">Lower bound.</param>
/// <param name="Mode">Most likely value.</param>
/// <param name="High">Upper bound.</param>
internal sealed record Triangular(double Low, double Mode, double High) : Distribution;
