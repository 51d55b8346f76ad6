using System.Globalization;

namespace Samarkand.Cases.Reading;

/// <summary>
/// A share or a rate: a number such as 0.25 or a percentage such as 25 %. A bare number that is implausibly large may be a percentage
/// without its sign, so it is refused, with both readings; written with the sign it is taken.
/// </summary>
internal sealed class Fraction
{
    private const double LongestPercent = 1e12;

    private readonly NumberRange _range;
    private readonly string _percents;
    private readonly double _plausible;

    private Fraction(NumberRange range, string percents, double plausible = 1) => (_range, _percents, _plausible) = (range, percents, plausible);

    /// <summary>(0, 1].</summary>
    public static Fraction Share { get; } = new(NumberRange.Share, "more than 0 % and at most 100 %");

    /// <summary>[0, 1].</summary>
    public static Fraction ShareOrZero { get; } = new(NumberRange.ShareOrZero, "0 % to 100 %");

    /// <summary>(0, 1).</summary>
    public static Fraction ProperShare { get; } = new(NumberRange.ProperShare, "more than 0 % and less than 100 %");

    /// <summary>Above -1: a tariff.</summary>
    public static Fraction Rate { get; } = new(NumberRange.AboveMinusOne, "more than -100 %");

    /// <summary>Above 0: what comes on top of a value.</summary>
    public static Fraction Cost { get; } = new(NumberRange.AboveZero, "more than 0 %");

    /// <summary>At least 0: a premium, a margin, a risk.</summary>
    public static Fraction Premium { get; } = new(NumberRange.NotNegative, "at least 0 %");

    /// <summary>At least 0, of a stock a year.</summary>
    public static Fraction Yield { get; } = new(NumberRange.NotNegative, "at least 0 %", 0.2);

    /// <summary>Reads it; null, with a problem, where it is none, or leaves a doubt.</summary>
    public double? Read(YamlNode node, string what, ReaderState reading)
    {
        var text = (node as YamlScalar)?.Text ?? "";
        var isPercent = Quantities.TryPercentage(text, out var value);
        var isNumber = isPercent || Quantities.TryNumber(text, out value);
        var isInRange = isNumber && _range.Holds(value);
        if (isInRange && (isPercent || value <= _plausible))
            return value;
        var (expected, hint) = isPercent ? ($", expected {_percents}", null)
            : isInRange ? ($": {InPercent(value)}", $"write `{text} %` for {Number(value / 100)}, or `{Number(100 * value)} %` if that is meant")
            : ($", expected {_range.Text}", isNumber ? Hint(text, value) : Quantities.CommaHint(text));
        reading.Problems.Add(node.Place, $"`{what}` is {node.Description}{expected}", hint);
        return null;
    }

    // As a percentage it may be what was meant.
    private string? Hint(string text, double value) =>
        value != 0 && _range.Holds(value / 100) ? $"{InPercent(value)}; write `{text} %` for {Number(value / 100)}" : null;

    private static string InPercent(double value) => Math.Abs(value) < LongestPercent
        ? string.Create(CultureInfo.InvariantCulture, $"{value:0.##########} is {100 * value:#,0.########} percent")
        : string.Create(CultureInfo.InvariantCulture, $"{value:R} is far more than 100 percent");

    private static string Number(double value) => Math.Abs(value) < LongestPercent
        ? Math.Round(value, 12).ToString("0.############", CultureInfo.InvariantCulture)
        : value.ToString("R", CultureInfo.InvariantCulture);
}
