namespace Samarkand.Cli.Tests;

/// <summary>Parts that processes make side by side, gathered, are the bytes that one process writes.</summary>
public sealed class ShardTests : IDisposable
{
    private const string Cut = "cases/west-russia-cut.yaml";

    private readonly WorkFolder _folder = new();

    public ShardTests() => File.WriteAllText(
        _folder["some.yaml"],
        "title: t\nworld: wiod-2011\ntarget: RUS\ncoalition: [EU, USA]\npackage:\n  - { kind: trade-cost, factor: 1.5, both: true }\npriors:\n  package.0.factor: uniform(1.2, 3)\n");

    public static TheoryData<string> Studies =>
    [
        "sweep some.yaml --draws 50 --chunk 4",
        $"batch {Cut} --vary package.0.factor=1.1:4:0.1 --chunk 4",
        $"coalition {Cut} --members DEU,FRA,GBR,USA,JPN --subsets --chunk 3",
        $"coalition {Cut} --members DEU,FRA,GBR,USA,JPN --permutations 6 --chunk 3",
    ];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Studies))]
    public void Parts_that_are_gathered_are_the_bytes_of_one_process(string study)
    {
        string[] words = [.. study.Split(' '), "--output"];
        _folder.Run([.. words, "whole"]).Answered();
        var parts = Enumerable.Range(1, 3).Select(k => Command.Start(_folder.Path, Command.Dotnet, [Command.Program, .. words, "parts", "--shard", $"{k}/3"])).ToArray();
        // One of them is killed, wherever it is, and made again.
        parts[1].WaitForExit(400);
        parts[1].Kill();
        foreach (var part in (int[])[0, 2])
            Assert.Contains($"Part {part + 1}/3 is there: ", Command.Finish(parts[part]).Answered().Output, StringComparison.Ordinal);
        parts[1].WaitForExit();
        Assert.False(File.Exists(_folder["parts/manifest.json"]));
        _folder.Run([.. words, "parts", "--shard", "2/3"]).Answered();
        Assert.Contains(": 0 ", _folder.Run([.. words, "parts", "--shard=2/3"]).Answered().Output, StringComparison.Ordinal);
        _folder.Run([.. words, "parts", "--gather"]).Answered();
        var (expected, found) = (Bytes("whole"), Bytes("parts"));
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), found.Keys.Order(StringComparer.Ordinal));
        Assert.All(expected, file => Assert.True(file.Value.AsSpan().SequenceEqual(found[file.Key]), $"{file.Key} differs"));
    }

    [Fact]
    public void What_is_missing_is_named_when_it_is_gathered()
    {
        string[] sweep = ["sweep", "some.yaml", "--draws", "12", "--chunk", "4", "--output", "parts"];
        _folder.Run([.. sweep, "--shard", "1/3"]).Answered();
        _folder.Run([.. sweep, "--gather"]).Refused("--gather: parts holds 4 of 12 draws; missing are 4 to 11; run the parts that make them again, or leave out --gather to make them here");
        _folder.Run("sweep", "some.yaml", "--draws", "12", "--chunk", "3", "--output", "parts", "--shard", "2/3").Refused("parts holds draws 0 to 3 in one file, and parts of 3 are asked for; give all parts the same --chunk");
        _folder.Run("sweep", "some.yaml", "--draws", "12", "--seed", "2", "--output", "parts", "--shard", "2/3").Refused("holds a sweep of other inputs: seed is `1` there and `2` here");
        Assert.Contains("draws", _folder.Run(sweep).Answered().Output, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("--shard: `0/3` is no part of a whole; write one such as 3/8", "--shard", "0/3", "--output", "x")]
    [InlineData("--shard: `4/3` is no part of a whole", "--shard", "4/3", "--output", "x")]
    [InlineData("--shard: `half` is no part of a whole", "--shard", "half", "--output", "x")]
    [InlineData("--shard: there is no folder that the parts share; add --output DIR", "--shard", "1/3")]
    [InlineData("--gather: there is no folder that the parts share", "--gather")]
    [InlineData("--gather: one process makes a part, and another gathers them", "--gather", "--shard", "1/3", "--output", "x")]
    public void What_is_no_part_is_refused(string message, params string[] words) => _folder.Run(["sweep", "some.yaml", .. words]).Refused(message);

    [Fact]
    public void A_coalition_without_subsets_has_no_parts() =>
        _folder.Run("coalition", Cut, "--members", "DEU,FRA,GBR,USA,JPN,KOR,CAN,AUS,ITA", "--output", "x", "--shard", "1/2").Refused("--shard: no subsets of the members are solved");

    [Fact]
    public void Whoever_has_the_folder_alone_keeps_parts_out()
    {
        Directory.CreateDirectory(_folder["parts"]);
        using var alone = new FileStream(_folder["parts/sweep.lock"], FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        _folder.Run("sweep", "some.yaml", "--draws", "12", "--output", "parts", "--shard", "1/3").Refused("parts is in use: another process writes to it");
    }

    private Dictionary<string, byte[]> Bytes(string output) => Directory.GetFiles(_folder[output], "*", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(_folder[output], file), File.ReadAllBytes);
}
