using Samarkand.Model;
using Samarkand.Worlds;
using Samarkand.Worlds.Files;

namespace Samarkand.Import.Tests;

/// <summary>Tariffs given beside a table at basic prices.</summary>
public class TariffTest
{
    private const string Tariffs = "importer,exporter,sector,rate\nAAA,BBB,c1,0.2\nBBB,AAA,c1,0.5\n";

    [Fact]
    public void PurchasesAreRaisedToBuyersPricesAndTheWorldBalances()
    {
        using var table = new SmallTable();
        var plain = table.Import(SmallTable.Right).World;
        var imported = Import(table, Tariffs);
        var world = imported.World;
        Assert.Equal(plain.Trade, world.Trade);
        Assert.Equal<double>([0, 0.5, 0.2, 0, 0, 0, 0, 0], world.Tariffs.ToArray());

        // AAA buys 80 of c1 at home and 10 from BBB with a tariff of 2: its users pay 92/90 of basic prices. BBB buys 20 from AAA with a
        // tariff of 10 and 60 at home: 90/80.
        Assert.Equal([0, 10 * 92.0 / 90, 0, 0, 0, 10 * 90.0 / 80, 0, 0], world.Inputs.ToArray().Select(value => Math.Round(value, 12)), Near);
        Assert.Equal([80 * 92.0 / 90, 55, 70 * 90.0 / 80, 70], world.Final.ToArray(), Near);
        var balance = WorldBalance.Of(world);
        Assert.True(balance.IsBalanced);
        Assert.InRange(balance.LargestGap, 0, 1e-12);

        // Income is value added, tariffs and deficit, and it is what final demand pays.
        var baseline = Baseline.Of(world, Horizon.Long);
        double[] added = [100 + 50 - 10 * 92.0 / 90, 70 + 75 - 10 * 90.0 / 80];
        Assert.Equal(added, [.. baseline.ValueAdded], Near);
        Assert.Equal([80 * 92.0 / 90 + 55, 70 * 90.0 / 80 + 70], [added[0] + 2 + (10 + 5 - 20), added[1] + 10 + (20 - 15)], Near);
        Assert.NotNull(Solver.For(baseline).Solve(Shock.None, tolerance: 1e-12, cancellation: TestContext.Current.CancellationToken).Certificate);
        Assert.Contains("tariffs bring 12 million USD a year, 34.3 percent of imports: 11 on final demand, whose purchases are raised by it, and 1 on inputs, which are no longer counted in value added", imported.Notes);
        Assert.Contains(world.About.Rules, rule => rule.StartsWith("Tariffs are those of a table of their own", StringComparison.Ordinal));
        Assert.Equal(["A user's table, t.csv", "A user's table, tau.csv"], world.About.Sources.Select(source => source.Name));
    }

    [Fact]
    public void TheFolderHoldsThem()
    {
        using var table = new SmallTable();
        var world = Import(table, Tariffs).World;
        WorldFolder.Write(world, table["out"]);
        var again = WorldFolder.Read(table["out"]);
        Assert.Equal(world.Tariffs, again.Tariffs);
        Assert.Equal(world.Final, again.Final);
    }

    [Theory]
    [InlineData("20 %", 0.2)]
    [InlineData("20%", 0.2)]
    [InlineData("145 %", 1.45)]
    [InlineData("1", 1)]
    [InlineData("0", 0)]
    public void ARateIsAShareOrAPercentage(string written, double rate)
    {
        using var table = new SmallTable();
        var world = Import(table, Tariffs.Replace("0.2", written, StringComparison.Ordinal)).World;
        Assert.Equal(rate, world.Tariffs[2]);
    }

    [Theory]
    [InlineData("0.2", "25", "tau.csv:2:12: rate: '25' would be 2500 percent; if 25 percent is meant, write 0.25 or 25 %; if 2500 percent is meant, write 2500 %")]
    [InlineData("0.2", "1.45", "tau.csv:2:12: rate: '1.45' would be 145 percent; if 1.45 percent is meant, write 0.0145 or 1.45 %; if 145 percent is meant, write 145 %")]
    [InlineData("0.2", "-0.1", "tau.csv:2:12: rate: '-0.1' is negative; a tariff is at least 0; 5 percent is 0.05 or 5 %")]
    [InlineData("0.2", "", "tau.csv:2:12: rate: is empty; write a share such as 0.05, or a percentage such as 5 %")]
    [InlineData("0.2", "MFN", "tau.csv:2:12: rate: 'MFN' is not a finite number; write a share such as 0.05, or a percentage such as 5 %")]
    [InlineData("AAA,BBB", "AAA,BBC", "tau.csv:2:5: exporter: unknown region 'BBC'; did you mean 'BBB'?")]
    [InlineData("AAA,BBB", "AAA,AAA", "tau.csv:2:12: rate: 'AAA' would levy a tariff on itself; remove the row: what stays at home crosses no border")]
    [InlineData("BBB,AAA", "AAA,BBB", "tau.csv:3:1: importer: AAA,BBB,c1 stands twice, first on line 2; remove one of the two")]
    [InlineData("c1,0.2", "c9,0.2", "tau.csv:2:9: sector: unknown sector 'c9'; did you mean 'c1'?")]
    [InlineData("rate", "tariff", "tau.csv:1: column 'rate' is missing; the columns are importer, exporter, sector, rate, in any order, separated by commas")]
    public void MistakesAreReported(string old, string @new, string expected)
    {
        using var table = new SmallTable();
        Assert.Contains(expected, table.Problems(() => Import(table, SmallTable.Edited(Tariffs, old, @new))));
    }

    [Fact]
    public void TariffsThatEatUpValueAddedAreReportedOrRepaired()
    {
        using var table = new SmallTable();
        const string Dear = "importer,exporter,sector,rate\nAAA,BBB,c1,4500 %\n";
        Assert.Contains("t.csv: AAA, c2 has negative value added: it sells 50 and its inputs cost 60 million USD", table.Problems(() => Import(table, Dear)).Single(), StringComparison.Ordinal);
        Assert.True(WorldBalance.Of(Import(table, Dear, balance: true).World).IsBalanced);
    }

    private static bool Near(double expected, double actual) => Math.Abs(expected - actual) <= 1e-9;

    private static ImportedWorld Import(SmallTable table, string tariffs, bool balance = false) =>
        table.Import(SmallTable.Right, SmallTable.Settings with { TariffsFile = table.Write("tau.csv", tariffs), Balance = balance });
}
