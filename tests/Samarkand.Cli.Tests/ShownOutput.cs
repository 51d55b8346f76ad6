using System.Text.RegularExpressions;

namespace Samarkand.Cli.Tests;

/// <summary>What a document shows of a command's output; a line <c>...</c> stands for any lines.</summary>
internal static partial class ShownOutput
{
    public const string Elided = "...";

    public static bool Matches(IEnumerable<string> shown, string printed)
    {
        var pattern = string.Concat(shown.Select(line => line == Elided ? "(.*\n)*?" : $"{Regex.Escape(line.TrimEnd())}\n"));
        return Regex.IsMatch(Trailing().Replace(printed, "\n"), $@"\A{pattern}\z");
    }

    /// <summary>The same lines of another output: each part between two <c>...</c> begins at the line that differs from its first line in numbers alone.</summary>
    /// <exception cref="InvalidOperationException">There is no such line.</exception>
    public static IReadOnlyList<string> Renewed(IReadOnlyList<string> shown, string printed)
    {
        var output = Trailing().Replace(printed, "\n").TrimEnd('\n').Split('\n');
        var (renewed, at) = (new List<string>(), 0);
        for (var first = 0; first < shown.Count;)
        {
            if (shown[first] == Elided)
            {
                renewed.Add(shown[first++]);
                continue;
            }

            var end = first;
            while (end < shown.Count && shown[end] != Elided)
                end++;
            var start = first == 0 ? 0 : Array.FindIndex(output, at, line => Shape(line) == Shape(shown[first]));
            if (start < 0)
                throw new InvalidOperationException($"the output has no line like: {shown[first]}");
            at = end == shown.Count ? output.Length : Math.Min(output.Length, start + end - first);
            renewed.AddRange(output[start..at]);
            first = end;
        }

        return renewed;
    }

    private static string Shape(string line) => Blank().Replace(Number().Replace(line, "#"), " ").Trim();

    [GeneratedRegex("[ \t]+\n")]
    private static partial Regex Trailing();

    [GeneratedRegex(@"[-+]?\d[\d,.]*")]
    private static partial Regex Number();

    [GeneratedRegex(@"[\s─]+")]
    private static partial Regex Blank();
}
