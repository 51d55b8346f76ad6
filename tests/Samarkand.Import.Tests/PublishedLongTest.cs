using Samarkand.Worlds;

namespace Samarkand.Import.Tests;

/// <summary>Long tables as they are published: value added, taxes and totals are rows and columns of their own.</summary>
public class PublishedLongTest
{
    // Two regions and sectors: what c1 and c2 of each sell, and what is left of it after inputs.
    private const string Flows = """
        AAA,c1,AAA,F,80
        AAA,c1,BBB,c2,10
        AAA,c1,BBB,F,10
        BBB,c1,BBB,F,60
        BBB,c1,AAA,c2,10
        AAA,c2,AAA,F,50
        BBB,c2,BBB,F,70
        BBB,c2,AAA,F,5

        """;

    [Theory]
    [InlineData("refArea,rowIi,counterpartArea,colIi,obsValue", "P3_S14", "W2,D1,AAA,c1,60;W2,B2A3G,AAA,c1,30;W2,D29X39,AAA,c1,12;W2,D21X31,AAA,c1,-2;W2,D1,AAA,c2,38;W2,D21X31,AAA,c2,2;W2,D1,BBB,c1,70;W2,D1,BBB,c2,65;W2,D21X31,AAA,P3_S14,7;W2,OP_RES,AAA,P3_S14,3;W2,OP_NRES,BBB,P3_S14,-3")]
    [InlineData("REFAREA,ROWPI,COUNTERPARTAREA,COLPI,OBSVALUE", "P51G", "W2,D1,AAA,c1,100;W2,D1,AAA,c2,40;W2,D1,BBB,c1,70;W2,D1,BBB,c2,65;W2,D21X31,BBB,c2,0")]
    [InlineData("c_orig,ind_ava,c_dest,ind_use,OBS_VALUE", "P3_S13", "DOM,D1,AAA,c1,100;DOM,D1,AAA,c2,40;DOM,D1,BBB,c1,70;DOM,D1,BBB,c2,65;DOM,D21X31,BBB,c2,0")]
    [InlineData("row_country,row_item,col_country,col_item,value", "CONS_h", "TOT,II_fob,AAA,c2,10;TOT,TXSP,AAA,c1,3;TOT,EXP_adj,AAA,c1,0;TOT,PURR,AAA,CONS_h,9;TOT,PURNR,AAA,CONS_h,-9;TOT,VA,AAA,c1,96;TOT,IntTTM,AAA,c1,1;TOT,VA,AAA,c2,40;TOT,VA,BBB,c1,70;TOT,VA,BBB,c2,65;TOT,GO,AAA,c1,100;TOT,GO,AAA,c2,50;TOT,GO,BBB,c1,70;TOT,GO,BBB,c2,75;AAA,c1,TOT,GO,100;AAA,c2,TOT,GO,50;BBB,c1,TOT,GO,70;BBB,c2,TOT,GO,75")]
    [InlineData("row_country,row_isic3,col_country,col_isic3,value", "xCONS_h", "xTOT,xII,AAA,c2,10;xTOT,xTXSP,AAA,c1,4;xTOT,xVA,AAA,c1,96;xTOT,xVA,AAA,c2,40;xTOT,xVA,BBB,c1,70;xTOT,xVA,BBB,c2,65;xTOT,xGO,AAA,c1,100;xTOT,xGO,AAA,c2,50;xTOT,xGO,BBB,c1,70;xTOT,xGO,BBB,c2,75;AAA,c1,xTOT,xX,20;AAA,c1,xTOT,xM,-10;AAA,c1,xTOT,xGO,100;AAA,c2,xTOT,xGO,50;BBB,c1,xTOT,xGO,70;BBB,c2,xTOT,xGO,75")]
    [InlineData("row_country,row_item,col_country,col_item,value", "37", ",r64,AAA,c1,96;,r99,AAA,c1,4;,r64,AAA,c2,40;,r64,BBB,c1,70;,r64,BBB,c2,65;,r69,AAA,c1,100;,r69,AAA,c2,50;,r69,BBB,c1,70;,r69,BBB,c2,75")]
    [InlineData("origin,sector,destination,use,value", "HFCE", "AAA,TAXSUB,AAA,c1,3;BBB,TAXSUB,AAA,c1,1;,VALU,AAA,c1,96;,VALU,AAA,c2,40;,VALU,BBB,c1,70;,VALU,BBB,c2,65;,OUTPUT,AAA,c1,100;,OUTPUT,AAA,c2,50;,OUTPUT,BBB,c1,70;,OUTPUT,BBB,c2,75;AAA,c1,,TOTAL,100;AAA,c2,,TOTAL,50;BBB,c1,,TOTAL,70;BBB,c2,,TOTAL,75")]
    [InlineData("origin,sector,destination,use,value", "final", "W,W-labour,AAA,c1,60;W,W-capital,AAA,c1,40;W,W-labour,AAA,c2,40;W,W-labour,BBB,c1,70;W,W-labour,BBB,c2,65")]
    public void ItsAccountsAreNotGoods(string header, string final, string accounts)
    {
        using var table = new SmallTable();
        var imported = table.Import(Text(header, final, accounts));
        LongTableImportTest.Same(table.Import(SmallTable.Right).World, imported.World);
        Assert.Contains(imported.Notes, note => note.EndsWith("hold value added, taxes and totals: they are compared with the flows, and are neither goods nor a region", StringComparison.Ordinal));
        LongTableImportTest.Same(imported.World, table.Import(Text(header, final, accounts), SmallTable.Settings with { Balance = true }).World);
    }

    [Fact]
    public void AnotherCurrencyIsNoted()
    {
        using var table = new SmallTable();
        Assert.Contains(table.Import(Text("refArea,rowIi,counterpartArea,colIi,obsValue", "P3_S14", "")).Notes, note => note.Contains("which is in million euro, while worlds are in million USD", StringComparison.Ordinal));
        Assert.DoesNotContain(table.Import(SmallTable.Right).Notes, note => note.Contains("euro", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("W2,D1,AAA,c1,90;W2,D21X31,AAA,c1,-2;W2,D1,AAA,c2,40;W2,D1,BBB,c1,70;W2,D1,BBB,c2,65", "t.csv: AAA, c1: its inputs add up to 0, its output less value added is 12 million USD by t.csv; correct them by 12, or give the table rows for them, since zeros cannot be scaled")]
    [InlineData("TOT,GO,AAA,c1,101;TOT,GO,AAA,c2,50;TOT,GO,BBB,c1,70;TOT,GO,BBB,c2,75", "t.csv: AAA, c1: its sales add up to 100, its output is 101 million USD by t.csv; ")]
    [InlineData("TOT,GO,AAA,c1,100;TOT,GO,AAA,c2,50;TOT,GO,BBB,c1,70;TOT,GO,BBB,c2,75;AAA,c1,TOT,GO,99;AAA,c2,TOT,GO,50;BBB,c1,TOT,GO,70;BBB,c2,TOT,GO,75", "t.csv: AAA, c1: the column of outputs says 99, the row of outputs says 100 million USD; correct the wrong one")]
    [InlineData("W2,D1,AAA,c1,90;W2,D1,AAA,c1,90", "t.csv:11:1: origin: W2,D1,AAA,c1 stands twice, first on line 10; add the two up, or remove one")]
    [InlineData("W2,D1,AAA,c1,many", "t.csv:10:14: value: 'many' is not a finite number; write a number such as 1234.5")]
    public void AccountsThatContradictTheFlowsAreReported(string accounts, string expected)
    {
        using var table = new SmallTable();
        Assert.Contains(table.Problems(() => table.Import(Text("origin,sector,destination,use,value", "final", accounts))), problem => problem.StartsWith(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void WithoutTaxesTheRestIsNotedNotRefused()
    {
        using var table = new SmallTable();
        var imported = table.Import(Text("origin,sector,destination,use,value", "final", "W2,D1,AAA,c1,98;W2,D1,AAA,c2,41;W2,D1,BBB,c1,70;W2,D1,BBB,c2,65"));
        LongTableImportTest.Same(table.Import(SmallTable.Right).World, imported.World);
        Assert.Contains("the table has value added, but no row of taxes less subsidies on products: what is left of output after inputs and value added, 1 million USD (3 without regard to sign), counts as taxes and so as value added", imported.Notes);
    }

    [Fact]
    public void ASectorMayHaveTheNameOfAnAccountWhereItIsUsed()
    {
        using var table = new SmallTable();
        var world = table.Import(SmallTable.Right.Replace("c2", "D1", StringComparison.Ordinal)).World;
        Assert.Equal(["D1", "c1"], world.Sectors.Select(sector => sector.Code));
        var declared = SmallTable.Settings with { SectorsFile = table.Write("s.csv", "code,name\nc1,Goods\nOUT,Outings\n") };
        Assert.Equal(["c1", "OUT"], table.Import(SmallTable.Right.Replace("c2", "OUT", StringComparison.Ordinal), declared).World.Sectors.Select(sector => sector.Code));
    }

    [Fact]
    public void OwnCodesOfValueAddedAreNamed()
    {
        using var table = new SmallTable();
        var text = Text("origin,sector,destination,use,value", "final", "X,pay,AAA,c1,60;X,rent,AAA,c1,40");
        var problem = table.Problems(() => table.Import(text)).Single();
        Assert.StartsWith("t.csv:10:1: origin: 'X' only sells: no row says what it buys", problem);
        Assert.EndsWith("where they hold value added or taxes, name their codes with ⟨primary⟩", problem);
        Assert.Contains("'W2' only sells", table.Problems(() => table.Import(Text("origin,sector,destination,use,value", "final", "W2,D3,AAA,c1,60;W2,D1,AAA,c1,40"))).Single(), StringComparison.Ordinal);
        LongTableImportTest.Same(table.Import(SmallTable.Right).World, table.Import(text, change: t => t with { OwnPrimaryInputs = ["pay", "rent"] }).World);
        Assert.Equal(["⟨primary⟩: 'pya' is the sector of no row in the table; did you mean 'pay'?"], table.Problems(() => table.Import(text, change: t => t with { OwnPrimaryInputs = ["pya", "pay", "rent"] })));
    }

    [Fact]
    public void TheRestOfTheWorldIsMarked()
    {
        using var table = new SmallTable();
        foreach (var code in new[] { "ROW", "RoW", "FIGW1", "WRL_REST", "xROW" })
            Assert.Equal(code, table.Import(SmallTable.Right.Replace("BBB", code, StringComparison.Ordinal)).World.Regions.Single(region => region.IsRemainder).Code);
    }

    private static string Text(string header, string final, string accounts) =>
        $"{header}\n{Flows.Replace(",F,", $",{final},", StringComparison.Ordinal)}{string.Concat(accounts.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(row => row + "\n"))}";
}
