using Samarkand.Core;

namespace Samarkand.Reports.Documents;

/// <summary>A folder of results that appears whole or not at all: it is written beside its place and moved there at the end.</summary>
public static class ResultFolder
{
    /// <summary>The file by which a folder is known to hold results.</summary>
    public const string Mark = "manifest.json";

    /// <summary>The case's text in a folder of results.</summary>
    public const string Case = "case.yaml";

    /// <summary>The text of the case that it is compared with, where there is one.</summary>
    public const string OtherCase = "against.yaml";

    private static readonly string Partial = $".{Environment.ProcessId}.partial";

    /// <summary>Writes a folder of results.</summary>
    /// <param name="path">The folder; one that holds earlier results is replaced, any other that is not empty is refused.</param>
    /// <param name="fill">Writes the files, the manifest among them, into the folder that it is given.</param>
    /// <exception cref="InputException">The path is a file, or a folder that holds something else, or cannot be written.</exception>
    public static void Write(string path, Action<string> fill)
    {
        try
        {
            Replace(path, fill);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new InputException(new InputProblem(
                "--output", 0, 0, $"{path} cannot be written: {failure.Message.Replace(Partial, "", StringComparison.Ordinal).TrimEnd('.')}", "name a folder where you may write and that has room"));
        }
    }

    private static void Replace(string path, Action<string> fill)
    {
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        for (var above = target; above is not null; above = Path.GetDirectoryName(above))
        {
            if (File.Exists(above))
                throw new InputException(new InputProblem("--output", 0, 0, $"{above} is a file; a folder was expected", "name a folder that does not exist yet"));
        }

        if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any() && !File.Exists(Path.Combine(target, Mark)))
            throw new InputException(new InputProblem("--output", 0, 0, $"{path} holds files that are no results of samarkand", "name another folder, or empty it"));

        var (partial, old) = (target + Partial, $"{target}.{Environment.ProcessId}.old");
        Directory.CreateDirectory(partial);
        try
        {
            fill(partial);
            if (Directory.Exists(target))
                Directory.Move(target, old);
            Directory.Move(partial, target);
        }
        finally
        {
            if (Directory.Exists(old) && !Directory.Exists(target))
                Directory.Move(old, target);
            if (Directory.Exists(partial))
                Directory.Delete(partial, recursive: true);
        }

        if (Directory.Exists(old))
            Directory.Delete(old, recursive: true);
    }
}
