using System.Globalization;

namespace Samarkand.Cli.Printing;

/// <summary>How wide lines may be: as wide as the terminal, or as <c>COLUMNS</c> says, from 40 to 200 columns.</summary>
internal static class Screen
{
    public const int Least = 40;
    public const int Most = 200;

    /// <summary>The width where there is no terminal and nothing is said.</summary>
    public const int Standard = 100;

    public static int Width { get; } = Of(Environment.GetEnvironmentVariable("COLUMNS"), Console.IsOutputRedirected ? null : Terminal());

    /// <param name="columns">What <c>COLUMNS</c> says, or null; what is no number above 0 says nothing.</param>
    /// <param name="terminal">The width of the terminal, or null where there is none.</param>
    public static int Of(string? columns, int? terminal) =>
        int.TryParse(columns, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked > 0 ? Math.Clamp(asked, Least, Most)
        : terminal is > 0 and var wide ? Math.Clamp(wide, Least, Most)
        : Standard;

    private static int? Terminal()
    {
        try
        {
            return Console.WindowWidth;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
