namespace Samarkand.Core;

/// <summary>A file that appears whole or not at all, and never replaces another.</summary>
/// <param name="Path">The file as the user names it.</param>
internal sealed record OutputFile(string Path)
{
    /// <summary>Finds out before a long computation whether the file can be written.</summary>
    /// <exception cref="InputException">The path is no file's, something stands there, or its folder does not exist or takes no file.</exception>
    public void Check() => Try(_ => { });

    /// <summary>Writes the file.</summary>
    /// <param name="text">What it holds, in UTF-8.</param>
    /// <exception cref="InputException">As for <see cref="Check"/>.</exception>
    public void Write(string text) => Try(draft =>
    {
        File.WriteAllText(draft, text);
        File.Move(draft, Path);
    });

    // Under the name that the file has until it is whole.
    private void Try(Action<string> act)
    {
        if (string.IsNullOrWhiteSpace(Path))
            throw new InputException(new InputProblem("the file to write", 0, 0, "no file is named", "write the name of a file, such as my-case.yaml"));
        try
        {
            var target = System.IO.Path.GetFullPath(Path);
            if (File.Exists(target) || Directory.Exists(target))
                throw Wrong(Directory.Exists(target) ? "this is a folder" : "the file exists already", "name another one");
            if (System.IO.Path.GetDirectoryName(target) is { } folder && !Directory.Exists(folder))
                throw Wrong($"there is no folder {folder}", "make it first, or name a file elsewhere");
            Partial.Sweep(target);
            var draft = Partial.Of(target);
            try
            {
                File.Create(draft).Dispose();
                act(draft);
            }
            finally
            {
                Partial.Remove(draft);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw Wrong($"the file cannot be written: {Partial.InWordsOf(Path, failure)}", "name a file in a folder that exists and where you may write");
        }
    }

    private InputException Wrong(string message, string hint) => new(new InputProblem(Path, 0, 0, message, hint));
}
