using System.Text.RegularExpressions;

namespace Samarkand.Cli.Tests;

/// <summary>
/// What the documents show is what the command does. In a block <c>```console</c>, a line <c>$ samarkand ...</c> is a command and the
/// lines up to the next are its output; a line <c>...</c> stands for any lines. Indented lines with a command must run.
/// </summary>
public sealed partial class DocumentTests : IDisposable
{
    private const string Built = "dotnet run --project src/Samarkand.Cli -c Release -- ";

    private readonly WorkFolder _folder = new();

    // With SAMARKAND_WRITE_DOCS=1 in the environment, the documents are written instead of compared.
    private static readonly bool IsToWrite = Environment.GetEnvironmentVariable("SAMARKAND_WRITE_DOCS") == "1";

    public static TheoryData<string> WithExamples => [.. Documents.Where(document => Read(document).Contains("```console"))];

    private static IEnumerable<string> Documents => Directory.GetFiles(Path.Combine(Command.Repository, "docs"), "*.md")
        .Concat(Directory.GetFiles(Command.Repository, "*.md"))
        .Select(file => Path.GetRelativePath(Command.Repository, file).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(WithExamples))]
    public void Every_command_prints_what_the_document_shows(string document)
    {
        var examples = Examples(Read(document)).ToArray();
        Assert.Contains(examples, example => example.Shown.Count > 0);
        foreach (var (command, shown) in examples)
        {
            if (command.StartsWith("samarkand serve", StringComparison.Ordinal))
            {
                Assert.Contains("http://127.0.0.1:", _folder.FirstLine(command), StringComparison.Ordinal);
                continue;
            }

            var outcome = _folder.Bash(command);
            var printed = outcome.Output + outcome.Error;
            // A document may show how a mistake is answered; otherwise a command has to succeed.
            if (outcome.Output.Length > 0 || shown.Count == 0)
                Assert.True(outcome.Status == 0, $"{document}: {command}: {outcome.Error}");
            if (shown.Count > 0 && IsToWrite && !ShownOutput.Matches(shown, printed))
                Write(document, command, shown, ShownOutput.Renewed(shown, printed));
            else if (shown.Count > 0)
                Assert.True(ShownOutput.Matches(shown, printed), $"{document}: {command} prints:\n{printed}");
        }
    }

    [Fact]
    public void The_documents_that_show_commands_are_all_run() =>
        Assert.Superset(new HashSet<string> { "README.md", "docs/guide.md", "docs/rescue.md", "docs/analyses.md" }, WithExamples.Select(row => row.Data).ToHashSet());

    [Fact]
    public void Every_link_between_documents_leads_somewhere()
    {
        var links = Documents.SelectMany(document => Links().Matches(string.Join('\n', Read(document))).Select(link => (document, target: link.Groups[1].Value))).ToArray();
        Assert.True(links.Length > 30);
        Assert.All(links, link =>
        {
            var (path, anchor) = link.target.Split('#') is [var before, var after] ? (before, after) : (link.target, "");
            var file = path.Length == 0 ? link.document : Path.Combine(Path.GetDirectoryName(link.document)!, path);
            Assert.True(Path.Exists(Path.Combine(Command.Repository, file)), $"{link.document}: {link.target}: there is no such file");
            if (anchor.Length > 0)
                Assert.Contains(anchor, Read(file).Where(line => line.StartsWith('#')).Select(Anchor));
        });
    }

    [Theory]
    [InlineData("a\n...\nd", "a\nb\nc\nd\n", true)]
    [InlineData("a\n...", "a  \n", true)]
    [InlineData("a\nb", "a\nb\nc\n", false)]
    [InlineData("a\n...\nc", "a\nb\n", false)]
    [InlineData("a.c", "abc\n", false)]
    public void Only_three_points_stand_for_any_lines(string shown, string printed, bool matches) => Assert.Equal(matches, ShownOutput.Matches(shown.Split('\n'), printed));

    [Theory]
    [InlineData("a 1\nb 2", "a 3\nb 4\n", "a 3\nb 4")]
    [InlineData("a 1\n...\nc -2.5  x", "a 7\nb\nc 11.25   x\n", "a 7\n...\nc 11.25   x")]
    [InlineData("a\n...", "b\nc\n", "b\n...")]
    public void Other_numbers_take_the_place_of_those_shown(string shown, string printed, string renewed) =>
        Assert.Equal(renewed.Split('\n'), ShownOutput.Renewed(shown.Split('\n'), printed));

    private static string[] Read(string document) => File.ReadAllLines(Path.Combine(Command.Repository, document));

    [GeneratedRegex(@"\]\((?!https?:)([^)\s]+)\)")]
    private static partial Regex Links();

    // What GitHub makes of a heading.
    private static string Anchor(string heading) =>
        Regex.Replace(heading.TrimStart('#').Trim().ToLowerInvariant(), @"[^\p{L}\p{Nd}\- _]", "").Replace(' ', '-');

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

    private static void Write(string document, string command, IEnumerable<string> shown, IEnumerable<string> renewed)
    {
        var file = Path.Combine(Command.Repository, document);
        string Block(IEnumerable<string> lines) => $"$ {command}\n{string.Concat(lines.Select(line => line + "\n"))}";
        File.WriteAllText(file, File.ReadAllText(file).Replace(Block(shown), Block(renewed), StringComparison.Ordinal));
    }
}
