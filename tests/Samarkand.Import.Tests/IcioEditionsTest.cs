using Samarkand.Worlds;

namespace Samarkand.Import.Tests;

/// <summary>The same small table in the layouts of every edition of the OECD's tables, and of others of the kind.</summary>
public class IcioEditionsTest
{
    // Industries AUS 1, AUS 2, RUS 1, RUS 2; final demand of AUS and of RUS; output.
    private static readonly double[][] Flows =
    [
        [10, 20, 0, 5, 50, 6, 91],
        [5, 30, 0, 0, 40, 0, 75],
        [0, 0, 20, 10, 0, 70, 100],
        [0, 4, 6, 10, 10, 50, 80],
    ];

    private static readonly double[] Taxes = [1, 2, 3, 4];
    private static readonly double[] ValueAdded = [75, 19, 71, 51];
    private static readonly double[] Output = [91, 75, 100, 80];

    [Theory]
    [InlineData("2016", "C01T05AGR", "C30T33XCEQ", "HFCE_AUS", "HFCE_RUS", "TOTAL", "TAX", "VALU", "OUTPUT", "goods", "goods,electronics")]
    [InlineData("2018", "01T03", "26", "AUS_HFCE", "RUS_P33", "TOTAL", "AUS_TAXSUB RUS_TAXSUB", "VALU", "OUTPUT", "goods", "goods,electronics")]
    [InlineData("2021", "01T02", "19", "AUS_NPISH", "RUS_DPABR", "TOTAL", "AUS_TAXSUB RUS_TAXSUB", "VALU", "OUTPUT", "goods", "goods,energy")]
    [InlineData("2023", "A01_02", "H49", "AUS_HFCE", "RUS_INVNT", "OUT", "TLS", "VA", "OUT", "goods", "services,transport")]
    [InlineData("2025, lower case", "A01", "K64", "AUS_ggfc", "RUS_gfcf", "Out", "tls", "va", "out", "goods", "services,finance")]
    public void EveryEditionIsRead(string edition, string first, string second, string finalAus, string finalRus, string total, string taxes, string added, string output, string firstTags, string secondTags)
    {
        Assert.NotEmpty(edition);
        using var table = new SmallTable();
        var world = IcioImport.Read(table.Write("icio.csv", Text(first, second, finalAus, finalRus, total, taxes.Split(' '), added, output)), SmallTable.Settings, TestContext.Current.CancellationToken).World;
        Assert.Equal(["AUS", "RUS"], world.Regions.Select(region => region.Code));
        Assert.Equal([first, second], world.Sectors.Select(sector => sector.Code));
        Assert.Equal(firstTags, string.Join(',', world.Sectors[0].Tags));
        Assert.Equal(secondTags, string.Join(',', world.Sectors[1].Tags));
        Assert.Equal<double>([80, 11, 0, 100, 75, 0, 14, 66], world.Trade.ToArray());
        Assert.Equal<double>([10, 20, 5, 34, 20, 15, 6, 10], world.Inputs.ToArray());
        Assert.Equal<double>([50, 50, 76, 50], world.Final.ToArray());
        Assert.True(WorldBalance.Of(world).IsBalanced);
    }

    [Theory]
    [InlineData(";", "\r\n", false)]
    [InlineData("\t", "\r", true)]
    [InlineData("\"", "\n", true)]
    public void SpreadsheetsWriteItInOtherWays(string separator, string end, bool isUtf16)
    {
        using var table = new SmallTable();
        var text = Text("A01", "C19", "AUS_HFCE", "RUS_HFCE", "OUT", ["TLS"], "VA", "OUT").Replace("AUS_A01,10,20", "AUS_A01,9.5,20.5", StringComparison.Ordinal).Replace("VA,75,19", "VA,75.5,18.5", StringComparison.Ordinal);
        text = separator == "\"" ? "\"" + text.Replace(",", "\",\"", StringComparison.Ordinal).TrimEnd().Replace("\n", "\"\n\"", StringComparison.Ordinal) + "\"\n" : text.Replace(",", separator, StringComparison.Ordinal).Replace('.', ',');
        File.WriteAllText(table["icio.csv"], "\n" + text.Replace("\n", end, StringComparison.Ordinal), isUtf16 ? System.Text.Encoding.Unicode : System.Text.Encoding.UTF8);
        Assert.Equal(9.5, IcioImport.Read(table["icio.csv"], SmallTable.Settings, TestContext.Current.CancellationToken).World.Inputs[0]);
    }

    [Fact]
    public void AMatrixOfFigaroHasNoTotals()
    {
        using var table = new SmallTable();
        var lines = Text("A01", "C19", "AUS_P3_S14", "RUS_P51G", "OUT", ["W2_D21X31"], "W2_D1", "OUT").TrimEnd().Split('\n')[..^1].Select(line => line[..line.LastIndexOf(',')]);
        var path = table.Write("matrix.csv", string.Join('\n', lines) + "\n");
        Assert.Equal(11, IcioImport.Read(path, SmallTable.Settings, TestContext.Current.CancellationToken).World.Trade[1]);
        table.Write("matrix.csv", string.Join('\n', lines).Replace("W2_D1,75", "W2_D1,70", StringComparison.Ordinal));
        Assert.Equal(["matrix.csv: AUS, A01: its inputs add up to 15, its output less value added is 20 million USD by matrix.csv; correct them by 5, or repair the whole table with ⟨balance⟩, which starts by scaling them by 1.33333"], table.Problems(() => IcioImport.Read(path, SmallTable.Settings)));
    }

    [Theory]
    [InlineData("CN1", "CN2")]
    [InlineData("MX1", "MX2")]
    [InlineData("CHN.DOM", "CHN.PRO")]
    public void PartsOfAStateAreAddedUp(string first, string second)
    {
        using var table = new SmallTable();
        var whole = first[0] == 'M' ? "MEX" : "CHN";
        var text = Text("A01", "C19", "AUS_HFCE", "RUS_HFCE", "OUT", ["TLS"], "VA", "OUT").Replace("AUS_HFCE", $"{whole}_HFCE", StringComparison.Ordinal).Replace("RUS_HFCE", $"{whole}_GFCF", StringComparison.Ordinal)
            .Replace("AUS_", $"{first}_", StringComparison.Ordinal).Replace("RUS_", $"{second}_", StringComparison.Ordinal);
        var world = IcioImport.Read(table.Write("icio.csv", text), SmallTable.Settings, TestContext.Current.CancellationToken).World;
        Assert.Equal([whole], world.Regions.Select(region => region.Code));
        Assert.Equal<double>([191, 155], world.Trade.ToArray());
    }

    [Fact]
    public void ADiscrepancyHasNoBuyer()
    {
        using var table = new SmallTable();
        var lines = Text("01T03", "26", "AUS_HFCE", "RUS_HFCE", "TOTAL", ["TAXSUB"], "VALU", "OUTPUT").TrimEnd().Split('\n');
        var text = string.Join('\n', lines.Select((line, k) =>
        {
            var comma = line.LastIndexOf(',');
            var total = k is 1 ? "94" : line[(comma + 1)..];
            return $"{line[..comma]},{(k == 0 ? "DISC" : k == 1 ? "3" : "0")},{total}";
        })).Replace("OUTPUT,91", "OUTPUT,94", StringComparison.Ordinal).Replace("VALU,75", "VALU,78", StringComparison.Ordinal);
        var imported = IcioImport.Read(table.Write("icio.csv", text), SmallTable.Settings, TestContext.Current.CancellationToken);
        Assert.Equal<double>([80, 11, 0, 100, 75, 0, 14, 66], imported.World.Trade.ToArray());
        Assert.Contains("the table's discrepancies, 3 million USD without regard to sign, have no buyer and are left out: output is what the flows add up to", imported.Notes);
    }

    [Fact]
    public void EmptyCellsAreNothingAndNoted()
    {
        using var table = new SmallTable();
        var text = Text("A01", "C19", "AUS_HFCE", "RUS_HFCE", "OUT", ["TLS"], "VA", "OUT").Replace("AUS_A01,10,20,0,5", "AUS_A01,10,20,,5", StringComparison.Ordinal);
        var imported = IcioImport.Read(table.Write("icio.csv", text), SmallTable.Settings, TestContext.Current.CancellationToken);
        Assert.Contains("1 cells hold nothing and are read as 0", imported.Notes);
    }

    [Theory]
    [InlineData("V1,TTL_01T03,TTL_26,TTL_HFCE,TOTAL\n", "icio.csv:1: is the table of one country: its labels begin with TTL, not with a country's code; give the inter-country table: one country alone is no world")]
    [InlineData("V1,01T03,26,HFCE,EXPO,TOTAL\nTTL_01T03,1,2,3,4,10\n", "icio.csv:1: has no column of an industry, such as AUS_A01_02; give the inter-country table as it is published: a table of one country alone is no world")]
    public void ATableOfOneCountryIsNoWorld(string text, string expected)
    {
        using var table = new SmallTable();
        Assert.Contains(expected, table.Problems(() => IcioImport.Read(table.Write("icio.csv", text), SmallTable.Settings)));
    }

    [Theory]
    [InlineData("TLS", "icio.csv: row 'TLS' is missing; the file may have been cut short: fetch it again")]
    [InlineData("VA", "icio.csv: row 'VA' is missing; the file may have been cut short: fetch it again")]
    [InlineData("OUT", "icio.csv: row 'OUT' is missing; the file may have been cut short: fetch it again")]
    [InlineData("RUS_C19", "icio.csv: row 'RUS_C19' is missing; the file may have been cut short: fetch it again")]
    public void AMissingRowIsReported(string row, string expected)
    {
        using var table = new SmallTable();
        var lines = Text("A01", "C19", "AUS_HFCE", "RUS_HFCE", "OUT", ["TLS"], "VA", "OUT").TrimEnd().Split('\n').Where(line => !line.StartsWith(row + ",", StringComparison.Ordinal));
        Assert.Contains(expected, table.Problems(() => IcioImport.Read(table.Write("icio.csv", string.Join('\n', lines)), SmallTable.Settings)));
    }

    [Fact]
    public void AnIndustryMayHaveTheNumberOfAFinalCategoryElsewhere()
    {
        using var table = new SmallTable();
        Assert.Equal("C37", IcioImport.Read(table.Write("icio.csv", Text("A01", "C37", "AUS_HFCE", "RUS_HFCE", "OUT", ["TLS"], "VA", "OUT")), SmallTable.Settings, TestContext.Current.CancellationToken).World.Sectors[1].Code);
    }

    private static string Text(string first, string second, string finalAus, string finalRus, string total, string[] taxes, string added, string output)
    {
        string[] industries = [$"AUS_{first}", $"AUS_{second}", $"RUS_{first}", $"RUS_{second}"];
        string Row(string label, IEnumerable<double> values) => $"{label},{string.Join(',', values.Select(value => value.ToString(System.Globalization.CultureInfo.InvariantCulture)))}\n";
        return $"V1,{string.Join(',', industries)},{finalAus},{finalRus},{total}\n"
            + string.Concat(industries.Select((label, k) => Row(label, Flows[k])))
            + string.Concat(taxes.Select(label => Row(label, [.. Taxes.Select(tax => tax / taxes.Length), 2, 3, 0])))
            + Row(added, [.. ValueAdded, 0, 0, 0])
            + Row(output, [.. Output, 0, 0, 0]);
    }
}
