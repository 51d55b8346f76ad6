using System.Collections.Immutable;
using CsCheck;
using Samarkand.Analyses.Explanation;
using Samarkand.Model;
using Samarkand.Tests.Model;
using Samarkand.Worlds;

namespace Samarkand.Tests.Analyses.Explanation;

public class IncomeChannelTests
{
    private static readonly Gen<(World World, int Seed)> Samples = Gen.Select(RandomEconomy.Worlds, Gen.Int[0, 1_000_000]);

    [Theory]
    [InlineData(Closure.Fixed)]
    [InlineData(Closure.Proportional)]
    [InlineData(Closure.Closed)]
    [InlineData(Closure.Unfinanced)]
    [InlineData(Closure.Unspent)]
    public void Channels_add_up_to_the_change_of_real_income_under_every_kind_of_shock(Closure closure) => Samples.Sample(
        sample => AddUp(Simulation.Solve(sample.World, RandomShock.Of(sample.World, sample.Seed) with { Confined = new Region(0) }, Horizon.Long, closure, 1e-12)), iter: 150);

    [Fact]
    public void They_add_up_where_trade_ends() => Gen.Int[0, 1_000_000].Sample(
        seed =>
        {
            var world = RandomEconomy.Make(5, 4, withTariffs: seed % 2 == 0, balancedTrade: false, seed);
            var there = new FlowBlock([new Region(0)], [new Region(1), new Region(2)], [.. Enumerable.Range(0, 4).Select(k => new Sector(k))]);
            var back = there with { Origins = there.Destinations, Destinations = there.Origins };
            var ban = new Shock { Costs = [new CostChange(there, double.PositiveInfinity), new CostChange(back, double.PositiveInfinity)] };
            ChannelKind[] lost = [ChannelKind.Barriers, ChannelKind.ExportPrices, ChannelKind.Revenue];
            var regions = AddUp(Simulation.Solve(world, ban, Horizon.Medium, Closure.Closed, 1e-12));
            // What no longer comes has no price, and is lost; what was sold there is part of what exports earned.
            Assert.All(regions[0].Channels.Where(channel => channel.Partner?.Index is 1 or 2), channel => Assert.Contains(channel.Kind, lost));
            Assert.Contains(regions[0].Channels, channel => channel.Kind == ChannelKind.Barriers && channel.Partner?.Index == 1 && channel.Log < 0);
        },
        iter: 60);

    [Fact]
    public void They_add_up_where_a_market_vanishes()
    {
        var world = RandomEconomy.WithoutMaker(4, 3, 1, 2, withTariffs: true, seed: 5);
        var ban = new Shock
        {
            Costs = [new CostChange(new FlowBlock([new Region(0), new Region(2), new Region(3)], [new Region(1)], [new Sector(2)]), double.PositiveInfinity)],
            MayVanish = [new Sector(2)],
        };
        AddUp(Simulation.Solve(world, ban, Horizon.Long, Closure.Fixed, 1e-12, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void In_autarky_all_is_lost_varieties() => Gen.Int[0, 1_000_000].Sample(
        seed =>
        {
            var world = RandomEconomy.Make(5, 3, withTariffs: false, balancedTrade: true, seed);
            ImmutableArray<Region> all = [.. Enumerable.Range(0, 5).Select(r => new Region(r))];
            var flows = new FlowBlock(all, all, [new Sector(0), new Sector(1), new Sector(2)]);
            foreach (var region in AddUp(Simulation.Solve(world, new Shock { Costs = [new CostChange(flows, double.PositiveInfinity)] }, Horizon.Long, Closure.Fixed, 1e-12)))
            {
                Assert.Equal(Math.Log(region.RealIncome), region.Total(ChannelKind.Barriers), 1e-9);
                Assert.All(region.Channels.Where(channel => channel.Kind == ChannelKind.Barriers), channel => Assert.True(channel.Log < 0 && channel.Partner != region.Region));
            }
        },
        iter: 50);

    [Fact]
    public void A_payment_shows_as_what_it_is_on_both_sides() => RandomEconomy.Worlds.Sample(
        world =>
        {
            var equilibrium = Simulation.Solve(world, new Shock { Payments = [new Payment(new Region(0), new Region(1), 4)] }, Horizon.Long, Closure.Fixed, 1e-12);
            var regions = AddUp(equilibrium);
            foreach (var (region, sign) in ((int, int)[])[(0, -1), (1, 1)])
            {
                var paid = Assert.Single(regions[region].Channels, channel => channel.Kind == ChannelKind.Payments);
                Assert.Equal(new Region(1 - region), paid.Partner);
                Assert.Null(paid.Sector);
                var (after, before) = (equilibrium.Incomes[region], regions[region].Income);
                Assert.Equal(sign * 4 * Math.Log(after / before) / (after - before), paid.Log, 1e-9);
            }
        },
        iter: 50);

    [Fact]
    public void Small_changes_weigh_what_the_baseline_uses_directly_and_as_inputs() => Gen.Int[0, 1_000_000].Sample(
        seed =>
        {
            var world = RandomEconomy.Make(4, 3, withTariffs: true, balancedTrade: false, seed);
            var dearer = new FlowBlock([new Region(1)], [new Region(0)], [new Sector(0)]);
            var taxed = new FlowBlock([new Region(2)], [new Region(0)], [new Sector(0)]);
            var equilibrium = Simulation.Solve(world, new Shock { Costs = [new CostChange(dearer, 1.0001)], Tariffs = [new TariffChange(taxed, 0.0001)] }, Horizon.Long, Closure.Fixed, 1e-13);
            var (b, costs, uses) = (equilibrium.Baseline, equilibrium.Costs(), Uses(equilibrium.Baseline));
            foreach (var channel in AddUp(equilibrium)[0].Channels.Where(channel => channel.Partner is not null && channel.Sector is not null))
            {
                var (i, k) = (channel.Partner!.Value.Index, channel.Sector!.Value.Index);
                var (share, cost) = (b.TradeShares[(k * 4 + i) * 4], Math.Log(costs[i * 3 + k]));
                double? expected = channel.Kind switch
                {
                    ChannelKind.ImportPrices => -b.FinalShares[k] * share * cost,
                    ChannelKind.InputPrices => -(uses[k] - b.FinalShares[k]) * share * cost,
                    ChannelKind.Barriers => i == 1 && k == 0 ? -uses[k] * share * Math.Log(1.0001) : 0,
                    ChannelKind.Wedges => i == 2 && k == 0 ? -uses[k] * share * Math.Log(1 + 0.0001 / (1 + b.Tariffs[2 * 4])) : 0,
                    _ => null,
                };
                if (expected is { } first)
                    Assert.Equal(first, channel.Log, 0.01 * Math.Abs(first) + 1e-13);
            }
        },
        iter: 50);

    [Fact]
    public void A_small_change_earns_on_exports_what_they_are_of_income() => Gen.Int[0, 1_000_000].Sample(
        seed =>
        {
            var made = RandomEconomy.Make(4, 1, withTariffs: false, balancedTrade: false, seed);
            double[] markets = [.. Enumerable.Range(0, 4).Select(j => Enumerable.Range(0, 4).Sum(i => made.Trade[i * 4 + j]))];
            var world = new World(made.About, made.Regions, made.Sectors, made.Blocs, made.Trade.ToArray(), null, new double[4], markets, made.Elasticities.ToArray());
            var flow = new FlowBlock([new Region(1), new Region(2)], [new Region(0)], [new Sector(0)]);
            var equilibrium = Simulation.Solve(world, new Shock { Costs = [new CostChange(flow, 1.001)] }, Horizon.Long, Closure.Fixed, 1e-13);
            foreach (var region in AddUp(equilibrium))
            {
                var (exporter, wage) = (region.Region.Index, Math.Log(equilibrium.Wages[region.Region.Index]));
                foreach (var channel in region.Channels.Where(channel => channel.Kind == ChannelKind.ExportPrices))
                    Assert.Equal(world.Trade[exporter * 4 + channel.Partner!.Value.Index] / region.Income * wage, channel.Log, 0.01 * Math.Abs(channel.Log));
            }
        },
        iter: 50);

    [Fact]
    public void A_small_tariff_is_paid_by_buyers_and_received_by_their_state() => Gen.Int[0, 1_000_000].Sample(
        seed =>
        {
            var world = RandomEconomy.Make(4, 3, withTariffs: false, balancedTrade: false, seed);
            var flow = new FlowBlock([new Region(1)], [new Region(0)], [new Sector(0)]);
            var importer = AddUp(Simulation.Solve(world, new Shock { Tariffs = [new TariffChange(flow, 1e-4)] }, Horizon.Long, Closure.Fixed, 1e-13))[0];
            var (paid, received) = (Only(ChannelKind.Wedges), Only(ChannelKind.Revenue));
            Assert.True(received > 0);
            // Of inputs to exports foreigners pay a part.
            Assert.InRange(-paid, 0, received * (1 + 1e-2));

            double Only(ChannelKind kind)
            {
                var channel = Assert.Single(importer.Channels, channel => channel.Kind == kind);
                Assert.Equal((new Region(1), new Sector(0)), (channel.Partner, channel.Sector));
                return channel.Log;
            }
        },
        iter: 30);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(1.1, 1)]
    [InlineData(1.2, 1)]
    [InlineData(1.3, 1)]
    [InlineData(1e-12, 1)]
    [InlineData(1 + 1e-9, 1)]
    public void The_logarithmic_mean_turns_differences_into_logarithms(double x, double y)
    {
        Assert.Equal(x - y, LogMean.Of(x, y) * Math.Log(x / y), 1e-15);
        Assert.Equal(LogMean.Of(x, y), LogMean.Of(y, x), 1e-15);
        Assert.InRange(LogMean.Of(x, y), Math.Min(x, y), Math.Max(x, y));
        Assert.Equal(0, LogMean.Of(x, 0));
    }

    // a + B Phi a + (B Phi)^2 a + ... of the first region, round by round of home producers.
    private static double[] Uses(Baseline b)
    {
        var (n, s) = (b.RegionCount, b.SectorCount);
        double[] sum = [.. b.FinalShares[..s]], round = [.. sum];
        for (var more = 0; more < 200; more++)
        {
            var next = new double[s];
            for (var input = 0; input < s; input++)
            {
                for (var user = 0; user < s; user++)
                    next[input] += b.InputShares[input * s + user] * b.TradeShares[user * n * n] * round[user];
            }

            round = next;
            sum = [.. sum.Zip(round, (total, added) => total + added)];
        }

        return sum;
    }

    private static ImmutableArray<RegionChannels> AddUp(Samarkand.Model.Equilibrium equilibrium)
    {
        var regions = IncomeChannels.Of(equilibrium);
        Assert.Equal(equilibrium.Baseline.RegionCount, regions.Length);
        foreach (var region in regions)
        {
            Assert.All(region.Channels, channel => Assert.True(double.IsFinite(channel.Log)));
            Assert.Equal(Math.Log(equilibrium.RealIncome(region.Region)), region.Channels.Sum(channel => channel.Log), 1e-9);
            Assert.Equal(100 * (equilibrium.RealIncome(region.Region) - 1), region.Channels.Sum(channel => region.Percent(channel.Log)), 1e-7);
            Assert.Equal((equilibrium.RealIncome(region.Region) - 1) * region.Income, region.Channels.Sum(channel => region.Musd(channel.Log)), 1e-9 * region.Income);
        }

        return regions;
    }
}
