using System.Collections.Immutable;
using Samarkand.Analyses.Design;
using Samarkand.Cases;
using Samarkand.Effects;
using Samarkand.Model;
using Samarkand.Tests.Cases;
using Samarkand.Tests.Model;
using Samarkand.Worlds;

namespace Samarkand.Tests.Analyses.Design;

/// <summary>The frontier against random search, uniform bans and its own case files.</summary>
public class FrontierTests
{
    private const string West = "[EU, GBR, USA, CAN, AUS, JPN, KOR]";

    // What random search may gain, over a full ban's harm.
    private const double Margin = 1e-4;

    [Fact]
    public void Random_search_finds_nothing_better_on_random_worlds()
    {
        for (var seed = 0; seed < 12; seed++)
        {
            var world = RandomEconomy.Make(5, 4, withTariffs: seed % 2 == 0, balancedTrade: false, seed);
            var bound = Yaml.Bind($"title: t\ntarget: R0\nclosure: {(seed % 3 == 0 ? "proportional" : "fixed")}\ncoalition: [R1, R2, R4]\npackage: [{{ kind: export-ban, coverage: 0.4, sectors: [all] }}]\n", world);
            Search(Study(bound, 5), 1000, seed);
        }
    }

    [Fact]
    public void Random_search_finds_nothing_better_with_nested_inputs_and_two_tiers()
    {
        for (var seed = 0; seed < 8; seed++)
        {
            var world = NestedWorlds.Tagged(RandomEconomy.Make(5, 4, withTariffs: seed % 2 == 0, balancedTrade: false, seed), seed);
            var bound = Yaml.Bind($"title: t\ntarget: R0\ninputs: nested\norigins: two-tier\nhorizon: short\ncoalition: [R1, R2, R4]\npackage: [{{ kind: export-ban, coverage: 0.4, sectors: [all] }}]\n", world);
            var study = Study(bound, 4);
            Assert.NotNull(study.Model.Baseline.Nesting);
            Assert.Equal(0.5, study.Model.Baseline.HomeRatio);
            Search(study, 1000, seed);
        }
    }

    /// <summary>A package's figures are those of a case with the same bans and pools, and so are its slopes by differences.</summary>
    [Theory]
    [InlineData("short")]
    [InlineData("medium")]
    public void Pools_of_gas_answer_to_a_package(string horizon)
    {
        var (token, answered) = (TestContext.Current.CancellationToken, 0);
        for (var seed = 0; seed < 12; seed++)
        {
            var world = PooledWorlds.Make(seed);
            var random = new Random(seed);
            foreach (var isEdge in new[] { false, true })
            {
                // Where nothing is banned yet there is no levy but where nothing can come besides.
                var head = $"title: t\ntarget: RUS\ncoalition: [DEU, FRA, LTU, USA]\nhorizon: {horizon}\ninputs: nested\n{(seed % 2 == 0 ? "origins: two-tier\n" : "")}gas: pooled\ngas-pool: {{ spare: {(isEdge ? 1 : 0)}, passed: 0.6 }}\npackage:\n";
                var model = new BanModel(Yaml.Bind(head + "  - { kind: import-ban, sectors: [all], coverage: 0.3 }\n", world), BanDirections.Imports, [.. Enumerable.Range(0, world.Sectors.Length).Select(k => new Sector(k))], token);
                double[] coverages = [.. model.Levers.Select((_, k) => k == 0 && isEdge ? 0 : 0.2 + 0.6 * random.NextDouble())];
                var bans = string.Concat(model.Levers.Select((lever, k) => coverages[k] == 0 ? "" : System.FormattableString.Invariant($"  - {{ kind: import-ban, sectors: [{world.Code(lever.Sector)}], coverage: {coverages[k]:R} }}\n")));
                var (slopes, answer) = (model.Slopes([.. coverages], cancellation: token), CaseAnswer.Solve(Yaml.Bind(head + bans, world), token));
                Assert.Equal(-answer.Effects.Regions[0].EquivalentVariation, slopes.Package.Harm, 1e-5);
                Assert.Equal(-answer.Case.Coalition.Sum(member => answer.Effects.Regions[member.Index].EquivalentVariation), slopes.Package.Cost, 1e-5);
                answered += answer.Case.Gas is not null ? 1 : 0;
                for (var k = 0; k < coverages.Length; k++)
                {
                    var h = 1e-4;
                    double Cost(double change) => model.Solve([.. coverages.Select((coverage, n) => n == k ? coverage + change : coverage)], token).Cost;
                    var numeric = coverages[k] == 0 ? (4 * Cost(h) - 3 * Cost(0) - Cost(2 * h)) / (2 * h) : (Cost(h) - Cost(-h)) / (2 * h);
                    Assert.True(Math.Abs(numeric - slopes.CostSlopes[k]) < 2e-5 * slopes.CostSlopes.Max(Math.Abs), $"{seed} {isEdge} {k}: {numeric} by differences, {slopes.CostSlopes[k]}");
                }
            }
        }

        Assert.Equal(12, answered);
    }

    [Fact]
    public void A_designed_case_asks_for_the_same_model()
    {
        var bound = Yaml.Bind("title: t\ntarget: RUS\ncoalition: [DEU, FRA, LTU]\nhorizon: short\ninputs: nested\nadjustment: by-sector\norigins: two-tier\ngas-pool: { spare: 0.5, passed: 0.6 }\npackage: [{ kind: import-ban, sectors: [all], coverage: 0.5 }]\n", PooledWorlds.Make(4));
        var study = Study(bound, 2);
        var (_, again) = DesignCase.Make(study, TestContext.Current.CancellationToken);
        Assert.NotNull(again.Case.Gas);
        Assert.Equal(study.Chosen.Package.Harm, -again.Effects.Regions[0].EquivalentVariation, 1e-8 * study.Chosen.Package.Harm);
        Assert.Equal(study.Chosen.Package.Cost, -bound.Coalition.Sum(member => again.Effects.Regions[member.Index].EquivalentVariation), 1e-8 * study.Full.Cost);
    }

    [Fact]
    public void Random_search_finds_nothing_better_against_Russia()
    {
        var bound = Yaml.Bind($"title: t\nworld: wiod-2011\ntarget: RUS\ncoalition: {West}\npackage: [{{ kind: export-ban, coverage: 0.5 }}]\n", WorldCatalog.Open("wiod-2011"));
        var study = Study(bound, 4, "goods");
        Search(study, 1000, 1);
        Assert.Equal(32, study.Model.Levers.Length);
        Assert.All(study.Points.SkipLast(1), point => Assert.InRange(point.MoreThanUniformPct, 5, 150));
        Assert.All(study.Points, point => Assert.True(point.Gap < 1e-3 && point.Package.Cost <= point.Share * study.Full.Cost * (1 + 1e-6)));
    }

    [Theory]
    [InlineData("fixed")]
    [InlineData("proportional")]
    [InlineData("closed")]
    public void The_package_as_a_case_gives_the_same_figures(string closure)
    {
        var world = RandomEconomy.Make(5, 4, withTariffs: true, balancedTrade: false, 7);
        var bound = Yaml.Bind($"title: 'A \"title\": with \\ signs'\ntarget: R3\nclosure: {closure}\ncoalition: [R1, R2]\npackage: [{{ kind: export-ban, coverage: 0.7, sectors: [all] }}, {{ kind: tariff, rate: 0.1, sectors: [all] }}]\n", world);
        var study = Study(bound, 3);
        Assert.True(study.IsForOwnHarm);
        Assert.Equal(study.OwnHarm, study.Chosen.Package.Harm, 1e-5 * study.OwnHarm);
        Assert.True(study.Chosen.Package.Cost <= study.OwnCost);
        var (text, _) = DesignCase.Make(study, TestContext.Current.CancellationToken);
        var again = CaseAnswer.Solve(CaseSource.FromText(text, "design.yaml").Case.BindTo(world), TestContext.Current.CancellationToken);
        Assert.Equal(study.Chosen.Package.Harm, -again.Effects.Regions[3].EquivalentVariation, 1e-8 * study.Chosen.Package.Harm);
        Assert.Equal(study.Chosen.Package.Cost, -again.Effects.Regions[1].EquivalentVariation - again.Effects.Regions[2].EquivalentVariation, 1e-8 * study.Chosen.Package.Harm);
        Assert.Equal(3, again.Case.Expected.Length);
        Assert.All(again.Case.Expected, expected => Assert.Equal(expected.RealIncomePct, again.Effects.Regions[expected.Region.Index].RealIncomePct, expected.Tolerance));
    }

    [Fact]
    public void Budget_and_harm_are_two_sides_of_one_frontier()
    {
        var world = RandomEconomy.Make(5, 3, withTariffs: false, balancedTrade: false, 11);
        var bound = Yaml.Bind("title: t\ntarget: R0\ncoalition: [R1, R2]\npackage: [{ kind: export-ban, coverage: 0.4, sectors: [all] }]\n", world);
        var full = Study(bound, 2).Full;
        var rich = Ask(new DesignQuestion { Sectors = All(world), Points = 2, Budget = full.Cost / 3 }).Chosen.Package;
        Assert.True(rich.Cost <= full.Cost / 3 * (1 + 1e-6));
        var back = Ask(new DesignQuestion { Sectors = All(world), Points = 2, Harm = rich.Harm }).Chosen.Package;
        Assert.Equal(rich.Cost, back.Cost, Margin * full.Cost);
        var exports = Ask(new DesignQuestion { Directions = BanDirections.Exports, Sectors = All(world), Points = 2, Budget = full.Cost / 3 });
        Assert.All(exports.Model.Levers, lever => Assert.True(lever.IsExport));
        Assert.True(exports.Chosen.Package.Harm <= rich.Harm * (1 + Margin));
        var none = Assert.Throws<NoEquilibriumException>(() => Ask(new DesignQuestion { Sectors = All(world), Points = 2, Harm = 100 * full.Harm }));
        Assert.Contains("a full ban of everything costs it", none.Message, StringComparison.Ordinal);

        DesignStudy Ask(DesignQuestion question) => DesignStudy.Solve(CaseAnswer.Solve(bound, TestContext.Current.CancellationToken), question, null, TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("")]
    [InlineData("inputs: nested\norigins: two-tier\nhorizon: short\n")]
    public void Leverage_of_flows_adds_up_to_that_of_bans(string form)
    {
        var world = NestedWorlds.Tagged(RandomEconomy.Make(5, 3, withTariffs: true, balancedTrade: false, 5), 5);
        var study = Study(Yaml.Bind($"title: t\ntarget: R0\ncoalition: [R1, R2, R3]\n{form}package: [{{ kind: export-ban, coverage: 0.4, sectors: [all] }}]\n", world), 2);
        const double h = 1e-4;
        for (var k = 0; k < study.Model.Levers.Length; k++)
        {
            var lever = study.Model.Levers[k];
            var flows = study.Leverage.Where(flow => flow.IsExport == lever.IsExport && flow.Sector == lever.Sector).ToArray();
            var a = study.Model.Solve(study.Model.Uniform(0).SetItem(k, h), TestContext.Current.CancellationToken);
            var b = study.Model.Solve(study.Model.Uniform(0).SetItem(k, 2 * h), TestContext.Current.CancellationToken);
            Assert.Equal((4 * a.Harm - b.Harm) / (2 * h), flows.Sum(flow => flow.Harm), 1e-5 * study.Full.Harm);
            Assert.Equal((4 * a.Cost - b.Cost) / (2 * h), flows.Sum(flow => flow.Cost), 1e-5 * study.Full.Harm);
        }
    }

    [Fact]
    public void A_case_without_coalition_or_trade_is_refused()
    {
        var alone = Yaml.Bind("title: t\ntarget: RUS\npackage: [{ kind: trade-cost, factor: 2, from: [DEU], to: [RUS] }]\n");
        Assert.Contains("names no coalition", Yaml.Problem(() => new BanModel(alone, BanDirections.Both, All(alone.World))).Message, StringComparison.Ordinal);
        var none = Yaml.Bind("title: t\ntarget: RUS\ncoalition: [USA]\npackage: [{ kind: trade-cost, factor: 2 }]\n");
        Assert.Contains("nothing to ban", Yaml.Problem(() => new BanModel(none, BanDirections.Both, [])).Message, StringComparison.Ordinal);
    }

    private static DesignStudy Study(BoundCase bound, int points, string? tag = null) => DesignStudy.Solve(
        CaseAnswer.Solve(bound, TestContext.Current.CancellationToken),
        new DesignQuestion { Sectors = All(bound.World, tag), Points = points },
        null,
        TestContext.Current.CancellationToken);

    private static ImmutableArray<Sector> All(World world, string? tag = null) =>
        [.. Enumerable.Range(0, world.Sectors.Length).Where(k => tag is null || world.Sectors[k].Tags.Contains(tag)).Select(k => new Sector(k))];

    // Half of the packages anywhere, half near a point of the frontier; none may do more harm for no more cost.
    private static void Search(DesignStudy study, int tries, int seed)
    {
        var (random, model) = (new Random(seed), study.Model);
        Assert.NotEmpty(study.Points);
        var packages = Enumerable.Range(0, tries).Select(k => Random(k)).ToArray();
        var found = new BanPackage[tries];
        Solver.For(model.Baseline).SolveMany(
            tries,
            k => new Counterfactual(model.Shock(packages[k])),
            (k, at) => found[k] = new BanPackage(packages[k], -Objective.Variation(model.Case.Target).At(at), -Objective.Variation(model.Case.Coalition).At(at), at.Certificate.Largest),
            closure: model.Case.Closure,
            cancellation: TestContext.Current.CancellationToken);
        foreach (var package in found)
        {
            foreach (var point in study.Points)
                Assert.False(package.Cost <= point.Package.Cost && package.Harm > point.Package.Harm + Margin * study.Full.Harm, $"seed {seed}: at cost {package.Cost:R} harm {package.Harm:R}, and the frontier at share {point.Share} has {point.Package.Harm:R}");
        }

        ImmutableArray<double> Random(int k)
        {
            if (k % 2 == 0)
                return [.. model.Levers.Select(lever => lever.Most * Math.Pow(random.NextDouble(), k % 4 + 0.5))];
            var (near, width) = (study.Points[k / 2 % study.Points.Length].Package.Coverages, Math.Pow(10, -3 * random.NextDouble()));
            return [.. near.Select((coverage, l) => Math.Clamp(coverage + width * (2 * random.NextDouble() - 1), 0, model.Levers[l].Most))];
        }
    }
}
