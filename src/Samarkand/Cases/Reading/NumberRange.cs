namespace Samarkand.Cases.Reading;

/// <summary>The numbers that a size may take, and how to say so.</summary>
internal sealed class NumberRange
{
    private readonly double _low;
    private readonly double _high;
    private readonly bool _withLow;
    private readonly bool _withHigh;

    private NumberRange(string text, double low, bool withLow, double high = double.MaxValue, bool withHigh = true)
    {
        (Text, _low, _withLow, _high, _withHigh) = (text, low, withLow, high, withHigh);
    }

    public static NumberRange Any => new("a number", double.MinValue, true);

    public static NumberRange AboveZero => new("a number above 0", 0, false);

    public static NumberRange NotNegative => new("a number of at least 0", 0, true);

    public static NumberRange AboveMinusOne => new("a number above -1", -1, false);

    /// <summary>(0, 1].</summary>
    public static NumberRange Share => new("a number above 0 and at most 1", 0, false, 1);

    /// <summary>[0, 1].</summary>
    public static NumberRange ShareOrZero => new("a number between 0 and 1", 0, true, 1);

    /// <summary>(0, 1).</summary>
    public static NumberRange ProperShare => new("a number above 0 and below 1", 0, false, 1, false);

    public string Text { get; }

    public bool Holds(double value) =>
        (_withLow ? value >= _low : value > _low) && (_withHigh ? value <= _high : value < _high);
}
