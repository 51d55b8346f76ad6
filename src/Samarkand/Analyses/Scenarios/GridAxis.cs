using System.Collections.Immutable;
using System.Globalization;
using Samarkand.Cases.Reading;
using Samarkand.Core;

namespace Samarkand.Analyses.Scenarios;

/// <summary>One number of a case and the values that it takes, one after another.</summary>
/// <param name="Path">The path of the number, such as <c>package.0.coverage</c>.</param>
/// <param name="Numbers">Its values, as they are written: a point for decimals, no zeros at the end.</param>
/// <param name="Unit">What follows each, such as <c>%</c> or <c>bn USD</c>; empty for bare numbers, which keep the unit of the case.</param>
internal sealed record GridAxis(string Path, ImmutableArray<string> Numbers, string Unit)
{
    /// <summary>The most scenarios of one grid.</summary>
    public const int MostScenarios = 100_000;

    private const string Form = "write PATH=FROM:TO:STEP, such as package.0.coverage=0:1:0.1, or PATH=VALUE,VALUE, such as package.0.coverage=0.1,0.2,0.5";

    private static readonly NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Its values as numbers.</summary>
    public ImmutableArray<double> Values { get; } = [.. Numbers.Select(number => double.Parse(number, CultureInfo.InvariantCulture))];

    /// <summary>Reads <c>PATH=FROM:TO:STEP</c> or <c>PATH=VALUE,VALUE</c>.</summary>
    /// <exception cref="InputException">It is neither, or its step leads nowhere.</exception>
    public static GridAxis Read(string text)
    {
        var equals = text.IndexOf('=');
        var (path, values) = equals < 0 ? (text.Trim(), "") : (text[..equals].Trim(), text[(equals + 1)..].Trim());
        if (path.Length == 0 || values.Length == 0)
            throw Wrong(text, "expected a path and its values", Form);
        var isRange = values.Contains(':');
        var parts = values.Split(isRange ? ':' : ',').Select(part => Part(path, part)).ToArray();
        string[] units = [.. parts.Select(part => part.Unit).Where(unit => unit.Length > 0).Distinct()];
        if (units.Length > 1)
            throw Wrong(path, $"its values have different units, {string.Join(" and ", units.Select(unit => $"`{unit}`"))}", "write one unit, after the last value");
        var numbers = isRange ? Range(path, values, [.. parts.Select(part => part.Number)]) : [.. parts.Select(part => part.Number)];
        if (numbers.GroupBy(number => number).FirstOrDefault(same => same.Count() > 1) is { Key: var twice })
            throw Wrong(path, $"the value {Text(twice)} stands there twice", "name each value once");
        return new GridAxis(path, [.. numbers.Select(Text)], units is [var unit] ? unit : "");
    }

    /// <summary>What is wrong with what was asked of a path.</summary>
    public static InputException Wrong(string path, string message, string hint) => new Parameter("vary", path).Wrong(message, hint);

    private static (decimal Number, string Unit) Part(string path, string part)
    {
        var (number, unit) = Quantities.Split(part);
        if (number.Length == 0 || unit.Any(char.IsAsciiDigit) || unit.Contains(',') || !decimal.TryParse(number, Style, CultureInfo.InvariantCulture, out var value))
            throw Wrong(path, $"`{part.Trim()}` is not a number; expected numbers", Quantities.CommaHint(part) ?? Form);
        return (value, unit);
    }

    private static ImmutableArray<decimal> Range(string path, string text, decimal[] parts)
    {
        if (parts is not [var from, var to, var step])
            throw Wrong(path, $"`{text}` has {parts.Length} parts; expected three, from, to and step", Form);
        if (step == 0)
            throw Wrong(path, $"`{text}` has step 0, which leads nowhere; expected a step above or below 0", Form);
        if (from != to && Math.Sign(to - from) != Math.Sign(step))
            throw Wrong(path, $"`{text}` never gets from {Text(from)} to {Text(to)} in steps of {Text(step)}", $"expected a step {(to > from ? "above" : "below")} 0");
        var steps = (double)to / (double)step - (double)from / (double)step;
        if (steps > MostScenarios)
            throw Wrong(path, string.Create(CultureInfo.InvariantCulture, $"`{text}` gives {steps + 1:N0} values; expected at most {MostScenarios:N0}"), "take a larger step");
        var numbers = ImmutableArray.CreateBuilder<decimal>();
        for (var k = 0; Math.Sign(step) * (from + k * step) <= Math.Sign(step) * to; k++)
            numbers.Add(from + k * step);
        return numbers.ToImmutable();
    }

    // Without the zeros that a decimal remembers.
    private static string Text(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);
}
