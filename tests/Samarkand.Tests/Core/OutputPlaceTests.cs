using System.Diagnostics;
using Samarkand.Core;
using Samarkand.Tests.Worlds;

namespace Samarkand.Tests.Core;

/// <summary>Wherever a folder of results is, and whatever was left beside it.</summary>
public sealed class OutputPlaceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Target => _folder["results"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void An_empty_path_is_told(string path)
    {
        var folder = new OutputFolder(path) { Source = "--output" };
        Assert.Equal("--output: no folder is named; write the name of a folder, such as results", Folders.Refused(folder.Check));
        Assert.Equal("--output: no folder is named; write the name of a folder, such as results", Folders.Refused(() => folder.Write(_ => { })));
        Assert.Equal("the folder to write: no folder is named; write the name of a folder, such as results", Folders.Refused(new OutputFolder(path).CheckNew));
        Assert.Equal("the file to write: no file is named; write the name of a file, such as my-case.yaml", Folders.Refused(new OutputFile(path).Check));
    }

    [Theory]
    [InlineData("results", "is a file; a folder was expected")]
    [InlineData("results/below/it", "cannot be written: ")]
    public void A_file_in_the_way_is_left_alone(string path, string message)
    {
        File.WriteAllText(Target, "mine");
        Assert.Contains(message, Folders.Refused(() => Write(_folder[path])), StringComparison.Ordinal);
        Assert.Contains(message, Folders.Refused(new OutputFolder(_folder[path]).CheckNew), StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(Target));
    }

    [Theory]
    [InlineData("results/")]
    [InlineData("deep/below/results")]
    [InlineData("a/../results")]
    public void An_empty_folder_and_one_that_is_not_there_are_taken(string path)
    {
        Directory.CreateDirectory(Target);
        Write(_folder[path]);
        Write(_folder[path]);
        Assert.Equal("new", File.ReadAllText(Path.Combine(_folder[path], "effects.csv")));
    }

    [Fact]
    public void A_link_stays_and_its_folder_is_written()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights there.");
        Directory.CreateDirectory(_folder["far/away"]);
        Directory.CreateSymbolicLink(Target, _folder["far/away"]);
        Directory.CreateSymbolicLink(_folder["dangling"], "nowhere");
        foreach (var (link, folder, leads) in ((string, string, string)[])[("results", "far/away", _folder["far/away"]), ("dangling", "nowhere", "nowhere")])
        {
            Write(_folder[link]);
            Write(_folder[link]);
            Assert.Equal(leads, new DirectoryInfo(_folder[link]).LinkTarget);
            Assert.Equal(["effects.csv", "manifest.json"], Folders.Read(_folder[folder]).Keys);
        }

        Assert.Equal(["away"], Directory.GetFileSystemEntries(_folder["far"]).Select(Path.GetFileName));
    }

    [Fact]
    public void A_link_in_the_place_of_a_result_is_not_samarkands_and_what_it_leads_to_stays()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights there.");
        Write(Target);
        var file = Path.Combine(Target, "effects.csv");
        File.Move(file, _folder["mine.csv"]);
        File.CreateSymbolicLink(file, _folder["mine.csv"]);
        Assert.Contains(": effects.csv;", Folders.Refused(() => Write(Target)), StringComparison.Ordinal);
        Folders.Write(Target, force: true, ("effects.csv", "newer"));
        Assert.Equal(("new", "newer"), (File.ReadAllText(_folder["mine.csv"]), File.ReadAllText(file)));
        Assert.Null(new FileInfo(file).LinkTarget);
    }

    [Fact]
    public void A_link_to_a_folder_is_not_followed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights there.");
        Folders.Write(Target, force: false, ("maps/world.svg", "old"));
        Directory.Move(Path.Combine(Target, "maps"), _folder["mine"]);
        Directory.CreateSymbolicLink(Path.Combine(Target, "maps"), _folder["mine"]);
        Assert.Contains(": maps;", Folders.Refused(() => Write(Target)), StringComparison.Ordinal);
        Folders.Write(Target, force: true, ("effects.csv", "new"));
        Assert.Contains("there is a link maps where a folder", Folders.Refused(() => Folders.Write(Target, force: true, ("maps/world.svg", "new"))), StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(_folder["mine/world.svg"]));
    }

    [Fact]
    public void What_killed_processes_left_is_swept_up_and_what_living_ones_write_is_not()
    {
        using var living = Process.GetProcessById(1);
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The first process has another number there.");
        string[] dead = [$"results.{Folders.Dead}.partial/effects.csv", $"results/samarkand.{Folders.Dead}.partial/effects.csv"];
        string[] others = ["results.1.partial/effects.csv", "results.partial/x", $"results2.{Folders.Dead}.partial/x", $"results.x{Folders.Dead}.partial/x"];
        Write(Target);
        Folders.Fill(_folder.Path, dead.Concat(others).Select(name => (name, "half")));
        Write(Target);
        Assert.Equal(others.Append("results/effects.csv").Append("results/manifest.json").Order(StringComparer.Ordinal), Folders.Read(_folder.Path).Keys);
    }

    [Fact]
    public void What_is_being_written_in_a_folder_by_a_living_process_stops_another()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The first process has another number there.");
        Folders.Fill(Target, [("samarkand.1.partial/effects.csv", "half")]);
        Assert.Contains(": samarkand.1.partial/;", Folders.Refused(() => Write(Target)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_process_that_was_killed_while_it_moved_its_files_leaves_nothing_that_is_foreign(int moved)
    {
        Folders.Write(Target, force: false, ("a.csv", "old"), ("b.csv", "old"), ("c.csv", "old"));
        Folders.Write(_folder["other"], force: false, ("a.csv", "killed"), ("b.csv", "killed"), ("d.csv", "killed"));
        var left = Path.Combine(Target, $"samarkand.{Folders.Dead}.partial");
        Directory.Move(_folder["other"], left);
        foreach (var name in ((string[])["a.csv", "d.csv"]).Take(moved))
            File.Move(Path.Combine(left, name), Path.Combine(Target, name), overwrite: true);

        Write(Target);

        Assert.Equal(["effects.csv", "manifest.json"], Folders.Read(Target).Keys);
        Assert.Equal([Target], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Messages_name_the_path_that_was_given()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "There is no folder there in which nobody may write.");
        foreach (var problem in (string[])[Folders.Refused(new OutputFolder("/proc/self/results").Check), Folders.Refused(() => Write("/proc/self/results")), Folders.Refused(() => new OutputFile("/proc/self/case.yaml").Write("x"))])
        {
            Assert.StartsWith("/proc/self/", problem, StringComparison.Ordinal);
            Assert.Contains("cannot be written: ", problem, StringComparison.Ordinal);
            Assert.DoesNotContain("partial", problem, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_file_appears_whole_and_replaces_nothing()
    {
        var file = new OutputFile(_folder["case.yaml"]);
        File.WriteAllText(_folder[$"case.yaml.{Folders.Dead}.partial"], "half");
        file.Check();
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
        file.Write("title: t\n");
        Assert.Contains("case.yaml: the file exists already; name another one", Folders.Refused(() => file.Write("other")), StringComparison.Ordinal);
        Assert.Contains(": this is a folder", Folders.Refused(new OutputFile(_folder.Path).Check), StringComparison.Ordinal);
        Assert.Contains(": there is no folder ", Folders.Refused(new OutputFile(_folder["a/b.yaml"]).Check), StringComparison.Ordinal);
        Assert.Equal(["case.yaml"], Folders.Read(_folder.Path).Keys);
        Assert.Equal("title: t\n", File.ReadAllText(_folder["case.yaml"]));
    }

    private static void Write(string folder) => Folders.Write(folder, force: false, ("effects.csv", "new"));
}
