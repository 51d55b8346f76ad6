using Samarkand.Core;
using Samarkand.Tests.Worlds;

namespace Samarkand.Tests.Core;

/// <summary>A folder of results appears whole or not at all, and in the place of nothing that Samarkand did not write.</summary>
public sealed class OutputFolderTests : IDisposable
{
    private static readonly (string, string)[] Old = [("effects.csv", "old"), ("gone.csv", "old"), ("maps/world.svg", "old")];
    private static readonly (string, string)[] New = [("effects.csv", "new"), ("maps/region.svg", "new")];

    private readonly TemporaryFolder _folder = new();

    private string Target => _folder["results"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Nothing_is_at_its_place_before_it_is_whole()
    {
        new OutputFolder(Target).Write(staged =>
        {
            Folders.Fill(staged, New);
            Assert.False(Directory.Exists(Target));
            Assert.Equal(_folder.Path, Path.GetDirectoryName(staged));
        });

        AssertHolds(Target, New);
    }

    [Fact]
    public void Earlier_results_are_replaced_as_a_whole()
    {
        Folders.Write(Target, force: false, Old);
        new OutputFolder(Target).Write(staged =>
        {
            Folders.Fill(staged, New);
            Assert.Equal("old", File.ReadAllText(Path.Combine(Target, "effects.csv")));
        });

        AssertHolds(Target, New);
        Assert.Equal([Target], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task There_is_no_moment_without_results_while_they_are_replaced()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Two folders cannot exchange their names at once there.");
        Folders.Write(Target, force: false, Old);
        using var done = new CancellationTokenSource();
        var looking = Task.Run(
            () =>
            {
                var looks = 0;
                for (; !done.IsCancellationRequested; looks++)
                    Assert.True(Directory.Exists(Target));
                return looks;
            },
            TestContext.Current.CancellationToken);
        for (var k = 0; k < 100; k++)
        {
            var before = Directory.GetCreationTimeUtc(Target);
            Folders.Write(Target, force: false, k % 2 == 0 ? New : Old);
            Assert.NotEqual(before, Directory.GetCreationTimeUtc(Target));
        }

        await done.CancelAsync();
        Assert.True(await looking > 0);
        AssertHolds(Target, Old);
    }

    [Fact]
    public void When_writing_fails_the_earlier_results_stay_and_nothing_else_does()
    {
        Folders.Write(Target, force: false, Old);

        Assert.Throws<InvalidOperationException>(() => new OutputFolder(Target).Write(staged =>
        {
            Folders.Fill(staged, New);
            throw new InvalidOperationException("the disk is gone");
        }));

        AssertHolds(Target, Old);
        Assert.Equal([Target], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Theory]
    [InlineData("thesis.tex", "thesis.tex")]
    [InlineData("src/app.js", "src/")]
    [InlineData("maps/mine.svg", "maps/mine.svg")]
    [InlineData("effects.csv", "effects.csv (changed since)")]
    [InlineData("maps/world.svg", "maps/world.svg (changed since)")]
    [InlineData("manifest.json", "manifest.json")]
    public void What_samarkand_did_not_write_or_somebody_changed_is_listed_and_left_alone(string name, string listed)
    {
        Folders.Write(Target, force: false, Old);
        Folders.Fill(Target, [(name, "mine")]);
        var before = Folders.Read(_folder.Path);

        foreach (var act in (Action[])[() => new OutputFolder(Target).Check(), () => Folders.Write(Target, force: false, New)])
            Assert.Contains(listed, Folders.Refused(act), StringComparison.Ordinal);

        Assert.Equal(before, Folders.Read(_folder.Path));
    }

    [Theory]
    [InlineData("""{ "name": "my web app" }""")]
    [InlineData("""{ "samarkand": "0.1.0", "files": [{ "name": "index.html", "sha256": "fd33e2e8ad3cb1bdd3ea8f5633fcf5c7f4ea4d5a0ed3a0ec0e0f0ed8ed4bd0b9" }] }""")]
    [InlineData("[]")]
    [InlineData("not JSON")]
    [InlineData("")]
    public void A_manifest_of_somebody_else_makes_nothing_samarkands(string manifest)
    {
        (string, string)[] site = [("index.html", "hi"), ("manifest.json", manifest), ("src/app.js", "x")];
        Folders.Fill(Target, site);

        var problem = Folders.Refused(() => new OutputFolder(Target) { Source = "--output" }.Check());

        Assert.Contains("--output: ", problem, StringComparison.Ordinal);
        Assert.Contains("holds files that are no results of samarkand: index.html, manifest.json, src/; name another folder, or insist with ⟨force⟩", problem, StringComparison.Ordinal);
        Assert.Equal(3, Folders.Read(_folder.Path).Count);
    }

    [Fact]
    public void A_manifest_to_which_a_word_was_added_is_nobodys()
    {
        Folders.Write(Target, force: false, Old);
        var manifest = Path.Combine(Target, "manifest.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("\"made\":", "\"note\": \"keep this one\",\n  \"made\":", StringComparison.Ordinal));
        Assert.Contains(": effects.csv, gone.csv, manifest.json, maps/;", Folders.Refused(() => Folders.Write(Target, force: false, New)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_comes_while_results_are_made_stops_them_too()
    {
        Folders.Write(Target, force: false, Old);

        var problem = Folders.Refused(() => new OutputFolder(Target).Write(staged =>
        {
            Folders.Fill(staged, New);
            Folders.Fill(Target, [("notes.txt", "mine")]);
        }));

        Assert.Contains(": notes.txt;", problem, StringComparison.Ordinal);
        Assert.Equal(["effects.csv", "gone.csv", "manifest.json", "maps/world.svg", "notes.txt"], Folders.Read(_folder.Path).Keys.Select(name => name["results/".Length..]));
    }

    [Fact]
    public void Force_overwrites_only_what_has_the_name_of_a_new_file()
    {
        Folders.Write(Target, force: false, Old);
        Folders.Fill(Target, [("effects.csv", "mine"), ("notes.txt", "mine"), ("src/app.js", "mine"), ("maps/mine.svg", "mine")]);

        Assert.Equal(["effects.csv"], Folders.Write(Target, force: true, New));

        AssertHolds(Target, [.. New, ("notes.txt", "mine"), ("src/app.js", "mine"), ("maps/mine.svg", "mine")]);
        Assert.Equal([Target], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Force_keeps_a_changed_file_that_no_new_one_is_named_as()
    {
        Folders.Write(Target, force: false, Old);
        Folders.Fill(Target, [("gone.csv", "mine")]);
        Assert.Empty(Folders.Write(Target, force: true, New));
        AssertHolds(Target, [.. New, ("gone.csv", "mine")]);
    }

    [Fact]
    public void Force_replaces_no_folder_by_a_file()
    {
        Folders.Fill(Target, [("effects.csv/mine.txt", "mine")]);
        Assert.Contains("there is a folder effects.csv where a file of that name belongs", Folders.Refused(() => Folders.Write(Target, force: true, New)), StringComparison.Ordinal);
        Assert.Equal(["results/effects.csv/mine.txt"], Folders.Read(_folder.Path).Keys);
    }

    [Fact]
    public void What_is_many_is_counted()
    {
        Folders.Fill(Target, Enumerable.Range(10, 25).Select(k => ($"{k}.txt", "mine")));
        Assert.Contains(": 10.txt, 11.txt, 12.txt, 13.txt, 14.txt, 15.txt, 16.txt, 17.txt, 18.txt, 19.txt and 15 more;", Folders.Refused(() => Folders.Write(Target, force: false, New)), StringComparison.Ordinal);
    }

    private static void AssertHolds(string folder, IEnumerable<(string Name, string Text)> files)
    {
        var found = Folders.Read(folder);
        Assert.True(found.Remove("manifest.json"));
        Assert.Equal(new SortedDictionary<string, string>(files.ToDictionary(), StringComparer.Ordinal), found);
    }
}
