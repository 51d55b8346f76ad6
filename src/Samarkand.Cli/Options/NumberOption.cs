using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Samarkand.Cases.Reading;

namespace Samarkand.Cli.Options;

/// <summary>Options that take a number, written as in a case: a point for decimals, no separators of thousands.</summary>
internal static class NumberOption
{
    /// <summary>A whole number, with what stands where none is given.</summary>
    public static Option<int> Whole(string name, string letter, string description, WholeNumbers numbers, int usual) => new(name)
    {
        Description = description,
        HelpName = letter,
        DefaultValueFactory = _ => usual,
        CustomParser = result => numbers.Read(result, name) ?? 0,
    };

    /// <summary>A whole number that may be left out, and after the option as well.</summary>
    public static Option<int?> Optional(string name, string letter, string description, WholeNumbers numbers, int afterOption) => new(name)
    {
        Description = description,
        HelpName = letter,
        Arity = ArgumentArity.ZeroOrOne,
        CustomParser = result => result.Tokens.Count == 0 ? afterOption : numbers.Read(result, name),
    };

    /// <summary>A whole number that may be left out.</summary>
    public static Option<int?> Optional(string name, string letter, string description, WholeNumbers numbers) => new(name)
    {
        Description = description,
        HelpName = letter,
        CustomParser = result => numbers.Read(result, name),
    };

    /// <summary>Any number from 0 to a largest one.</summary>
    public static Option<double> Positive(string name, string letter, string description, double most, string expected, double usual) => new(name)
    {
        Description = description,
        HelpName = letter,
        DefaultValueFactory = _ => usual,
        CustomParser = result =>
        {
            var text = result.Tokens[^1].Value;
            if (Quantities.TryNumber(text, out var value) && value >= 0 && value <= most)
                return value;
            result.AddError($"{name}: {Shown(text)} is no value of {name.TrimStart('-')}; expected {expected}{Decimals(text)}");
            return 0;
        },
    };

    /// <summary>What was typed: a number as it is, anything else in quotes.</summary>
    public static string Shown(string text) => Quantities.TryNumber(text, out _) ? text : $"`{text}`";

    public static string Decimals(string text) => text.Contains(',') ? "; use a point for decimals, and no thousands separator" : "";
}

/// <summary>The whole numbers that an option takes.</summary>
/// <param name="What">What they are, with an article: <c>a number of draws</c>.</param>
/// <param name="Least">The smallest.</param>
/// <param name="Most">The largest.</param>
internal sealed record WholeNumbers(string What, int Least, int Most)
{
    /// <summary>Seeds of random numbers.</summary>
    public static WholeNumbers Seeds { get; } = new("a seed", int.MinValue, int.MaxValue);

    /// <summary>The number, or null with an error of the option.</summary>
    public int? Read(ArgumentResult result, string option)
    {
        var text = result.Tokens[^1].Value;
        if (Quantities.TryNumber(text, out var value) && value == Math.Floor(value) && value >= Least && value <= Most)
            return (int)value;
        result.AddError(string.Create(CultureInfo.InvariantCulture, $"{option}: {NumberOption.Shown(text)} is not {What}; expected {Least} to {Most}{NumberOption.Decimals(text)}"));
        return null;
    }
}
