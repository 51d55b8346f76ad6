using System.Text.RegularExpressions;

namespace Samarkand.Cli.Tests;

/// <summary>
/// What the documents show is what the command does. In a block <c>```console</c>, a line <c>$ samarkand ...</c> is a command and the
/// lines up to the next are its output; a line <c>...</c> stands for any lines. Indented lines with a command must run.
/// </summary>
public sealed class DocumentTests : IDisposable
{
    private const string Built = "dotnet run --project src/Samarkand.Cli -c Release -- ";

    private readonly WorkFolder _folder = new();

    public static TheoryData<string> Documents => ["README.md", "docs/guide.md"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_command_prints_what_the_document_shows(string document)
    {
        var examples = Examples(File.ReadAllLines(Path.Combine(Command.Repository, document))).ToArray();
        Assert.Contains(examples, example => example.Shown.Count > 0);
        foreach (var (command, shown) in examples)
        {
            var outcome = _folder.Bash(command);
            var printed = outcome.Output + outcome.Error;
            // A document may show how a mistake is answered; otherwise a command has to succeed.
            if (outcome.Output.Length > 0 || shown.Count == 0)
                Assert.True(outcome.Status == 0, $"{document}: {command}: {outcome.Error}");
            if (shown.Count > 0)
                Assert.True(Matches(shown, printed), $"{document}: {command} prints:\n{printed}");
        }
    }

    [Theory]
    [InlineData("a\n...\nd", "a\nb\nc\nd\n", true)]
    [InlineData("a\n...", "a  \n", true)]
    [InlineData("a\nb", "a\nb\nc\n", false)]
    [InlineData("a\n...\nc", "a\nb\n", false)]
    [InlineData("a.c", "abc\n", false)]
    public void Only_three_points_stand_for_any_lines(string shown, string printed, bool matches) => Assert.Equal(matches, Matches(shown.Split('\n'), printed));

    private static IEnumerable<(string Command, List<string> Shown)> Examples(string[] lines)
    {
        (string Command, List<string> Shown)? open = null;
        var inBlock = false;
        foreach (var line in lines)
        {
            if (line.StartsWith("```", StringComparison.Ordinal) || (inBlock && line.StartsWith("$ ", StringComparison.Ordinal)))
            {
                if (open is { } finished)
                    yield return finished;
                open = null;
            }

            if (line.StartsWith("```", StringComparison.Ordinal))
                inBlock = line == "```console";
            else if (inBlock && line.StartsWith("$ ", StringComparison.Ordinal))
                open = (line[2..], []);
            else if (inBlock)
                open?.Shown.Add(line);
            else if (line.StartsWith($"    {Built}", StringComparison.Ordinal))
                yield return ($"samarkand {line.Trim()[Built.Length..]}", []);
            else if (line.StartsWith("    samarkand ", StringComparison.Ordinal))
                yield return (line.Trim(), []);
        }
    }

    private static bool Matches(IEnumerable<string> shown, string printed)
    {
        var pattern = string.Concat(shown.Select(line => line == "..." ? "(.*\n)*?" : $"{Regex.Escape(line.TrimEnd())}\n"));
        return Regex.IsMatch(Regex.Replace(printed, "[ \t]+\n", "\n"), $@"\A{pattern}\z");
    }
}
