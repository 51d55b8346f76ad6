using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Samarkand.Cli.Tests;

/// <summary>
/// A whole program that the documentation shows: it compiles without a warning against the library, with no more than the implicit usings of
/// the .NET SDK, and runs in the folder of the solution.
/// </summary>
internal static class Snippet
{
    private const string ImplicitUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;"
        + "global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    public static readonly string Folder = AppContext.BaseDirectory;

    /// <summary>Compiles and runs a program, which has to say something.</summary>
    /// <param name="name">A name for it, unlike any other's.</param>
    /// <param name="where">Where it stands, for messages.</param>
    /// <param name="text">The program.</param>
    public static void Run(string name, string where, string text)
    {
        var program = Path.Combine(Folder, $"{name}.dll");
        try
        {
            Assert.Empty(Compile(name, text, program).Select(problem => $"{where}: {problem}"));
            var outcome = Command.Finish(Command.Start(
                Command.Repository, Command.Dotnet, "exec", "--depsfile", Of("deps.json"), "--runtimeconfig", Of("runtimeconfig.json"), program));
            Assert.True(outcome.Status == 0, $"{where}: {outcome.Error}");
            Assert.NotEmpty(outcome.Output);
        }
        finally
        {
            File.Delete(program);
        }
    }

    /// <summary>What the compiler says of a program; where it says nothing, the program is there.</summary>
    public static IEnumerable<string> Compile(string name, string text, string to)
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
