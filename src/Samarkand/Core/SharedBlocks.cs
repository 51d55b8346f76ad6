using System.Security.Cryptography;

namespace Samarkand.Core;

/// <summary>
/// The blocks of a folder as one of many writers sees them, none of whom has the folder alone: a block is written under a name of the writer's
/// own, flushed, and moved to its name where no other stands there. Who comes second finds the same bytes, or something is wrong.
/// </summary>
/// <param name="folder">The folder's full path.</param>
/// <param name="study">The study that is kept in it.</param>
internal sealed class SharedBlocks(string folder, BlockStudy study)
{
    /// <summary>Why the study cannot be kept here; null where it can.</summary>
    public string? Objection()
    {
        var file = Path.Combine(folder, study.Kind.InputsFile);
        if (!File.Exists(file))
            return $"the folder {folder} is not seen here, or holds no {study.Kind.InputsFile}; mount the folder that the client named under the same path";
        return study.Inputs.DifferencesFrom(File.ReadAllBytes(file)) switch
        {
            null => $"{file} is not what a {study.Kind.Name} writes there; name another folder",
            "" => null,
            var differences => $"{folder} holds a {study.Kind.Name} of other inputs: {differences}; give clients and workers the same version and the same worlds",
        };
    }

    /// <summary>The hash of a block that is there, whole; null where it is not.</summary>
    public byte[]? HashOf(BlockRange range) => HashOf(PathOf(range));

    /// <summary>The hash of a file; null where there is none.</summary>
    public static byte[]? HashOf(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            return SHA256.HashData(stream);
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Puts a block in its place; the result is its hash.</summary>
    /// <param name="block">The block.</param>
    /// <param name="writer">Letters and digits that no other writer has.</param>
    /// <exception cref="OtherBytesException">Another block stands there.</exception>
    /// <exception cref="IOException">The store refuses.</exception>
    public byte[] Put(Block block, string writer)
    {
        var (name, partial) = (PathOf(block.Range), BlockKind.PartialBy(PathOf(block.Range), writer));
        try
        {
            BlockFile.Write(partial, study.Kind.Item, block);
            byte[] hash;
            using (var stream = new FileStream(partial, FileMode.Open, FileAccess.ReadWrite))
            {
                stream.Flush(flushToDisk: true);
                hash = SHA256.HashData(stream);
            }

            if (MoveTo(name, partial))
                return hash;
            return HashOf(block.Range) is { } there && there.AsSpan().SequenceEqual(hash)
                ? hash
                : throw new OtherBytesException($"{name} holds other bytes than were made now for the same {study.Kind.Item}s: two workers disagree, which must not be; take out the one whose memory or build is wrong, delete the folder, and begin again");
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static bool MoveTo(string name, string partial)
    {
        try
        {
            File.Move(partial, name);
            return true;
        }
        catch (IOException) when (File.Exists(name))
        {
            return false;
        }
    }

    private string PathOf(BlockRange range) => Path.Combine(folder, study.Kind.FileOf(range));
}

/// <summary>The same block was made twice, with other bytes.</summary>
/// <param name="message">Which, and what to do.</param>
internal sealed class OtherBytesException(string message) : Exception(message);
