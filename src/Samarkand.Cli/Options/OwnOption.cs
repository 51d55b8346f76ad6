using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Samarkand.Cli.Options;

/// <summary>An option of one command, and whether a reader who repeats it has to give it.</summary>
/// <param name="Option">The option.</param>
/// <param name="Repeats">Whether it is part of the question; null for where it is given.</param>
internal sealed record OwnOption(Option Option, Func<ParseResult, bool>? Repeats = null)
{
    /// <summary>An option that changes what is shown or where it is written, never a number.</summary>
    public static OwnOption OfForm(Option option) => new(option, _ => false);

    /// <summary>An option whose value is told even where it is the usual one.</summary>
    public static OwnOption AlwaysTold(Option option) => new(option, _ => true);

    /// <summary>The option as it is typed, <c>--draws=20</c>; null where it need not be.</summary>
    public string? ToRepeat(ParseResult parsed)
    {
        var result = parsed.GetResult(Option);
        var isGiven = result is { Implicit: false };
        return Repeats?.Invoke(parsed) ?? isGiven ? Text(result, isGiven) : null;
    }

    private string? Text(OptionResult? result, bool isGiven)
    {
        if (isGiven)
            return result!.Tokens.Count == 0 ? Option.Name : $"{Option.Name}={string.Join(',', result.Tokens.Select(token => token.Value))}";
        return Option is Option<bool> ? Option.Name
            : result?.GetValueOrDefault<object>() is { } usual ? $"{Option.Name}={Convert.ToString(usual, CultureInfo.InvariantCulture)}"
            : null;
    }
}
