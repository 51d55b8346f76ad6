using Samarkand.Core;
using Samarkand.Import.Wiod;
using Samarkand.Tests.Worlds;

namespace Samarkand.Import.Tests;

/// <summary>Mistakes in wide WIOD tables, by their messages.</summary>
public class WiodTableTest
{
    private const string Right = "row,A.c1,A.c2,B.c1,B.c2\nA.c1,1,2,3,4\nA.c2,5,6,7,8\nB.c1,9,10,11,12\nB.c2,13,14,15,16\n";
    private static readonly string[] Labels = ["A.c1", "A.c2", "B.c1", "B.c2"];

    [Fact]
    public void LabelsMayBeInAnyOrder()
    {
        var straight = Read(Right, out var problems);
        Assert.Null(problems);
        Assert.Equal(Enumerable.Range(1, 16).Select(value => (double)value), straight);
        Assert.Equal(straight, Read("row,B.c2,A.c1,A.c2,B.c1\nB.c2,16,13,14,15\nA.c1,4,1,2,3\nB.c1,12,9,10,11\nA.c2,8,5,6,7\n", out problems));
        Assert.Null(problems);
    }

    [Theory]
    [InlineData("A.c1,1,2", "A.c1,x,2", ":2:6: row 'A.c1', column 'A.c1': 'x' is not a finite number")]
    [InlineData("A.c1,1,2", "A.c1,,2", ":2:6: row 'A.c1', column 'A.c1': '' is not a finite number")]
    [InlineData("11,12", "11,-12", ":4:14: row 'B.c1', column 'B.c2': -12 is negative; intermediate use is at least 0")]
    [InlineData("A.c1,1,2,3,4", "A.c1,1,2,3", ":2: has 4 fields where the header has 5")]
    [InlineData("A.c1,A.c2,B", "A.c1,A.c9,B", ":1:10: unknown column 'A.c9'; did you mean 'A.c1'?")]
    [InlineData("A.c1,A.c2,B", "A.c1,A.c1,B", ":1:10: column 'A.c1' stands twice")]
    [InlineData(",B.c2\n", "\n", ":1: column 'B.c2' is missing")]
    [InlineData("\nA.c2,", "\nA.c1,", ":3:1: row 'A.c1' stands twice, first on line 2")]
    [InlineData("\nA.c2,", "\nROMANIA.c2,", ":3:1: unknown row 'ROMANIA.c2'; labels are WIOD's, such as AUS.c1, or AUS.f1 for final demand")]
    [InlineData("B.c2,13,14,15,16\n", "", ": row 'B.c2' is missing; the file may have been cut short")]
    [InlineData(Right, "", ": is empty")]
    [InlineData("A.c1,1,2", "\"A.c1,1,2", ":2: has a quotation mark that is not closed")]
    public void AMistakeIsReported(string old, string @new, string expected)
    {
        Read(Right.Replace(old, @new, StringComparison.Ordinal), out var problems);
        Assert.Contains(problems!, problem => problem.StartsWith(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void MissingTablesAreReportedTogether()
    {
        using var folder = new TemporaryFolder();
        var problems = Assert.Throws<InputException>(() => WiodImport.Read(folder.Path)).Problems;
        Assert.Equal(2, problems.Count);
        Assert.StartsWith("is missing; it holds intermediate use, as a wide table (.csv or .csv.gz)", problems[0].Message);
        Assert.StartsWith("is missing; it holds final demand", problems[1].Message);
    }

    [Fact]
    public void BothPlainAndCompressedIsAmbiguous()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in new[] { "wiod2011_inter_wide.csv", "wiod2011_inter_wide.csv.gz", "wiod2011_final_wide.csv.gz" })
            File.WriteAllBytes(folder[name], []);
        Assert.EndsWith("wiod2011_inter_wide.csv: stands beside wiod2011_inter_wide.csv.gz; remove one of the two", Assert.Throws<InputException>(() => WiodImport.Read(folder.Path)).Message);
    }

    private static double[] Read(string text, out string[]? problems)
    {
        using var folder = new TemporaryFolder();
        var path = folder["wide.csv"];
        File.WriteAllText(path, text);
        var list = new ProblemList();
        var cells = new WiodTable(path, Labels, Labels, allowNegative: false, list).Read();
        problems = null;
        try
        {
            list.ThrowIfAny();
        }
        catch (InputException mistakes)
        {
            problems = [.. mistakes.Problems.Select(problem => problem.ToString()[path.Length..])];
        }

        return cells;
    }
}
