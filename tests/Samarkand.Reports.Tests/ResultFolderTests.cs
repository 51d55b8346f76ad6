using Samarkand.Core;
using Samarkand.Reports.Documents;
using Samarkand.Tests.Worlds;

namespace Samarkand.Reports.Tests;

/// <summary>A folder of results appears whole or not at all.</summary>
public sealed class ResultFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Target => _folder["results"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Nothing_is_at_its_place_before_it_is_whole()
    {
        ResultFolder.Write(Target, partial =>
        {
            Fill(partial, "new");
            Assert.False(Directory.Exists(Target));
            Assert.Equal(_folder.Path, Path.GetDirectoryName(partial));
        });

        Assert.Equal("new", File.ReadAllText(Path.Combine(Target, "effects.csv")));
        Assert.Equal([Target], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Earlier_results_are_replaced_as_a_whole()
    {
        ResultFolder.Write(Target, partial =>
        {
            Fill(partial, "old");
            File.WriteAllText(Path.Combine(partial, "gone.csv"), "");
        });
        ResultFolder.Write(Target, partial =>
        {
            Fill(partial, "new");
            Assert.Equal("old", File.ReadAllText(Path.Combine(Target, "effects.csv")));
        });

        Assert.Equal("new", File.ReadAllText(Path.Combine(Target, "effects.csv")));
        Assert.Equal(["effects.csv", "manifest.json"], Directory.GetFiles(Target).Select(Path.GetFileName).Order());
        Assert.Equal([Target], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void When_writing_fails_the_earlier_results_stay_and_nothing_else_does()
    {
        ResultFolder.Write(Target, partial => Fill(partial, "old"));

        Assert.Throws<InvalidOperationException>(() => ResultFolder.Write(Target, partial =>
        {
            Fill(partial, "half");
            throw new InvalidOperationException("the disk is gone");
        }));

        Assert.Equal("old", File.ReadAllText(Path.Combine(Target, "effects.csv")));
        Assert.Equal([Target], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_folder_of_something_else_is_refused_and_left_alone()
    {
        Directory.CreateDirectory(Target);
        File.WriteAllText(Path.Combine(Target, "thesis.tex"), "mine");

        var problem = Assert.Throws<InputException>(() => ResultFolder.Write(Target, partial => Fill(partial, "new")));

        Assert.Contains("holds files that are no results of samarkand", problem.Message, StringComparison.Ordinal);
        Assert.Equal(["thesis.tex"], Directory.GetFileSystemEntries(Target).Select(Path.GetFileName));
        Assert.Equal([Target], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_file_is_refused_and_left_alone()
    {
        File.WriteAllText(Target, "mine");

        var problem = Assert.Throws<InputException>(() => ResultFolder.Write(Target, partial => Fill(partial, "new")));

        Assert.Contains("is a file; a folder was expected", problem.Message, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(Target));
    }

    [Fact]
    public void An_empty_folder_is_taken()
    {
        Directory.CreateDirectory(Target);

        ResultFolder.Write(Target + Path.DirectorySeparatorChar, partial => Fill(partial, "new"));

        Assert.Equal("new", File.ReadAllText(Path.Combine(Target, "effects.csv")));
    }

    private static void Fill(string folder, string content)
    {
        File.WriteAllText(Path.Combine(folder, "effects.csv"), content);
        File.WriteAllText(Path.Combine(folder, ResultFolder.Mark), "{}");
    }
}
