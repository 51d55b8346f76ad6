using Samarkand.Analyses.Coalitions;
using Samarkand.Analyses.Dependence;
using Samarkand.Analyses.Ensembles;
using Samarkand.Analyses.Explanation;
using Samarkand.Analyses.Rescue;
using Samarkand.Cases;
using Samarkand.Effects;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;
using Samarkand.Tests.Worlds.Names;
using Samarkand.Worlds;

namespace Samarkand.Tests.Cases;

/// <summary>A case may name regions and blocs as people do, wherever it names them, in a world that labels them as it likes.</summary>
public class NamesInCasesTests
{
    private static readonly (string Code, string Other)[] Others =
        [("RUS", "RU"), ("CHN", "People's Republic of China"), ("DEU", "GER"), ("FRA", "france"), ("USA", "U.S."), ("GBR", "UK"), ("EU", "European Union"), ("SCO", "sco")];

    // Every place of a case that names regions or blocs.
    private const string Everywhere = """
        title: t
        question: { rescuer: CHN, target: RUS }
        target: RUS
        coalition: [USA, EU, GBR?]
        package:
          - { kind: export-ban, sectors: [mine], coverage: 0.5, from: [DEU, USA], to: RUS }
          - { kind: asset-freeze, amount: 1 bn USD, owner: RUS, holders: [FRA, USA] }
          - { kind: asset-seizure, amount: 1 bn USD, years: 2, owner: RUS, holders: [FRA] }
          - { kind: transfer, amount: 1 bn USD, from: [FRA], to: [DEU] }
          - { kind: investment-stop, amount: 1 bn USD, from: [EU], to: [RUS] }
        over-compliance: { risk: 0.05, slope: 1 }
        secondary: { trigger: [rescue], package: [{ kind: tariff, rate: 0.1, from: CHN, to: USA }] }
        retaliation: { trigger: [join], package: [{ kind: tariff, rate: 0.1, from: DEU, to: RUS }] }
        routes: { re-exports: { CHN: 0.5 }, unions: [SCO] }
        players:
          - region: CHN
            stances: [neutral, conduit, rescue]
            stance: rescue
            affinity: { RUS: 0.1, DEU: 0.01 }
            red-lines: [{ when: { RUS: escalate }, closes: [rescue] }]
            means: [{ kind: supply, discount: 0.15, paid-by: CHN }]
          - region: RUS
            actions: [{ name: hold }, { name: escalate, cost: 1 bn USD, package: [{ kind: tariff, rate: 0.1, from: DEU, to: RUS }] }]
        guarantees: [{ alliance: SCO, obligation: consultation }]
        commitments: [{ of: RUS, name: n, cost: 1 bn USD, priority: 1 }]
        revenue: { RUS: { share-of-income: 0.3, share-of-energy-exports: 0.4 } }
        priors: { "affinity.CHN.RUS": "uniform(0, 0.5)" }
        expected: { CHN: { real_income_pct: 0.5 } }

        """;

    public static TheoryData<string> Kinds => [.. NamedWorlds.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_case_means_the_same_in_other_names_and_in_worlds_with_other_labels(string kind)
    {
        var plain = Yaml.Bind(Everywhere, NamedWorlds.Make("alpha-3"));

        foreach (var text in new[] { Everywhere, Renamed(Everywhere) })
        {
            var bound = Yaml.Bind(text, NamedWorlds.Make(kind));

            Assert.Equal(plain.Target, bound.Target);
            Assert.Equal(plain.Coalition, bound.Coalition);
            Assert.Equal(plain.Stances, bound.Stances);
            Shocks.AssertSame(plain.Shock, bound.Shock);
            Assert.Equal(plain.Expected, bound.Expected);
            Assert.Equal(["GBR"], bound.LeftOut);
            Assert.Equal(Actors.Of(plain).Select(actor => (actor.Region, string.Join(' ', actor.Affinity))), Actors.Of(bound).Select(actor => (actor.Region, string.Join(' ', actor.Affinity))));
            Assert.Equal([bound.Target, new Region(1)], CaseExplanationRegions(bound));
        }
    }

    [Fact]
    public void Every_name_that_is_read_as_another_is_said_once()
    {
        var bound = Yaml.Bind(Renamed(Everywhere), NamedWorlds.Make("alpha-3"));

        string[] expected =
        [
            "`People's Republic of China` was read as CHN, China",
            "`RU` was read as RUS, Russia",
            "`U.S.` was read as USA, United States",
            "`European Union` was read as EU, European Union",
            "`GER` was read as DEU, Germany",
            "`france` was read as FRA, France",
            "`sco` was read as SCO, Shanghai Cooperation Organisation",
        ];
        Assert.Equal(expected.Order(), bound.ReadAs.Order());
        Assert.Equal(bound.ReadAs, bound.WithStances((new Region(1), Stance.Conduit)).ReadAs);
        Assert.Equal(bound.ReadAs, bound.Over(Period.Year(2022)).ReadAs);
        Assert.Empty(Yaml.Bind(Everywhere, NamedWorlds.Make("alpha-3")).ReadAs);
    }

    [Theory]
    [InlineData("players: [{ region: CHN }, { region: China }]", "CHN is a player twice")]
    [InlineData("players: [{ region: CHN, affinity: { RUS: 1, Russia: 2 } }]", "RUS stands twice in the affinity of CHN")]
    [InlineData("players: [{ region: CHN, red-lines: [{ when: { RUS: hold, RU: hold }, closes: [rescue] }] }, { region: RUS, actions: [{ name: hold }] }]", "RUS stands twice in `when`")]
    [InlineData("routes: { re-exports: { CHN: 0.1, CN: 0.2 } }", "CHN stands twice in `re-exports`")]
    [InlineData("revenue: { RUS: { share-of-income: 0.3 }, RU: { share-of-income: 0.3 } }", "RUS stands twice in `revenue`")]
    [InlineData("expected: { CHN: { real_income_pct: 1 }, China: { real_income_pct: 1 } }", "CHN stands twice in `expected`")]
    public void One_region_by_two_names_is_told_where_it_may_stand_once(string block, string message) =>
        Assert.Contains(message, Yaml.Problem(() => Yaml.Bind(Yaml.With(block + "\n"))).Message, StringComparison.Ordinal);

    [Fact]
    public void The_edits_of_a_command_line_name_regions_so_too()
    {
        var bound = Yaml.Parse(Yaml.With("players: [{ region: CHN, stances: [neutral, rescue], stance: neutral }]\n"), "--target=Russian Federation", "--stance=China=rescue").BindTo(SmallWorld.Make());

        Assert.Equal(new Region(0), bound.Target);
        Assert.Equal(Stance.Rescue, bound.Stances[1]);
        Assert.Equal(2, bound.ReadAs.Length);
    }

    [Fact]
    public void Other_arguments_name_regions_so_too_and_say_so()
    {
        var (bound, told) = (Yaml.Bind(Yaml.With("")), new List<string>());

        Assert.Equal([new Region(4), new Region(2)], CoalitionMember.Named(bound, "--members", ["US", "Germany"], told.Add).SelectMany(member => member.Regions));
        Assert.Equal(["USA", "DEU"], CoalitionMember.Named(bound, "--members", ["US", "Germany"]).Select(member => member.Name));
        Assert.Equal([new Region(1)], Joiner.Named(bound, "--joins", ["china"], told.Add));
        Assert.Equal([new Region(0), new Region(2), new Region(3)], CaseExplanation.Named(bound.World, "--regions", ["RU", "eu"], told.Add));
        Assert.Equal([new Region(2), new Region(3), new Region(4)], RecordedScope.Of("eu, U.S.", "--exporters", bound.World, told.Add).Exporters);
        Assert.Equal((new Region(0), new Region(1)), PairArguments.Pair(bound.World, ("A", "Russia"), ("B", "PRC"), told.Add));
        Assert.Equal([new Region(0), new Region(1)], PairArguments.Members(bound.World, "--matrix", "Shanghai Cooperation Organisation", told.Add));
        Assert.Equal(
            ["US", "Germany", "china", "RU", "eu", "eu", "U.S.", "Russia", "PRC", "Shanghai Cooperation Organisation"],
            told.Where(note => note.Contains(" was read as ", StringComparison.Ordinal)).Select(note => note.Split('`')[1]));
        Assert.Contains("EU covers 2 of its 27 members in small-2020: DEU and FRA alone.", told);
    }

    [Fact]
    public void A_bloc_where_a_region_is_asked_for_says_what_it_is_and_both_names_are_looked_at()
    {
        var problems = Yaml.Problems(() => PairArguments.Pair(SmallWorld.Make(), ("A", "Rusia"), ("B", "EU")));

        Assert.Equal(["A: unknown region or bloc `Rusia`; did you mean RUS (Russia)? `samarkand world show small-2020` lists the regions and blocs", "B: EU is a bloc of 2; name one of its members"], problems.Select(problem => problem.ToString()));
        Assert.Equal("--matrix: RUS is one region, and a bloc is expected; the blocs are EU, SCO", Yaml.Problem(() => PairArguments.Members(SmallWorld.Make(), "--matrix", "Russia")).ToString());
    }

    [Fact]
    public void Draws_find_the_player_of_a_prior_by_its_meaning()
    {
        var text = CaseSource.FromText(
            Yaml.With("players: [{ region: China, stances: [neutral, rescue], stance: neutral }]\npriors: { \"affinity.CN.Russia\": \"uniform(0.2, 0.3)\" }\n"), Yaml.Source);
        var drawn = new DrawnCase(text, SmallWorld.Make());

        var affinity = Assert.Single(drawn.CaseAt([0.25]).Players.Single().Affinity);

        Assert.Equal(("RUS", 0.25), (affinity.Of.Text, affinity.Weight));
    }

    [Theory]
    [InlineData("samarkand-2022.yaml")]
    [InlineData("chips-through-third-states.yaml")]
    [InlineData("russia-food-embargo-2014.yaml")]
    public void A_case_that_ships_gives_the_same_numbers_in_a_world_of_alpha_2_codes(string file)
    {
        var theCase = ShippedCases.Read(file);
        // Made anew, both have no preconditioner: the one that ships leads to other last digits.
        var shipped = WorldCatalog.Open(theCase.World);
        var (plain, other) = (theCase.BindTo(NamedWorlds.With(shipped, shipped.Regions)), theCase.BindTo(NamedWorlds.WithAlpha2(shipped)));

        Assert.Equal(plain.Target, other.Target);
        Assert.Equal(plain.Coalition, other.Coalition);
        Shocks.AssertSame(plain.Shock, other.Shock);
        Assert.Equal(plain.LeftOut, other.LeftOut);
        Assert.NotEmpty(other.ReadAs);
        var cancellation = TestContext.Current.CancellationToken;
        Assert.Equal(
            CaseAnswer.Solve(plain, cancellation).Effects.Regions.Select(region => region.RealIncomePct),
            CaseAnswer.Solve(other, cancellation).Effects.Regions.Select(region => region.RealIncomePct));
    }

    [Fact]
    public void An_answer_says_it_in_what_it_rests_on()
    {
        var answer = CaseAnswer.Solve(Yaml.Bind("title: t\ntarget: RU\ncoalition: [EU]\npackage: [{ kind: tariff, rate: 0.1 }]\n", WorldCatalog.Open("wiod-2011")), TestContext.Current.CancellationToken);

        Assert.Contains("Names: `RU` was read as RUS, Russia.", Grounds.Of(answer));
        Assert.Contains("Names: EU covers 26 of its 27 members in wiod-2011: without HRV (Croatia, inside ROW).", Grounds.Of(answer));
    }

    private static string Renamed(string text) => Others.Aggregate(text, (renamed, pair) => renamed
        .Replace($"{pair.Code},", $"{Quoted(pair.Other)},", StringComparison.Ordinal)
        .Replace($"{pair.Code}]", $"{Quoted(pair.Other)}]", StringComparison.Ordinal)
        .Replace($"{pair.Code} ", $"{Quoted(pair.Other)} ", StringComparison.Ordinal)
        .Replace($"{pair.Code}:", $"{Quoted(pair.Other)}:", StringComparison.Ordinal)
        .Replace($"{pair.Code}?", $"{pair.Other}?", StringComparison.Ordinal)
        .Replace($"{pair.Code}\n", $"{Quoted(pair.Other)}\n", StringComparison.Ordinal));

    private static string Quoted(string name) => $"\"{name}\"";

    private static IEnumerable<Region> CaseExplanationRegions(BoundCase bound)
    {
        var code = bound.Case.Question!.Rescuer!.Text;
        return [bound.Target, Actors.Find(bound.World, code)!.Value];
    }
}
