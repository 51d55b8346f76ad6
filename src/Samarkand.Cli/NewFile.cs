namespace Samarkand.Cli;

/// <summary>A file that appears whole or not at all, and never replaces another.</summary>
internal static class NewFile
{
    public static void Write(string path, string text)
    {
        if (File.Exists(path) || Directory.Exists(path))
            throw new InputException(new InputProblem(path, 0, 0, Directory.Exists(path) ? "this is a folder" : "the file exists already", "name another one"));
        var draft = $"{path}.{Environment.ProcessId}.partial";
        try
        {
            File.WriteAllText(draft, text);
            File.Move(draft, path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            File.Delete(draft);
            throw new InputException(new InputProblem(path, 0, 0, $"the file cannot be written: {failure.Message}", "name a file in a folder that exists and where you may write"));
        }
    }
}
