namespace Samarkand.Import.Tests;

/// <summary>Mistakes in what is given beside the table, by their messages.</summary>
public class BrokenSettingsTest
{
    [Theory]
    [InlineData("orign=o", "⟨columns⟩: unknown column 'orign'; did you mean 'origin'?")]
    [InlineData("origin", "⟨columns⟩: 'origin' has no name; write origin=NAME, the column's name in the file")]
    [InlineData("origin=a,origin=b", "⟨columns⟩: 'origin' stands twice; remove one of the two")]
    [InlineData("origin=use", "⟨columns⟩: 'origin' and 'use' are both in column 'use'; give each its own column")]
    public void ColumnsAreDeclaredOnce(string declaration, string expected)
    {
        using var table = new SmallTable();
        Assert.Equal([expected], table.Problems(() => LongColumns.Parse(declaration)));
    }

    [Theory]
    [InlineData("code,name\nAAA,Aland\n", "t.csv:3:8: destination: unknown region 'BBB' (so in 4 rows); add it to the file of ⟨regions⟩, or remove its rows")]
    [InlineData("code,name\nAAA,Aland\nBBA,Beland\n", "r.csv: region 'BBA' has no row in the table; did you mean 'BBB'?")]
    [InlineData("code,name\nAAA,Aland\nAAA,Beland\n", "r.csv:3:1: code: 'AAA' stands twice, first on line 2; remove or rename one of the two")]
    public void RegionsFit(string regions, string expected)
    {
        using var table = new SmallTable();
        var settings = SmallTable.Settings with { RegionsFile = table.Write("r.csv", regions) };
        Assert.Contains(expected, table.Problems(() => table.Import(SmallTable.Right, settings)));
    }

    [Theory]
    [InlineData("code,name\nc1,Goods\n", "t.csv:7:5: sector: unknown sector 'c2' (so in 3 rows); did you mean 'c1'?")]
    [InlineData("code,name,tags\nc1,Goods,c2\nc2,Services,\n", "s.csv:2:10: tags: 'c2' is also the code of a sector; a case could not tell them apart: rename the tag")]
    [InlineData("code,label\nc1,Goods\n", "s.csv:1: column 'name' is missing; the columns are code, name, tags, parts, lost_tags, in any order, separated by commas")]
    public void SectorsFit(string sectors, string expected)
    {
        using var table = new SmallTable();
        var settings = SmallTable.Settings with { SectorsFile = table.Write("s.csv", sectors) };
        Assert.Contains(expected, table.Problems(() => table.Import(SmallTable.Right, settings)));
    }

    [Theory]
    [InlineData("sector,theta\nc1,5\n", "e.csv: sector 'c2' has no elasticity; add a row for it")]
    [InlineData("sector,theta\nc1,5\nc2,0\n", "e.csv:3:4: theta: 0 is not above 0; a trade elasticity is given as a positive number")]
    [InlineData("sector,theta\nc1,5\nc2,4\nc3,4\n", "e.csv:4:1: sector: unknown sector 'c3'; did you mean 'c1'?")]
    public void ElasticitiesFit(string elasticities, string expected)
    {
        using var table = new SmallTable();
        var settings = SmallTable.Settings with { Theta = null, ElasticitiesFile = table.Write("e.csv", elasticities) };
        Assert.Equal([expected], table.Problems(() => table.Import(SmallTable.Right, settings)));
    }

    [Fact]
    public void ElasticitiesAreGivenOnce()
    {
        using var table = new SmallTable();
        string[] Of(ImportSettings settings) => table.Problems(() => table.Import(SmallTable.Right, settings));
        Assert.Equal(["⟨elasticities⟩: the table says nothing of trade elasticities; give ⟨elasticities: FILE⟩ with sector,theta, or ⟨theta: 4⟩ for every sector"], Of(SmallTable.Settings with { Theta = null }));
        Assert.Equal(["⟨theta⟩: stands beside ⟨elasticities⟩; keep one of the two"], Of(SmallTable.Settings with { ElasticitiesFile = "e.csv" }));
        Assert.Equal(["⟨theta⟩: -1 is not above 0; a trade elasticity is given as a positive number"], Of(SmallTable.Settings with { Theta = -1 }));
    }

    [Theory]
    [InlineData("c1", "⟨final⟩: 'c1' is a sector of the table; name only categories of final demand")]
    [InlineData("finale", "⟨final⟩: 'finale' is no use in the table; did you mean 'final'?")]
    public void FinalCategoriesOccur(string category, string expected)
    {
        using var table = new SmallTable();
        Assert.Equal([expected], table.Problems(() => table.Import(SmallTable.Right, change: t => t with { OwnFinalCategories = [category] })));
    }

    [Fact]
    public void ATableWithoutFinalDemandIsReported()
    {
        using var table = new SmallTable();
        Assert.StartsWith("t.csv: has no final demand: no row's use is a final category; the categories known are final, HFCE", table.Problems(() => table.Import("origin,sector,destination,use,value\nAAA,c1,AAA,c1,5\n"))[0]);
    }

    [Fact]
    public void ColumnsThatHoldNoCodesAreReported()
    {
        using var table = new SmallTable();
        var rows = string.Concat(Enumerable.Range(0, 20_001).Select(k => $"R{k},c1,AAA,final,1\n"));
        Assert.Equal(
            ["t.csv: column 'origin' holds more than 20000 different codes; it should hold codes: name the right one with ⟨columns: origin=NAME⟩"],
            table.Problems(() => table.Import("origin,sector,destination,use,value\n" + rows)));
    }

    [Fact]
    public void AWorldThatIsTooLargeIsReported()
    {
        using var table = new SmallTable();
        var rows = string.Concat(Enumerable.Range(0, 12_000).Select(k => $"R{k},c1,R{k},final,1\n"));
        Assert.Equal(["t.csv: a world of 12000 regions and 1 sectors is too large; merge regions or sectors"], table.Problems(() => table.Import("origin,sector,destination,use,value\n" + rows)));
    }
}
