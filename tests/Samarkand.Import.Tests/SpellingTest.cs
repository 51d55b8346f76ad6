namespace Samarkand.Import.Tests;

/// <summary>One label in several spellings is one label, or is reported; it never becomes two regions or sectors.</summary>
public class SpellingTest
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AnAccentThatStandsApartIsTheSame(bool declared)
    {
        using var table = new SmallTable();
        var text = SmallTable.Right.Replace("AAA", "Co\u0302te", StringComparison.Ordinal);
        text = SmallTable.Edited(text, "BBB,c1,Co\u0302te", "BBB,c1,C\u00F4te");
        var settings = declared ? SmallTable.Settings with { RegionsFile = table.Write("r.csv", "code,name\nBBB,Beland\nCo\u0302te,Coast\n") } : SmallTable.Settings;
        Assert.Equal(["BBB", "C\u00F4te"], table.Import(text, settings).World.Regions.Select(region => region.Code));
    }

    [Theory]
    [InlineData("origin", "t.csv:2:1: origin: 'aaa' and 'AAA' differ in letter case alone (so in 4 rows); write one of the two everywhere", "aaa")]
    [InlineData("origin", "t.csv:2:1: origin: 'Cote' and 'C\u00F4te' are one label in two spellings (so in 4 rows); write one of the two everywhere", "Cote", "C\u00F4te")]
    [InlineData("origin", "t.csv:2:1: origin: 'New  Land' and 'New Land' are one label in two spellings (so in 4 rows); write one of the two everywhere", "New  Land", "New Land")]
    [InlineData("origin", "t.csv:2:1: origin: 'C\u2019Land' and 'C'Land' are one label in two spellings (so in 4 rows); write one of the two everywhere", "C\u2019Land", "C'Land")]
    public void RegionsAreSpelledAlikeInBothColumns(string column, string expected, string asOrigin, string asDestination = "AAA")
    {
        Assert.Equal("origin", column);
        using var table = new SmallTable();
        // The destination stands in five rows, the origin in four.
        var lines = SmallTable.Right.TrimEnd().Split('\n').Select(line => line.Split(',')).ToArray();
        var text = string.Join('\n', lines.Select(cells => string.Join(',', cells.Select((cell, k) => cell != "AAA" ? cell : k == 0 ? asOrigin : asDestination))));
        Assert.Contains(expected, table.Problems(() => table.Import(text + $"\nBBB,c1,{asDestination},GFCF,1\n")));
        Assert.Contains(expected, table.Problems(() => table.Import(text + $"\nBBB,c1,{asDestination},GFCF,1\n", SmallTable.Settings with { Balance = true })));
    }

    [Fact]
    public void SectorsAreSpelledAlikeAsGoodsAndAsUses()
    {
        using var table = new SmallTable();
        var problems = table.Problems(() => table.Import(SmallTable.Right.Replace(",BBB,c2,", ",BBB,C2,", StringComparison.Ordinal)));
        Assert.Contains("t.csv:3:12: use: 'C2' and 'c2' differ in letter case alone; write one of the two everywhere", problems);
    }

    [Fact]
    public void KnownFinalCategoriesMayHaveAnyCase()
    {
        using var table = new SmallTable();
        LongTableImportTest.Same(table.Import(SmallTable.Right).World, table.Import(SmallTable.Right.Replace("final", "hfce", StringComparison.Ordinal)).World);
    }

    [Fact]
    public void SpacesAroundLabelsAreNotPartOfThem()
    {
        using var table = new SmallTable();
        LongTableImportTest.Same(table.Import(SmallTable.Right).World, table.Import(SmallTable.Right.Replace("AAA", " AAA\t", StringComparison.Ordinal).Replace("BBB", "\" BBB \"", StringComparison.Ordinal)).World);
    }
}
