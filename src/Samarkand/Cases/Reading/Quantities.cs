using System.Globalization;

namespace Samarkand.Cases.Reading;

/// <summary>Reads numbers, amounts of money, percentages and dates.</summary>
internal static class Quantities
{
    private const string AmountForms = "write it like 300 bn USD, 250 million USD or 1.5 trn USD";

    private static readonly char[] Digit = [.. "0123456789."];
    private static readonly string[] Currencies = ["euro", "pound", "yuan", "renminbi", "yen", "rouble", "ruble", "franc", "rupee", "lira", "won"];

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
        reading.Problems.Add(node.Place, $"`{what}` is {node.Description}, expected {range.Text}{orInf}", PercentHint(node, range, orInfinity));
        return null;
    }

    /// <summary>An amount in million USD.</summary>
    public static double? Amount(YamlNode node, string what, NumberRange range, ReaderState reading)
    {
        var (number, unit) = Split((node as YamlScalar)?.Text ?? "");
        var words = unit.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var millions = words.Length > 0 ? Millions(words[0]) : null;
        var isAmount = millions is not null && TryNumber(number, out _);
        if (isAmount && words is [_, var currency] && currency.Equals("USD", StringComparison.OrdinalIgnoreCase) && TryNumber(number, out var value) && range.Holds(value) && double.IsFinite(value * millions!.Value))
            return value * millions;
        var (expected, hint) = isAmount && words.Length == 1 ? ("an amount of money with its currency", $"write `{number} {words[0]} USD`")
            : IsOtherCurrency(node) ? ("an amount of money in US dollars", "the world's tables are in US dollars: convert it, and write it like 300 bn USD")
            : ($"an amount of money, {range.Text}", AmountForms);
        reading.Problems.Add(node.Place, $"`{what}` is {node.Description}, expected {expected}", hint);
        return null;
    }

    /// <summary>A percentage such as <c>0.1 %</c>, as a share.</summary>
    public static double? Percentage(YamlNode node, string what, ReaderState reading)
    {
        var range = NumberRange.NotNegative;
        if (node is YamlScalar scalar && TryPercentage(scalar.Text, out var share) && range.Holds(share))
            return share;
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

    /// <summary>A percentage as a share: <c>25 %</c> is 0.25.</summary>
    public static bool TryPercentage(string text, out double share)
    {
        share = double.NaN;
        if (!text.EndsWith('%') || !TryNumber(text[..^1].Trim(), out var percent))
            return false;
        share = percent / 100;
        return true;
    }

    /// <summary>The number that a text starts with, and what follows it: <c>0.4bn USD</c> is <c>0.4</c> and <c>bn USD</c>.</summary>
    public static (string Number, string Unit) Split(string text)
    {
        var trimmed = text.Trim();
        var length = NumberLength(trimmed);
        return (trimmed[..length], trimmed[length..].Trim());
    }

    /// <summary>What to do about a comma in a number; null where there is none.</summary>
    public static string? CommaHint(string text) => text.Contains(',') ? "use a point for decimals, and no thousands separator" : null;

    private static double? Millions(string unit) => unit.ToLowerInvariant() switch
    {
        "m" or "mn" or "million" => 1,
        "bn" or "billion" => 1e3,
        "trn" or "trillion" => 1e6,
        _ => null,
    };

    private static string? PercentHint(YamlNode node, NumberRange range, bool isFactor)
    {
        if (node is not YamlScalar { Text: var text } || !TryPercentage(text, out var share))
            return CommaHint((node as YamlScalar)?.Text ?? "");
        return isFactor ? "a factor has no percent sign: 1.25 makes it a quarter dearer"
            : range.Holds(share) ? string.Create(CultureInfo.InvariantCulture, $"write {share} for {text[..^1].Trim()} %")
            : null;
    }

    // Digits with a point among them, a sign before and an exponent after.
    private static int NumberLength(string text)
    {
        var start = text is ['+' or '-', ..] ? 1 : 0;
        var end = start + Digits(text, start);
        if (end < text.Length && text[end] == '.')
            end += 1 + Digits(text, end + 1);
        if (end == start || text[start..end] == ".")
            return 0;
        var exponent = end < text.Length && text[end] is 'e' or 'E' ? end + 1 : text.Length;
        if (exponent < text.Length && text[exponent] is '+' or '-')
            exponent++;
        return Digits(text, exponent) is > 0 and var digits ? exponent + digits : end;
    }

    private static int Digits(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        return end - start;
    }

    // A sign of a currency, its code, or its name.
    private static bool IsOtherCurrency(YamlNode node) => node is YamlScalar { Text: var text } && !text.Contains("USD", StringComparison.OrdinalIgnoreCase) && text.Split([' ', .. Digit]).Any(word =>
        (word is [_, _, _] && word.All(char.IsAsciiLetterUpper))
        || word.Any(sign => char.GetUnicodeCategory(sign) == UnicodeCategory.CurrencySymbol && sign != '$')
        || Currencies.Contains(word.ToLowerInvariant().TrimEnd('s')));
}
