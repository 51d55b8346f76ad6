using System.CommandLine;
using Samarkand.Core;

namespace Samarkand.Cli.Options;

/// <summary>The command <c>help</c>: the same as <c>--help</c> after the words that follow it.</summary>
internal static class HelpCommand
{
    public static Command Make(RootCommand root)
    {
        var words = new Argument<string[]>("COMMAND") { HelpName = "COMMAND", Description = "A command; without one, all of them.", Arity = ArgumentArity.ZeroOrMore };
        words.CompletionSources.Add([.. root.Subcommands.Select(command => command.Name)]);
        var help = new Command("help", "What samarkand or one of its commands can do.") { words };
        help.Validators.Add(parsed =>
        {
            Command? at = root;
            foreach (var word in parsed.GetValue(words) ?? [])
            {
                var known = at.Subcommands.Select(command => command.Name).ToArray();
                at = at.Subcommands.FirstOrDefault(command => command.Name == word);
                if (at is not null)
                    continue;
                parsed.AddError($"There is no command `{word}` to help with{(NearestName.Hint(word, known) is { } hint ? $"; {hint}" : "")}.");
                return;
            }
        });
        help.SetAction(parsed => root.Parse([.. parsed.GetValue(words) ?? [], "--help"]).Invoke(parsed.InvocationConfiguration));
        return help;
    }
}
