using System.CommandLine;
using Samarkand.Core;

namespace Samarkand.Cli.Options;

/// <summary>Options that take names with commas between them.</summary>
internal static class ListOption
{
    public static Option<string?> Of(string name, string description, string form, Func<IEnumerable<string>> known)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = form };
        option.CompletionSources.Add(_ => known());
        return option;
    }

    /// <summary>The names, or null where the option is not given.</summary>
    /// <exception cref="InputException">One of them is empty.</exception>
    public static string[]? Read(ParseResult parsed, Option<string?> option, string example)
    {
        var text = parsed.GetValue(option);
        var names = text?.Split(',', StringSplitOptions.TrimEntries);
        return names?.Contains("") != true
            ? names
            : throw new InputException(new InputProblem(option.Name, 0, 0, $"`{text}` has an empty name", $"write codes with commas between them, such as {example}"));
    }
}
