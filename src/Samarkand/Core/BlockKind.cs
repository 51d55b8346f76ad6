using System.Globalization;
using System.Text.RegularExpressions;

namespace Samarkand.Core;

/// <summary>What kind of blocks a folder keeps, and the names of the files that belong to them.</summary>
/// <param name="Name">What they are the results of: <c>sweep</c>.</param>
/// <param name="Item">What one result is: <c>draw</c>.</param>
internal sealed partial record BlockKind(string Name, string Item)
{
    /// <summary>The folder of the blocks.</summary>
    public const string Folder = "chunks";

    private const string Rows = ".parquet";
    private const string Summaries = ".summary";
    private const string Partial = ".partial";

    /// <summary>True where a block has no row for each result.</summary>
    public bool IsOfSummaries { get; init; }

    private string Ending => IsOfSummaries ? Summaries : Rows;

    /// <summary>What the blocks depend on.</summary>
    public string InputsFile => $"{Name}.json";

    /// <summary>Held while a process works on the folder.</summary>
    public string LockFile => $"{Name}.lock";

    /// <summary>Held while a process makes one part of the blocks.</summary>
    public string LockFileOf(Shard shard) => $"{Name}.{shard.InFileNames}.lock";

    /// <summary>A block's file, below the folder that keeps it.</summary>
    public string FileOf(BlockRange range) => FormattableString.Invariant($"{Folder}/{Item}s-{range.First:D9}-{range.End - 1:D9}{Ending}");

    /// <summary>The name of a file before it is whole; who holds the lock, of the folder or of a part, writes it.</summary>
    public static string PartialOf(string file, Shard? shard = null) => shard is { } part ? $"{file}.{part.InFileNames}{Partial}" : file + Partial;

    /// <summary>The same where several write at once, and each by a name of its own.</summary>
    public static string PartialBy(string file, string writer) => $"{file}.by-{writer}{Partial}";

    /// <summary>True for the lock of a part.</summary>
    public bool IsLockOfShard(string file) => file.StartsWith($"{Name}.", StringComparison.Ordinal) && ShardLock().IsMatch(file[Name.Length..]);

    /// <summary>The block that a file is; null where it is none.</summary>
    public BlockRange? RangeOf(string file) =>
        Path.GetFileNameWithoutExtension(file).Split('-') is [_, var from, var to]
        && int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var first)
        && int.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out var last)
        && last >= first
        && new BlockRange(first, last - first + 1) is var range && FileOf(range) == file
            ? range
            : null;

    /// <summary>True where a file belongs to the blocks, whole or not.</summary>
    public bool Holds(string file) => file == LockFile || IsLockOfShard(file) || PartialEnding().Replace(file, "") is var whole && (whole == InputsFile || RangeOf(whole) is not null || Other.RangeOf(whole) is not null);

    /// <summary>True for what is not whole yet.</summary>
    public static bool IsPartial(string file) => file.EndsWith(Partial, StringComparison.Ordinal);

    // The same results kept the other way: they belong to the folder, and its inputs say that they do not mix.
    private BlockKind Other => this with { IsOfSummaries = !IsOfSummaries };

    [GeneratedRegex(@"(\.\d+-of-\d+|\.by-[0-9a-z]+)?\.partial\z")]
    private static partial Regex PartialEnding();

    [GeneratedRegex(@"\A\.\d+-of-\d+\.lock\z")]
    private static partial Regex ShardLock();
}
