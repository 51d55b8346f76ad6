using Samarkand.Cases;

namespace Samarkand.Tests.Cases;

/// <summary>The cases in the folder <c>cases</c>.</summary>
internal static class ShippedCases
{
    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Folder, "*.yaml").Select(path => Path.GetFileName(path)).Order()];

    public static string Folder { get; } = Find();

    public static Case Read(string file) => CaseSource.FromFile(Path.Combine(Folder, file)).Case;

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
