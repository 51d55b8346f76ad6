namespace Samarkand.Tests;

/// <summary>The folder of source statistics and reference solutions, where this machine has it.</summary>
internal static class SharedData
{
    private static readonly string? Root = Find();

    /// <summary>The path of a shared file or folder; skips the test where the folder is absent.</summary>
    public static string Path(string relative)
    {
        if (Root is null)
            Assert.Skip("The folder of shared statistics and references is not on this machine (set SAMARKAND_SHARED).");
        return System.IO.Path.Combine(Root!, relative);
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("SAMARKAND_SHARED") is { Length: > 0 } named)
            return named;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = System.IO.Path.Combine(folder.FullName, "shared");
            if (Directory.Exists(System.IO.Path.Combine(candidate, "reference", "wiod2011")))
                return candidate;
        }

        return null;
    }
}
