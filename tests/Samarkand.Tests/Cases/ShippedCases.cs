using Samarkand.Cases;

namespace Samarkand.Tests.Cases;

/// <summary>The cases in the folder <c>cases</c>, and in <c>cases/literature</c>.</summary>
internal static class ShippedCases
{
    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Folder, "*.yaml", SearchOption.AllDirectories).Select(Name).Order(StringComparer.Ordinal)];

    /// <summary>Those that rerun a publication.</summary>
    public static TheoryData<string> Literature => [.. Directory.EnumerateFiles(Path.Combine(Folder, "literature"), "*.yaml").Select(Name).Order(StringComparer.Ordinal)];

    public static string Folder { get; } = Find();

    public static Case Read(string file) => CaseSource.FromFile(Path.Combine(Folder, file)).Case;

    private static string Name(string path) => Path.GetRelativePath(Folder, path).Replace('\\', '/');

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Samarkand.slnx")))
                return Path.Combine(folder.FullName, "cases");
        }

        throw new DirectoryNotFoundException("The tests run outside the repository.");
    }
}
