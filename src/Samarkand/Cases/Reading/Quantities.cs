using System.Globalization;
using Samarkand.Core;

namespace Samarkand.Cases.Reading;

/// <summary>Reads numbers, amounts of money, percentages and dates.</summary>
internal static class Quantities
{
    private const string AmountForms = "write it like 300 bn USD, 250 million USD or 1.5 trn USD";

    /// <summary>A number in a range; null, with a problem, where it is not one.</summary>
    public static double? Number(YamlNode node, string what, NumberRange range, ReaderState reading, bool orInfinity = false)
    {
        if (node is YamlScalar scalar)
        {
            if (orInfinity && scalar.Text is "inf" or ".inf")
                return double.PositiveInfinity;
            if (TryNumber(scalar.Text, out var value) && range.Holds(value))
                return value;
        }

        var orInf = orInfinity ? ", or `inf`" : "";
        reading.Problems.Add(node.Place, $"`{what}` is {node.Description}, expected {range.Text}{orInf}", PercentHint(node, range));
        return null;
    }

    /// <summary>An amount in million USD.</summary>
    public static double? Amount(YamlNode node, string what, NumberRange range, ReaderState reading)
    {
        if (node is YamlScalar scalar && scalar.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var number, var unit, "USD"])
        {
            double? millions = unit switch
            {
                "million" or "mn" => 1,
                "bn" or "billion" => 1e3,
                "trn" or "trillion" => 1e6,
                _ => null,
            };
            if (millions is not null && TryNumber(number, out var value) && range.Holds(value))
                return value * millions;
        }

        reading.Problems.Add(node.Place, $"`{what}` is {node.Description}, expected an amount of money, {range.Text}", AmountForms);
        return null;
    }

    /// <summary>A percentage such as <c>0.1 %</c>, as a share.</summary>
    public static double? Percentage(YamlNode node, string what, ReaderState reading)
    {
        var range = NumberRange.NotNegative;
        if (node is YamlScalar { Text: ['%'] or [.., '%'] } scalar && TryNumber(scalar.Text[..^1].Trim(), out var value) && range.Holds(value))
            return value / 100;
        reading.Problems.Add(node.Place, $"`{what}` is {node.Description}, expected a percentage of at least 0", "write it like 0.1 %");
        return null;
    }

    /// <summary>A date such as <c>2022-12-05</c>.</summary>
    public static DateOnly? Date(YamlNode node, string what, ReaderState reading)
    {
        if (node is YamlScalar scalar
            && DateOnly.TryParseExact(scalar.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        reading.Problems.Add(node.Place, $"`{what}` is {node.Description}, expected a date", "write it like 2022-12-05 (year, month, day)");
        return null;
    }

    /// <summary>A finite number in the invariant culture.</summary>
    public static bool TryNumber(string text, out double value) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value)
        && double.IsFinite(value);

    private static string? PercentHint(YamlNode node, NumberRange range)
    {
        if (node is not YamlScalar { Text: [.., '%'] text } || !TryNumber(text[..^1].Trim(), out var percent) || !range.Holds(percent / 100))
            return node is YamlScalar scalar && scalar.Text.Contains(',') ? "use a point for decimals, and no thousands separator" : null;
        return string.Create(CultureInfo.InvariantCulture, $"write {percent / 100} for {percent} %");
    }
}
