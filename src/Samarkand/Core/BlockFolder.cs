using System.Collections.Immutable;
using System.Text.Json;

namespace Samarkand.Core;

/// <summary>
/// A folder in which results are kept block by block as they are solved, so that the work may end at any moment and go on later. A block is
/// written under another name first, flushed, and moved into place: it is there whole or not at all. What the blocks depend on is written
/// before the first of them. Processes that each make one part of the blocks may have it open at once; any other has it alone.
/// </summary>
public sealed class BlockFolder : IBlockStore, IDisposable
{
    private readonly OutputFolder _at;
    private readonly BlockKind _kind;
    private readonly string _path;
    private readonly FileStream _lock;
    private readonly FileStream? _lockOfShard;
    private ImmutableArray<BlockRange> _there;

    private BlockFolder(OutputFolder at, BlockKind kind, string path, Shard? shard)
    {
        (_at, _kind, _path, Shard) = (at, kind, path, shard);
        Directory.CreateDirectory(FullPath(BlockKind.Folder));
        _lock = Lock(kind.LockFile, isShared: shard is not null, "another process writes to it");
        if (shard is not { } part)
            return;
        try
        {
            _lockOfShard = Lock(kind.LockFileOf(part), isShared: false, $"another process makes part {part}");
        }
        catch
        {
            _lock.Dispose();
            throw;
        }
    }

    /// <summary>The part that is made; null for whoever has the folder alone.</summary>
    internal Shard? Shard { get; }

    IReadOnlyCollection<BlockRange> IBlockStore.There => _there;

    /// <summary>Opens a folder, and keeps others out until it is disposed of.</summary>
    /// <param name="at">The folder; it may hold blocks of the same kind and inputs.</param>
    /// <param name="kind">What kind of blocks.</param>
    /// <param name="inputs">What they depend on.</param>
    /// <param name="count">How many results are asked for.</param>
    /// <param name="shard">The part of the blocks that is made; null for all of them.</param>
    /// <exception cref="InputException">The folder holds something else or more results, is in use, or cannot be written.</exception>
    internal static BlockFolder Open(OutputFolder at, BlockKind kind, KeptInputs inputs, int count, Shard? shard = null)
    {
        at = at with { Blocks = kind };
        at.Check();
        return at.Try(path =>
        {
            var folder = new BlockFolder(at, kind, path, shard);
            try
            {
                folder.Begin(inputs);
                folder.FindBlocks(count);
                return folder;
            }
            catch
            {
                folder.Dispose();
                throw;
            }
        });
    }

    /// <summary>Checks that all blocks are there.</summary>
    /// <param name="count">How many results are asked for.</param>
    /// <exception cref="InputException">Some are missing.</exception>
    internal void CheckWhole(int count)
    {
        var missing = BlockPlan.Of(count, int.MaxValue, _there).Blocks.Where(block => !block.IsThere).Select(block => block.Range).ToArray();
        if (missing.Length == 0)
            return;
        var (lacked, named) = (missing.Sum(range => range.Count), string.Join(", ", missing.Take(5).Select(range => FormattableString.Invariant($"{range.First} to {range.End - 1}"))));
        throw new Parameter("gather").Wrong(
            FormattableString.Invariant($"{_at.Path} holds {count - lacked} of {count} {_kind.Item}s; missing are {named}{(missing.Length > 5 ? " and others" : "")}"),
            $"run the parts that make them again, or leave out {new Parameter("gather")} to make them here");
    }

    /// <summary>Checks that all blocks that are there are of one size, so that parts that are made side by side never overlap.</summary>
    /// <exception cref="InputException">Some are of another.</exception>
    internal void CheckSize(int count, int size)
    {
        foreach (var range in _there)
        {
            if (range.First % size != 0 || range.Count != Math.Min(size, count - range.First))
                throw _at.Wrong(FormattableString.Invariant($"holds {_kind.Item}s {range.First} to {range.End - 1} in one file, and parts of {size} are asked for"), $"give all parts the same {new Parameter("chunk")}");
        }
    }

    /// <summary>Writes results beside the blocks, and a manifest that lists them; earlier results go. See <see cref="OutputFolder.Write"/>.</summary>
    /// <param name="fill">Writes the files into the folder that it is given.</param>
    /// <param name="about">Writes what the manifest says besides; or null.</param>
    internal ImmutableArray<string> Publish(Action<string> fill, Action<Utf8JsonWriter>? about = null) => _at.Write(fill, about);

    /// <summary>The folder's full path.</summary>
    internal string FullName => Path.GetFullPath(_path);

    /// <summary>The hash of a block's file; null where there is none.</summary>
    internal byte[]? HashOf(BlockRange range) => SharedBlocks.HashOf(FullPath(_kind.FileOf(range)));

    /// <summary>Looks again at what is there, where others have written to it.</summary>
    internal void Refresh(int count) => FindBlocks(count);

    /// <summary>Lets others in.</summary>
    public void Dispose()
    {
        _lockOfShard?.Dispose();
        _lock.Dispose();
    }

    Block IBlockStore.Load(BlockRange range, BlockLayout layout)
    {
        var name = _kind.FileOf(range);
        try
        {
            return BlockFile.ReadAsync(FullPath(name), _kind.Item, range, layout).GetAwaiter().GetResult();
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            throw new InputException(new InputProblem(
                Path.Combine(_at.Path, name), 0, 0, $"is not a block of {_kind.Item}s of this {_kind.Name}: {failure.Message.TrimEnd('.')}", "delete it, and the same command makes it again"));
        }
    }

    void IBlockStore.Save(Block block) => _at.Try(_ =>
    {
        var name = FullPath(_kind.FileOf(block.Range));
        BlockFile.Write(BlockKind.PartialOf(name, Shard), _kind.Item, block);
        PutWhole(name);
        _there = _there.Add(block.Range);
        return true;
    });

    private void Begin(KeptInputs inputs)
    {
        foreach (var leftOver in LeftOver())
            File.Delete(leftOver);
        var file = FullPath(_kind.InputsFile);
        if (!File.Exists(file))
        {
            File.WriteAllBytes(BlockKind.PartialOf(file, Shard), inputs.ToJson());
            PutWhole(file);
        }

        if (inputs.DifferencesFrom(File.ReadAllBytes(file)) is not { } differences)
            throw _at.Wrong($"holds a file {_kind.InputsFile} that is not what a {_kind.Name} writes there", "name another folder");
        if (differences.Length > 0)
            throw _at.Wrong($"holds a {_kind.Name} of other inputs: {differences}", "name another folder, or give the inputs that it was begun with");
    }

    private void FindBlocks(int count)
    {
        _there = [.. Directory.GetFiles(FullPath(BlockKind.Folder)).Select(file => _kind.RangeOf($"{BlockKind.Folder}/{Path.GetFileName(file)}")).OfType<BlockRange>().OrderBy(range => range.First)];
        var next = 0;
        foreach (var range in _there)
        {
            if (range.First < next)
                throw _at.Wrong(FormattableString.Invariant($"holds {_kind.Item} {range.First} twice"), "delete one of its two blocks, and the same command goes on");
            next = range.End;
        }

        if (next > count)
            throw _at.Wrong(FormattableString.Invariant($"holds {_kind.Item}s up to number {next}, and {count} are asked for"), FormattableString.Invariant($"ask for at least {next}, or name another folder"));
    }

    // What processes that were killed have left: of a part those of its own, else those of all, and their locks.
    private IEnumerable<string> LeftOver()
    {
        var partial = Directory.GetFiles(FullPath(BlockKind.Folder)).Where(file => $"{BlockKind.Folder}/{Path.GetFileName(file)}" is var name && BlockKind.IsPartial(name) && _kind.Holds(name));
        return Shard is { } shard
            ? partial.Where(file => file.EndsWith(BlockKind.PartialOf("", shard), StringComparison.Ordinal))
            : partial.Concat(Directory.GetFiles(_path).Where(file => _kind.IsLockOfShard(Path.GetFileName(file))));
    }

    // Two processes may make the same; the second finds the same bytes there, or something is wrong.
    private void PutWhole(string file)
    {
        var partial = BlockKind.PartialOf(file, Shard);
        using (var stream = new FileStream(partial, FileMode.Open, FileAccess.Write))
            stream.Flush(flushToDisk: true);
        try
        {
            File.Move(partial, file);
        }
        catch (IOException) when (Shard is not null && File.Exists(file))
        {
            if (!File.ReadAllBytes(partial).AsSpan().SequenceEqual(File.ReadAllBytes(file)))
                throw _at.Wrong($"holds a file {Path.GetFileName(file)} that another process has made with other bytes", "make all parts with the same version of samarkand, the same case and the same world");
            File.Delete(partial);
        }
    }

    // On a folder that several machines see, this is as good as the file system's locks.
    private FileStream Lock(string name, bool isShared, string who)
    {
        var file = FullPath(name);
        try
        {
            if (!isShared)
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            if (!File.Exists(file))
                File.WriteAllBytes(file, []);
            return new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (IOException)
        {
            throw _at.Wrong($"is in use: {who}", "wait for it to end, or name another folder");
        }
    }

    private string FullPath(string name) => Path.Combine(_path, name);
}
