using Samarkand.Cases;
using Samarkand.Effects;
using Samarkand.Reports.Words;
using Samarkand.Tests.Cases;
using Samarkand.Worlds;

namespace Samarkand.Reports.Tests;

/// <summary>The reports say which dates were applied.</summary>
public class DatesTextTests
{
    private static readonly BoundCase Bound = Yaml.Bind(
        Yaml.WithPackage(
            "{ kind: tariff, rate: 0.1 }",
            "{ kind: transport-interruption, cost: 0.05, from-date: 2022-12-05 }",
            "{ kind: import-ban, coverage: 0.1, from-date: 2023-02-05 }"),
        WorldCatalog.Open("wiod-2011"));

    [Fact]
    public void WithoutAPeriodThereIsNothingToSay()
    {
        Assert.Null(DatesText.Of(Bound.Case));
        Assert.DoesNotContain("In force", HtmlPage.Of(Answers.Report(Solve(Bound))).All("header").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void ADayNamesWhatIsNotInForce() => Assert.Equal(
        "What is in force on 2022-12-05. Not in force: package.2 (import-ban).",
        DatesText.Of(Bound.Over(Period.Day(new DateOnly(2022, 12, 5))).Case));

    [Fact]
    public void AYearIsInTheWordsAndOnThePage()
    {
        const string Sentence =
            "The period 2022, each instrument by the share of its days on which it is in force. In part: package.1 (transport-interruption) on 27 of 365 days. Not in force: package.2 (import-ban).";
        var answer = Solve(Bound.Over(Period.Year(2022)));
        var page = HtmlPage.Of(Answers.Report(answer));

        Assert.Contains($"Dates: {Sentence}", Grounds.Of(answer));
        Assert.Contains(Sentence, page.Section("grounds").Value, StringComparison.Ordinal);
        Assert.Contains("5 percent of the value on top, for 7.4 percent of the trade", page.Section("grounds").Value, StringComparison.Ordinal);
        Assert.Contains("In force in2022", page.All("header").Single().Value, StringComparison.Ordinal);
    }

    private static CaseAnswer Solve(BoundCase bound) => CaseAnswer.Solve(bound, TestContext.Current.CancellationToken);
}
