using CsCheck;
using Samarkand.Cases;
using Samarkand.Model;
using Samarkand.Tests.Model;
using Samarkand.Worlds;
using static Samarkand.Tests.Cases.MoneyAccounts;

namespace Samarkand.Tests.Cases;

/// <summary>
/// Rescue and punishment move money and make none, in random worlds: R1 and R2 sanction R0, R3 comes to the rescue. The first sector is
/// machinery, the second, where there is one, vehicles.
/// </summary>
public class StanceMoneyTests
{
    private static readonly Gen<World> Worlds =
        from regions in Gen.Int[4, 6]
        from sectors in Gen.Int[1, 4]
        from tariffs in Gen.Bool
        from seed in Gen.Int[0, 1_000_000]
        select Tagged(RandomEconomy.Make(regions, sectors, tariffs, balancedTrade: false, seed));

    [Theory]
    [InlineData("", 3)]
    [InlineData(", paid-by: R1", 1)]
    [InlineData(", paid-by: R0", 0)]
    public void Supply_is_paid_by_its_payer(string more, int payer) => Worlds.Sample(
        world =>
        {
            var equilibrium = Solve(Bind(world, $"means: [{{ kind: supply, discount: 0.15{more} }}]"));
            var (flows, gained) = (TradeFlows.Of(equilibrium), TariffRevenue(world, equilibrium));
            for (var k = 0; k < world.Sectors.Length; k++)
            {
                // The payer pays a share of the basic price; the target takes its tariff on what is left of the price.
                var tariff = world.Tariffs.IsEmpty ? 0 : world.Tariffs[(k * world.Regions.Length + 3) * world.Regions.Length];
                var sold = flows[new Sector(k), new Region(3), new Region(0)];
                gained[payer] -= 0.15 * sold;
                gained[0] -= 0.15 * tariff * sold;
            }

            for (var r = 0; r < gained.Length; r++)
                Assert.Equal(gained[r], equilibrium.Revenues[r], 1e-7);
        },
        iter: 30);

    [Fact]
    public void A_transfer_passes_from_rescuer_to_target() => Worlds.Sample(
        world =>
        {
            var equilibrium = Solve(Bind(world, "means: [{ kind: transfer, amount: 3 million USD }]"));
            for (var r = 0; r < world.Regions.Length; r++)
                Assert.Equal(r == 0 ? 3 : r == 3 ? -3 : 0, Given(equilibrium, r), 1e-8);
        },
        iter: 30);

    [Fact]
    public void Arms_are_bought_out_of_the_rescuers_income() => Worlds.Sample(
        world =>
        {
            var bound = Bind(world, "means: [{ kind: arms, amount: 3 million USD }]");
            var equilibrium = Solve(bound);
            for (var r = 0; r < world.Regions.Length; r++)
                Assert.Equal(r == 3 ? -3 : 0, Given(equilibrium, r), 1e-8);

            // Spread as its final demand is; what all spend is what all have, and inputs, and the arms.
            var tagged = Math.Min(2, world.Sectors.Length);
            double[] spent = [.. Enumerable.Range(0, tagged).Select(k => world.Final[3 * world.Sectors.Length + k])];
            Assert.Equal(spent.Select(value => 3 * value / spent.Sum()), bound.Shock.Purchases.Select(purchase => purchase.Amount), (a, b) => Math.Abs(a - b) < 1e-9);
            var (n, s, inputs) = (world.Regions.Length, world.Sectors.Length, 0.0);
            for (var r = 0; r < n; r++)
            {
                for (var k = 0; k < s; k++)
                    inputs += (1 - equilibrium.Baseline.ValueAddedShares[r * s + k]) * Output(equilibrium, r, k);
            }

            Assert.Equal(1, Sum(equilibrium.Expenditures) / (inputs + Sum(equilibrium.Incomes) + 3), 1e-9);
        },
        iter: 30);

    [Fact]
    public void Arms_raise_what_the_buyer_spends_on_them()
    {
        var world = Tagged(RandomEconomy.Make(4, 3, withTariffs: false, balancedTrade: false, seed: 8));
        var (without, with) = (Solve(Bind(world, "")), Solve(Bind(world, "means: [{ kind: arms, amount: 20 million USD }]")));

        double Arms(Samarkand.Model.Equilibrium e) => e.Expenditures[3] + e.Expenditures[4 + 3];
        Assert.InRange(Arms(with) - Arms(without), 5, 40);
        Assert.True(with.Incomes[3] < without.Incomes[3] - 10);
    }

    [Fact]
    public void A_secondary_tariff_is_the_coalitions_gain() => Worlds.Sample(
        world =>
        {
            var equilibrium = Solve(Bind(world, "", "secondary: { package: [{ kind: tariff, rate: 0.1 }] }\n"));
            var (flows, gained) = (TradeFlows.Of(equilibrium), TariffRevenue(world, equilibrium));
            for (var r = 1; r < 3; r++)
            {
                for (var k = 0; k < world.Sectors.Length; k++)
                    gained[r] += 0.1 * flows[new Sector(k), new Region(3), new Region(r)];
            }

            for (var r = 0; r < gained.Length; r++)
                Assert.Equal(gained[r], equilibrium.Revenues[r], 1e-7);
        },
        iter: 30);

    [Fact]
    public void Retaliation_cuts_what_the_target_sells_to_the_coalition() => Worlds.Sample(
        world =>
        {
            var equilibrium = Solve(Bind(world, "", "retaliation: { package: [{ kind: export-ban, sectors: [s0], coverage: 1 }] }\n"));
            var flows = TradeFlows.Of(equilibrium);
            Assert.Equal((0, 0), (flows[new Sector(0), new Region(0), new Region(1)], flows[new Sector(0), new Region(0), new Region(2)]));
            Assert.True(flows[new Sector(0), new Region(0), new Region(3)] > 0);
        },
        iter: 20);

    [Fact]
    public void Without_anything_that_acts_every_bit_is_what_it_was() => Worlds.Sample(
        world =>
        {
            const string Idle =
                "over-compliance: { risk: 0, slope: 1, risk-comply: 0 }\nretaliation: { trigger: [comply], package: [{ kind: import-ban }] }\n"
                + "secondary: { trigger: [rescue], package: [{ kind: import-ban }] }\nplayers: [{ region: R3, stance: neutral, means: [{ kind: supply, discount: 0.1 }] }]\n";
            var (plain, idle) = (Yaml.Parse(Head).BindTo(world), Yaml.Parse(Head + Idle).BindTo(world));
            Shocks.AssertSame(plain.Shock, idle.Shock);
            var (a, b) = (Solve(plain), Solve(idle));
            Assert.Equal(a.Incomes.ToArray(), b.Incomes.ToArray());
            Assert.Equal(a.Prices.ToArray(), b.Prices.ToArray());
        },
        iter: 15);

    private const string Head = "title: t\nworld: random\ntarget: R0\ncoalition: [R1, R2]\npackage: [{ kind: trade-cost, factor: 1.2 }]\n";

    private static BoundCase Bind(World world, string means, string more = "") =>
        Yaml.Parse(Head + $"players: [{{ region: R3, stance: rescue{(means.Length == 0 ? "" : ", " + means)} }}]\n" + more).BindTo(world);

    private static World Tagged(World world)
    {
        string[][] tags = [["goods", "machinery"], ["goods", "vehicles"]];
        return new World(
            world.About,
            world.Regions,
            [.. world.Sectors.Select((sector, k) => k < 2 ? sector with { Tags = [.. tags[k]] } : sector)],
            world.Blocs,
            world.Trade.ToArray(),
            world.Tariffs.IsEmpty ? null : world.Tariffs.ToArray(),
            world.Inputs.ToArray(),
            world.Final.ToArray(),
            world.Elasticities.ToArray());
    }

    private static double Output(Samarkand.Model.Equilibrium equilibrium, int region, int sector)
    {
        var (flows, output) = (TradeFlows.Of(equilibrium), 0.0);
        for (var j = 0; j < equilibrium.Baseline.RegionCount; j++)
            output += flows[new Sector(sector), new Region(region), new Region(j)];
        return output;
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += value;
        return sum;
    }
}
