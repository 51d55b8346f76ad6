using Samarkand.Core;

namespace Samarkand.Cli;

/// <summary>A file that appears whole or not at all, and never replaces another.</summary>
internal static class NewFile
{
    public static void Write(string path, string text)
    {
        if (File.Exists(path) || Directory.Exists(path))
            throw new InputException(new InputProblem(path, 0, 0, Directory.Exists(path) ? "this is a folder" : "the file exists already", "name another one"));
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
            throw new InputException(new InputProblem(path, 0, 0, $"there is no folder {folder}", "make it first, or name a file elsewhere"));
        var suffix = $".{Environment.ProcessId}.partial";
        var draft = path + suffix;
        try
        {
            File.WriteAllText(draft, text);
            File.Move(draft, path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            File.Delete(draft);
            throw new InputException(new InputProblem(path, 0, 0, $"the file cannot be written: {failure.Message.Replace(suffix, "", StringComparison.Ordinal).TrimEnd('.')}", "name a file in a folder that exists and where you may write"));
        }
    }
}
