using System.Xml.Linq;

namespace Samarkand.Cli.Tests;

/// <summary>Every example in the documentation of a public type or member is a whole program; see <see cref="Snippet"/>.</summary>
public sealed class ExampleTests
{
    private static readonly string[] Libraries = ["Samarkand", "Samarkand.Import", "Samarkand.WorldMaker", "Samarkand.Reports"];

    private static readonly Dictionary<string, string> Examples = Libraries
        .SelectMany(library => XDocument.Load(Path.Combine(Snippet.Folder, $"{library}.xml")).Descendants("member"))
        .Where(member => member.Element("example") is not null)
        .ToDictionary(member => (string)member.Attribute("name")!, member => (string)member.Element("example")!.Element("code")!, StringComparer.Ordinal);

    public static TheoryData<string> Documented => [.. Examples.Keys.Select(Short).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Documented))]
    public void An_example_compiles_and_runs(string member) =>
        Snippet.Run($"example-{member}", $"the example of {member}", Examples.Single(example => Short(example.Key) == member).Value);

    [Fact]
    public void Each_library_has_examples() =>
        Assert.All(Libraries, library => Assert.Contains(Examples.Keys, member => member[2..].StartsWith($"{library}.", StringComparison.Ordinal)));

    // Without the parameters.
    private static string Short(string member) => member.Split('(')[0][2..];
}
