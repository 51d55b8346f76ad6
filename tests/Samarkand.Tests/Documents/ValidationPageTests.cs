using System.Text.RegularExpressions;

namespace Samarkand.Tests.Documents;

/// <summary>Each row of docs/validation.md names a test that exists and holds the tolerance that the row states.</summary>
public partial class ValidationPageTests
{
    private static readonly string[] Rows =
    [
        .. File.ReadAllLines(Path.Combine(MarkdownPage.Repository, "docs", "validation.md")).Where(line => line.StartsWith('|') && TestName().IsMatch(line)),
    ];

    [Fact]
    public void Each_comparison_names_its_test_and_its_tolerance()
    {
        Assert.True(Rows.Length > 15);
        Assert.All(Rows, row =>
        {
            var cells = row.Trim('|').Split('|');
            var text = string.Concat(TestName().Matches(cells[^1]).Select(name => Source(name.Groups[1].Value)));
            Assert.NotEmpty(text);
            Assert.All(Tolerance().Matches(cells.Length == 6 ? cells[3] : cells[1]), stated => Assert.Contains(stated.Value, text, StringComparison.Ordinal));
        });
    }

    private static string Source(string name) =>
        File.ReadAllText(Assert.Single(Directory.GetFiles(Path.Combine(MarkdownPage.Repository, "tests"), $"{name}.cs", SearchOption.AllDirectories)));

    [GeneratedRegex("`([A-Z][A-Za-z]+(Tests?|Check))`")]
    private static partial Regex TestName();

    [GeneratedRegex(@"\d+e-\d+")]
    private static partial Regex Tolerance();
}
