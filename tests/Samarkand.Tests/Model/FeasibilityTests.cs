using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Tests.Model;

/// <summary>
/// Shocks without an equilibrium are found out before the first pass: with a token that is cancelled from the start, a solve that
/// began to iterate would throw <see cref="OperationCanceledException"/> instead.
/// </summary>
public class FeasibilityTests
{
    private static readonly World Economy = RandomEconomy.Make(4, 3, withTariffs: true, balancedTrade: false, seed: 7);
    private static readonly World Balanced = RandomEconomy.Make(4, 3, withTariffs: false, balancedTrade: true, seed: 7);

    [Fact]
    public void More_than_five_lost_markets_are_counted()
    {
        var world = RandomEconomy.WithoutMaker(8, 2, 0, 1, withTariffs: false, seed: 3);
        var trade = world.Trade.ToArray();
        Array.Clear(trade, 64, 8 * 7);
        Array.Fill(trade, 10, 64 + 8 * 7, 8);
        var single = new World(world.About, world.Regions, world.Sectors, [], trade, null, new double[32], [.. Enumerable.Range(0, 16).Select(cell => Enumerable.Range(0, 8).Sum(i => trade[(cell % 2 * 8 + i) * 8 + cell / 2]))], [4, 4]);
        var shock = new Shock { Costs = [Blocks.Ban(Blocks.Flows(single, [7], [0, 1, 2, 3, 4, 5, 6]))] };
        Refused(single, shock, Closure.Fixed, "no equilibrium: no supplier is left for s1 (Sector 1) in R0, s1 (Sector 1) in R1, s1 (Sector 1) in R2, s1 (Sector 1) in R3, s1 (Sector 1) in R4 and 2 more; lower the coverage below 1");
    }

    [Theory]
    [InlineData(Closure.Fixed)]
    [InlineData(Closure.Proportional)]
    public void A_region_cut_off_while_its_deficit_is_held(Closure closure) => Refused(
        Economy,
        new Shock { Costs = Blocks.CutOff(Economy, 2) },
        closure,
        $"no equilibrium: R2 cannot trade with the others any more, while a net inflow of {Inflow(2)} million USD a year (deficit and payments) is held; use the closure `closed`, or leave some trade open");

    [Fact]
    public void A_group_cut_off_while_its_deficit_is_held() => Refused(
        Economy, new Shock { Costs = Blocks.CutOff(Economy, 1, 3) }, Closure.Fixed, $": R0, R2 cannot trade with the others any more, while a net inflow of {Inflow(0, 2)} million");

    [Fact]
    public void A_region_cut_off_by_lists_of_full_coverage() => Refused(
        Economy,
        new Shock { ListedBans = [.. Blocks.CutOff(Economy, 2).Select(ban => new ListedBan(ban.Flows, 1))] },
        Closure.Fixed,
        ": R2 cannot trade with the others any more");

    [Fact]
    public void A_region_that_no_longer_sells_but_has_no_money_from_outside() => Refused(
        Balanced,
        new Shock { Costs = [Blocks.Ban(Blocks.Flows(Balanced, [0], [1, 2, 3]))] },
        Closure.Fixed,
        ": R0 can buy abroad but no longer sell, while a net inflow of 0 million");

    [Fact]
    public void A_region_that_no_longer_buys_but_is_owed_money() => Refused(
        Balanced,
        new Shock { Costs = [Blocks.Ban(Blocks.Flows(Balanced, [1, 2, 3], [0]))], Payments = [new Payment(new Region(1), new Region(0), 2.5)] },
        Closure.Fixed,
        ": R0 can sell abroad but no longer buy, while a net inflow of 2.5 million");

    [Fact]
    public void Payments_to_a_region_cut_off_are_held_under_the_closed_closure_too()
    {
        var shock = new Shock { Costs = Blocks.CutOff(Balanced, 0), Payments = [new Payment(new Region(1), new Region(0), 2.5)] };
        var error = Assert.Throws<NoEquilibriumException>(() => Solver.For(Baseline.Of(Balanced, Horizon.Long)).Solve(shock, Closure.Closed, cancellation: new CancellationToken(true)));
        Assert.Contains("R0 cannot trade with the others any more, while a net inflow of 2.5 million USD a year (deficit and payments) is held; drop the payments", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Closure.Fixed)]
    [InlineData(Closure.Closed)]
    public void A_region_that_pays_more_than_it_earns_is_named(Closure closure)
    {
        var shock = new Shock { Payments = [new Payment(new Region(1), new Region(0), 5_000)] };
        var error = Assert.Throws<NoEquilibriumException>(
            () => Simulation.Solve(Economy, shock, Horizon.Long, closure, cancellation: TestContext.Current.CancellationToken));
        Assert.Contains("no equilibrium: R1 would be left without income", error.Message, StringComparison.Ordinal);
    }

    /// <summary>No closure lets trade that is open one way alone balance, and none is advised.</summary>
    [Theory]
    [InlineData(Closure.Fixed)]
    [InlineData(Closure.Proportional)]
    [InlineData(Closure.Closed)]
    public void Trade_that_is_open_one_way_alone_is_told_as_such(Closure closure)
    {
        // One that money flows into, so that it would have to buy.
        var needy = Enumerable.Range(0, 4).MaxBy(r => Baseline.Of(Economy, Horizon.Long).Deficits[r]);
        var shock = new Shock { Costs = [Blocks.Ban(Blocks.Flows(Economy, [.. Enumerable.Range(0, 4).Where(r => r != needy)], [needy]))] };
        var error = Assert.Throws<NoEquilibriumException>(() => Simulation.Solve(Economy, shock, Horizon.Long, closure, cancellation: TestContext.Current.CancellationToken));

        Assert.Contains($"R{needy} can sell abroad but no longer buy", error.Message, StringComparison.Ordinal);
        Assert.Contains("leave some trade open both ways", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("closure `", error.Message, StringComparison.Ordinal);
    }

    /// <summary>What was done already is not advised.</summary>
    [Theory]
    [InlineData(Closure.Fixed, "try the closure `proportional` or `closed`, or smaller payments")]
    [InlineData(Closure.Proportional, "try the closure `closed`, or smaller payments")]
    [InlineData(Closure.Closed, "try smaller payments")]
    public void The_closure_in_use_is_not_advised(Closure closure, string advice)
    {
        var shock = new Shock { Payments = [new Payment(new Region(1), new Region(0), 5_000)] };
        var error = Assert.Throws<NoEquilibriumException>(() => Simulation.Solve(Economy, shock, Horizon.Long, closure, cancellation: TestContext.Current.CancellationToken));

        Assert.EndsWith(advice, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Closure.Fixed, Horizon.Short, "try a smaller shock, the closure `proportional` or `closed` or a longer horizon")]
    [InlineData(Closure.Proportional, Horizon.Medium, "try a smaller shock, the closure `closed` or a longer horizon")]
    [InlineData(Closure.Closed, Horizon.Long, "try a smaller shock")]
    public void What_does_not_come_to_rest_gets_advice_that_can_be_followed(Closure closure, Horizon horizon, string advice)
    {
        var error = Assert.Throws<NoEquilibriumException>(
            () => Solver.For(Baseline.Of(Economy, horizon)).Solve(Shock.None with { Tariffs = [new TariffChange(Blocks.Flows(Economy, [1], [0]), 0.5)] }, closure, tolerance: 0, TestContext.Current.CancellationToken));

        Assert.EndsWith(advice, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Trade_one_way_is_no_error_where_money_flows_the_other_way()
    {
        var shock = new Shock { Costs = [Blocks.Ban(Blocks.Flows(Balanced, [0], [1, 2, 3]))], Payments = [new Payment(new Region(1), new Region(0), 20)] };
        var equilibrium = Solver.For(Baseline.Of(Balanced, Horizon.Long)).Solve(shock, cancellation: TestContext.Current.CancellationToken);
        PlainCheck.Holds(new PlainEconomy(Balanced), equilibrium, Closure.Fixed);
    }

    [Fact]
    public void A_region_may_live_on_a_wedge_that_it_owns()
    {
        var shock = new Shock
        {
            Costs = [Blocks.Ban(Blocks.Flows(Balanced, [0], [1, 2, 3]))],
            Wedges = [new Wedge(Blocks.Flows(Balanced, [1], [2, 3]), 0.3, new Region(0))],
        };
        var equilibrium = Solver.For(Baseline.Of(Balanced, Horizon.Long)).Solve(shock, cancellation: TestContext.Current.CancellationToken);
        PlainCheck.Holds(new PlainEconomy(Balanced), equilibrium, Closure.Fixed);
    }

    private static string Inflow(params int[] regions) =>
        regions.Sum(r => Baseline.Of(Economy, Horizon.Long).Deficits[r]).ToString("0.###", System.Globalization.CultureInfo.InvariantCulture);

    private static void Refused(World world, Shock shock, Closure closure, string message)
    {
        var solver = Solver.For(Baseline.Of(world, Horizon.Long));
        var error = Assert.Throws<NoEquilibriumException>(() => solver.Solve(shock, closure, cancellation: new CancellationToken(true)));
        Assert.True(error.Message.Contains(message, StringComparison.Ordinal), error.Message);
    }
}
