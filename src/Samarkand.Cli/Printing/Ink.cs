using Spectre.Console;

namespace Samarkand.Cli.Printing;

/// <summary>Emphasis where standard output is a terminal that can show it, plain text elsewhere.</summary>
internal static class Ink
{
    public static string Bold(string text) => With("\e[1m", text);

    public static string Faint(string text) => With("\e[2m", text);

    private static string With(string code, string text) =>
        Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Ansi ? text : $"{code}{text}\e[0m";
}
