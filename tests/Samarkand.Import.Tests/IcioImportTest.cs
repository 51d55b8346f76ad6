using Samarkand.Worlds;

namespace Samarkand.Import.Tests;

/// <summary>A synthetic table in the form of the OECD's: two states, two sectors, negative inventories, taxes.</summary>
public class IcioImportTest
{
    private const string Right = """
        V1,AUS_A01_02,AUS_C26,RUS_A01_02,RUS_C26,AUS_HFCE,AUS_INVNT,RUS_HFCE,RUS_INVNT,OUT
        AUS_A01_02,10,20,0,5,60,-10,8,-2,91
        AUS_C26,5,30,0,0,40,0,0,0,75
        RUS_A01_02,0,0,20,10,1,-3,70,2,100
        RUS_C26,0,4,6,10,10,0,50,0,80
        TLS,1,2,3,4,5,0,6,0,21
        VA,75,19,71,51,0,0,0,0,216
        OUT,91,75,100,80,0,0,0,0,346

        """;

    [Fact]
    public void FlowsAreAddedUp()
    {
        using var table = new SmallTable();
        var imported = IcioImport.Read(table.Write("icio.csv", Right), SmallTable.Settings, TestContext.Current.CancellationToken);
        var world = imported.World;
        Assert.Equal(["AUS", "RUS"], world.Regions.Select(region => region.Code));
        Assert.Equal(["Australia", "Russia"], world.Regions.Select(region => region.Name));
        Assert.Equal(["A01_02", "C26"], world.Sectors.Select(sector => sector.Code));
        Assert.Equal(["goods", "electronics"], world.Sectors[1].Tags);
        Assert.Equal<double>([80, 11, 0, 102, 75, 0, 14, 66], world.Trade.ToArray());
        Assert.Equal<double>([10, 20, 5, 34, 20, 15, 6, 10], world.Inputs.ToArray());
        Assert.Equal<double>([50, 50, 78, 50], world.Final.ToArray());
        Assert.Contains("1 cells of final demand were negative, -2 million USD together; they are 0 now", imported.Notes);
        Assert.True(WorldBalance.Of(world).IsBalanced);
    }

    [Fact]
    public void NegativeValueAddedIsRepairedAsInTheWorldOf2011()
    {
        using var table = new SmallTable();
        var text = Right.Replace("AUS_C26,5,30,0,0,40,0,0,0,75", "AUS_C26,5,100,0,0,40,-70,0,0,75", StringComparison.Ordinal).Replace("VA,75,19,", "VA,75,-51,", StringComparison.Ordinal);
        var imported = IcioImport.Read(table.Write("icio.csv", text), SmallTable.Settings, TestContext.Current.CancellationToken);
        Assert.True(WorldBalance.Of(imported.World).IsBalanced);
        var costs = imported.World.Inputs[1] + imported.World.Inputs[3];
        Assert.Equal(0.99 * 105, costs, 1e-9);
        Assert.Contains(imported.Notes, note => note.StartsWith("1 region-sectors had negative value added", StringComparison.Ordinal));
    }

    [Fact]
    public void PartsOfChinaAreAddedUp()
    {
        using var table = new SmallTable();
        var text = """
            V1,CHN_A01_02,CN1_A01_02,CN2_A01_02,CHN_HFCE,OUT
            CHN_A01_02,0,0,0,0,0
            CN1_A01_02,0,1,2,10,13
            CN2_A01_02,0,3,4,20,27
            TLS,0,0,1,0,1
            VA,0,9,20,0,29
            OUT,0,13,27,0,40

            """;
        var world = IcioImport.Read(table.Write("icio.csv", text), SmallTable.Settings, TestContext.Current.CancellationToken).World;
        Assert.Equal("CHN", world.Regions.Single().Code);
        Assert.Equal<double>([40], world.Trade.ToArray());
        Assert.Equal<double>([10], world.Inputs.ToArray());
    }

    [Fact]
    public void ATableThatMissesItsTotalsIsRepairedWhereAsked()
    {
        using var table = new SmallTable();
        var text = Right.Replace("8,-2,91", "8,-2,95", StringComparison.Ordinal).Replace("OUT,91", "OUT,95", StringComparison.Ordinal).Replace("VA,75", "VA,79", StringComparison.Ordinal);
        var path = table.Write("icio.csv", text);
        Assert.Equal(
            ["icio.csv: AUS, A01_02: its sales add up to 91, its output is 95 million USD by icio.csv; correct them by 4, or repair the whole table with ⟨balance⟩, which starts by scaling them by 1.04396"],
            table.Problems(() => IcioImport.Read(path, SmallTable.Settings)));
        var imported = IcioImport.Read(path, SmallTable.Settings with { Balance = true }, TestContext.Current.CancellationToken);
        Assert.Equal(95, imported.World.Trade[0] + imported.World.Trade[1], 1e-6);
        Assert.Contains("balanced by RAS: 1 totals were missed, the worst by 4 million USD (AUS, A01_02, sales)", imported.Notes);
    }

    [Theory]
    [InlineData("AUS_C26,5,30", "AUS_C26,-5,30", "icio.csv:3:9: row 'AUS_C26', column 'AUS_A01_02': -5 is negative; intermediate use is at least 0; correct its sign, or set it to 0")]
    [InlineData("AUS_C26,5,30", "AUS_C26,x,30", "icio.csv:3:9: row 'AUS_C26', column 'AUS_A01_02': 'x' is not a finite number; write a number such as 1234.5")]
    [InlineData("AUS_C26,5,30", "AUS_C26,5,30,1", "icio.csv:3: has 11 fields where the header has 10; the file may have been cut short: fetch it again")]
    [InlineData("AUS_C26,5,30", "AUS_C27,5,30", "icio.csv:3:1: unknown row 'AUS_C27'; did you mean 'AUS_C26'?")]
    [InlineData("AUS_C26,5,30", "AUS_A01_02,5,30", "icio.csv:3:1: row 'AUS_A01_02' stands twice, first on line 2; remove one of the two")]
    [InlineData("TLS,1,2,3,4,5,0,6,0,21\n", "", "icio.csv: row 'TLS' is missing; the file may have been cut short: fetch it again")]
    [InlineData(",OUT\n", ",SUM\n", "icio.csv:1:80: column 'SUM' is neither COUNTRY_SECTOR, such as AUS_A01_02, nor OUT; give the table as it is published")]
    [InlineData("RUS_C26,AUS_HFCE", "AUS_C26,AUS_HFCE", "icio.csv:1:34: column 'AUS_C26' stands twice; remove one of the two")]
    [InlineData("RUS_HFCE,RUS_INVNT", "AUS_GFCF,AUS_GGFC", "icio.csv:1: column 'RUS_HFCE' is missing, as are its other final categories; the file may have been cut short: fetch it again")]
    [InlineData("RUS_C26,AUS_HFCE", "RUS_GFCF,AUS_HFCE", "icio.csv:1: column 'RUS_C26' is missing; the file may have been cut short: fetch it again")]
    [InlineData("OUT,91,75", "OUT,91,76", "icio.csv: AUS, C26: the column of outputs says 75, the row of outputs says 76 million USD; correct the wrong one")]
    [InlineData("VA,75,19", "VA,75,29", "icio.csv: AUS, C26: its inputs add up to 54, its output less value added is 44 million USD by icio.csv; correct them by -10, or repair the whole table with ⟨balance⟩, which starts by scaling them by 0.814815")]
    [InlineData(Right, "", "icio.csv: is empty; give the table as it is published")]
    public void AMistakeIsReported(string old, string @new, string expected)
    {
        using var table = new SmallTable();
        Assert.Contains(expected, table.Problems(() => IcioImport.Read(table.Write("icio.csv", SmallTable.Edited(Right, old, @new)), SmallTable.Settings)));
    }

    [Fact]
    public void LabelFilesKeepToTheTable()
    {
        using var table = new SmallTable();
        var path = table.Write("icio.csv", Right);
        string[] Of(string regions) => table.Problems(() => IcioImport.Read(path, SmallTable.Settings with { RegionsFile = table.Write("r.csv", regions) }));
        Assert.Equal(["⟨regions⟩: the regions are not in the order of icio.csv; begin with AUS, RUS"], Of("code,name\nRUS,Russia\nAUS,Australia\n"));
        Assert.Equal(["icio.csv:1: region 'RUS' is not in the file of ⟨regions⟩; add it, or leave ⟨regions⟩ out"], Of("code,name\nAUS,Australia\n"));
        Assert.Equal(["none.csv: there is no such file; give a table of one year, as it is published"], table.Problems(() => IcioImport.Read(table["none.csv"], SmallTable.Settings)));
    }
}
