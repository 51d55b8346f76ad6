using System.Collections.Immutable;

namespace Samarkand.Core;

/// <summary>Puts files that were gathered in a folder of their own where they belong.</summary>
internal static class Publication
{
    /// <summary>As one folder where that is possible, otherwise file by file.</summary>
    /// <param name="staged">The full path of the folder where they were gathered.</param>
    /// <param name="target">The full path of the folder where they belong.</param>
    /// <param name="there">What that holds.</param>
    /// <param name="last">The file that shows that the others are there.</param>
    /// <returns>The files that were overwritten and are not Samarkand's, or were changed since.</returns>
    public static ImmutableArray<string> Put(string staged, string target, FolderContents there, string last)
    {
        if (!Directory.Exists(target))
        {
            Directory.Move(staged, target);
            return [];
        }

        if (there.IsReplaceable && !Partial.IsIn(target, staged) && FolderExchange.Try(staged, target))
        {
            if (FolderContents.Of(staged, blocks: null, staged: null).IsReplaceable)
                return [];
            FolderExchange.Try(staged, target);
            throw new IOException("somebody else wrote to it at the same moment");
        }

        return MoveInto(target, Inside(staged, target), there, last);
    }

    // So that every file is moved within one file system, at once.
    private static string Inside(string staged, string target)
    {
        if (Partial.IsIn(target, staged))
            return staged;
        var inside = Directory.CreateDirectory(Partial.In(target)).FullName;
        foreach (var name in Directory.EnumerateFiles(staged, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(staged, file)).ToArray())
            Move(staged, inside, name, overwrite: true);
        return inside;
    }

    private static ImmutableArray<string> MoveInto(string target, string staged, FolderContents there, string last)
    {
        var names = FolderManifest.FilesIn(staged).Append(FolderManifest.Name).Where(name => File.Exists(Path.Combine(staged, name))).OrderBy(name => name == last).ToArray();
        foreach (var name in names)
            CheckWay(target, name);
        var overwritten = names.Except(there.Own).Where(name => File.Exists(Path.Combine(target, name))).Order(StringComparer.Ordinal).ToImmutableArray();
        foreach (var stale in there.Own.Except(names))
            Delete(target, stale);
        foreach (var name in names)
        {
            Flush(Path.Combine(staged, name));
            Move(staged, target, name, overwrite: true);
        }

        foreach (var left in there.LeftOver.Append(staged))
            Partial.Remove(left);
        return overwritten;
    }

    private static void CheckWay(string target, string name)
    {
        if (Directory.Exists(Path.Combine(target, name)))
            throw new IOException($"there is a folder {name} where a file of that name belongs");
        for (var above = Path.GetDirectoryName(name); !string.IsNullOrEmpty(above); above = Path.GetDirectoryName(above))
        {
            var place = new FileInfo(Path.Combine(target, above));
            if (place.Exists || place.LinkTarget is not null)
                throw new IOException($"there is a {(place.LinkTarget is null ? "file" : "link")} {above} where a folder of that name belongs");
        }
    }

    private static void Move(string from, string to, string name, bool overwrite)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(to, name))!);
        File.Move(Path.Combine(from, name), Path.Combine(to, name), overwrite);
    }

    // And the folders below that it leaves empty.
    private static void Delete(string folder, string name)
    {
        File.Delete(Path.Combine(folder, name));
        for (var below = Path.GetDirectoryName(name); !string.IsNullOrEmpty(below) && !Directory.EnumerateFileSystemEntries(Path.Combine(folder, below)).Any(); below = Path.GetDirectoryName(below))
            Directory.Delete(Path.Combine(folder, below));
    }

    private static void Flush(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Write);
        stream.Flush(flushToDisk: true);
    }
}
