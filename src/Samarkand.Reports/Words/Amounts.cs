using System.Globalization;

namespace Samarkand.Reports.Words;

/// <summary>Money and percentages for people: each in the unit that suits it, and no zero with a sign.</summary>
internal static class Amounts
{
    private const double Thousand = 1e-3;

    /// <summary>An amount without its sign: <c>40.5 bn USD</c>, <c>787 m USD</c>, <c>12 thousand USD</c>.</summary>
    /// <param name="musd">Million USD.</param>
    public static string Money(double musd) => With(Math.Abs(musd), Unit(Math.Abs(musd)));

    /// <summary>Two amounts in the unit of the larger one: <c>24.0 to 119.1 bn USD</c>.</summary>
    public static string Range(double low, double high)
    {
        var unit = Unit(Math.Max(Math.Abs(low), Math.Abs(high)));
        return $"{Number(low, unit)} to {Number(high, unit)} {unit.Name}";
    }

    /// <summary>A change from one amount to another: <c>129.7 bn USD instead of 210.1 (-38.3 percent)</c>.</summary>
    public static string Change(double before, double after)
    {
        var unit = Unit(Math.Max(before, after));
        return before > 0
            ? Invariant($"{With(after, unit)} instead of {Number(before, unit)} ({Signed(100 * (after / before - 1), 1)} percent)")
            : $"{With(after, unit)} instead of nothing";
    }

    /// <summary>A percentage without its sign, with as many digits as it needs.</summary>
    public static string Percent(double value) => Math.Abs(value).ToString(Math.Abs(value) is < 0.1 and >= 0.0005 ? "0.000" : "0.00", CultureInfo.InvariantCulture);

    /// <summary>A number with its sign, unless it rounds to zero.</summary>
    public static string Signed(double value, int digits)
    {
        var text = Math.Abs(value).ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return text.AsSpan().ContainsAnyExcept('0', '.') ? (value < 0 ? "-" : "+") + text : text;
    }

    private static string With(double musd, (double Size, string Name) unit) => $"{Number(musd, unit)} {unit.Name}";

    private static string Number(double musd, (double Size, string Name) unit)
    {
        var value = musd / unit.Size;
        var text = value.ToString(unit.Size >= 1000 || Math.Abs(value) < 10 ? "#,0.0" : "#,0", CultureInfo.InvariantCulture);
        return text is "-0.0" or "-0" ? text[1..] : text;
    }

    // Where 999.96 million would be written as 1,000.0, it is a billion.
    private static (double Size, string Name) Unit(double musd) => musd switch
    {
        0 => (1, "USD"),
        >= 999_950 => (1e6, "tn USD"),
        >= 999.5 => (1000, "bn USD"),
        >= 0.9995 => (1, "m USD"),
        _ => (Thousand, "thousand USD"),
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
