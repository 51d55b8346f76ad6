using System.Text.Json;
using Samarkand.Analyses.Explanation;
using Samarkand.Cases;
using Samarkand.Effects;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Pages;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;
using Samarkand.Tests.Cases;
using Samarkand.Tests.Cases.Instruments;

namespace Samarkand.Reports.Tests;

/// <summary>Every answer says how large each instrument is, and what the case calls it.</summary>
public class InstrumentWordsTests
{
    private const string Named =
        """
        title: A name
        target: CHN
        coalition: [USA]
        horizon: long
        package:
          - { kind: tariff, rate: 25 %, name: Wall, from-date: 2022-03-01, evidence: speech }
          - { kind: transport-interruption, cost: 0.05, from-date: 2022-04-01 }
        secondary: { trigger: [rescue], package: [{ kind: export-ban, sectors: [goods], coverage: 40 %, name: Threat }] }
        players: [{ region: DEU, stances: [neutral, rescue], means: [{ kind: transfer, amount: 400 m USD, name: Loan }] }]
        elasticities: { all: scale 1.5, c2: { value: 8, evidence: speech } }
        evidence: { speech: { source: "A speech, 2011", quote: "a wall" } }
        """;

    private static readonly Lazy<CaseAnswer> Answer = new(() => Answers.Solve(Named));

    public static TheoryData<string> Kinds => EveryKind.Kinds;

    /// <summary>Each number of an instrument stands in its words: percentages, amounts, factors.</summary>
    [Theory]
    [InlineData("trade-cost", "costs times 1.5")]
    [InlineData("export-ban", "50 percent of the varieties")]
    [InlineData("import-ban", "50 percent of the varieties")]
    [InlineData("tariff", "25 percent on top of the world's")]
    [InlineData("price-cap", "30 percent below the market")]
    [InlineData("payments-cut", "5 percent dearer on 60 percent of the trade")]
    [InlineData("transport-interruption", "10 percent of the value on top")]
    [InlineData("asset-freeze", "300 bn USD frozen, with a yield of 2 percent: 6 bn USD a year are held in trust")]
    [InlineData("asset-seizure", "100 bn USD seized over 5 years: 20 bn USD a year change hands")]
    [InlineData("over-compliance", "a perceived risk of 0.05 (who complies: 1)")]
    [InlineData("supply", "15 percent cheaper, at the expense of China")]
    [InlineData("transfer", "5 bn USD: 5 bn USD a year change hands")]
    [InlineData("arms", "5 bn USD")]
    [InlineData("investment-stop", "5 bn USD: 5 bn USD a year change hands")]
    public void A_kind_has_words_for_its_size(string kind, string words)
    {
        var bound = EveryKind.Bind(kind);
        var grounds = SizeGrounds.Of(bound).Single();

        Assert.StartsWith($"package.0 ({kind}): ", grounds, StringComparison.Ordinal);
        Assert.Contains(words, grounds, StringComparison.Ordinal);
        Assert.EndsWith(".", grounds, StringComparison.Ordinal);
    }

    /// <summary>No kind is without words, and those of a half are others than those of the whole.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Half_of_a_kind_has_other_words(string kind)
    {
        var (instrument, people) = (EveryKind.Read(kind), new Cast(EveryKind.Bind(kind)));

        Assert.NotEqual(InstrumentText.SizeAndSectors(instrument, people), InstrumentText.SizeAndSectors(instrument.Prorated(0.5), people));
        Assert.DoesNotContain("{", InstrumentText.SizeAndSectors(instrument.Prorated(0.5), people), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ kind: asset-freeze, amount: 0.4 m USD, against: drawdown, years: 2.5 }", "0.4 m USD frozen, with a yield of 2 percent, and would have been drawn down over 2.5 years")]
    [InlineData("{ kind: price-cap, discount: 0.3, volume: market }", "30 percent below the market, so that less is sold")]
    [InlineData("{ kind: over-compliance, risk: 0.05, slope: 2, risk-conduit: 0.1, risk-rescue: 0.2 }", "0.05 (who complies: 1; a conduit: 0.1; a rescuer: 0.2), with a slope of 2")]
    [InlineData("{ kind: tariff, rate: 145 %, from: all }", "145 percent on top of the world's; goods, from all regions to the coalition.")]
    [InlineData("{ kind: export-ban, common-list: true }", "all varieties, one list common to all senders; goods, from the coalition to Russia.")]
    public void What_else_a_case_says_of_it_stands_there_too(string instrument, string words) =>
        Assert.Contains(words, SizeGrounds.Of(Yaml.Bind(Yaml.WithPackage(instrument), EveryKind.World)).Single(), StringComparison.Ordinal);

    [Fact]
    public void The_grounds_hold_every_instrument_whether_it_acts_or_not()
    {
        var lines = Grounds.Of(Answer.Value);

        Assert.Contains("Wall (tariff, package.0): 25 percent on top of the world's; goods, from China to United States.", lines);
        Assert.Contains("package.1 (transport-interruption): 5 percent of the value on top; goods, from United States to China.", lines);
        Assert.Contains("Threat (export-ban, secondary.package.0): 40 percent of the varieties; goods; it does not act at these stances.", lines);
        Assert.Contains("Loan (transfer, players.0.means.0): 400 m USD; it does not act at these stances.", lines);
        Assert.Contains(lines, line => line.StartsWith("\"a wall\" (A speech, 2011). On this rest: ", StringComparison.Ordinal) && line.Contains("Wall (tariff, package.0)", StringComparison.Ordinal));
    }

    [Fact]
    public void They_name_the_elasticities_of_the_case()
    {
        var lines = Grounds.Of(Answer.Value);

        Assert.Contains(lines, line => line.StartsWith("Trade elasticity of all sectors times 1.5: ", StringComparison.Ordinal) && line.EndsWith(", before the horizon's factor. An assumption without evidence.", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("Trade elasticity of c2 set to 8: 8.00 instead of the world's ", StringComparison.Ordinal) && line.EndsWith(", before the horizon's factor. \"a wall\" (A speech, 2011)", StringComparison.Ordinal));
        Assert.Equal(2, Assumption.Of(Answer.Value.Case).Count(assumption => assumption.Text.StartsWith("Trade elasticity", StringComparison.Ordinal)));
        Assert.DoesNotContain(Grounds.Of(Answers.Tariff), line => line.StartsWith("Trade elasticity", StringComparison.Ordinal));
    }

    [Fact]
    public void The_page_shows_names_and_the_sizes_of_what_may_yet_act()
    {
        var grounds = HtmlPage.Of(Answers.Report(Answer.Value, Named)).Section("grounds").Value;

        Assert.Contains("Wall (tariff)", grounds, StringComparison.Ordinal);
        Assert.Contains("Threat, export-ban (40 percent of the varieties; goods)", grounds, StringComparison.Ordinal);
        Assert.Contains("its means of rescue: Loan, transfer (400 m USD)", grounds, StringComparison.Ordinal);
    }

    [Fact]
    public void An_explanation_calls_it_by_its_name()
    {
        var explanation = CaseExplanation.Of(Answer.Value.Case, cancellation: TestContext.Current.CancellationToken);
        var people = Assert.IsType<TextColumn>(ExplanationTables.InstrumentsForPeople(explanation).Columns[0]);
        var programs = ExplanationTables.All.Make(ExplanationTables.Instruments, new ExplainedRegions(explanation, []));

        Assert.Equal(["Wall", "package.1"], people.Values);
        Assert.Equal(["package.0", "package.1"], Assert.IsType<TextColumn>(programs.Columns[0]).Values);
        Assert.StartsWith("Wall: 25 percent on top", Assert.IsType<TextColumn>(programs.Columns[2]).Values[0], StringComparison.Ordinal);
        Assert.Contains("Wall (tariff)", string.Join('\n', ExplanationText.Of(explanation)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_timeline_calls_it_by_its_name()
    {
        var timeline = Timeline.Solve(Answer.Value.Case, TestContext.Current.CancellationToken);
        var changes = Assert.IsType<TextColumn>(TimelineTable.BySide.Make(timeline).Columns[^1]);

        Assert.Equal("Wall tariff from 2022-03-01", changes.Values[0]);
        Assert.Equal("package.1 transport-interruption from 2022-04-01", changes.Values[1]);
    }

    [Fact]
    public void Json_holds_them()
    {
        using var stream = new MemoryStream();
        DocumentWriter.Write(CaseDocuments.Effects(new CaseTables(Answer.Value, []), null), stream);
        using var read = JsonDocument.Parse(stream.ToArray());
        var instruments = read.RootElement.GetProperty("case").GetProperty("instruments").EnumerateArray().ToArray();

        Assert.Equal(["package.0", "package.1"], instruments.Select(one => one.GetProperty("path").GetString()));
        Assert.Equal("Wall", instruments[0].GetProperty("name").GetString());
        Assert.StartsWith("25 percent on top", instruments[0].GetProperty("size").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, instruments[1].GetProperty("name").ValueKind);
    }
}
