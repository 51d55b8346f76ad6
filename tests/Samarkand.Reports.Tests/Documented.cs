using Samarkand.Tests.Cases;

namespace Samarkand.Reports.Tests;

/// <summary>
/// Pages of the docs that come from the code. A test compares them; with <c>SAMARKAND_WRITE_DOCS=1</c> in the environment it writes them
/// instead.
/// </summary>
internal static class Documented
{
    private static readonly string Docs = Path.Combine(Path.GetDirectoryName(ShippedCases.Folder)!, "docs");

    public static void Same(string page, string text)
    {
        var file = Path.Combine(Docs, page);
        if (Environment.GetEnvironmentVariable("SAMARKAND_WRITE_DOCS") == "1")
            File.WriteAllText(file, text);
        Assert.True(File.Exists(file) && File.ReadAllText(file).ReplaceLineEndings("\n") == text, $"docs/{page} is not what the code says; write it with SAMARKAND_WRITE_DOCS=1 in the environment of this test");
    }
}
