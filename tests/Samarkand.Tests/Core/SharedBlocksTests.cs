using Samarkand.Core;

namespace Samarkand.Tests.Core;

/// <summary>Several writers put the same blocks into one folder.</summary>
public sealed class SharedBlocksTests : IDisposable
{
    private static readonly BlockRange Range = new(10, 2);
    private static readonly BlockLayout Layout = new(["reason"], ["residual"]);

    private readonly string _folder = Directory.CreateTempSubdirectory("samarkand-blocks-").FullName;

    public SharedBlocksTests() => Directory.CreateDirectory(Path.Combine(_folder, BlockKind.Folder));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Who_comes_second_with_the_same_bytes_changes_nothing()
    {
        var first = Blocks().Put(Made(0.5), "a1");
        var written = File.GetLastWriteTimeUtc(Assert.Single(Files()));

        Assert.Equal(first, Blocks().Put(Made(0.5), "b2"));
        Assert.Equal(first, Blocks().HashOf(Range));
        Assert.Equal(written, File.GetLastWriteTimeUtc(Assert.Single(Files())));
    }

    [Fact]
    public void Other_bytes_are_an_alarm_and_no_choice()
    {
        var first = Blocks().Put(Made(0.5), "a1");

        var alarm = Assert.Throws<OtherBytesException>(() => Blocks().Put(Made(0.25), "b2"));

        Assert.Contains("two workers disagree, which must not be", alarm.Message, StringComparison.Ordinal);
        Assert.Equal(first, Blocks().HashOf(Range));
        Assert.Single(Files());
    }

    [Fact]
    public void A_folder_that_is_not_there_leaves_nothing_behind()
    {
        Directory.Delete(Path.Combine(_folder, BlockKind.Folder));

        Assert.ThrowsAny<IOException>(() => Blocks().Put(Made(0.5), "a1"));

        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    private static Block Made(double residual) => new(Layout, Range, [["", ""]], [[residual, 1]]);

    private SharedBlocks Blocks() => new(new LocalPlace(_folder), new BlockStudy(new BlockKind("sweep", "draw"), new KeptInputs([]), 12, 2, Layout, (_, _, _) => throw new InvalidOperationException("nothing is solved here")));

    private string[] Files() => Directory.GetFiles(Path.Combine(_folder, BlockKind.Folder));
}
