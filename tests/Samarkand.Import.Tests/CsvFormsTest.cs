using System.IO.Compression;
using System.Text;
using Samarkand.Worlds;

namespace Samarkand.Import.Tests;

/// <summary>One table in every form in which programs write CSV, for each table that a user gives.</summary>
public class CsvFormsTest
{
    private const string Totals = "region,sector,output,value-added\nAAA,c1,100.5,100.5\nAAA,c2,50,40\nBBB,c1,70,70\nBBB,c2,75,65\n";
    private const string Regions = "code,name,remainder\nAAA,Aland,\nBBB,Beland,\n";
    private const string Sectors = "code,name,tags\nc1,Goods,goods\nc2,Services,\n";
    private const string Elasticities = "sector,theta\nc1,5.5\nc2,4\n";
    private const string Tariffs = "importer,exporter,sector,rate\nAAA,BBB,c1,0.125\nBBB,AAA,c1,0.5\n";

    public static TheoryData<string> Forms { get; } =
    [
        "LF", "CRLF", "CR", "mixed line ends", "UTF-8 with a mark", "UTF-16 LE", "UTF-16 BE", "sep=,", "sep=;", "\"sep=;\"", "blank lines first", "empty cells first", "semicolons",
        "semicolons, decimal commas", "tabs", "tabs, decimal commas", "tabs, UTF-16", "bars", "quoted", "quoted with spaces", "empty rows last", ".CSV", ".CSV.GZ", "HEADER",
    ];

    [Theory]
    [MemberData(nameof(Forms))]
    public void EveryTableMayHaveIt(string form)
    {
        using var table = new SmallTable();
        var flows = SmallTable.Edited(SmallTable.Right, "final,80", "final,80.5");
        World Read(Func<string, string, string> write)
        {
            var settings = SmallTable.Settings with
            {
                Theta = null,
                RegionsFile = write("r", Regions),
                SectorsFile = write("s", Sectors),
                ElasticitiesFile = write("e", Elasticities),
                TariffsFile = write("tau", Tariffs),
            };
            return LongTableImport.Read(new LongTable([write("t", flows)]) { TotalsFile = write("totals", Totals) }, settings, TestContext.Current.CancellationToken).World;
        }

        var expected = Read((name, text) => table.Write(name + ".csv", text));
        var actual = Read((name, text) => Write(table, name, text, form));
        LongTableImportTest.Same(expected, actual);
        Assert.Equal(expected.Tariffs, actual.Tariffs);
        Assert.Equal(expected.Elasticities, actual.Elasticities);
        Assert.Equal(80.5, actual.Trade[0]);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void AMergeMapMayHaveIt(string form)
    {
        using var table = new SmallTable();
        var (world, _) = WorldAggregation.Aggregate(table.Import(SmallTable.Right).World, null, Write(table, "map", "from,to,name\nc1,s,Everything\nc2,s,Everything\n", form), "merged");
        Assert.Equal("Everything", world.Sectors.Single().Name);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void AMistakeIsReportedWhereItStands(string form)
    {
        using var table = new SmallTable();
        var path = Write(table, "t", SmallTable.Edited(SmallTable.Right, "BBB,c1,AAA,c2,10", "BBB,c1,AAA,c2,ten"), form);
        var problem = table.Problems(() => LongTableImport.Read(new LongTable([path]), SmallTable.Settings)).Single();
        var line = form switch { "sep=," or "sep=;" or "\"sep=;\"" or "empty cells first" => 7, "blank lines first" => 8, _ => 6 };
        Assert.StartsWith(FormattableString.Invariant($"{Path.GetFileName(path)}:{line}:"), problem);
        Assert.Contains("value: 'ten' is not a finite number", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void DecimalCommasAreNoted()
    {
        using var table = new SmallTable();
        var imported = table.Import(SmallTable.Edited(SmallTable.Right.Replace(',', ';'), "final;80", "final;80,5"));
        Assert.Contains(imported.Notes, note => note.EndsWith("t.csv writes decimals with a comma, first on line 2: 1,5 is read as one and a half", StringComparison.Ordinal));
        Assert.Equal(80.5, imported.World.Trade[0]);
    }

    [Theory]
    [InlineData("80,5", "10.5", "t.csv:3:15: value: '10.5' has a decimal point where line 2 has a decimal comma; write all numbers of the file in one way, without signs between thousands")]
    [InlineData("80.5", "10,5", "t.csv:3:15: value: '10,5' has a decimal comma where line 2 has a decimal point; write all numbers of the file in one way, without signs between thousands")]
    [InlineData("1.080,5", "10", "t.csv:2:18: value: '1.080,5' is not a finite number; write a number such as 1234.5 or 1234,5, without signs between thousands")]
    [InlineData("1,080,500", "10", "t.csv:2:18: value: '1,080,500' is not a finite number; write a number such as 1234.5 or 1234,5, without signs between thousands")]
    public void NumbersWhoseMeaningIsNotSureAreRefused(string first, string second, string expected)
    {
        using var table = new SmallTable();
        var text = SmallTable.Right.Replace(',', ';').Replace("final;80", $"final;{first}", StringComparison.Ordinal).Replace("AAA;c1;BBB;c2;10", $"AAA;c1;BBB;c2;{second}", StringComparison.Ordinal);
        Assert.Contains(expected, table.Problems(() => table.Import(text)));
    }

    [Fact]
    public void TextInUtf16WithoutItsMarkIsNotTakenForUtf8()
    {
        using var table = new SmallTable();
        File.WriteAllBytes(table["t.csv"], Encoding.Unicode.GetBytes(SmallTable.Right));
        Assert.Equal(["t.csv: is not text in UTF-8"], table.Problems(() => LongTableImport.Read(new LongTable([table["t.csv"]]), SmallTable.Settings)));
    }

    /// <summary>Writes a table in a form; its path.</summary>
    private static string Write(SmallTable table, string name, string text, string form)
    {
        var path = table[name + (form switch { ".CSV" => "-form.CSV", ".CSV.GZ" => "-form.CSV.GZ", _ => "-form.csv" })];
        string Separated(char separator) => text.Replace(',', separator);
        string Commas(char separator) => string.Join('\n', Separated(separator).Split('\n').Select((line, k) => k == 0 ? line : line.Replace('.', ',')));
        string Cells(Func<string, string> cell) => string.Join('\n', text.TrimEnd('\n').Split('\n').Select(line => string.Join(',', line.Split(',').Select(cell)))) + "\n";
        var lines = text.TrimEnd('\n').Split('\n');
        var (content, encoding) = form switch
        {
            "CRLF" => (text.Replace("\n", "\r\n", StringComparison.Ordinal), Utf8(false)),
            "CR" => (text.Replace('\n', '\r'), Utf8(false)),
            "mixed line ends" => (string.Concat(lines.Select((line, k) => line + (k % 3) switch { 0 => "\r\n", 1 => "\n", _ => "\r" })), Utf8(false)),
            "UTF-8 with a mark" => (text, Utf8(true)),
            "UTF-16 LE" => (text, Encoding.Unicode),
            "UTF-16 BE" => (text, Encoding.BigEndianUnicode),
            "sep=," => ("sep=,\n" + text, Utf8(false)),
            "sep=;" => ("sep=;\r\n" + Commas(';'), Utf8(false)),
            "\"sep=;\"" => ("\"sep=;\"\n" + Separated(';'), Utf8(true)),
            "blank lines first" => ("\n \n" + text, Utf8(false)),
            "empty cells first" => (",,\n" + text, Utf8(false)),
            "semicolons" => (Separated(';'), Utf8(false)),
            "semicolons, decimal commas" => (Commas(';'), Utf8(false)),
            "tabs" => (Separated('\t'), Utf8(false)),
            "tabs, decimal commas" => (Commas('\t'), Utf8(false)),
            "tabs, UTF-16" => (Separated('\t').Replace("\n", "\r\n", StringComparison.Ordinal), Encoding.Unicode),
            "bars" => (Separated('|'), Utf8(false)),
            "quoted" => (Cells(cell => $"\"{cell}\""), Utf8(false)),
            "quoted with spaces" => (Cells(cell => $" \"{cell}\" "), Utf8(false)),
            "empty rows last" => (text + new string(',', lines[0].Count(sign => sign == ',')) + "\n\n" + new string(',', lines[0].Count(sign => sign == ',')), Utf8(false)),
            "HEADER" => (lines[0].ToUpperInvariant() + text[lines[0].Length..], Utf8(false)),
            _ => (text, Utf8(false)),
        };
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(content)];
        if (form == ".CSV.GZ")
        {
            using var gzip = new GZipStream(File.Create(path), CompressionLevel.Fastest);
            gzip.Write(bytes);
        }
        else
        {
            File.WriteAllBytes(path, bytes);
        }

        return path;
    }

    private static UTF8Encoding Utf8(bool mark) => new(mark);
}
