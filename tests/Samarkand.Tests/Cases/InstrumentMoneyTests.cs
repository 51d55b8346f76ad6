using CsCheck;
using Samarkand.Cases;
using Samarkand.Model;
using Samarkand.Tests.Model;
using Samarkand.Worlds;
using static Samarkand.Tests.Cases.MoneyAccounts;

namespace Samarkand.Tests.Cases;

/// <summary>
/// Instruments move money from one to another and make none: each in a case, bound to a random world in which R1 and R2 sanction R0,
/// and solved.
/// </summary>
public class InstrumentMoneyTests
{
    private static readonly Gen<World> Worlds =
        from regions in Gen.Int[3, 6]
        from sectors in Gen.Int[1, 4]
        from tariffs in Gen.Bool
        from seed in Gen.Int[0, 1_000_000]
        select RandomEconomy.Make(regions, sectors, tariffs, balancedTrade: false, seed);

    [Theory]
    [InlineData("asset-seizure, amount: 40 million USD, years: 10", 4)]
    [InlineData("investment-stop, amount: 3 million USD", 3)]
    [InlineData("transfer, amount: 3 million USD", -3)]
    public void Lump_payments_pass_from_the_target_to_the_coalition_by_value_added(string instrument, double lost) => Worlds.Sample(
        world =>
        {
            var equilibrium = Solve(world, instrument);
            var added = equilibrium.Baseline.ValueAdded.ToArray();
            double[] gains = [-lost, lost * added[1] / (added[1] + added[2]), lost * added[2] / (added[1] + added[2])];
            for (var r = 0; r < added.Length; r++)
                Assert.Equal(r < 3 ? gains[r] : 0, Given(equilibrium, r), 1e-8);
        },
        iter: 30);

    [Theory]
    [InlineData("asset-freeze, amount: 100 million USD, yield: 0.05", 5)]
    [InlineData("asset-freeze, amount: 20 million USD, yield: 0.05, against: drawdown, years: 4", 6)]
    public void A_freeze_takes_the_yield_from_the_target_and_gives_it_to_nobody(string instrument, double lost) => Worlds.Sample(
        world =>
        {
            var equilibrium = Solve(world, instrument);
            for (var r = 0; r < world.Regions.Length; r++)
                Assert.Equal(r == 0 ? -lost : 0, Given(equilibrium, r), 1e-8);
        },
        iter: 30);

    [Fact]
    public void A_price_cap_passes_the_discount_from_exporter_to_buyers() => Worlds.Sample(
        world =>
        {
            var equilibrium = Solve(world, "price-cap, discount: 0.2");
            var (n, tariffs) = (world.Regions.Length, TariffRevenue(world, equilibrium));
            for (var r = 0; r < n; r++)
            {
                var passed = r == 0 ? -0.2 * (Sold(equilibrium, 0, 1) + Sold(equilibrium, 0, 2)) : r < 3 ? 0.2 * Sold(equilibrium, 0, r) : 0;
                Assert.Equal(passed + tariffs[r], equilibrium.Revenues[r], 1e-7);
            }
        },
        iter: 30);

    [Theory]
    [InlineData("price-cap, discount: 0.2, volume: market", 0.25, 1)]
    [InlineData("tariff, rate: 0.1", 0.1, 0)]
    [InlineData("tariff, rate: -0.15", -0.15, 0)]
    public void A_wedge_is_the_importers_gain_and_a_subsidy_its_loss(string instrument, double rate, int compounds) => Worlds.Sample(
        world =>
        {
            var equilibrium = Solve(world, instrument);
            var (n, flows, tariffs) = (world.Regions.Length, TradeFlows.Of(equilibrium), TariffRevenue(world, equilibrium));
            for (var r = 0; r < n; r++)
            {
                var gained = tariffs[r];
                for (var k = 0; r is 1 or 2 && k < world.Sectors.Length; k++)
                {
                    // A wedge beside the tariff is taken on the price that includes the tariff, a rate added to the tariff is not.
                    var tariff = world.Tariffs.IsEmpty ? 0 : world.Tariffs[k * n * n + r];
                    gained += rate * (1 + compounds * tariff) * flows[new Sector(k), new Region(0), new Region(r)];
                }

                Assert.Equal(gained, equilibrium.Revenues[r], 1e-7);
            }
        },
        iter: 30);

    private static Samarkand.Model.Equilibrium Solve(World world, string instrument)
    {
        var text = $"title: t\nworld: random\ntarget: R0\ncoalition: [R1, R2]\npackage: [{{ kind: {instrument} }}]\n";
        return MoneyAccounts.Solve(CaseSource.FromText(text, Yaml.Source).Case.BindTo(world));
    }
}
