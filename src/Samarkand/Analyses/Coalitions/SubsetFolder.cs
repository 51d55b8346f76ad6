using System.Collections.Immutable;
using System.Globalization;
using Samarkand.Analyses.Ensembles;
using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Coalitions;

/// <summary>
/// A folder in which subsets of a coalition are kept as they are solved, so that the work may end at any moment and go on later. Blocks are
/// written under another name first, flushed, and moved into place: a block is there whole or not at all.
/// </summary>
public sealed class SubsetFolder : IDisposable
{
    private const string InputsFile = "coalition.json";
    private const string LockFile = "coalition.lock";
    private const string Chunks = "chunks";
    private const string Mark = "manifest.json";
    private const string Partial = ".partial";
    private const string Results = "results" + Partial;

    private readonly string _path;
    private readonly int _chunk;
    private readonly FileStream _lock;
    private readonly SortedDictionary<int, int> _counts = [];

    private SubsetFolder(string path, int chunk, FileStream held) => (_path, _chunk, _lock) = (path, chunk, held);

    /// <summary>Opens a folder for the subsets of a coalition, and keeps others out until it is disposed of.</summary>
    /// <param name="path">An empty folder, one that does not exist yet, or one of the same inputs.</param>
    /// <param name="text">The case.</param>
    /// <param name="world">Its world.</param>
    /// <param name="members">The members.</param>
    /// <param name="plan">Which subsets are solved, in a word or two.</param>
    /// <param name="chunk">How many are kept together, at least 1.</param>
    /// <exception cref="InputException">The folder holds something else, is in use, or cannot be written.</exception>
    public static SubsetFolder Open(string path, CaseText text, World world, ImmutableArray<CoalitionMember> members, string plan, int chunk = SubsetWorths.DefaultBlock)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(chunk, 1);
        var inputs = KeptInputs.Of("a coalition", text, world, ("subsets", plan), ("members", string.Join(',', members.Select(member => member.Name))));
        try
        {
            var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
            if (Directory.Exists(full) && !File.Exists(Path.Combine(full, InputsFile)) && Directory.EnumerateFileSystemEntries(full).Any(IsForeign))
                throw Wrong($"{path} holds files that `samarkand coalition` did not write", "name another folder, or empty it");
            Directory.CreateDirectory(Path.Combine(full, Chunks));
            var folder = new SubsetFolder(full, chunk, Lock(full, path));
            try
            {
                folder.Begin(inputs, path);
                return folder;
            }
            catch
            {
                folder.Dispose();
                throw;
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw Wrong($"{path} cannot be written: {failure.Message.TrimEnd('.')}", "name a folder where you may write and that has room");
        }
    }

    /// <summary>Writes the results, which appear file by file with the manifest last; earlier results go.</summary>
    /// <param name="fill">Writes the files into the folder that it is given.</param>
    public void Publish(Action<string> fill)
    {
        var made = Path.Combine(_path, Results);
        Directory.CreateDirectory(made);
        fill(made);
        File.Delete(Path.Combine(_path, Mark));
        foreach (var old in ((string[])["*.csv", "*.metadata.json", "*.parquet", "*.xlsx"]).SelectMany(tables => Directory.GetFiles(_path, tables)).Where(old => !File.Exists(Path.Combine(made, Path.GetFileName(old)))))
            File.Delete(old);
        foreach (var file in Directory.GetFiles(made).OrderBy(file => Path.GetFileName(file) == Mark).ThenBy(file => file, StringComparer.Ordinal))
        {
            Flush(file);
            File.Move(file, Path.Combine(_path, Path.GetFileName(file)), overwrite: true);
        }

        Directory.Delete(made);
    }

    /// <summary>Lets others in.</summary>
    public void Dispose() => _lock.Dispose();

    /// <summary>The block that starts with a subset; null where it has to be solved.</summary>
    internal SubsetBlock? Load(int first) => _counts.TryGetValue(first, out var count) ? SubsetFile.Read(NameOf(first, count), first, count) : null;

    /// <summary>How many subsets a new block may hold.</summary>
    internal int Room(int first) => Math.Min(_chunk, _counts.Keys.FirstOrDefault(next => next > first, int.MaxValue) - first);

    internal void Save(SubsetBlock block)
    {
        var name = NameOf(block.First, block.Count);
        SubsetFile.Write(name + Partial, block);
        Flush(name + Partial);
        File.Move(name + Partial, name);
        _counts.Add(block.First, block.Count);
    }

    private void Begin(KeptInputs inputs, string path)
    {
        var file = Path.Combine(_path, InputsFile);
        if (File.Exists(file))
            inputs.Check(file, path);
        foreach (var leftOver in Directory.GetFiles(Path.Combine(_path, Chunks), "*" + Partial).Append(file + Partial))
            File.Delete(leftOver);
        if (Directory.Exists(Path.Combine(_path, Results)))
            Directory.Delete(Path.Combine(_path, Results), recursive: true);
        if (!File.Exists(file))
        {
            inputs.Write(file + Partial);
            File.Move(file + Partial, file);
        }

        FindBlocks(path);
    }

    private void FindBlocks(string path)
    {
        foreach (var name in Directory.GetFiles(Path.Combine(_path, Chunks)).Select(Path.GetFileNameWithoutExtension))
        {
            if (name!.Split('-') is ["subsets", var from, var to]
                && int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var first) && int.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out var last))
            {
                _counts[first] = last - first + 1;
            }
        }

        var next = 0;
        foreach (var (first, count) in _counts)
        {
            if (first < next)
                throw Wrong(FormattableString.Invariant($"{path} holds subset {first} twice"), "delete one of its two blocks, and the same command goes on");
            next = first + count;
        }
    }

    private static FileStream Lock(string full, string path)
    {
        try
        {
            return new FileStream(Path.Combine(full, LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw Wrong($"another process writes to {path}", "wait for it to end, or name another folder");
        }
    }

    // What a run that ended before it wrote anything of its own leaves behind.
    private static bool IsForeign(string entry) =>
        Path.GetFileName(entry) is not (LockFile or InputsFile + Partial)
        && !(Path.GetFileName(entry) == Chunks && Directory.Exists(entry) && !Directory.EnumerateFileSystemEntries(entry).Any());

    private string NameOf(int first, int count) => Path.Combine(_path, Chunks, FormattableString.Invariant($"subsets-{first:D9}-{first + count - 1:D9}.parquet"));

    private static void Flush(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Write);
        stream.Flush(flushToDisk: true);
    }

    private static InputException Wrong(string message, string hint) => new(new InputProblem("--output", 0, 0, message, hint));
}
