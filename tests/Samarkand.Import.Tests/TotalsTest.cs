using Samarkand.Worlds;

namespace Samarkand.Import.Tests;

/// <summary>Tables that must add up to given outputs and value added.</summary>
public class TotalsTest
{
    private const string Right = "region,sector,output,value-added\nAAA,c1,100,100\nAAA,c2,50,40\nBBB,c1,70,70\nBBB,c2,75,65\n";

    [Fact]
    public void ATableThatAddsUpIsLeftAsItIs()
    {
        using var table = new SmallTable();
        var imported = Import(table, Right, SmallTable.Settings with { Balance = true });
        LongTableImportTest.Same(table.Import(SmallTable.Right).World, imported.World);
        Assert.DoesNotContain(imported.Notes, note => note.Contains("balanced", StringComparison.Ordinal));
    }

    [Fact]
    public void TheWorstCellsAreReported()
    {
        using var table = new SmallTable();
        var totals = SmallTable.Edited(SmallTable.Edited(Right, "AAA,c1,100,100", "AAA,c1,120,120"), "BBB,c2,75,65", "BBB,c2,75,60");
        Assert.Equal(
            [
                "t.csv: AAA, c1: its sales add up to 100, its output is 120 million USD by totals.csv; correct them by 20, or repair the whole table with ⟨balance⟩, which starts by scaling them by 1.2",
                "t.csv: BBB, c2: its inputs add up to 10, its output less value added is 15 million USD by totals.csv; correct them by 5, or repair the whole table with ⟨balance⟩, which starts by scaling them by 1.5",
            ],
            table.Problems(() => Import(table, totals, SmallTable.Settings)));
    }

    [Fact]
    public void RasMeetsEveryTotal()
    {
        using var table = new SmallTable();
        var totals = SmallTable.Edited(SmallTable.Edited(Right, "AAA,c1,100,100", "AAA,c1,120,115"), "BBB,c2,75,65", "BBB,c2,75,60");
        var text = SmallTable.Right + "AAA,c2,AAA,c1,2\n";
        var imported = Import(table, totals, SmallTable.Settings with { Balance = true }, text);
        var world = imported.World;
        Assert.True(WorldBalance.Of(world).LargestGap < 1e-12);
        double Sales(int region, int sector) => world.Trade[(sector * 2 + region) * 2] + world.Trade[(sector * 2 + region) * 2 + 1];
        double Costs(int region, int sector) => world.Inputs[region * 4 + sector] + world.Inputs[region * 4 + 2 + sector];
        Assert.Equal(120, Sales(0, 0), 1e-6);
        Assert.Equal(50, Sales(0, 1), 1e-6);
        Assert.Equal(70, Sales(1, 0), 1e-6);
        Assert.Equal(75, Sales(1, 1), 1e-6);
        Assert.Equal(5, Costs(0, 0), 1e-6);
        Assert.Equal(10, Costs(0, 1), 1e-6);
        Assert.Equal(15, Costs(1, 1), 1e-6);
        Assert.Equal(0, world.Trade[5]);
        Assert.Contains("balanced by RAS: 4 totals were missed, the worst by 20 million USD (AAA, c1, sales)", imported.Notes);
        Assert.Matches("^balanced by RAS: trade changed by [0-9]+ million USD in total \\([0-9.]+ percent\\), uses by [0-9]+; the largest relative change is 150 percent \\(c2 used by AAA, c1\\)$", imported.Notes[^1]);
    }

    [Theory]
    [InlineData("AAA,c1,100,100", "AAA,c1,100,101", "totals.csv:2:12: value-added: 101 is not between 0 and the output, 100; value added is output less what the inputs cost")]
    [InlineData("AAA,c1,100,100", "AAA,c1,-100,100", "totals.csv:2:8: output: -100 is negative; output is at least 0")]
    [InlineData("AAA,c1,100,100\n", "", "totals.csv: AAA, c1 has no total; add a row for it, with output 0 where there is none")]
    [InlineData("AAA,c2,50", "AAA,c1,50", "totals.csv:3:1: region: AAA,c1 stands twice, first on line 2; remove one of the two")]
    [InlineData("AAA,c2,50", "AAA,c3,50", "totals.csv:3:5: sector: unknown sector 'c3'; did you mean 'c1'?")]
    [InlineData("output", "outptu", "totals.csv:1:15: unknown column 'outptu'; did you mean 'output'?")]
    public void MistakesInTotalsAreReported(string old, string @new, string expected)
    {
        using var table = new SmallTable();
        Assert.Contains(expected, table.Problems(() => Import(table, SmallTable.Edited(Right, old, @new), SmallTable.Settings)));
    }

    [Fact]
    public void WhatCannotBeScaledIsReported()
    {
        using var table = new SmallTable();
        var settings = SmallTable.Settings with { Balance = true };
        Assert.Equal(
            ["t.csv: AAA, c1: its inputs add up to 0, its output less value added is 10 million USD by totals.csv; zeros cannot be scaled: give the table a row for them, or set the total to 0"],
            table.Problems(() => Import(table, SmallTable.Edited(Right, "AAA,c1,100,100", "AAA,c1,100,90"), settings)));
    }

    [Fact]
    public void ZerosThatContradictTheTotalsAreReported()
    {
        using var table = new SmallTable();
        var text = "origin,sector,destination,use,value\nAAA,c1,AAA,c2,10\nAAA,c2,AAA,final,50\n";
        var problem = table.Problems(() => Import(table, "region,sector,output,value-added\nAAA,c1,20,20\nAAA,c2,50,40\n", SmallTable.Settings with { Balance = true }, text)).Single();
        Assert.StartsWith("t.csv: cannot be balanced: after scaling, a total is still missed by ", problem);
        Assert.EndsWith("totals.csv; the worst total was: AAA, c1: its sales add up to 10, its output is 20 million USD by totals.csv", problem);
    }

    private static ImportedWorld Import(SmallTable table, string totals, ImportSettings settings, string? text = null)
    {
        table.Write("totals.csv", totals);
        return table.Import(text ?? SmallTable.Right, settings, t => t with { TotalsFile = table["totals.csv"] });
    }
}
