using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Samarkand.Core;

namespace Samarkand.Cli;

/// <summary>Tells what of a command line is not understood.</summary>
internal static class ParseErrors
{
    /// <returns>The exit status.</returns>
    public static int Tell(RootCommand root, string[] words, ParseResult parsed, int status)
    {
        // What follows the first word that is not understood is not understood because of it.
        if (parsed.UnmatchedTokens.Count > 1)
            parsed = root.Parse(words[..(Array.IndexOf(words, parsed.UnmatchedTokens[0]) + 1)]);
        var group = parsed.CommandResult.Command is { Subcommands.Count: > 0, Action: null } command ? command : null;
        if (group is not null && parsed.UnmatchedTokens.Count == 0)
            Console.Error.WriteLine(Missing(Examples.Path(parsed.CommandResult), group));
        else if (group is not null && parsed.UnmatchedTokens is [[not '-', ..] unknown, ..])
            Console.Error.WriteLine($"There is no command `samarkand {Examples.Path(parsed.CommandResult)}{unknown}`; {NearestName.Hint(unknown, [.. group.Subcommands.Select(known => known.Name)])}.");
        else if (parsed.UnmatchedTokens is [var vary, ..] && vary.Split('=', ':')[0] == "--vary")
            Console.Error.WriteLine($"--vary: `samarkand {parsed.CommandResult.Command.Name}` answers one case; `samarkand batch CASE --vary PATH=FROM:TO:STEP` answers it at many values.");
        else
            Tell(parsed);
        Console.Error.WriteLine($"Try `samarkand {Examples.Path(parsed.CommandResult)}--help`.");
        return status;
    }

    private static void Tell(ParseResult parsed)
    {
        if (parsed.Action is ParseErrorAction first)
            (first.ShowHelp, first.ShowTypoCorrections) = (false, parsed.UnmatchedTokens is [{ Length: > 1 }]);
        if (parsed.Errors is [{ SymbolResult: OptionResult { Option.Name: var option }, Message: var message }] && !message.Contains(option, StringComparison.Ordinal))
            Console.Error.Write($"{option}: ");
        parsed.Invoke(new InvocationConfiguration { Output = Console.Error });
    }

    private static string Missing(string path, Command group) =>
        $"A command is missing: samarkand {path}{string.Join('|', group.Subcommands.Select(command => command.Name))}."
        + (path.Length > 0 ? "" : " `samarkand new my-case.yaml` writes a case to start from, and `samarkand run my-case.yaml` answers it.");
}
