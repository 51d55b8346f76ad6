using CsCheck;
using Samarkand.Effects;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Tests.Model;

/// <summary>Region 0 makes nothing of the last sector, and all others stop selling it there.</summary>
public class VanishingMarketTests
{
    private static readonly Gen<World> Worlds = (
        from regions in Gen.Int[2, 5]
        from sectors in Gen.Int[2, 5]
        from tariffs in Gen.Bool
        from seed in Gen.Int[0, 1_000_000]
        select RandomEconomy.WithoutMaker(regions, sectors, 0, sectors - 1, tariffs, seed)).Where(world => Bought(world) > 0);

    [Theory]
    [InlineData(Closure.Fixed)]
    [InlineData(Closure.Proportional)]
    public void Buyers_do_without_and_spend_it_on_the_rest(Closure closure) => Worlds.Sample(
        world =>
        {
            var (n, last) = (world.Regions.Length, world.Sectors.Length - 1);
            foreach (var shock in new[] { Ban(world), ListedBan(world) })
            {
                var equilibrium = Simulation.Solve(world, shock with { MayVanish = [new Sector(last)] }, Horizon.Long, closure, 1e-11);
                var (before, after) = (Outcome.Of(equilibrium.Baseline).Flows, TradeFlows.Of(equilibrium));
                Assert.Equal(0, equilibrium.Expenditures[last * n]);
                for (var i = 0; i < n; i++)
                {
                    Assert.Equal(0, after[new Sector(last), new Region(i), new Region(0)]);
                    Assert.Equal(world.Trade[(last * n + i) * n], before[new Sector(last), new Region(i), new Region(0)], 1e-9);
                }

                var economy = new PlainEconomy(world);
                economy.GiveUp(0, last);
                PlainCheck.Holds(economy, equilibrium, closure);
            }
        },
        iter: 60);

    [Fact]
    public void Unless_allowed_it_is_an_error_that_names_the_market() => Worlds.Sample(
        world =>
        {
            var last = world.Sectors.Length - 1;
            foreach (var shock in new[] { Ban(world), ListedBan(world), Ban(world) with { MayVanish = [new Sector(0)] } })
            {
                var error = Assert.Throws<NoEquilibriumException>(() => Simulation.Solve(world, shock, Horizon.Long, Closure.Fixed, cancellation: TestContext.Current.CancellationToken));
                Assert.Equal(
                    $"no equilibrium: no supplier is left for s{last} (Sector {last}) in R0; lower the coverage below 1, or name the sectors in `may-vanish` to let buyers do without",
                    error.Message);
            }
        },
        iter: 20);

    [Fact]
    public void A_market_that_keeps_a_supplier_does_not_vanish() => Worlds.Sample(
        world =>
        {
            var shock = new Shock { Costs = [new CostChange(Last(world), double.PositiveInfinity, 0.9)] };
            var strict = Simulation.Solve(world, shock, Horizon.Long, Closure.Fixed);
            var lenient = Simulation.Solve(world, shock with { MayVanish = Blocks.Sectors(world) }, Horizon.Long, Closure.Fixed);
            Assert.Equal(strict.Expenditures.ToArray(), lenient.Expenditures.ToArray());
        },
        iter: 20);

    [Fact]
    public void Buyers_of_nothing_else_cannot_do_without()
    {
        var world = RandomEconomy.WithoutMaker(3, 2, 0, 1, withTariffs: false, seed: 1);
        var single = new World(
            world.About, world.Regions, world.Sectors, [], world.Trade.ToArray(), null, new double[12], [0, Market(world, 0, 1), .. Enumerable.Range(2, 4).Select(cell => Market(world, cell / 2, cell % 2))], [4, 4]);
        var error = Assert.Throws<NoEquilibriumException>(
            () => Simulation.Solve(single, Ban(world) with { MayVanish = [new Sector(1)] }, Horizon.Long, Closure.Fixed, cancellation: TestContext.Current.CancellationToken));
        Assert.Contains("s1 cannot vanish in R0, where some buyers buy nothing else", error.Message, StringComparison.Ordinal);
    }

    private static double Market(World world, int destination, int sector) =>
        Enumerable.Range(0, 3).Sum(origin => world.Trade[(sector * 3 + origin) * 3 + destination]);

    private static double Bought(World world)
    {
        var (n, last) = (world.Regions.Length, world.Sectors.Length - 1);
        return Enumerable.Range(0, n).Sum(i => world.Trade[(last * n + i) * n]);
    }

    private static FlowBlock Last(World world) => new(Blocks.Regions(world), Blocks.Regions(0), [new Sector(world.Sectors.Length - 1)]);

    private static Shock Ban(World world) => new() { Costs = [Blocks.Ban(Last(world))] };

    private static Shock ListedBan(World world) => new() { ListedBans = [new ListedBan(Last(world), 0.7)] };
}
