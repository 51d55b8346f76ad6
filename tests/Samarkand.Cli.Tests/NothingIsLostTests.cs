using System.Collections.Immutable;

namespace Samarkand.Cli.Tests;

/// <summary>No command that writes takes anything away that it did not write.</summary>
public sealed class NothingIsLostTests : IDisposable
{
    private readonly WorkFolder _folder = new();

    public NothingIsLostTests()
    {
        const string Head = "title: t\nworld: wiod-2011\ntarget: RUS\ncoalition: [EU, USA]\nplayers: [{ region: CHN, stances: [neutral, rescue] }]\npriors: { elasticities: 'scale lognormal(1, 0.2)' }\npackage:\n";
        File.WriteAllText(_folder["some.yaml"], Head + "  - { kind: tariff, rate: 0.1 }\n");
        File.WriteAllText(_folder["none.yaml"], Head + "  - { kind: trade-cost, factor: inf, both: true, sectors: [all], from: RUS, to: [EU, GBR, USA, CAN, AUS, JPN, KOR, CHN, BRA, IDN, IND, MEX, TUR, TWN, ROW] }\n");
    }

    public static TheoryData<string> WithOutput => [.. Options.Keys];

    private static ImmutableDictionary<string, string[]> Options { get; } = new Dictionary<string, string[]>
    {
        ["run"] = ["--draws", "0"],
        ["simulate"] = [],
        ["routes"] = [],
        ["align"] = ["--draws", "0"],
        ["explain"] = ["--permutations", "2"],
        ["design"] = ["--points", "2"],
        ["coalition"] = ["--members", "EU,USA"],
        ["sweep"] = ["--draws", "4", "--chunk", "2"],
    }.ToImmutableDictionary();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(WithOutput))]
    public void A_folder_of_something_else_stops_a_command_before_it_solves_anything(string command)
    {
        // A case without an answer tells whether it was solved.
        Assert.Equal(1, Run(command, "none.yaml", "new").Status);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path, "*.partial", SearchOption.AllDirectories));
        Write("web", ("index.html", "hi"), ("manifest.json", """{"name":"my web app"}"""), ("src/app.js", "x"));
        var before = Read("web");
        Run(command, "none.yaml", "web").Refused("--output: web holds files that are no results of samarkand: index.html, manifest.json, src/; name another folder, or insist with --force");
        Run(command, "none.yaml", "").Refused("--output: is empty; write --output DIR");
        Run(command, "none.yaml", "some.yaml").Refused("--output: some.yaml is a file; a folder was expected");
        Assert.Equal(before, Read("web"));
    }

    [Theory]
    [MemberData(nameof(WithOutput))]
    public void Own_results_are_replaced_and_changed_or_foreign_files_only_with_force(string command)
    {
        Run(command, "some.yaml", "out").Answered();
        var whole = Read("out");
        Run(command, "some.yaml", "out").Answered();
        Assert.Equal(whole, Read("out"));

        Write("out", ("report.html", "edited"), ("notes/mine.txt", "mine"), ("mine.csv", "mine"));
        var changed = Read("out");
        Run(command, "some.yaml", "out").Refused("--output: out holds files that are no results of samarkand: mine.csv, notes/, report.html (changed since)");
        Assert.Equal(changed, Read("out"));

        var forced = Run(command, "some.yaml", "out", "--force").Answered();
        Assert.Contains("samarkand: overwritten, as --force asks: report.html\n", forced.Error.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal(whole.Append(new("mine.csv", "mine")).Append(new("notes/mine.txt", "mine")).OrderBy(file => file.Key, StringComparer.Ordinal), Read("out"));
    }

    [Fact]
    public void Blocks_of_a_sweep_and_of_a_coalition_are_touched_by_no_other_command()
    {
        Run("sweep", "some.yaml", "sweep").Answered();
        Run("coalition", "some.yaml", "coalition").Answered();
        var (draws, subsets) = (Blocks("sweep"), Blocks("coalition"));
        Assert.Equal((2, 1), (draws.Length, subsets.Length));
        foreach (var command in Options.Keys)
        {
            if (command != "sweep")
                Run(command, "none.yaml", "sweep").Refused("--output: sweep holds files that are no results of samarkand: chunks/", "sweep.json");
            if (command != "coalition")
                Run(command, "none.yaml", "coalition").Refused("--output: coalition holds files that are no results of samarkand: chunks/", "coalition.json");
        }

        Run("simulate", "some.yaml", "sweep", "--force").Answered();
        Run("sweep", "some.yaml", "coalition", "--force").Answered();
        Assert.Equal(draws, Blocks("sweep"));
        Assert.Equal(subsets.Concat(draws).OrderBy(file => file.Key, StringComparer.Ordinal), Blocks("coalition"));
        Run("sweep", "some.yaml", "sweep").Answered();
        Assert.Equal(draws, Blocks("sweep"));
        Assert.DoesNotContain("effects.csv", Read("sweep").Keys);
    }

    [Theory]
    [InlineData("world", "export", "wiod-2011", "taken")]
    [InlineData("world", "aggregate", "wiod-2011", "taken", "--regions", "merge.csv")]
    [InlineData("world", "import", "wiod", "nowhere", "taken")]
    [InlineData("world", "import", "icio", "icio-2019.csv", "taken")]
    [InlineData("world", "import", "long", "flows-2019.csv", "taken", "--name", "mine")]
    [InlineData("world", "build", "samarkand-2021", "--sources", "nowhere", "--output", "taken")]
    public void A_world_is_written_to_a_new_or_empty_folder_alone_and_that_is_told_first(params string[] command)
    {
        Write("taken", ("world.json", "mine"));
        _folder.Run(command).Refused("taken: is a folder that holds something already; give the name of a new folder, or empty it first");
        _folder.Run([.. command.Select(word => word == "taken" ? "some.yaml" : word)]).Refused("some.yaml: is a file; ", "name of a new folder");
        _folder.Run([.. command.Select(word => word == "taken" ? "" : word)]).Refused(" is empty; write ");
        Assert.Equal([new("world.json", "mine")], Read("taken"));
    }

    [Fact]
    public void A_new_file_replaces_nothing_and_that_is_told_first()
    {
        _folder.Run("design", "none.yaml", "--case", "some.yaml").Refused("some.yaml: the file exists already; name another one");
        _folder.Run("design", "none.yaml", "--case", "nowhere/x.yaml").Refused("nowhere/x.yaml: there is no folder ");
        _folder.Run("design", "none.yaml", "--case", "cases").Refused("cases: this is a folder");
        _folder.Run("design", "none.yaml", "--case", " ").Refused("--case: is empty; write --case FILE");
        _folder.Run("new", "").Refused("FILE: is empty; write a name in its place");
    }

    [Fact]
    public void Force_needs_a_folder() => _folder.Run("simulate", "some.yaml", "--force").Refused("--force: there is no folder to insist on; name it with --output DIR");

    private Outcome Run(string command, string file, string output, params string[] more) => _folder.Run([command, file, .. Options[command], "--output", output, .. more]);

    private void Write(string folder, params (string Name, string Text)[] files)
    {
        foreach (var (name, text) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_folder[$"{folder}/{name}"])!);
            File.WriteAllText(_folder[$"{folder}/{name}"], text);
        }
    }

    private SortedDictionary<string, string> Read(string folder) => new(
        Directory.GetFiles(_folder[folder], "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(_folder[folder], file).Replace('\\', '/'), file => Path.GetExtension(file) == ".parquet" ? Convert.ToHexString(File.ReadAllBytes(file)) : File.ReadAllText(file)),
        StringComparer.Ordinal);

    private KeyValuePair<string, string>[] Blocks(string folder) => [.. Read(folder).Where(file => file.Key.StartsWith("chunks/", StringComparison.Ordinal))];
}
