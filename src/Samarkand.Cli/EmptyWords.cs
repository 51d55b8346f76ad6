using System.CommandLine;
using System.CommandLine.Parsing;
using Samarkand.Core;

namespace Samarkand.Cli;

/// <summary>An empty word on the command line, as an unset variable of a script leaves it, names nothing.</summary>
internal static class EmptyWords
{
    /// <exception cref="InputException">An argument or the value of an option is empty; the message names it.</exception>
    public static void Refuse(ParseResult parsed)
    {
        foreach (var result in parsed.CommandResult.Children)
        {
            if (!result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
                continue;
            var (name, write) = result switch
            {
                OptionResult { Option: var option } => (option.Name, $"write {option.Name} {option.HelpName ?? "VALUE"}"),
                ArgumentResult { Argument: var argument } => (argument.HelpName ?? argument.Name, "write a name in its place"),
                _ => ("", ""),
            };
            throw new InputException(new InputProblem(name, 0, 0, "is empty", write));
        }
    }
}
