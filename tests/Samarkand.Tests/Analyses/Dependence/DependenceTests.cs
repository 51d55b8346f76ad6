using System.Collections.Immutable;
using CsCheck;
using Samarkand.Analyses.Dependence;
using Samarkand.Core;
using Samarkand.Effects;
using Samarkand.Model;
using Samarkand.Tests.Cases;
using Samarkand.Tests.Model;
using Samarkand.Worlds;
using Samarkand.Worlds.Files;

namespace Samarkand.Tests.Analyses.Dependence;

/// <summary>Dependence against a closed form, and against the effects that a case with the same cut has.</summary>
public class DependenceTests
{
    [Fact]
    public void Two_regions_that_have_only_each_other_fall_back_on_autarky() => Gen.Int[0, 1_000_000].Sample(
        seed =>
        {
            var world = RandomEconomy.Make(2, 1, withTariffs: false, balancedTrade: true, seed);
            var pair = DependenceStudy.Of(world, Shock.None, Horizon.Long, Closure.Fixed).Pair(new Region(0), new Region(1));
            foreach (var loss in new[] { pair.One, pair.Two })
            {
                // One sector: real income falls by the factor pi_jj^{1 / (theta g)}, g the share of value added.
                var j = loss.Region.Index;
                var market = world.Trade[j] + world.Trade[2 + j];
                var added = 1 - world.Inputs[j] / (world.Trade[2 * j] + world.Trade[2 * j + 1]);
                var factor = Math.Pow(world.Trade[2 * j + j] / market, 1 / (world.Elasticities[0] * added));
                Assert.Equal(100 * (factor - 1), loss.RealIncomePct, 1e-7);
                Assert.Equal(100, loss.ShareOfExportsPct, 1e-9);
            }
        },
        iter: 50);

    [Fact]
    public void The_junior_partner_is_the_one_that_loses_more_of_its_own_income()
    {
        var (small, large) = (Loss(0, 1, -4, -10), Loss(1, 0, -0.5, -50));
        var pair = new PairDependence(large, small);
        Assert.Equal((small, large, 8.0), (pair.Junior, pair.Senior, pair.Asymmetry));
        Assert.True(double.IsNaN(new PairDependence(small, large with { RealIncomePct = 0.1 }).Asymmetry));
        Assert.Null(new PairDependence(small, small).Junior);
    }

    [Fact]
    public void A_matrix_holds_what_each_pair_gives_whatever_the_threads()
    {
        var (world, token) = (RandomEconomy.Make(9, 4, withTariffs: true, balancedTrade: false, seed: 3), TestContext.Current.CancellationToken);
        ImmutableArray<Region> all = [.. Enumerable.Range(0, 9).Select(r => new Region(r))];
        var told = new List<(int Done, int All)>();
        var matrix = DependenceStudy.Of(world, Shock.None, Horizon.Medium, Closure.Fixed, pairs: 36, token).Matrix(all, (done, all) => { lock (told) told.Add((done, all)); }, token);
        var again = DependenceStudy.Of(world, Shock.None, Horizon.Medium, Closure.Fixed, pairs: 36, token).Matrix(all, null, token);
        Assert.Equal(matrix, again);
        Assert.Equal(72, matrix.Length);
        Assert.Equal((36, 36), told.Max());
        var study = DependenceStudy.Of(world, Shock.None, Horizon.Medium, Closure.Fixed, cancellation: token);
        foreach (var loss in matrix.Where(loss => loss.Region.Index < loss.On.Index))
        {
            var pair = study.Pair(loss.Region, loss.On, token);
            Assert.Equal(pair.One.RealIncomePct, loss.RealIncomePct, 1e-8);
            Assert.Equal(pair.Two.RealIncomePct, matrix.Single(other => other.Region == loss.On && other.On == loss.Region).RealIncomePct, 1e-8);
        }
    }

    [Fact]
    public void After_a_shock_it_is_what_the_cut_adds_to_it() => Gen.Select(RandomEconomy.Worlds, Gen.Int[0, 1000]).Where((world, _) => world.Regions.Length > 2).Sample(
        (world, seed) =>
        {
            var shock = new Shock { Tariffs = RandomShock.Of(world, seed).Tariffs };
            var pair = DependenceStudy.Of(world, shock, Horizon.Medium, Closure.Proportional).Pair(new Region(0), new Region(1));
            var before = Simulation.Solve(world, shock, Horizon.Medium, Closure.Proportional, CaseAnswer.Tolerance);
            var cut = Simulation.Solve(world, TradeCut.Of(world, shock, new Region(0), new Region(1)), Horizon.Medium, Closure.Proportional, CaseAnswer.Tolerance);
            var effects = new CaseEffects(Outcome.Of(before), Outcome.Of(cut));
            Assert.Equal(effects.Regions[0].RealIncomePct, pair.One.RealIncomePct, 1e-8);
            Assert.Equal(effects.Regions[1].EquivalentVariation, pair.Two.EquivalentVariation, 1e-6);
            for (var s = 0; s < world.Sectors.Length; s++)
                Assert.Equal(0, effects.After.Flows[new Sector(s), new Region(0), new Region(1)] + effects.After.Flows[new Sector(s), new Region(1), new Region(0)]);
        },
        iter: 40);

    /// <summary>A cut between the target and a member of a pool, or another state, is what a case finds that bans the same.</summary>
    [Theory]
    [InlineData("short")]
    [InlineData("medium")]
    public void Pools_of_gas_answer_to_a_cut_as_to_a_ban(string horizon)
    {
        var (token, answered) = (TestContext.Current.CancellationToken, 0);
        for (var seed = 0; seed < 12; seed++)
        {
            var world = PooledWorlds.Make(seed);
            var head = $"title: t\ntarget: RUS\ncoalition: [FRA, ITA, LTU]\nhorizon: {horizon}\ninputs: nested\ngas: pooled\ngas-pool: {{ spare: {(seed % 3) / 2.0}, passed: 0.6 }}\npackage:\n";
            const string Own = "  - { kind: import-ban, sectors: [s0], coverage: 0.6 }\n";
            foreach (var other in new[] { "DEU", "FRA", "USA" })
            {
                var (sold, bought) = ($"  - {{ kind: export-ban, from: RUS, to: [{other}], sectors: [all], coverage: 1 }}\n", $"  - {{ kind: export-ban, from: {other}, to: [RUS], sectors: [all], coverage: 1 }}\n");
                var (bound, cut, alone) = (Yaml.Bind(head + Own, world), Yaml.Bind(head + Own + sold + bought, world), Yaml.Bind(head + sold + bought, world));
                var (before, after) = (CaseAnswer.Solve(bound, token), CaseAnswer.Solve(cut, token));
                var (one, two) = (world.Find("RUS")!.Value, world.Find(other)!.Value);
                Agree(DependenceStudy.Of(bound, isSanctioned: true, cancellation: token).Pair(one, two, token), new CaseEffects(Outcome.Of(before.Equilibrium), Outcome.Of(after.Equilibrium)));
                Agree(DependenceStudy.Of(bound, isSanctioned: false, cancellation: token).Pair(one, two, token), CaseAnswer.Solve(alone, token).Effects);
                answered += other != "USA" && alone.Gas is not null ? 1 : 0;

                void Agree(PairDependence pair, CaseEffects effects)
                {
                    Assert.Equal(effects.Regions[one.Index].RealIncomePct, pair.One.RealIncomePct, 1e-7);
                    Assert.Equal(effects.Regions[two.Index].RealIncomePct, pair.Two.RealIncomePct, 1e-7);
                }
            }
        }

        Assert.True(answered > 15, $"{answered} cuts that pools answer to");
    }

    [Fact]
    public void A_cut_closes_the_ways_through_third_states_between_the_two_alone()
    {
        var world = RandomEconomy.Make(4, 2, withTariffs: false, balancedTrade: false, seed: 5);
        var (mine, others) = (Way(0, 1), Way(0, 3));
        var cut = TradeCut.Of(world, new Shock { Detours = [mine, others] }, new Region(1), new Region(0));
        Assert.Equal([others], cut.Detours);

        static Detour Way(int from, int to) => new(new Sector(0), new Region(from), new Region(to), 0.5, 0.5, 1.2, [new DetourLeg(new Region(2), 1, 0.1)]);
    }

    [Fact]
    public void Sectors_stand_in_the_order_of_the_loss_and_add_what_is_cut()
    {
        var (world, token) = (RandomEconomy.Make(4, 5, withTariffs: false, balancedTrade: false, seed: 9), TestContext.Current.CancellationToken);
        var profile = DependenceStudy.Of(world, Shock.None, Horizon.Medium, Closure.Fixed, cancellation: token).Profile(new Region(0), new Region(1), token);
        Assert.Equal(profile.Sectors.OrderBy(loss => loss.RealIncomePct), profile.Sectors);
        var trade = Enumerable.Range(0, 5).Sum(k => world.Trade[(k * 4 + 0) * 4 + 1] + world.Trade[(k * 4 + 1) * 4 + 0]);
        Assert.Equal(trade, profile.Sectors.Where(loss => loss.Loser.Index == 0).Sum(loss => loss.Trade), 1e-9);
        Assert.True(profile.Sectors[0].RealIncomePct > profile.Pair.Junior!.RealIncomePct, "one sector in one direction is worth less than all");
    }

    [Fact]
    public void Ties_of_the_embedded_world_are_those_of_its_file()
    {
        var ties = PairTies.Of(WorldCatalog.Open("samarkand-2021").Ties, "RUS", "CHN");
        Assert.Equal("CHN", Assert.Single(ties.Lending).With);
        Assert.Equal(0.2, ties.Distance!.Value, 0.1);
        Assert.Equal("consultation", ties.Memberships.Single(common => common.Organisation == "SCO").Obligation);
        Assert.Equal("defence", PairTies.Of(WorldCatalog.Open("samarkand-2021").Ties, "USA", "TUR").Memberships.Single(common => common.Organisation == "NATO").Obligation);
        Assert.Empty(WorldCatalog.Open("wiod-2011").Ties);
    }

    [Fact]
    public void A_file_of_ties_with_mistakes_is_refused_with_their_places()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var header = "kind,region,with,obligation,value,date,source\n";
            File.WriteAllText(Path.Combine(folder.FullName, "ties.csv"), header + "membership,A,X,consultation,,2001,treaty\nmembership,B,X,consulting,,2002,treaty\nlending,A,B,,much,2000,y\nmarriage,A,B,,,2000,y\n");
            var problems = Assert.Throws<InputException>(() => TiesIn(folder.FullName)).Problems;
            Assert.Equal([3, 4, 5], problems.Select(problem => problem.Line).Distinct());
            File.WriteAllText(Path.Combine(folder.FullName, "ties.csv"), header + "membership,A,X,none,,2001,treaty\nmembership,B,X,defence,,2002,treaty\n");
            Assert.Equal([new CommonMembership("X", "none, defence", "2002", "treaty")], PairTies.Of(TiesIn(folder.FullName), "A", "B").Memberships);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static ImmutableArray<Tie> TiesIn(string folder)
    {
        var file = Path.Combine(folder, "ties.csv");
        return TieTable.Read(file, File.OpenRead(file));
    }

    private static OneSidedDependence Loss(int region, int on, double percent, double money) => new(new Region(region), new Region(on), percent, money, 10, 10);
}
