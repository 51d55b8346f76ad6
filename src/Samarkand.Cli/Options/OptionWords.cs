using System.CommandLine;
using System.Text.RegularExpressions;
using Samarkand.Core;

namespace Samarkand.Cli.Options;

/// <summary>Words the parameters that a message of the library names as the options of the command line that they are.</summary>
internal sealed partial class OptionWords(IReadOnlySet<string> options)
{
    private static readonly Lazy<OptionWords> Ours = new(() => new OptionWords(Names(CommandLine.Root()).ToHashSet()));

    /// <summary>A text of the library in the words of the command line.</summary>
    public static string In(string text) => text.Contains(Parameter.Open) ? Ours.Value.Word(text) : text;

    public string Word(string text) => Mention().Replace(text, mention =>
    {
        var option = "--" + mention.Groups["name"].Value;
        return !options.Contains(option) ? mention.Value : mention.Groups["value"] is { Success: true, Value: var value } ? $"{option} {value}" : option;
    });

    private static IEnumerable<string> Names(Command command) => command.Options.Select(option => option.Name).Concat(command.Subcommands.SelectMany(Names));

    [GeneratedRegex("⟨(?<name>[a-z]+(-[a-z]+)*)(: (?<value>[^⟩]*))?⟩", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Mention();
}
