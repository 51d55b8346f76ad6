using System.Collections.Immutable;
using System.Text.Json;

namespace Samarkand.Core;

/// <summary>
/// A folder that results are written to. They appear whole or not at all. What was there before is replaced only where a manifest of
/// Samarkand's lists it and its hash still holds; anything else is refused with a list.
/// </summary>
/// <param name="Path">The folder as the user names it. It may be absent; its last part may be a link.</param>
public sealed record OutputFolder(string Path)
{
    /// <summary>How the name of a place in an object store begins.</summary>
    internal const string StoreScheme = "s3://";

    private const string AnyName = "write the name of a folder, such as results";

    /// <summary>What messages begin with, such as an option's name; null for the path itself.</summary>
    public string? Source { get; init; }

    /// <summary>
    /// True to write into a folder that holds other files as well. Files of the names that the new results have are overwritten; what a
    /// manifest of Samarkand's lists, with a hash that holds, is replaced; everything else stays.
    /// </summary>
    public bool Force { get; init; }

    /// <summary>The words of the command that makes the results, for the manifest; empty where there is none.</summary>
    public ImmutableArray<string> Command { get; init; } = [];

    /// <summary>The blocks that stand in the folder beside the results, or null.</summary>
    internal BlockKind? Blocks { get; init; }

    /// <summary>Where the results go instead of a folder, or null.</summary>
    internal IResultPlace? Elsewhere { get; init; }

    /// <summary>Finds out before a long computation whether its results may be written.</summary>
    /// <exception cref="InputException">The path is no folder's, or the folder holds something else, or cannot be written.</exception>
    internal void Check() => Try(place =>
    {
        // So that a clock that shows no time is told now.
        Made.By(Command);
        place.Check(this);
        return true;
    });

    /// <summary>Writes results, and a manifest that lists them.</summary>
    /// <param name="fill">Writes the files into the folder that it is given, which takes its place when they are whole.</param>
    /// <param name="about">Writes what the manifest says besides when it was made, by which command, and what it lists; or null.</param>
    /// <returns>The files, not Samarkand's or changed since, that were overwritten because of <see cref="Force"/>.</returns>
    /// <exception cref="InputException">As for <see cref="Check"/>.</exception>
    internal ImmutableArray<string> Write(Action<string> fill, Action<Utf8JsonWriter>? about = null) => Try(place => place.Publish(this, staged =>
    {
        fill(staged);
        FolderManifest.Write(staged, Made.By(Command), about);
    }));

    /// <summary>Finds out before a long computation whether a new folder can be written.</summary>
    /// <exception cref="InputException">The path is no folder's, or the folder holds something, or cannot be written.</exception>
    internal void CheckNew() => TryHere(target =>
    {
        Empty(target, staged: null);
        Probe(target);
        return true;
    });

    /// <summary>Writes files into a folder that is new or empty, without a manifest.</summary>
    /// <param name="fill">Writes the files into the folder that it is given, which takes its place when they are whole.</param>
    /// <param name="last">The file that shows that the others are there.</param>
    /// <exception cref="InputException">As for <see cref="CheckNew"/>.</exception>
    internal void WriteNew(Action<string> fill, string last) => TryHere(target =>
    {
        Empty(target, staged: null);
        return Stage(target, mayTakeItsPlace: true, staged =>
        {
            fill(staged);
            return Publication.Put(staged, target, Empty(target, staged), last);
        });
    });

    /// <summary>The full path, once its last part is followed where it is a link.</summary>
    internal string Target()
    {
        if (string.IsNullOrWhiteSpace(Path))
            throw new InputException(new InputProblem(Source ?? "the folder to write", 0, 0, "no folder is named", AnyName));
        if (Path.StartsWith(StoreScheme, StringComparison.Ordinal))
            throw Wrong("is no folder of this machine, and only results of studies go to a store", "name a folder");
        var full = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(Path));
        var folder = new DirectoryInfo(full);
        var target = folder.LinkTarget is null ? full : folder.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        for (var above = target; above is not null; above = System.IO.Path.GetDirectoryName(above))
        {
            if (File.Exists(above))
                throw Wrong(above == target ? "is a file; a folder was expected" : $"cannot be written: {above} is a file; a folder was expected", "give the name of a new folder");
        }

        return target;
    }

    internal InputException Wrong(string message, string hint) =>
        new(new InputProblem(Source ?? Path, 0, 0, Source is null ? message : $"{Path} {message}", hint));

    /// <summary>Does something with the place; what it refuses is told in the user's words.</summary>
    internal T Try<T>(Func<IResultPlace, T> act) => Telling(() => act(Elsewhere ?? new LocalPlace(Target())));

    /// <summary>Tells in the user's words what a place or the system refuses.</summary>
    internal T Telling<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (PlaceException refused)
        {
            throw Wrong(refused.Message, refused.Hint);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw Wrong($"cannot be written: {Partial.InWordsOf(Path, failure)}", "name a folder where you may write and that has room");
        }
    }

    /// <summary>Refuses what holds files that are nobody's to replace, unless <see cref="Force"/> is given.</summary>
    internal FolderContents Allow(FolderContents there) => there.IsReplaceable || Force
        ? there
        : throw Wrong($"holds files that are no results of samarkand: {there.Others}", $"name another folder, or insist with {new Parameter("force")}, which overwrites only what has the name of a new file and keeps everything else");

    private T TryHere<T>(Func<string, T> act) => Telling(() => act(Target()));

    private FolderContents Empty(string target, string? staged)
    {
        var there = FolderContents.Of(target, blocks: null, staged);
        return there.IsReplaceable && there.Own.IsEmpty
            ? there
            : throw Wrong("is a folder that holds something already", "give the name of a new folder, or empty it first");
    }

    internal static T Stage<T>(string target, bool mayTakeItsPlace, Func<string, T> write)
    {
        Partial.Sweep(target);
        var staged = Partial.Begin(target, mayTakeItsPlace);
        try
        {
            return write(staged);
        }
        finally
        {
            Partial.Remove(staged);
        }
    }

    // In the nearest folder that is there.
    internal static void Probe(string target)
    {
        var place = target;
        while (!Directory.Exists(place) && System.IO.Path.GetDirectoryName(place) is { } above)
            place = above;
        var probe = Partial.In(place);
        if (Directory.Exists(probe))
            return;
        Directory.CreateDirectory(probe);
        Directory.Delete(probe);
    }
}
