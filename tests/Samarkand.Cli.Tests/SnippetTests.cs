namespace Samarkand.Cli.Tests;

/// <summary>Every block <c>```csharp</c> of README.md and docs/ is a whole program; see <see cref="Snippet"/>.</summary>
public sealed class SnippetTests
{
    public static TheoryData<string, int> Snippets => [.. Documents().SelectMany(document => Blocks(document).Select(block => (document, block.Line)))];

    [Theory]
    [MemberData(nameof(Snippets))]
    public void A_snippet_compiles_and_runs(string document, int line) => Snippet.Run(
        $"snippet-{Path.GetFileNameWithoutExtension(document)}-{line}", $"{document}, block at line {line}", Blocks(document).Single(block => block.Line == line).Text);

    [Fact]
    public void A_snippet_without_its_usings_does_not_compile() =>
        Assert.Contains("CS0103", Assert.Single(Snippet.Compile("unused", "Console.WriteLine(WorldCatalog.Names);", Path.Combine(Snippet.Folder, "unused.dll"))), StringComparison.Ordinal);

    [Fact]
    public void The_guide_has_snippets() => Assert.Contains(Documents().SelectMany(Blocks), block => block.Text.Contains("CaseAnswer.Solve", StringComparison.Ordinal));

    private static IEnumerable<string> Documents() =>
        Directory.GetFiles(Path.Combine(Command.Repository, "docs"), "*.md").Append(Path.Combine(Command.Repository, "README.md")).Order(StringComparer.Ordinal)
            .Select(file => Path.GetRelativePath(Command.Repository, file).Replace('\\', '/'));

    private static IEnumerable<(int Line, string Text)> Blocks(string document)
    {
        var lines = File.ReadAllLines(Path.Combine(Command.Repository, document));
        for (var start = Array.IndexOf(lines, "```csharp"); start >= 0;)
        {
            var end = Array.IndexOf(lines, "```", start + 1);
            yield return (start + 2, string.Join('\n', lines[(start + 1)..end]));
            start = Array.IndexOf(lines, "```csharp", end);
        }
    }
}
