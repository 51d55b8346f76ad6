using System.CommandLine;

namespace Samarkand.Cli.Commands.Completion;

/// <summary>The command that prints the script by which a shell asks samarkand for completions.</summary>
internal static class CompletionCommand
{
    public static Command Make()
    {
        var shell = new Argument<string>("SHELL") { HelpName = "bash|zsh|fish|pwsh", Description = "The shell." };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish", "pwsh");
        var command = new Command("completion", "Print a script that completes samarkand's commands, options and files in a shell.") { shell };
        command.SetAction(parsed =>
        {
            var script = parsed.GetValue(shell) switch
            {
                "bash" => CompletionScripts.Bash,
                "zsh" => CompletionScripts.Zsh,
                "fish" => CompletionScripts.Fish,
                _ => CompletionScripts.PowerShell,
            };
            Printer.Print(writer => writer.WriteLine(script));
            return 0;
        });
        return command;
    }
}
