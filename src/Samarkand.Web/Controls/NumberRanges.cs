namespace Samarkand.Web.Controls;

/// <summary>How far a slider goes for each key of an instrument.</summary>
internal static class NumberRanges
{
    /// <summary>The least, the most and the step.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">What the case gives it.</param>
    /// <param name="unit">What is written behind it.</param>
    public static (double Least, double Most, double Step) Of(string key, double value, string unit)
    {
        var whole = unit == "%" ? 100.0 : 1;
        return key switch
        {
            "coverage" or "settled" or "share" => (whole / 100, whole, whole / 100),
            "discount" => (whole / 100, 0.9 * whole, whole / 100),
            "rate" or "cost" or "yield" => (0, Math.Max(key == "yield" ? 0.1 * whole : whole, Round(2 * value)), whole / 200),
            "factor" => (1, Math.Max(3, Round(2 * value)), 0.01),
            "slope" => (0.1, Math.Max(3, Round(2 * value)), 0.1),
            "years" => (1, Math.Max(20, Round(2 * value)), 1),
            _ when key.StartsWith("risk", StringComparison.Ordinal) => (0, Math.Min(1, Math.Max(0.02, Round(4 * value))), 0.0005),
            _ => Wide(value),
        };
    }

    private static (double Least, double Most, double Step) Wide(double value)
    {
        var most = Round(Math.Max(2 * Math.Abs(value), 1e-9));
        return (most / 200, most, most / 200);
    }

    // Upwards to 1, 2 or 5 times a power of ten.
    private static double Round(double value)
    {
        if (!(value > 0))
            return 1;
        var power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        var lead = value / power;
        return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
    }
}
