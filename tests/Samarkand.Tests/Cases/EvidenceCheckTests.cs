using Samarkand.Cases;

namespace Samarkand.Tests.Cases;

public sealed class EvidenceCheckTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("samarkand-evidence").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void WhiteSpaceDoesNotMatterAndLetterCaseDoes()
    {
        Write("article.txt", "He said:\n  the assets\tof the\r\nbank abroad.");

        EvidenceCheck.Run(With("the assets of  the bank", "article.txt"), _folder, null);
        var problem = Yaml.Problem(() => EvidenceCheck.Run(With("The assets of the bank", "article.txt"), _folder, null));

        Assert.Equal((Yaml.Source, 6, 3), (problem.Source, problem.Line, problem.Column));
        Assert.Contains("the quote of the evidence `shock` is not in " + Path.Combine(_folder, "article.txt"), problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AMissingFileIsTold()
    {
        var problem = Yaml.Problem(() => EvidenceCheck.Run(With("q", "gone.txt"), _folder, null));

        Assert.Contains("which does not exist", problem.Message, StringComparison.Ordinal);
        Assert.Contains("gone.txt", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutAFileAnyTextOfTheFolderWillDo()
    {
        Write("one.txt", "nothing");
        Write("two.md", "a quote, word for word");
        Write("three.bin", "only here");

        EvidenceCheck.Run(With("quote, word", null), _folder, _folder);
        var problem = Yaml.Problem(() => EvidenceCheck.Run(With("only here", null), _folder, _folder));
        Assert.Contains("is in no text file of " + _folder, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutAFileOrAFolderNothingIsChecked() => EvidenceCheck.Run(With("anything", null), _folder, null);

    [Fact]
    public void AFileIsSoughtInTheEvidenceFolderWhereThereIsOne()
    {
        var documents = Directory.CreateDirectory(Path.Combine(_folder, "documents")).FullName;
        Write("article.txt", "old");
        File.WriteAllText(Path.Combine(documents, "article.txt"), "new");

        EvidenceCheck.Run(With("new", "article.txt"), _folder, documents);
        Yaml.Problem(() => EvidenceCheck.Run(With("old", "article.txt"), _folder, documents));
    }

    [Fact]
    public void AMissingFolderIsTold()
    {
        var problem = Yaml.Problem(() => EvidenceCheck.Run(With("q", null), _folder, Path.Combine(_folder, "none")));

        Assert.Contains("no such folder", problem.Message, StringComparison.Ordinal);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);

    private static Case With(string quote, string? file) =>
        Yaml.Parse(Yaml.With($"evidence:\n  shock:\n    source: s\n    quote: {quote}\n" + (file is null ? "" : $"    file: {file}\n")));
}
