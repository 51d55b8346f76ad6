using System.Collections.Immutable;
using System.Globalization;
using CsCheck;
using Samarkand.Analyses.Scenarios;
using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Effects;
using Samarkand.Model;
using Samarkand.Tests.Cases;
using Samarkand.Tests.Model;
using Samarkand.Worlds;

namespace Samarkand.Tests.Analyses.Scenarios;

/// <summary>Scenarios that are solved together have the numbers that each has alone.</summary>
public class ScenarioStudyTests
{
    [Fact]
    public void In_random_worlds_few_scenarios_are_solved_to_the_same_bits() => Gen.Select(RandomEconomy.Worlds, Gen.Int[0, 2], Gen.Bool).Sample(
        (world, closure, vanish) =>
        {
            var text = Text(closure, vanish);
            var found = Solve(text, world, out var study, "package.0.factor=0.8:2.4:0.4", "package.1.coverage=0,0.3,1");
            Assert.Equal(15, study.Answered.Length + study.Failed.Length);
            foreach (var factor in (string[])["0.8", "1.2", "1.6", "2", "2.4"])
            {
                foreach (var coverage in (string[])["0", "0.3", "1"])
                    Same(At(text, factor, coverage), world, found, study, $"package.0.factor={factor} package.1.coverage={coverage}", 0);
            }
        },
        iter: 60,
        threads: 1);

    [Fact]
    public void Many_scenarios_are_solved_in_batches_to_the_same_numbers() => Gen.Select(RandomEconomy.Worlds, Gen.Int[0, 2]).Sample(
        (world, closure) =>
        {
            var text = Text(closure, vanish: false);
            var found = Solve(text, world, out var study, "package.0.factor=0.8:2.79:0.01", "package.1.coverage=0,0.3,0.6");
            for (var k = 0; k < 600; k += 37)
            {
                var (factor, coverage) = ((0.8m + 0.01m * (k / 3)).ToString("0.##", CultureInfo.InvariantCulture), new[] { "0", "0.3", "0.6" }[k % 3]);
                Same(At(text, factor, coverage), world, found, study, $"package.0.factor={factor} package.1.coverage={coverage}", 1e-9);
            }
        },
        iter: 10,
        threads: 1);

    [Fact]
    public void Elasticities_may_be_varied_too()
    {
        var world = RandomEconomy.Make(4, 3, withTariffs: true, balancedTrade: false, 5);
        var text = CaseSource.FromText(Text(0, vanish: false).Text + "elasticities: { s1: 3 }\n");
        var found = Solve(text, world, out var study, "elasticities.s1=2,3,4");
        foreach (var theta in (string[])["2", "3", "4"])
            Same(text.With($"elasticities.s1={theta}"), world, found, study, $"elasticities.s1={theta}", 0);
    }

    [Fact]
    public void What_cannot_be_read_and_what_has_no_answer_are_told_and_end_nothing()
    {
        // Who buys s0 from R1 alone has none left where all of it is banned.
        var world = RandomEconomy.WithoutMaker(2, 2, region: 0, sector: 0, withTariffs: false, 3);
        var text = CaseSource.FromText("title: t\nworld: random\ntarget: R0\ncoalition: [R1]\npackage:\n  - { kind: export-ban, sectors: [s0], coverage: 0.5 }\n", "a.yaml");
        var set = Open(world, ScenarioGrid.Read(["package.0.coverage=0.2,1,1.5"]), text, CaseSource.FromText("title: t\ntarget: XXX\npackage: 3\n", "b.yaml"));
        var study = ScenarioStudy.Solve(set, Nothing, null, 2, null, TestContext.Current.CancellationToken);
        Assert.Equal([0], study.Answered.Select(one => one.Number));
        Assert.Equal(
            [("b.yaml", (int?)null, false), ("a.yaml package.0.coverage=1", 1, true), ("a.yaml package.0.coverage=1.5", 2, false)],
            study.Failed.Select(one => (one.Scenario, one.Number, one.IsRead)));
        Assert.StartsWith("b.yaml:3:10: ", study.Failed[0].Reason, StringComparison.Ordinal);
        Assert.StartsWith("`coverage` is `1.5`, expected", study.Failed[2].Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("package.0.faktor=1,2", "unknown key `faktor`")]
    [InlineData("package.7.factor=1,2", "`package` is a list of 2 items, 0 to 1: there is no `7`")]
    [InlineData("title=1,2", "is `Random` in case, and only a number can be varied")]
    [InlineData("package.0.kind=1,2", "is `trade-cost` in case, and only a number can be varied")]
    [InlineData("package=1,2", "expected a list of instruments")]
    public void A_path_without_a_number_is_refused(string vary, string message)
    {
        var world = RandomEconomy.Make(3, 2, withTariffs: false, balancedTrade: false, 1);
        Assert.Contains(message, Yaml.Problem(() => Open(world, ScenarioGrid.Read([vary]), Text(0, vanish: false))).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_no_value_is_possible_every_one_is_told()
    {
        var world = RandomEconomy.Make(3, 2, withTariffs: false, balancedTrade: false, 1);
        var set = Open(world, ScenarioGrid.Read(["package.1.coverage=2,3"]), Text(0, vanish: false));
        var wrong = Assert.Throws<InputException>(() => ScenarioStudy.Solve(set, Nothing, null, 10, null, TestContext.Current.CancellationToken));
        Assert.Equal(["case package.1.coverage=2", "case package.1.coverage=3"], wrong.Problems.Select(problem => problem.Source));
    }

    internal static ScenarioKeeping Nothing { get; } = new([], _ => [], (_, _) => { });

    internal static ScenarioSet Open(World world, ScenarioGrid grid, params CaseSource[] cases) => ScenarioSet.Open(
        [.. cases.Select(one => (one.Source, (Func<CaseSource>)(() => one)))], grid, new Dictionary<string, World> { [Path.GetFullPath("random")] = world }, TestContext.Current.CancellationToken);

    internal static CaseSource Text(int closure, bool vanish) => CaseSource.FromText(
        $$"""
        title: Random
        world: random
        closure: {{new[] { "fixed", "proportional", "closed" }[closure]}}
        target: R0
        coalition: [R1]
        {{(vanish ? "may-vanish: [s0]" : "")}}
        package:
          - { kind: trade-cost, factor: 1.5, both: true }
          - { kind: export-ban, sectors: [s0], coverage: 0.5 }

        """);

    private static Dictionary<string, double[]> Solve(CaseSource text, World world, out ScenarioStudy study, params string[] vary)
    {
        var found = new Dictionary<string, double[]>();
        var set = Open(world, ScenarioGrid.Read(vary), text);
        var keeping = new ScenarioKeeping(
            ["values"],
            answer => [string.Join(' ', Values(answer).Select(value => value.ToString("R", CultureInfo.InvariantCulture)))],
            (number, texts) => found.Add(set[number].Name, [.. texts[0].Split(' ').Select(value => double.Parse(value, CultureInfo.InvariantCulture))]));
        study = ScenarioStudy.Solve(set, keeping, null, 64, null, TestContext.Current.CancellationToken);
        return found;
    }

    // A ban of nothing cannot be written; it is the case without the ban.
    private static CaseSource At(CaseSource text, string factor, string coverage) => coverage == "0"
        ? CaseSource.FromText(string.Join('\n', text.Text.Split('\n').Where(line => !line.Contains("export-ban", StringComparison.Ordinal)))).With($"package.0.factor={factor}")
        : text.With($"package.0.factor={factor}", $"package.1.coverage={coverage}");

    private static void Same(CaseSource alone, World world, Dictionary<string, double[]> found, ScenarioStudy study, string name, double tolerance)
    {
        var bound = alone.Open(world);
        CaseAnswer answer;
        try
        {
            answer = CaseAnswer.Solve(bound);
        }
        catch (NoEquilibriumException none)
        {
            Assert.Equal(none.Message, study.Failed.Single(one => one.Scenario == $"case {name}").Reason);
            return;
        }

        var values = Values(answer);
        var other = found[$"case {name}"];
        for (var k = 0; k < values.Length; k++)
            Assert.Equal(values[k], other[k], tolerance * Math.Max(1, Math.Abs(values[k])));
    }

    // Ratios and shares of income, so that one tolerance holds for all of them.
    private static double[] Values(CaseAnswer answer) =>
    [
        .. answer.Effects.Regions.SelectMany(r => (double[])[r.RealIncomePct, r.NominalIncomePct, r.WagePct, r.PriceIndexPct, r.ExportsAfter, r.ImportsAfter]),
        .. answer.Groups.Select(group => group.RealIncomePct),
        .. answer.Effects.After.Outputs,
    ];
}
