using System.Globalization;
using Samarkand.Cases;
using Samarkand.Effects;
using Samarkand.Worlds;

namespace Samarkand.Tests.Cases;

/// <summary>Published figures beside the program's own: the key <c>literature</c>, the cases that rerun a publication, and the table of them.</summary>
public class LiteratureTests
{
    public static TheoryData<string> Files => ShippedCases.Literature;

    [Fact]
    public void A_figure_is_a_percent_a_range_or_a_ratio()
    {
        var figures = Read("[{ of: RUS, percent: -9.7, source: a }, { of: [EU, USA], from: -3, to: -0.5, source: b, what: GDP }, { of: RUS, over: EU, times: 15, source: c }]");

        Assert.Equal([(-9.7, -9.7, "a", null), (-3, -0.5, "b", "GDP"), (15, 15, "c", null)], figures.Select(one => (one.Low, one.High, one.Source, one.What)));
        Assert.Equal([1, 2, 1], figures.Select(one => one.Of.Length));
        Assert.Equal([0, 0, 1], figures.Select(one => one.Over.Length));
    }

    [Theory]
    [InlineData("{ percent: -1, source: a }", "needs `of`")]
    [InlineData("{ of: RUS, percent: -1 }", "needs `source`")]
    [InlineData("{ of: RUS, source: a }", "`percent`, or `from` and `to`")]
    [InlineData("{ of: RUS, from: -1, to: -2, source: a }", "from the lower to the higher")]
    [InlineData("{ of: RUS, percent: -1, from: -2, to: -1, source: a }", "`percent`, or `from` and `to`")]
    [InlineData("{ of: RUS, times: 2, source: a }", "`times` with `over`")]
    [InlineData("{ of: RUS, over: EU, percent: 2, source: a }", "`times` with `over`")]
    [InlineData("{ of: RUS, percent: -1, source: a, when: 2022 }", "when")]
    public void A_mistake_says_what_was_expected(string figure, string expected) =>
        Assert.Contains(Yaml.Problems(() => Read($"[{figure}]")), problem => problem.Message.Contains(expected, StringComparison.Ordinal));

    [Fact]
    public void A_state_that_the_world_does_not_hold_has_no_figure()
    {
        var text = Yaml.WithPackage("{ kind: export-ban }") + "literature: [{ of: \"NOR?\", percent: -1, source: a }, { of: RUS, percent: -1, source: a }]\n";
        Assert.Single(Yaml.Bind(text).Literature);
    }

    /// <summary>The table in docs/validation.md has every published figure and what its case gives.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void The_page_has_each_figure_beside_ours(string file)
    {
        var theCase = ShippedCases.Read(file);
        var answer = CaseAnswer.Solve(theCase.BindTo(WorldCatalog.Open(theCase.World)), TestContext.Current.CancellationToken);
        var page = File.ReadAllText(Path.Combine(ShippedCases.Folder, "../docs/validation.md"));

        Assert.NotEmpty(answer.Case.Literature);
        foreach (var (of, over, figure) in answer.Case.Literature)
        {
            double Income(System.Collections.Immutable.ImmutableArray<Region> regions) => answer.Effects.Total("", regions).RealIncomePct;
            var ours = over.IsEmpty ? Text(Income(of), "0.00") : $"{Text(Income(of) / Income(over), "0")} times";
            var theirs = over.IsEmpty ? figure.Low == figure.High ? Text(figure.Low, "0.0#") : $"{Text(figure.Low, "0.0#")} to {Text(figure.High, "0.0#")}" : $"{Text(figure.Low, "0")} times";
            Assert.Contains($"| {theirs} | {ours} | `{file}` |", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_answer_says_what_others_found_beside_its_own()
    {
        var answer = CaseAnswer.Solve(ShippedCases.Read("literature/imbs-2024.yaml").BindTo(WorldCatalog.Open("samarkand-2021")), TestContext.Current.CancellationToken);
        double Income(string code) => code == "EU" ? answer.Effects.Total("", answer.Case.Coalition).RealIncomePct : answer.Effects.Regions[answer.Case.Target.Index].RealIncomePct;

        Assert.Equal(
            $"Imbs and Pauwels 2023 find that the loss of Russia in percent is 15 times that of the coalition (of production); here {Text(Income("RUS") / Income("EU"), "0")} times.",
            Samarkand.Reports.Words.Briefing.Of(answer)[^1]);
    }

    private static string Text(double value, string form) => value.ToString(form, CultureInfo.InvariantCulture);

    private static System.Collections.Immutable.ImmutableArray<PublishedFigure> Read(string figures) =>
        Yaml.Parse(Yaml.WithPackage("{ kind: export-ban }") + $"literature: {figures}\n").Literature;
}
