using System.Collections.Immutable;
using System.Text.Json;

namespace Samarkand.Core;

/// <summary>
/// A folder in which results are kept block by block as they are solved, so that the work may end at any moment and go on later. A block is
/// written under another name first, flushed, and moved into place: it is there whole or not at all. What the blocks depend on is written
/// before the first of them.
/// </summary>
public sealed class BlockFolder : IBlockStore, IDisposable
{
    private readonly OutputFolder _at;
    private readonly BlockKind _kind;
    private readonly string _path;
    private readonly FileStream _lock;
    private ImmutableArray<BlockRange> _there;

    private BlockFolder(OutputFolder at, BlockKind kind, string path)
    {
        (_at, _kind, _path) = (at, kind, path);
        Directory.CreateDirectory(FullPath(BlockKind.Folder));
        try
        {
            _lock = new FileStream(FullPath(kind.LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw at.Wrong("is in use: another process writes to it", "wait for it to end, or name another folder");
        }
    }

    IReadOnlyCollection<BlockRange> IBlockStore.There => _there;

    /// <summary>Opens a folder, and keeps others out until it is disposed of.</summary>
    /// <param name="at">The folder; it may hold blocks of the same kind and inputs.</param>
    /// <param name="kind">What kind of blocks.</param>
    /// <param name="inputs">What they depend on.</param>
    /// <param name="count">How many results are asked for.</param>
    /// <exception cref="InputException">The folder holds something else or more results, is in use, or cannot be written.</exception>
    internal static BlockFolder Open(OutputFolder at, BlockKind kind, KeptInputs inputs, int count)
    {
        at = at with { Blocks = kind };
        at.Check();
        return at.Try(path =>
        {
            var folder = new BlockFolder(at, kind, path);
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

    /// <summary>Writes results beside the blocks, and a manifest that lists them; earlier results go. See <see cref="OutputFolder.Write"/>.</summary>
    /// <param name="fill">Writes the files into the folder that it is given.</param>
    /// <param name="about">Writes what the manifest says besides; or null.</param>
    internal ImmutableArray<string> Publish(Action<string> fill, Action<Utf8JsonWriter>? about = null) => _at.Write(fill, about);

    /// <summary>Lets others in.</summary>
    public void Dispose() => _lock.Dispose();

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
        BlockFile.Write(BlockKind.PartialOf(name), _kind.Item, block);
        PutWhole(name);
        _there = _there.Add(block.Range);
        return true;
    });

    private void Begin(KeptInputs inputs)
    {
        foreach (var leftOver in Directory.GetFiles(FullPath(BlockKind.Folder)).Where(IsPartial))
            File.Delete(leftOver);
        var file = FullPath(_kind.InputsFile);
        if (!File.Exists(file))
        {
            File.WriteAllBytes(BlockKind.PartialOf(file), inputs.ToJson());
            PutWhole(file);
            return;
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

    private bool IsPartial(string file)
    {
        var name = $"{BlockKind.Folder}/{Path.GetFileName(file)}";
        return _kind.RangeOf(name) is null && _kind.Holds(name);
    }

    private static void PutWhole(string file)
    {
        using (var stream = new FileStream(BlockKind.PartialOf(file), FileMode.Open, FileAccess.Write))
            stream.Flush(flushToDisk: true);
        File.Move(BlockKind.PartialOf(file), file);
    }

    private string FullPath(string name) => Path.Combine(_path, name);
}
