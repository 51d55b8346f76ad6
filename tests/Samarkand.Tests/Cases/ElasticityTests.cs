using System.Collections.Immutable;
using Samarkand.Analyses.Coalitions;
using Samarkand.Analyses.Dependence;
using Samarkand.Analyses.Design;
using Samarkand.Analyses.Ensembles;
using Samarkand.Analyses.Explanation;
using Samarkand.Analyses.Rescue;
using Samarkand.Cases;
using Samarkand.Effects;
using Samarkand.Model;
using Samarkand.Tests.Model;
using Samarkand.Worlds;

namespace Samarkand.Tests.Cases;

/// <summary>Trade elasticities of a case: the same as if the world had them, whatever is asked of the case.</summary>
public class ElasticityTests
{
    private const string Block = "elasticities: { all: scale 1.25, s0: 6, s1: { value: scale 0.5 } }\n";
    private const string Game = "secondary: { trigger: [rescue], package: [{ kind: trade-cost, factor: 1.2 }] }\nplayers: [{ region: R2, stances: [neutral, rescue], means: [{ kind: supply, discount: 0.2 }] }]\npriors:\n  severity: uniform(0, 1)\n  elasticities.s0: scale uniform(0.8, 1.2)\n  elasticities.s1: uniform(2, 3)\n";

    private const string Head = "title: t\nworld: random\ntarget: R0\ncoalition: [R1, R3]\npackage: [{ kind: export-ban, coverage: 0.6 }, { kind: import-ban, coverage: 0.4 }]\n";

    private static readonly World Plain = Tagged(RandomEconomy.Make(5, 3, withTariffs: true, balancedTrade: false, seed: 3), [["goods"], ["goods"], ["services", "transport"]]);
    private static readonly World Changed = Scaled(Plain);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("fixed", Horizon.Long)]
    [InlineData("closed", Horizon.Short)]
    [InlineData("proportional", Horizon.Medium)]
    public void The_answer_is_that_of_a_world_with_them(string closure, Horizon horizon)
    {
        var (mine, theirs) = Both($"closure: {closure}\nmay-vanish: [s1]\n");

        Assert.Equal(Values(CaseAnswer.Solve(theirs, horizon, Token)), Values(CaseAnswer.Solve(mine, horizon, Token)));
        Assert.NotEqual(Values(CaseAnswer.Solve(theirs, horizon, Token)), Values(CaseAnswer.Solve(Text("").Case.BindTo(Plain), horizon, Token)));
    }

    [Fact]
    public void So_is_every_analysis()
    {
        var (mine, theirs) = Both("");
        var (one, two) = (new Region(0), new Region(1));

        Assert.Equal(InstrumentWorth.Of(theirs, cancellation: Token).Whole, InstrumentWorth.Of(mine, cancellation: Token).Whole);
        Assert.Equal(BurdenSharing.Solve(theirs, Token).Members, BurdenSharing.Solve(mine, Token).Members);
        Assert.Equal(
            new BanModel(theirs, BanDirections.Both, [new(0), new(1)], Token).Solve([0.5, 0.5, 0.5, 0.5], Token).Harm,
            new BanModel(mine, BanDirections.Both, [new(0), new(1)], Token).Solve([0.5, 0.5, 0.5, 0.5], Token).Harm);
        Assert.Equal(
            DependenceStudy.Of(theirs.BaselineAt(Horizon.Long), theirs.Shock, Closure.Fixed, cancellation: Token).Pair(one, two, Token),
            DependenceStudy.Of(mine.BaselineAt(Horizon.Long), mine.Shock, Closure.Fixed, cancellation: Token).Pair(one, two, Token));
        Assert.Equal(WarningExample.Of(theirs, [one, two], Token), WarningExample.Of(mine, [one, two], Token));
    }

    [Fact]
    public void So_are_the_game_and_the_draws_of_it()
    {
        var (mine, theirs) = (Answer(Block, Plain), Answer("", Changed));

        Assert.Equal(theirs.Prices.Select(price => price.Price), mine.Prices.Select(price => price.Price));
        Assert.Equal(theirs.DependenceAfter, mine.DependenceAfter);
        Assert.Equal(theirs.Draws!.Prices, mine.Draws!.Prices);

        static RescueAnswer Answer(string block, World world)
        {
            var text = Text(block + Game);
            return RescueAnswer.Solve(text, text.Case.BindTo(world), new RescueRequest { Draws = 6 }, cancellation: Token);
        }
    }

    /// <summary>Those of a prior act on top of the case's.</summary>
    [Fact]
    public void So_are_the_draws_of_a_sweep()
    {
        var (mine, theirs) = (new DrawnCase(Text(Block + Game), Plain), new DrawnCase(Text(Game), Changed));
        double[] values = [0.5, 1.1, 2.5];

        Assert.Equal(theirs.BaselineAt(values).Elasticities.ToArray(), mine.BaselineAt(values).Elasticities.ToArray());
        Assert.Equal([6 * 1.1 * 0.6, 2.5 * 0.6], mine.BaselineAt(values).Elasticities.ToArray()[..2].Select(theta => Math.Round(theta, 12)));
    }

    [Theory]
    [InlineData("elasticities.s0=8", 8, 8)]
    [InlineData("elasticities.s0=scale 2", 2, 2.5)]
    [InlineData("elasticities.goods=3", 3, 3)]
    [InlineData("elasticities.services=3", 1, 1.25)]
    [InlineData("elasticities.all=3", 3, 3)]
    public void An_edit_may_set_one_with_or_without_the_block(string edit, double without, double with)
    {
        var world = With(Plain, Plain.Sectors, [1, 1, 1]);

        Assert.Equal(without, Bind("").Elasticities[0]);
        Assert.Equal(with, Bind("elasticities: { all: scale 1.25 }\n").Elasticities[0]);

        BoundCase Bind(string block) => Text(block).With(edit).Case.BindTo(world);
    }

    [Fact]
    public void A_sector_that_the_world_does_not_hold_is_told_where_it_stands()
    {
        var problem = Yaml.Problem(() => Yaml.Bind(Yaml.With("elasticities: { enrgy: 4 }\n")));

        Assert.Equal("unknown sector or tag `enrgy` in small-2020", problem.Message);
        Assert.Equal((5, 17), (problem.Line, problem.Column));
    }

    [Fact]
    public void A_designed_case_carries_them()
    {
        var (mine, _) = Both("");
        var study = DesignStudy.Solve(CaseAnswer.Solve(mine, Token), new DesignQuestion { Sectors = [new(0), new(1)], Points = 2 }, cancellation: Token);
        var (text, answer) = DesignCase.Make(study, Token);

        Assert.Contains("elasticities: { \"all\": scale 1.25, \"s0\": 6, \"s1\": scale 0.5 }", text, StringComparison.Ordinal);
        Assert.Equal(study.Chosen.Package.Harm, -answer.Effects.Regions[mine.Target.Index].EquivalentVariation, 1e-6);
    }

    private static (BoundCase Mine, BoundCase Theirs) Both(string more) => (Text(Block + more).Case.BindTo(Plain), Text(more).Case.BindTo(Changed));

    private static CaseSource Text(string more) => CaseSource.FromText(Head + more, Yaml.Source);

    private static double[] Values(CaseAnswer answer) => [.. answer.Effects.Regions.SelectMany(region => new[] { region.RealIncomePct, region.EquivalentVariation, region.ExportsPct })];

    private static World Scaled(World world)
    {
        var elasticities = world.Elasticities.ToArray().Select(theta => theta * 1.25).ToArray();
        elasticities[0] = 6;
        elasticities[1] *= 0.5;
        return With(world, world.Sectors, elasticities);
    }

    private static World Tagged(World world, ImmutableArray<string>[] tags) =>
        With(world, [.. world.Sectors.Zip(tags, (sector, own) => new SectorInfo(sector.Code, sector.Name, own))], world.Elasticities.ToArray());

    private static World With(World world, ImmutableArray<SectorInfo> sectors, double[] elasticities) => new(
        world.About, world.Regions, sectors, world.Blocs, world.Trade.ToArray(), world.Tariffs.IsEmpty ? null : world.Tariffs.ToArray(), world.Inputs.ToArray(), world.Final.ToArray(), elasticities);
}
