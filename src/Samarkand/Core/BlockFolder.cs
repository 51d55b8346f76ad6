using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;

namespace Samarkand.Core;

/// <summary>
/// A folder, or a part of an object store, in which results are kept block by block as they are solved, so that the work may end at any moment
/// and go on later. A block is there whole or not at all. What the blocks depend on is written before the first of them. Processes that each
/// make one part of the blocks may have it open at once; any other has a folder alone. In a store nobody is kept out, and who comes second
/// finds the same bytes.
/// </summary>
public sealed class BlockFolder : IBlockStore, IDisposable
{
    private readonly OutputFolder _at;
    private readonly BlockKind _kind;
    private readonly IResultPlace _place;
    private readonly IDisposable? _entered;
    private ImmutableArray<BlockRange> _there;
    private Dictionary<BlockRange, byte[]> _recorded = [];

    private BlockFolder(OutputFolder at, BlockKind kind, IResultPlace place, Shard? shard)
    {
        (_at, _kind, _place, Shard) = (at, kind, place, shard);
        _entered = place.Enter(kind, shard);
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
        return at.Try(place =>
        {
            var folder = new BlockFolder(at, kind, place, shard);
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

    /// <summary>What every machine calls it.</summary>
    internal string FullName => _place.FullName;

    /// <summary>Looks again at what is there, where others have written to it; every block is then checked against the hash that they recorded.</summary>
    /// <exception cref="InputException">A recorded block is not there.</exception>
    internal void Refresh(int count, IEnumerable<(BlockRange Range, byte[] Hash)> recorded) => _at.Telling(() =>
    {
        FindBlocks(count);
        _recorded = recorded.ToDictionary(one => one.Range, one => one.Hash);
        foreach (var range in _recorded.Keys.Except(_there).Take(1))
            throw NotRecorded(range);
        return true;
    });

    /// <summary>Lets others in.</summary>
    public void Dispose() => _entered?.Dispose();

    Block IBlockStore.Load(BlockRange range, BlockLayout layout) => _at.Telling(() =>
    {
        var name = _kind.FileOf(range);
        try
        {
            var bytes = _place.Read(name) ?? throw new InvalidDataException("it is gone");
            if (_recorded.TryGetValue(range, out var hash) && !SHA256.HashData(bytes).AsSpan().SequenceEqual(hash))
                throw NotRecorded(range);
            return BlockFile.ReadAsync(bytes, _kind.Item, range, layout).GetAwaiter().GetResult();
        }
        catch (Exception failure) when (failure is not (OutOfMemoryException or PlaceException or InputException))
        {
            throw new InputException(new InputProblem(
                Path.Combine(_at.Path, name), 0, 0, $"is not a block of {_kind.Item}s of this {_kind.Name}: {failure.Message.TrimEnd('.')}", "delete it, and the same command makes it again"));
        }
    });

    void IBlockStore.Save(Block block) => _at.Telling(() =>
    {
        Put(_kind.FileOf(block.Range), path => BlockFile.Write(path, _kind.Item, block));
        _there = _there.Add(block.Range);
        return true;
    });

    private void Begin(KeptInputs inputs)
    {
        var file = _kind.InputsFile;
        var there = _place.Read(file);
        if (there is null)
        {
            _place.PutNew(file, BlockKind.PartialOf(file, Shard), path => File.WriteAllBytes(path, inputs.ToJson()), wantsHash: false);
            there = _place.Read(file) ?? [];
        }

        if (inputs.DifferencesFrom(there) is not { } differences)
            throw _at.Wrong($"holds a file {file} that is not what a {_kind.Name} writes there", "name another folder");
        if (differences.Length > 0)
            throw _at.Wrong($"holds a {_kind.Name} of other inputs: {differences}", "name another folder, or give the inputs that it was begun with");
    }

    private void FindBlocks(int count)
    {
        _there = [.. _place.Blocks().Select(_kind.RangeOf).OfType<BlockRange>().OrderBy(range => range.First)];
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

    // Two processes may make the same; the second finds the same bytes there, or something is wrong.
    private void Put(string name, Action<string> write)
    {
        var put = _place.PutNew(name, BlockKind.PartialOf(name, Shard), write, wantsHash: false);
        if (!put.IsNew && !put.Hash.AsSpan().SequenceEqual(_place.HashOf(name)))
            throw _at.Wrong($"holds a file {Path.GetFileName(name)} that another process has made with other bytes", "make all parts with the same version of samarkand, the same case and the same world");
    }

    private InputException NotRecorded(BlockRange range) => new(new InputProblem(
        Path.Combine(_at.Path, _kind.FileOf(range)), 0, 0, "is not the block that its worker put there", "see who else writes to the folder; delete it, and begin again"));
}
