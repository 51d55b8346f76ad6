using System.Collections.Immutable;
using System.Security.Cryptography;

namespace Samarkand.Core;

/// <summary>A folder of this machine, or one that several machines see.</summary>
/// <param name="path">Its full path.</param>
internal sealed class LocalPlace(string path) : IResultPlace
{
    public string FullName => path;

    public void Check(OutputFolder at)
    {
        at.Allow(FolderContents.Of(path, at.Blocks, staged: null));
        OutputFolder.Probe(path);
    }

    public ImmutableArray<string> Publish(OutputFolder at, Action<string> fill)
    {
        var there = at.Allow(FolderContents.Of(path, at.Blocks, staged: null));
        return OutputFolder.Stage(path, there.IsReplaceable && at.Blocks is null, staged =>
        {
            fill(staged);
            return Publication.Put(staged, path, at.Allow(FolderContents.Of(path, at.Blocks, staged)), FolderManifest.Name);
        });
    }

    // Whoever makes one part of the blocks shares the folder with those who make others; anybody else has it alone.
    public IDisposable Enter(BlockKind kind, Shard? shard)
    {
        Directory.CreateDirectory(PathOf(BlockKind.Folder));
        var held = new Locks(Lock(kind.LockFile, isShared: shard is not null, "another process writes to it"));
        try
        {
            if (shard is { } part)
                held.OfShard = Lock(kind.LockFileOf(part), isShared: false, $"another process makes part {part}");
            foreach (var leftOver in LeftOver(kind, shard))
                File.Delete(leftOver);
            return held;
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    public IReadOnlyCollection<string> Blocks() => [.. Directory.GetFiles(PathOf(BlockKind.Folder)).Select(file => $"{BlockKind.Folder}/{Path.GetFileName(file)}")];

    public byte[]? Read(string name) => WhereThere(() => File.ReadAllBytes(PathOf(name)));

    public byte[]? HashOf(string name) => WhereThere(() => Hash(PathOf(name)));

    public PutFile PutNew(string name, string partial, Action<string> write, bool wantsHash)
    {
        var (file, before) = (PathOf(name), PathOf(partial));
        try
        {
            write(before);
            using (var stream = new FileStream(before, FileMode.Open, FileAccess.Write))
                stream.Flush(flushToDisk: true);
            var hash = wantsHash ? Hash(before) : null;
            try
            {
                File.Move(before, file);
                return new PutFile(IsNew: true, hash);
            }
            catch (IOException) when (File.Exists(file))
            {
                return new PutFile(IsNew: false, hash ?? Hash(before));
            }
        }
        finally
        {
            File.Delete(before);
        }
    }

    public string Unseen(string name) => $"the folder {path} is not seen here, or holds no {name}; mount the folder that the client named under the same path";

    private static byte[] Hash(string file)
    {
        using var stream = File.OpenRead(file);
        return SHA256.HashData(stream);
    }

    private static byte[]? WhereThere(Func<byte[]> read)
    {
        try
        {
            return read();
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    // What processes that were killed have left: of a part those of its own, else those of all, and their locks.
    private IEnumerable<string> LeftOver(BlockKind kind, Shard? shard)
    {
        var partial = Blocks().Where(name => BlockKind.IsPartial(name) && kind.Holds(name)).Select(PathOf);
        return shard is { } part
            ? partial.Where(file => file.EndsWith(BlockKind.PartialOf("", part), StringComparison.Ordinal))
            : partial.Concat(Directory.GetFiles(path).Where(file => kind.IsLockOfShard(Path.GetFileName(file))));
    }

    // On a folder that several machines see, this is as good as the file system's locks.
    private FileStream Lock(string name, bool isShared, string who)
    {
        var file = PathOf(name);
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
            throw new PlaceException($"is in use: {who}", "wait for it to end, or name another folder");
        }
    }

    private string PathOf(string name) => Path.Combine(path, name);

    private sealed class Locks(FileStream whole) : IDisposable
    {
        public FileStream? OfShard { get; set; }

        public void Dispose()
        {
            OfShard?.Dispose();
            whole.Dispose();
        }
    }
}
