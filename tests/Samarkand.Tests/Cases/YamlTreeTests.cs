using System.Text;
using Samarkand.Cases;

namespace Samarkand.Tests.Cases;

/// <summary>What is not plain YAML of one document is told in plain words.</summary>
public class YamlTreeTests
{
    public static TheoryData<string, int, int, string> Mistakes => new()
    {
        { "title: &a x\n", 1, 8, "a YAML anchor" },
        { "title: x\nworld: *a\n", 2, 8, "a YAML alias" },
        { "title: !!str x\n", 1, 8, "a YAML tag" },
        { "title: x\ntitle: y\n", 2, 1, "duplicate key `title`: the first stands at line 1, column 1" },
        { "title: x\nroutes: { margin: 1, margin: 2 }\n", 2, 22, "duplicate key `margin`: the first stands at line 2, column 11" },
        { "title: x\n---\ntitle: y\n", 2, 1, "a second document" },
        { "title: [a, b\ntarget: RUS\n", 1, 8, "the bracket opened here is not closed" },
        { "title: x\npackage:\n  - { kind: tariff\n  - { kind: tariff }\n", 3, 5, "the bracket opened here is not closed" },
        { "title: {a: 1\n", 1, 8, "the bracket opened here is not closed" },
        { "title: [a b: c: d]\n", 1, 8, "the bracket opened here is not closed, or a comma is missing" },
        { "title: x\npackage:\n  - kind: tariff\n\trate: 1\n", 4, 1, "a tab cannot indent" },
        { "title: a: b\n", 1, 9, "`key: value` is not possible here" },
        { "title: x\n\ttarget: RUS\n", 2, 1, "a tab cannot indent" },
        { "title: \"x\n", 1, 8, "the quoted text that starts here is not closed" },
        { "title: @x\n", 1, 8, "a text cannot start with this character" },
        { "title: \"a\\qb\"\n", 1, 8, "unknown escape" },
        { "title: x\npackage:\n  - a\n b: c\n", 4, 2, "expected `key: value` here" },
        { "- a\n-b: c\n", 2, 1, "this line does not belong to the list above it" },
        { "title: ]\n", 1, 8, "expected a value here" },
        { "%YAML 3.0\n---\ntitle: x\n", 1, 1, "a line that starts with `%`" },
        { "title: x\n{ a: 1 }: y\n", 2, 1, "a key must be a word, not a mapping" },
        { "title: |x\n", 1, 8, "starts on the line after `|` or `>`" },
        { "title: x\nworld: ? y\n", 2, 8, "a `?` is not possible here" },
        { "title: ,#b\n", 1, 8, "a comment cannot start here" },
        { "title: x\ntarget: !![\n", 2, 7, "a YAML tag" },

        // The parser stops after these without an event and without an error.
        { "title: x\nworld: \"y\" *a\n", 2, 14, "the text cannot be read on from here" },
        { "title: x\nworld: *a *b\n", 2, 13, "the text cannot be read on from here" },
        { "- : b", 1, 1, "the text cannot be read on from here" },
        { "title: x\ntarget: R\0S\n", 2, 10, "a control character (U+0000)" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void MistakesAreToldInPlainWords(string text, int line, int column, string message)
    {
        var problems = Yaml.Problems(() => Yaml.Parse(text));

        var problem = problems.FirstOrDefault(candidate => candidate.Message.Contains(message, StringComparison.Ordinal));
        Assert.True(problem is not null, string.Join('\n', problems));
        Assert.Equal((line, column), (problem.Line, problem.Column));
        Assert.NotNull(problem.Hint);
        Assert.DoesNotContain("While ", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DeepNestingIsRefusedAtOnce()
    {
        var problem = Yaml.Problem(() => Yaml.Parse("title: " + new string('[', 200_000)));

        Assert.Equal((1, 40), (problem.Line, problem.Column));
        Assert.Contains("more than 32 levels deep", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MoreThanAMebibyteIsRefused()
    {
        var problem = Yaml.Problem(() => Yaml.Parse("title: " + new string('é', 1 << 19)));

        Assert.Contains("larger than 1 MiB", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FilesAreReadAsUtf8WithOrWithoutByteOrderMark()
    {
        var path = Path.GetTempFileName();
        try
        {
            byte[] text = Encoding.UTF8.GetBytes(Yaml.With("description: é\n"));
            File.WriteAllBytes(path, [.. Encoding.UTF8.Preamble, .. text]);
            Assert.Equal("é", CaseSource.FromFile(path).Case.Description);

            File.WriteAllBytes(path, [.. Encoding.UTF8.Preamble, .. Encoding.Latin1.GetBytes("title: x\nworld: pé\n")]);
            var problem = Yaml.Problem(() => CaseSource.FromFile(path));
            Assert.Equal((path, 2, 9, "the file is not UTF-8"), (problem.Source, problem.Line, problem.Column, problem.Message));

            File.WriteAllBytes(path, new byte[(1 << 20) + 1]);
            Assert.Contains("larger than 1 MiB", Yaml.Problem(() => CaseSource.FromFile(path)).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void AMissingFileAndAFolderAreTold()
    {
        Assert.Contains("samarkand new", Yaml.Problem(() => CaseSource.FromFile("no-such.yaml")).Hint, StringComparison.Ordinal);
        Assert.Contains("a folder", Yaml.Problem(() => CaseSource.FromFile(Path.GetTempPath())).Message, StringComparison.Ordinal);
    }
}
