using System.Diagnostics;
using System.Globalization;

namespace Samarkand.Core;

/// <summary>
/// What is being written and not whole yet has the name of its place, the number of the process that writes it and the ending
/// <c>.partial</c>. What a process that was killed has left is swept up by the next one that writes to the same place.
/// </summary>
internal static class Partial
{
    private const string Ending = ".partial";
    private const string InsideName = "samarkand";

    private static readonly string Suffix = FormattableString.Invariant($".{Environment.ProcessId}{Ending}");

    /// <summary>Beside its place.</summary>
    public static string Of(string target) => target + Suffix;

    /// <summary>In the folder where its files will stand.</summary>
    public static string In(string folder) => Path.Combine(folder, InsideName + Suffix);

    /// <summary>Makes the folder in which files are gathered: beside their place where it may be put there as a whole, otherwise in it.</summary>
    public static string Begin(string target, bool mayTakeItsPlace)
    {
        if (!Directory.Exists(target))
            return Directory.CreateDirectory(Of(target)).FullName;
        // Whoever stands in a folder would be left in the old one.
        if (mayTakeItsPlace && !IsIn(target, Environment.CurrentDirectory))
        {
            try
            {
                return Directory.CreateDirectory(Of(target)).FullName;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // A folder in which one may write stands in one in which one may not.
            }
        }

        Remove(In(target));
        return Directory.CreateDirectory(In(target)).FullName;
    }

    public static bool IsIn(string folder, string path) =>
        path == folder || path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>Removes what processes that are no more have left beside a place.</summary>
    public static void Sweep(string target)
    {
        foreach (var left in LeftOf(target))
            Remove(left);
    }

    /// <summary>What processes that are no more have left in a folder.</summary>
    public static string[] LeftIn(string folder) => LeftOf(Path.Combine(folder, InsideName));

    /// <summary>Removes a file or a folder, where it is there and the system lets it go.</summary>
    public static void Remove(string path)
    {
        try
        {
            if (Directory.Exists(path))
                Directory.Delete(path, recursive: true);
            else
                File.Delete(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // It stays for the next to sweep up.
        }
    }

    /// <summary>What the system says of a failure, with the paths that the user knows.</summary>
    public static string InWordsOf(string path, Exception failure)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        return failure.Message
            .Replace(Path.DirectorySeparatorChar + InsideName + Suffix, "", StringComparison.Ordinal)
            .Replace(Suffix, "", StringComparison.Ordinal)
            .Replace(full, path, StringComparison.Ordinal)
            .TrimEnd('.');
    }

    private static string[] LeftOf(string target)
    {
        var (folder, start) = (Path.GetDirectoryName(target), Path.GetFileName(target) + '.');
        try
        {
            return folder is null || !Directory.Exists(folder) ? [] : [.. Directory.EnumerateFileSystemEntries(folder).Where(entry => IsLeft(Path.GetFileName(entry), start))];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static bool IsLeft(string name, string start) =>
        name.Length > start.Length + Ending.Length
        && name.StartsWith(start, StringComparison.Ordinal)
        && name.EndsWith(Ending, StringComparison.Ordinal)
        && int.TryParse(name.AsSpan(start.Length..^Ending.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var process)
        && (process == Environment.ProcessId || !IsAlive(process));

    private static bool IsAlive(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
        catch (Exception failure) when (failure is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return true;
        }
    }
}
