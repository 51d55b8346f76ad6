using System.IO.Compression;
using System.Text;

namespace Samarkand.Import.Tests;

/// <summary>Each kind of mistake in a long table, by its message.</summary>
public class BrokenLongTableTest
{
    [Theory]
    // the header
    [InlineData(",use,", ",usage,", "t.csv:1: column 'use' is missing; the file has origin, sector, destination, usage, value; name it with ⟨columns: use=NAME⟩")]
    [InlineData(",value", ",valeu", "t.csv:1: column 'value' is missing; the file has origin, sector, destination, use, valeu; name it with ⟨columns: value=valeu⟩")]
    [InlineData(",value\n", ",value,Value\n", "t.csv:1: column 'value' stands twice, letter case aside; remove or rename one of the two")]
    [InlineData("origin,sector,destination,use,value", "origin;sector;destination;use;value", "t.csv:2: its fields are separated by commas, those of the header by semicolons; separate them by one sign in the whole file")]
    [InlineData("origin,sector,destination,use,value", "origin\tsector\tdestination\tuse\tvalue", "t.csv:2: its fields are separated by commas, those of the header by tabs; separate them by one sign in the whole file")]
    [InlineData(SmallTable.Right, "", "t.csv: is empty; the first line must name the columns: origin,sector,destination,use,value")]
    [InlineData(SmallTable.Right, "origin,sector,destination,use,value\n", "t.csv: has no row; give it a row for each flow and use")]
    // rows
    [InlineData("BBB,c1,AAA,c2,10", "BBB,c1,AAA,c2,10,5", "t.csv:6: has 6 fields where the header has 5; quote a field that holds a comma; decimals are written with a point")]
    [InlineData("BBB,c1,AAA,c2,10", "BBB,c1,AAA,c2", "t.csv:6: has 4 fields where the header has 5")]
    [InlineData("BBB,c1,AAA,c2,10", "\"BBB,c1,AAA,c2,10", "t.csv:6: has a quotation mark that is not closed, or stands inside a field; put the field in quotation marks")]
    [InlineData("BBB,c1,AAA,c2,10", "AAA,c1,AAA,final,80", "t.csv:6:1: origin: AAA,c1,AAA,final stands twice, first on line 2; add the two up, or remove one")]
    // values
    [InlineData("AAA,c2,10", "AAA,c2,-10", "t.csv:6:15: value: -10 is negative; intermediate use is at least 0; remove the row or correct its sign")]
    [InlineData("AAA,c2,10", "AAA,c2,NaN", "t.csv:6:15: value: 'NaN' is not a finite number; write a number such as 1234.5")]
    [InlineData("AAA,c2,10", "AAA,c2,inf", "t.csv:6:15: value: 'inf' is not a finite number; write a number such as 1234.5")]
    [InlineData("AAA,c2,10", "AAA,c2,1e999", "t.csv:6:15: value: '1e999' is not a finite number; write a number such as 1234.5")]
    [InlineData("AAA,c2,10", "AAA,c2,ten", "t.csv:6:15: value: 'ten' is not a finite number; write a number such as 1234.5")]
    [InlineData("AAA,c2,10", "AAA,c2,1_0", "t.csv:6:15: value: '1_0' is not a finite number; write a number such as 1234.5")]
    [InlineData("AAA,c2,10", "AAA,c2,\"1,0\"", "t.csv:6:15: value: '1,0' is not a finite number; write a number such as 1234.5")]
    [InlineData("AAA,c2,10", "AAA,c2,", "t.csv:6:15: value: is empty; write a number such as 1234.5")]
    [InlineData("AAA,c2,10", "AAA,c2,1e13", "t.csv:6:15: value: 10000000000000 is more than any economy; declare the unit of the values with ⟨unit⟩")]
    // labels
    [InlineData("BBB,c1,AAA,c2,10", ",c1,AAA,c2,10", "t.csv:6:1: origin: is empty; give every row its origin")]
    [InlineData("BBB,c1,AAA,c2,10", "BBB,,AAA,c2,10", "t.csv:6:5: sector: is empty; give every row its sector")]
    [InlineData("BBB,c1,AAA,c2,10", "BBB,c1,,c2,10", "t.csv:6:8: destination: is empty; give every row its destination")]
    [InlineData("BBB,c1,AAA,c2,10", "BBB,c1,AAA,,10", "t.csv:6:12: use: is empty; give every row its use")]
    [InlineData("BBB,c1,AAA,c2,10", "BBB,c1,AAA,c7,10", "t.csv:6:12: use: 'c7' is neither a sector nor a final category; did you mean 'c1'?")]
    [InlineData("BBB,c1,AAA,c2,10", "BBB,c1,AAA,stocks,10", "t.csv:6:12: use: 'stocks' is neither a sector nor a final category; name a final category with ⟨final: stocks⟩")]
    [InlineData("BBB,c1,AAA,c2,10", "bbb,c1,AAA,c2,10", "t.csv:6:1: origin: 'bbb' and 'BBB' differ in letter case alone; write one of the two everywhere")]
    [InlineData("BBB,c1,AAA,c2,10", "BBB,all,AAA,c2,10", "t.csv:6:5: sector: 'all' is reserved: in a case it means every sector; give the sector another code")]
    [InlineData("BBB,c1,AAA,c2,10", "BBB\u00a0,c1,AAA,c2,10", "t.csv:6:1: origin: 'BBB?' holds a quotation mark or an invisible character; write it in plain letters, digits and signs")]
    [InlineData("BBB,c1,AAA,c2,10", "BBB,c\01,AAA,c2,10", "t.csv:6:5: sector: 'c?1' holds a quotation mark or an invisible character")]
    [InlineData("BBB,c1,AAA,c2,10", "BBB,c1,\vAAA,c2,10", "t.csv:6:8: destination: '?AAA' holds a quotation mark or an invisible character")]
    [InlineData("BBB,c1,AAA,c2,10", "BBB,c\"1,AAA,c2,10", "t.csv:6: has a quotation mark that is not closed, or stands inside a field")]
    // sums
    [InlineData("BBB,c1,AAA,c2,10", "BBB,c1,AAA,c2,70", "t.csv: AAA, c2 has negative value added: it sells 50 and its inputs cost 70 million USD; lower its inputs by 20 or more, or give ⟨balance⟩, which scales them by 0.707143 and moves the rest to final demand")]
    [InlineData("AAA,c1,BBB,final,10", "AAA,c1,CCC,final,10", "t.csv: region 'CCC' has no value added; a region needs output above its intermediate use: merge it with another, or remove it")]
    public void AnEditIsReported(string old, string @new, string expected)
    {
        using var table = new SmallTable();
        var problems = table.Problems(() => table.Import(SmallTable.Edited(SmallTable.Right, old, @new)));
        Assert.Contains(problems, problem => problem.StartsWith(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void TheSmallTableItselfIsRight()
    {
        using var table = new SmallTable();
        Assert.Equal(2, table.Import(SmallTable.Right).World.Regions.Length);
    }

    [Fact]
    public void EveryKindIsReportedAtOnce()
    {
        using var table = new SmallTable();
        var text = SmallTable.Right.Replace("final,80", "final,x", StringComparison.Ordinal).Replace("AAA,c2,10", "AAA,c9,-1", StringComparison.Ordinal);
        Assert.Equal(
            [
                "t.csv:2:18: value: 'x' is not a finite number; write a number such as 1234.5",
                "t.csv:6:12: use: 'c9' is neither a sector nor a final category; did you mean 'c1'?",
                "t.csv:6:15: value: -1 is negative; intermediate use is at least 0; remove the row or correct its sign",
            ],
            table.Problems(() => table.Import(text)));
    }

    [Fact]
    public void ALabelIsReportedOnceWithItsNumberOfRows()
    {
        using var table = new SmallTable();
        var text = SmallTable.Right.Replace(",final,", ",own,", StringComparison.Ordinal);
        Assert.Equal(["t.csv:2:12: use: 'own' is neither a sector nor a final category (so in 6 rows); name a final category with ⟨final: own⟩"], table.Problems(() => table.Import(text)));
        Assert.Single(table.Import(text, change: t => t with { OwnFinalCategories = ["own"] }).World.Sectors, sector => sector.Code == "c1");
    }

    [Fact]
    public void FilesThatAreNoTablesAreReported()
    {
        using var table = new SmallTable();
        string[] Of(params string[] files) => table.Problems(() => LongTableImport.Read(new LongTable([.. files.Select(file => table[file])]), SmallTable.Settings));
        Assert.Equal(["none.csv: there is no such file; the tables come first, the folder to write last"], Of("none.csv"));
        table.Write("t.xlsx", "");
        Assert.Equal(["t.xlsx: has the ending '.xlsx'; a table is .csv, .csv.gz or .parquet: save the sheet as CSV"], Of("t.xlsx"));
        Directory.CreateDirectory(table["f.csv"]);
        Assert.Equal(["f.csv: is a folder; give the files in it, one by one"], Of("f.csv"));
        table.Write("a.csv", SmallTable.Right);
        Assert.Equal(["a.csv: is given twice; name every file once"], Of("a.csv", "a.csv"));
        table.Write("b.csv", "value,use,destination,sector,origin\n80,final,AAA,c1,AAA\n");
        Assert.Equal([$"b.csv:2:17: origin: AAA,c1,AAA,final stands twice, first on line 2 of a.csv; add the two up, or remove one"], Of("a.csv", "b.csv"));
    }

    [Fact]
    public void BytesThatAreNoTextAreReported()
    {
        using var table = new SmallTable();
        File.WriteAllBytes(table["t.csv"], [.. Encoding.UTF8.GetBytes(SmallTable.Right), .. Encoding.Latin1.GetBytes("CÔT,c1,AAA,final,5\n")]);
        Assert.Equal(["t.csv: is not text in UTF-8"], table.Problems(() => LongTableImport.Read(new LongTable([table["t.csv"]]), SmallTable.Settings)));
    }

    [Fact]
    public void ACompressedFileThatWasCutShortIsReported()
    {
        using var table = new SmallTable();
        string[] Of(byte[] bytes)
        {
            File.WriteAllBytes(table["t.csv.gz"], bytes);
            return table.Problems(() => LongTableImport.Read(new LongTable([table["t.csv.gz"]]), SmallTable.Settings));
        }

        var whole = Compressed(SmallTable.Right);
        foreach (var length in new[] { 5, 30, whole.Length - 9, whole.Length - 1 })
            Assert.Equal(["t.csv.gz: is cut short, damaged, or not compressed by gzip as its name says"], Of(whole[..length]));
        Assert.Equal(["t.csv.gz: is cut short, damaged, or not compressed by gzip as its name says"], Of(Encoding.UTF8.GetBytes(SmallTable.Right)));
    }

    [Fact]
    public void ACompressedFileMayHaveSeveralMembers()
    {
        using var table = new SmallTable();
        var half = SmallTable.Right.IndexOf("BBB,c1", StringComparison.Ordinal);
        File.WriteAllBytes(table["t.csv.gz"], [.. Compressed(SmallTable.Right[..half]), .. Compressed(SmallTable.Right[half..])]);
        var world = LongTableImport.Read(new LongTable([table["t.csv.gz"]]), SmallTable.Settings, TestContext.Current.CancellationToken).World;
        Assert.Equal(table.Import(SmallTable.Right).World.Trade, world.Trade);
    }

    private static byte[] Compressed(string text)
    {
        var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Optimal))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }
}
