using Samarkand.Core;

namespace Samarkand.Cli;

/// <summary>Finds out before a long computation whether its result can be written.</summary>
internal static class NewFolder
{
    /// <summary>The folder's own name, by which its world is called.</summary>
    /// <exception cref="InputException">The path is a file, or a folder that holds something.</exception>
    public static string Name(string folder)
    {
        if (File.Exists(folder))
            throw new InputException(new InputProblem(folder, 0, 0, "is a file", "the tables come first, then the name of a new folder"));
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new InputException(new InputProblem(folder, 0, 0, "is a folder that holds something already", "give the name of a new folder, or empty it first"));
        return Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
    }
}
