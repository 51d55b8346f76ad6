using System.Collections.Immutable;

namespace Samarkand.Core;

/// <summary>
/// Where results stand: a folder, or a part of an object store. Files have names with <c>/</c> between their parts, and each is there whole or
/// not at all.
/// </summary>
internal interface IResultPlace
{
    /// <summary>What every machine calls it.</summary>
    string FullName { get; }

    /// <summary>Finds out before a long computation whether results may be written.</summary>
    /// <exception cref="InputException">Something else stands there.</exception>
    /// <exception cref="PlaceException">The place refuses.</exception>
    void Check(OutputFolder at);

    /// <summary>Writes results and their manifest; the files are returned, not Samarkand's or changed since, that were overwritten.</summary>
    /// <exception cref="InputException">Something else stands there.</exception>
    /// <exception cref="PlaceException">The place refuses.</exception>
    ImmutableArray<string> Publish(OutputFolder at, Action<string> fill);

    /// <summary>Makes ready for blocks, and keeps others out until the result is disposed of; null where the place cannot.</summary>
    /// <exception cref="PlaceException">Others are at work, or the place refuses.</exception>
    IDisposable? Enter(BlockKind kind, Shard? shard);

    /// <summary>The names of the files of blocks, and whatever stands among them.</summary>
    IReadOnlyCollection<string> Blocks();

    /// <summary>A file's bytes; null where there is none.</summary>
    byte[]? Read(string name);

    /// <summary>The SHA-256 of a file's bytes; null where there is none.</summary>
    byte[]? HashOf(string name);

    /// <summary>Puts a file in its place where none stands there.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="partial">A name for it before it is whole, that no other writer has.</param>
    /// <param name="write">Writes it to the path that it is given.</param>
    /// <param name="wantsHash">True to have its hash in any case.</param>
    PutFile PutNew(string name, string partial, Action<string> write, bool wantsHash);

    /// <summary>That a file of the client's is not seen, in words, with the remedy.</summary>
    string Unseen(string name);
}

/// <summary>What came of putting a file in its place.</summary>
/// <param name="IsNew">False where another stands there, which is left as it is.</param>
/// <param name="Hash">The SHA-256 of the bytes that were to be put: where it is asked for, and where another stands there.</param>
internal readonly record struct PutFile(bool IsNew, byte[]? Hash);

/// <summary>A place for results refuses.</summary>
/// <param name="message">What it does, as the end of a sentence that begins with its name.</param>
/// <param name="hint">What to do.</param>
internal sealed class PlaceException(string message, string hint) : IOException(message)
{
    /// <summary>What to do.</summary>
    public string Hint => hint;
}
