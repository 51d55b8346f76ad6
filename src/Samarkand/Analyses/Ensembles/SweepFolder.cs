using System.Collections.Immutable;
using System.Globalization;
using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Ensembles;

/// <summary>
/// A folder in which a sweep may end at any moment and go on later. Draws are written in blocks, each under another name first, flushed, and
/// moved into place, so a block is there whole or not at all; what they depend on is written before the first of them.
/// </summary>
public sealed class SweepFolder : IDisposable
{
    private const string InputsFile = "sweep.json";
    private const string LockFile = "sweep.lock";
    private const string Chunks = "chunks";
    private const string Mark = "manifest.json";
    private const string Partial = ".partial";
    private const string Results = "results" + Partial;

    private readonly string _path;
    private readonly FileStream _lock;
    private readonly SortedDictionary<int, int> _counts = [];
    private DrawFile? _form;

    private SweepFolder(string path, FileStream held) => (_path, _lock) = (path, held);

    /// <summary>Opens a folder for draws of a case, and keeps others out until it is disposed of.</summary>
    /// <param name="path">An empty folder, one that does not exist yet, or one of a sweep of the same inputs.</param>
    /// <param name="text">The case.</param>
    /// <param name="world">Its world.</param>
    /// <param name="draws">How many draws are asked for.</param>
    /// <param name="seed">Their seed.</param>
    /// <exception cref="InputException">The folder holds something else or more draws, is in use, or cannot be written.</exception>
    public static SweepFolder Open(string path, CaseText text, World world, int draws, int seed)
    {
        var inputs = KeptInputs.Of(
            "a sweep",
            text,
            world,
            ("seed", FormattableString.Invariant($"{seed}")),
            ("priors", string.Join("; ", text.Read().Priors.Select(prior => $"{prior.Path}: {prior.Text}"))));
        try
        {
            var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
            if (File.Exists(full))
                throw Wrong($"{path} is a file; a folder was expected", "name a folder that does not exist yet, or one of a sweep");
            if (Directory.Exists(full) && !File.Exists(Path.Combine(full, InputsFile)) && Directory.EnumerateFileSystemEntries(full).Any(IsForeign))
                throw Wrong($"{path} holds files that are no sweep", "name another folder, or empty it");
            Directory.CreateDirectory(Path.Combine(full, Chunks));
            var folder = new SweepFolder(full, Lock(full, path));
            try
            {
                folder.Begin(inputs, path, draws);
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

    /// <summary>Writes the results, which appear file by file with the manifest last; before it, they are those of no sweep.</summary>
    /// <param name="fill">Writes the files into the folder that it is given.</param>
    public void Publish(Action<string> fill)
    {
        var made = Path.Combine(_path, Results);
        Directory.CreateDirectory(made);
        fill(made);
        File.Delete(Path.Combine(_path, Mark));
        foreach (var file in Directory.GetFiles(made).OrderBy(file => Path.GetFileName(file) == Mark).ThenBy(file => file, StringComparer.Ordinal))
        {
            Flush(file);
            File.Move(file, Path.Combine(_path, Path.GetFileName(file)), overwrite: true);
        }

        Directory.Delete(made);
    }

    /// <summary>Lets others in.</summary>
    public void Dispose() => _lock.Dispose();

    /// <summary>Says what the draws hold.</summary>
    internal void Expect(ImmutableArray<Prior> priors, ImmutableArray<Measure> measures) => _form = new DrawFile(priors, measures);

    /// <summary>The draws that are there, by the number of the first of each block.</summary>
    internal IReadOnlyDictionary<int, int> Counts => _counts;

    internal DrawBlock Load(int first) => _form!.Read(NameOf(first, _counts[first]), first, _counts[first]);

    internal void Save(DrawBlock block)
    {
        var name = NameOf(block.First, block.Count);
        _form!.Write(name + Partial, block);
        Flush(name + Partial);
        File.Move(name + Partial, name);
        _counts.Add(block.First, block.Count);
    }

    private void Begin(KeptInputs inputs, string path, int draws)
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

        FindBlocks(path, draws);
    }

    private void FindBlocks(string path, int draws)
    {
        foreach (var name in Directory.GetFiles(Path.Combine(_path, Chunks)).Select(Path.GetFileNameWithoutExtension))
        {
            if (name!.Split('-') is ["draws", var from, var to]
                && int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var first) && int.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out var last))
            {
                _counts[first] = last - first + 1;
            }
        }

        var next = 0;
        foreach (var (first, count) in _counts)
        {
            if (first < next)
                throw Wrong(FormattableString.Invariant($"{path} holds draw {first} twice"), "delete one of its two blocks, and the same command goes on");
            next = first + count;
        }

        if (next > draws)
            throw Wrong(FormattableString.Invariant($"{path} holds draws up to number {next}, and --draws asks for {draws}"), FormattableString.Invariant($"ask for at least {next}, or name another folder"));
    }

    private static FileStream Lock(string full, string path)
    {
        try
        {
            return new FileStream(Path.Combine(full, LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw Wrong($"another sweep writes to {path}", "wait for it to end, or name another folder");
        }
    }

    // What a sweep that ended before it wrote anything of its own leaves behind.
    private static bool IsForeign(string entry) =>
        Path.GetFileName(entry) is not (LockFile or InputsFile + Partial)
        && !(Path.GetFileName(entry) == Chunks && Directory.Exists(entry) && !Directory.EnumerateFileSystemEntries(entry).Any());

    private string NameOf(int first, int count) => Path.Combine(_path, Chunks, FormattableString.Invariant($"draws-{first:D9}-{first + count - 1:D9}.parquet"));

    private static void Flush(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Write);
        stream.Flush(flushToDisk: true);
    }

    private static InputException Wrong(string message, string hint) => new(new InputProblem("--output", 0, 0, message, hint));
}
