using System.Collections.Immutable;
using CsCheck;
using Samarkand.Analyses.Coalitions;
using Samarkand.Cases;
using Samarkand.Tests.Cases;
using Samarkand.Tests.Model;
using Samarkand.Worlds;

namespace Samarkand.Tests.Analyses.Coalitions;

/// <summary>What Shapley values must satisfy, and known ones.</summary>
public class ShapleyTests
{
    private const string Package = "package: [{ kind: trade-cost, factor: 2, both: true }, { kind: asset-freeze, amount: 50 mn USD, yield: 0.1 }]\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void The_airport_game_has_its_known_values()
    {
        // Whoever needs the longest runway pays for it: values 1/3, 1/3 + 1/2, 1/3 + 1/2 + 1.
        var worths = Enumerable.Range(0, 8).Select(subset => subset == 0 ? 0.0 : int.Log2(subset) + 1).ToArray();
        Assert.All(ShapleyValues.Of(worths, 3).Zip([1 / 3.0, 5 / 6.0, 11 / 6.0]), pair => Assert.Equal(pair.Second, pair.First, 1e-15));
    }

    [Fact]
    public void Values_add_up_to_the_whole() => Gen.Int[0, 1_000_000].Sample(
        seed =>
        {
            var bound = Bind(RandomEconomy.Make(6, 3, withTariffs: true, balancedTrade: false, seed), "[R1, R2, R3, R4]");
            var solver = new SubsetSolver(bound, 16, Token);
            foreach (var members in new[] { CoalitionMember.Each(bound), CoalitionMember.Named(bound, "--members", ["R1", "R3"]) })
            {
                var (all, none) = (solver.Without([], Token), solver.Without([.. members.SelectMany(member => member.Regions)], Token));
                foreach (var values in new[] { Exact(solver, members), ShapleyValues.OfPermutations(solver, members, 3, seed, cancellation: Token) })
                {
                    Assert.Equal(all.Harm - none.Harm, values.Harm.Sum(), 1e-9 * Math.Abs(all.Harm));
                    Assert.Equal(all.Cost - none.Cost, values.Cost.Sum(), 1e-9 * Math.Max(1, Math.Abs(all.Cost)));
                }
            }
        },
        iter: 20);

    [Fact]
    public void Nobody_left_in_the_coalition_is_the_world_without_the_case()
    {
        var bound = Bind(RandomEconomy.Make(5, 3, withTariffs: true, balancedTrade: false, 7), "[R1, R2, R3]");
        Assert.All(new SubsetSolver(bound, 1, Token).Without(bound.Coalition, Token).Variations, variation => Assert.Equal(0, variation, 1e-6));
    }

    [Fact]
    public void Symmetric_members_are_worth_the_same()
    {
        var bound = Bind(Special.Twins(), "[R1, R2, R3]");
        var values = Exact(new SubsetSolver(bound, 8, Token), CoalitionMember.Each(bound));
        Assert.Equal(values.Harm[0], values.Harm[1], 1e-7);
        Assert.Equal(values.Cost[0], values.Cost[1], 1e-7);
        Assert.True(Math.Abs(values.Harm[0] - values.Harm[2]) > 1e-3, "the third is another");
    }

    [Fact]
    public void A_member_without_trade_with_the_target_is_worth_nothing()
    {
        var world = Special.WithoutTrade();
        var bound = Yaml.Bind("title: t\ntarget: R0\ncoalition: [R1, R2, R3]\npackage: [{ kind: trade-cost, factor: inf, both: true }]\n", world);
        var members = CoalitionMember.Each(bound);
        var solver = new SubsetSolver(bound, 8, Token);
        var values = Exact(solver, members);
        Assert.Equal(0, values.Harm[2], 1e-7);
        Assert.Equal(0, values.Cost[2], 1e-7);
        Assert.True(values.Harm[0] > 0.01);
        Assert.Equal(0, MemberWorth.Of(solver, members, values, Token)[2].OwnGainByLeaving, 1e-7);
    }

    [Fact]
    public void Permutations_come_near_and_their_errors_say_how_near()
    {
        var bound = Bind(RandomEconomy.Make(6, 3, withTariffs: true, balancedTrade: false, 11), "[R1, R2, R3, R4]");
        var solver = new SubsetSolver(bound, 1000, Token);
        var members = CoalitionMember.Each(bound);
        var exact = Exact(solver, members);
        var sampled = ShapleyValues.OfPermutations(solver, members, 200, 1, cancellation: Token);
        Assert.Equal(sampled.Harm.ToArray(), ShapleyValues.OfPermutations(solver, members, 200, 1, cancellation: Token).Harm.ToArray());
        Assert.NotEqual(sampled.Harm.ToArray(), ShapleyValues.OfPermutations(solver, members, 200, 2, cancellation: Token).Harm.ToArray());
        for (var m = 0; m < members.Length; m++)
        {
            Assert.Equal(0, exact.StandardError[m]);
            Assert.InRange(Math.Abs(sampled.Harm[m] - exact.Harm[m]), 0, 4 * sampled.StandardError[m] + 1e-6);
            Assert.InRange(Math.Abs(sampled.Cost[m] - exact.Cost[m]), 0, 4 * sampled.CostStandardError[m] + 1e-6);
        }
    }

    [Fact]
    public void A_member_without_any_trade_is_worth_nothing() => Gen.Int[0, 1_000_000].Sample(
        seed =>
        {
            var bound = Yaml.Bind($"title: t\ntarget: R0\ncoalition: [R1, R2, R5]\npackage: [{{ kind: trade-cost, factor: 3, both: true }}]\n", Island.Of(RandomEconomy.Make(5, 3, withTariffs: false, balancedTrade: false, seed)));
            var solver = new SubsetSolver(bound, 8, Token);
            var members = CoalitionMember.Each(bound);
            var values = Exact(solver, members);
            Assert.Equal(["R1", "R2", "R5"], members.Select(member => member.Name));
            Assert.Equal(0, values.Harm[2], 1e-7 * Math.Abs(values.Harm[0]));
            Assert.Equal(0, values.Cost[2], 1e-7 * Math.Abs(values.Harm[0]));
            Assert.True(Math.Abs(values.Harm[0]) > 1e-3);
        },
        iter: 20);

    [Fact]
    public void Members_in_another_order_have_the_same_values() => Gen.Int[0, 1_000_000].Sample(
        seed =>
        {
            var bound = Bind(RandomEconomy.Make(5, 3, withTariffs: true, balancedTrade: false, seed), "[R1, R2, R3]");
            var solver = new SubsetSolver(bound, 16, Token);
            var (one, other) = (Exact(solver, CoalitionMember.Named(bound, "--members", ["R1", "R2", "R3"])), Exact(solver, CoalitionMember.Named(bound, "--members", ["R3", "R1", "R2"])));
            Assert.All(new[] { (0, 1), (1, 2), (2, 0) }, pair => Assert.Equal(one.Harm[pair.Item1], other.Harm[pair.Item2], 1e-9 * one.Harm.Max(Math.Abs)));
        },
        iter: 10);

    private static ShapleyValues Exact(SubsetSolver solver, ImmutableArray<CoalitionMember> members) =>
        ShapleyValues.OfAllSubsets(SubsetWorths.OfAll(solver, members, cancellation: Token));

    private static BoundCase Bind(World world, string coalition) => Yaml.Bind($"title: t\ntarget: R0\ncoalition: {coalition}\n{Package}", world);

    /// <summary>Worlds of four regions and two sectors whose trade is symmetric, so that every region's use adds up.</summary>
    private static class Special
    {
        /// <summary>R1 and R2 are the same.</summary>
        public static World Twins() => Make((i, j) => Kind(i) == 1 && Kind(j) == 1 ? 30 : 20 + 7 * (Kind(i) + Kind(j)));

        /// <summary>R0 and R3 do not trade.</summary>
        public static World WithoutTrade() => Make((i, j) => i + j == 3 && i * j == 0 ? 0 : 20 + 5 * (i + j));

        private static int Kind(int region) => region == 2 ? 1 : region;

        private static World Make(Func<int, int, double> flow)
        {
            const int Regions = 4, Sectors = 2;
            var trade = new double[Sectors * Regions * Regions];
            var (inputs, final) = (new double[Regions * Sectors * Sectors], new double[Regions * Sectors]);
            for (var k = 0; k < Sectors; k++)
            {
                for (var i = 0; i < Regions; i++)
                {
                    for (var j = 0; j < Regions; j++)
                        trade[(k * Regions + i) * Regions + j] = (k + 1) * (i == j ? 200 : flow(i, j));
                }

                // Trade is symmetric, so that what a region buys of a sector is what it makes; three tenths go into its production.
                for (var r = 0; r < Regions; r++)
                {
                    var bought = Enumerable.Range(0, Regions).Sum(i => trade[(k * Regions + i) * Regions + r]);
                    inputs[(r * Sectors + k) * Sectors + k] = 0.3 * bought;
                    final[r * Sectors + k] = 0.7 * bought;
                }
            }

            return new World(
                new WorldInfo("special", "special", 2000, [], []),
                [.. Enumerable.Range(0, Regions).Select(r => new RegionInfo($"R{r}", $"Region {r}"))],
                [.. Enumerable.Range(0, Sectors).Select(k => new SectorInfo($"s{k}", $"Sector {k}", ["goods"]))],
                ImmutableArray<Bloc>.Empty,
                trade,
                null,
                inputs,
                final,
                [4, 6]);
        }
    }
}
