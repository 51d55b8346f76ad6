using Samarkand.Core;

namespace Samarkand.Tests.Core;

/// <summary>Folders of results with files that are made up.</summary>
internal static class Folders
{
    /// <summary>A number that no process has.</summary>
    public const int Dead = int.MaxValue;

    /// <summary>Writes files, each given as its name and what it holds.</summary>
    public static IReadOnlyList<string> Write(string folder, bool force, params IEnumerable<(string Name, string Text)> files) =>
        new OutputFolder(folder) { Force = force }.Write(staged => Fill(staged, files));

    public static void Fill(string folder, IEnumerable<(string Name, string Text)> files)
    {
        foreach (var (name, text) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, name))!);
            File.WriteAllText(Path.Combine(folder, name), text);
        }
    }

    /// <summary>Every file below a folder, by name, with its text.</summary>
    public static SortedDictionary<string, string> Read(string folder) => new(
        Directory.Exists(folder)
            ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText)
            : [],
        StringComparer.Ordinal);

    public static string Refused(Action act) => Assert.Single(Assert.Throws<InputException>(act).Problems).ToString();
}
