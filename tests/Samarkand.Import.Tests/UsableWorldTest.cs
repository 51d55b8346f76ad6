using Samarkand.Core;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Import.Tests;

/// <summary>What an import makes can be used by a case, or is not made.</summary>
public class UsableWorldTest
{
    [Theory]
    [InlineData("CCC,c1,AAA,final,1.5\n", "t.csv:10:1: origin: 'CCC' only sells: no row says what it buys, so it has no income that is spent, and the model has no place for it; add rows of what its households buy")]
    [InlineData("CCC,c1,AAA,final,1.5\nCCC,c1,CCC,c1,0.5\n", "t.csv: region 'CCC' has no final demand, so it has no income that is spent")]
    [InlineData("AAA,c1,CCC,final,1.5\n", "t.csv: region 'CCC' has no value added")]
    [InlineData("CCC,c1,CCC,final,0\n", "t.csv: region 'CCC' only sells: no row says what it buys")]
    public void ARegionThatDoesNotEarnAndSpendIsRefused(string rows, string expected)
    {
        using var table = new SmallTable();
        foreach (var balance in new[] { false, true })
            Assert.StartsWith(expected, table.Problems(() => table.Import(SmallTable.Right + rows, SmallTable.Settings with { Balance = balance })).Single());
    }

    [Theory]
    [InlineData("AAA", "all", "region 'all' has a code that a case cannot name")]
    [InlineData("AAA", "AAA?", "region 'AAA?' has a code that a case cannot name")]
    public void ACodeThatACaseCannotNameIsRefused(string old, string @new, string expected)
    {
        using var table = new SmallTable();
        Assert.Contains(expected, table.Problems(() => table.Import(SmallTable.Right.Replace(old, @new, StringComparison.Ordinal)))[0], StringComparison.Ordinal);
    }

    [Fact]
    public void AWorldThatDoesNotBalanceIsRefused()
    {
        using var table = new SmallTable();
        var world = table.Import(SmallTable.Right).World;
        var broken = new World(world.About, world.Regions, world.Sectors, world.Blocs, world.Trade.ToArray(), null, world.Inputs.ToArray(), [.. world.Final.ToArray().Select((value, k) => k == 0 ? value * 1.1 : value)], world.Elasticities.ToArray());
        Assert.Contains("AAA, c1 does not balance", table.Problems(() => UsableWorld.Require(broken, "t.csv", new ProblemList(), TestContext.Current.CancellationToken)).Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void ACaseCanUseWhatIsMade()
    {
        using var table = new SmallTable();
        var world = table.Import(SmallTable.Right).World;
        var ban = new Shock { Costs = [new CostChange(new FlowBlock([new Region(0)], [new Region(1)], [new Sector(0)]), double.PositiveInfinity, 0.5)] };
        Assert.NotNull(Solver.For(Baseline.Of(world, Horizon.Medium)).Solve(ban, cancellation: TestContext.Current.CancellationToken).Certificate);
    }
}
