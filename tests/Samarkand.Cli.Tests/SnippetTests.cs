using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Samarkand.Cli.Tests;

/// <summary>
/// Every block <c>```csharp</c> of README.md and docs/ is a whole program: it compiles without a warning against the library, with no more
/// than the implicit usings of the .NET SDK, and runs in the folder of the solution.
/// </summary>
public sealed class SnippetTests
{
    private const string ImplicitUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;"
        + "global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    private static readonly string Folder = AppContext.BaseDirectory;

    public static TheoryData<string, int> Snippets => [.. Documents().SelectMany(document => Blocks(document).Select(block => (document, block.Line)))];

    [Theory]
    [MemberData(nameof(Snippets))]
    public void A_snippet_compiles_and_runs(string document, int line)
    {
        var name = $"snippet-{Path.GetFileNameWithoutExtension(document)}-{line}";
        var program = Path.Combine(Folder, $"{name}.dll");
        try
        {
            Assert.Empty(Compile(name, Blocks(document).Single(block => block.Line == line).Text, program).Select(problem => $"{document}, block at line {line}: {problem}"));
            var outcome = Command.Finish(Command.Start(
                Command.Repository, Command.Dotnet, "exec", "--depsfile", Of("deps.json"), "--runtimeconfig", Of("runtimeconfig.json"), program));
            Assert.True(outcome.Status == 0, $"{document}, block at line {line}: {outcome.Error}");
            Assert.NotEmpty(outcome.Output);
        }
        finally
        {
            File.Delete(program);
        }
    }

    [Fact]
    public void A_snippet_without_its_usings_does_not_compile() =>
        Assert.Contains("CS0103", Assert.Single(Compile("unused", "Console.WriteLine(WorldCatalog.Names);", Path.Combine(Folder, "unused.dll"))), StringComparison.Ordinal);

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

    private static IEnumerable<string> Compile(string name, string text, string to)
    {
        var options = new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable);
        var libraries = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(text), CSharpSyntaxTree.ParseText(ImplicitUsings)],
            libraries.Select(file => MetadataReference.CreateFromFile(file)),
            options);
        var problems = compilation.GetDiagnostics().Where(problem => problem.Severity >= DiagnosticSeverity.Warning).Select(problem => problem.ToString()).ToArray();
        if (problems.Length == 0)
            Assert.True(compilation.Emit(to).Success);
        return problems;
    }

    private static string Of(string ending) => Path.Combine(Folder, $"Samarkand.Cli.Tests.{ending}");
}
