using System.Collections.Immutable;
using CsCheck;
using Samarkand.Equilibrium;
using Samarkand.Worlds;

namespace Samarkand.Tests.Equilibrium;

/// <summary>The identities of docs/method.md, section 4, on random worlds.</summary>
public class IdentityTests
{
    private static readonly Gen<(World World, int Seed)> Cases = Gen.Select(RandomEconomy.Worlds, Gen.Int[0, 1_000_000]);

    [Fact]
    public void No_shock_changes_nothing() => RandomEconomy.Worlds.Sample(
        world =>
        {
            var equilibrium = Solve(world, Shock.None);
            Assert.All(equilibrium.Wages.ToArray(), w => Assert.Equal(1, w, 1e-12));
            Assert.All(equilibrium.Prices.ToArray(), p => Assert.Equal(1, p, 1e-12));
        },
        iter: 100);

    [Fact]
    public void Money_moves_and_is_not_made() => Cases.Sample(
        sample =>
        {
            var equilibrium = Solve(sample.World, Random(sample.World, sample.Seed));
            var flows = TradeFlows.Of(equilibrium);
            var (income, spent, wages, world) = (Sum(equilibrium.Incomes), 0.0, 0.0, Sum(equilibrium.Baseline.ValueAdded));
            var (n, s) = (sample.World.Regions.Length, sample.World.Sectors.Length);
            for (var r = 0; r < n; r++)
            {
                wages += equilibrium.Wages[r] * equilibrium.Baseline.ValueAdded[r];
                var used = 0.0;
                for (var k = 0; k < s; k++)
                {
                    for (var user = 0; user < s; user++)
                        used += equilibrium.Baseline.InputShares[(r * s + k) * s + user] * equilibrium.Outputs[r * s + user];
                    spent += equilibrium.Expenditures[k * n + r];
                }

                spent -= used;
            }

            Assert.Equal(1, income / spent, 1e-9);
            Assert.Equal(1, wages / world, 1e-10);
            var wedges = Sum(flows.Buyers) - Sum(flows.Basic);
            Assert.Equal(0, (Sum(equilibrium.Revenues) - wedges) / world, 1e-9);
            Assert.Equal(1, Sum(flows.Buyers) / Sum(equilibrium.Expenditures), 1e-9);
            Assert.Equal(1, Sum(flows.Basic) / Sum(equilibrium.Outputs), 1e-9);
        },
        iter: 300);

    [Fact]
    public void Labels_in_any_order_give_the_same_numbers() => Cases.Sample(
        sample =>
        {
            var shock = Random(sample.World, sample.Seed);
            var n = sample.World.Regions.Length;
            var order = Enumerable.Range(0, n).ToArray();
            new Random(sample.Seed).Shuffle(order);
            var straight = Solve(sample.World, shock);
            var turned = Solve(Reorder(sample.World, order), Reorder(shock, order));
            for (var r = 0; r < n; r++)
                Assert.Equal(straight.RealIncome(new Region(order[r])), turned.RealIncome(new Region(r)), 1e-8);
        },
        iter: 100);

    [Fact]
    public void Both_solvers_agree() => Cases.Sample(
        sample =>
        {
            var shock = Random(sample.World, sample.Seed);
            var baseline = Baseline.Of(sample.World, Horizon.Long);
            var plain = Solver.For(baseline).Solve(shock, tolerance: 1e-12);
            var prepared = Solver.Prepare(baseline).Solve(shock, tolerance: 1e-12);
            for (var r = 0; r < baseline.RegionCount; r++)
                Assert.Equal(plain.RealIncome(new Region(r)), prepared.RealIncome(new Region(r)), 1e-9);
        },
        iter: 50);

    [Fact]
    public void Autarky_without_inputs_has_its_closed_form() => Gen.Int[0, 1_000_000].Sample(
        seed =>
        {
            var world = RandomEconomy.Make(4, 1, withTariffs: false, balancedTrade: true, seed);
            var free = new World(world.About, world.Regions, world.Sectors, world.Blocs, world.Trade.ToArray(), null, new double[4], [.. Enumerable.Range(0, 4).Select(r => Market(world, r))], world.Elasticities.ToArray());
            ImmutableArray<Region> all = [.. Enumerable.Range(0, 4).Select(r => new Region(r))];
            var shock = new Shock { Costs = [new CostChange(new FlowBlock(all, all, [new Sector(0)]), double.PositiveInfinity)] };
            var equilibrium = Solve(free, shock);
            for (var r = 0; r < 4; r++)
            {
                var home = equilibrium.Baseline.TradeShares[r * 4 + r];
                Assert.Equal(Math.Pow(home, 1 / world.Elasticities[0]), equilibrium.RealIncome(new Region(r)), 1e-9);
            }
        },
        iter: 50);

    private static double Market(World world, int region)
    {
        var n = world.Regions.Length;
        return Enumerable.Range(0, n).Sum(i => world.Trade[i * n + region]);
    }

    private static Samarkand.Equilibrium.Equilibrium Solve(World world, Shock shock) =>
        Solver.For(Baseline.Of(world, Horizon.Long)).Solve(shock, tolerance: 1e-11);

    // Every kind of change at once, small enough that a surplus that is held can still be earned; region 0 and region 1 are the sides.
    private static Shock Random(World world, int seed)
    {
        var random = new Random(seed);
        ImmutableArray<Region> one = [new Region(0)];
        ImmutableArray<Region> other = [new Region(1)];
        ImmutableArray<Sector> some = [new Sector(random.Next(world.Sectors.Length))];
        var (there, back) = (new FlowBlock(one, other, some), new FlowBlock(other, one, some));
        return new Shock
        {
            Costs = [new CostChange(there, 1 + random.NextDouble(), 0.6), new CostChange(back, double.PositiveInfinity, 0.4 * random.NextDouble())],
            ListedBans = [new ListedBan(there, 0.1 + 0.8 * random.NextDouble())],
            Tariffs = [new TariffChange(back, 0.2 * random.NextDouble())],
            Wedges = [new Wedge(there, -0.1, new Region(0)), new Wedge(back, 0.1, null)],
            FlowPayments = [new FlowPayment(back, 0.1)],
            Payments = [new Payment(new Region(1), new Region(0), 3 * random.NextDouble())],
        };
    }

    private static Shock Reorder(Shock shock, int[] order)
    {
        Region At(Region region) => new(Array.IndexOf(order, region.Index));
        FlowBlock Turn(FlowBlock block) => new([.. block.Origins.Select(At)], [.. block.Destinations.Select(At)], block.Sectors);
        return new Shock
        {
            Costs = [.. shock.Costs.Select(c => c with { Flows = Turn(c.Flows) })],
            ListedBans = [.. shock.ListedBans.Select(b => b with { Flows = Turn(b.Flows) })],
            Tariffs = [.. shock.Tariffs.Select(t => t with { Flows = Turn(t.Flows) })],
            Wedges = [.. shock.Wedges.Select(w => w with { Flows = Turn(w.Flows), Owner = w.Owner is { } owner ? At(owner) : null })],
            FlowPayments = [.. shock.FlowPayments.Select(p => p with { Flows = Turn(p.Flows) })],
            Payments = [.. shock.Payments.Select(p => new Payment(At(p.From), At(p.To), p.Amount))],
        };
    }

    private static World Reorder(World world, int[] order)
    {
        var (n, s) = (world.Regions.Length, world.Sectors.Length);
        var (trade, tariffs) = (new double[s * n * n], world.Tariffs.IsEmpty ? null : new double[s * n * n]);
        var (inputs, final) = (new double[n * s * s], new double[n * s]);
        for (var k = 0; k < s; k++)
        {
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++)
                {
                    var from = (k * n + order[i]) * n + order[j];
                    trade[(k * n + i) * n + j] = world.Trade[from];
                    if (tariffs is not null)
                        tariffs[(k * n + i) * n + j] = world.Tariffs[from];
                }

                final[i * s + k] = world.Final[order[i] * s + k];
            }
        }

        for (var r = 0; r < n; r++)
            world.Inputs.Slice(order[r] * s * s, s * s).CopyTo(inputs.AsSpan(r * s * s));
        return new World(world.About, [.. order.Select(r => world.Regions[r])], world.Sectors, [], trade, tariffs, inputs, final, world.Elasticities.ToArray());
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += value;
        return sum;
    }
}
