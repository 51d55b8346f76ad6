using Samarkand.Cases;
using Samarkand.Effects;
using Samarkand.Reports.Tables;
using Samarkand.Tests.Cases;
using Samarkand.Worlds;

namespace Samarkand.Tests.Effects;

/// <summary>A case month by month.</summary>
public class TimelineTests
{
    private const string Ban = "{ kind: import-ban, sectors: energy, coverage: 0.5, from-date: 2022-02-24 }";
    private const string Airport = "{ kind: transport-interruption, cost: 0.5, from-date: 2022-05-30, until-date: 2022-06-02 }";

    private static Timeline Solved { get; } = Timeline.Solve(Yaml.Bind(Yaml.WithPackage("{ kind: tariff, rate: 0.1 }", Ban, Airport), WorldCatalog.Open("wiod-2011")));

    [Fact]
    public void ItGoesFromTheMonthOfTheFirstDateToTheMonthAfterTheLast()
    {
        Assert.Equal(["2022-02", "2022-03", "2022-04", "2022-05", "2022-06", "2022-07"], Solved.Months.Select(month => month.Period.Name));
        Assert.Equal([5.0 / 28, 1, 1, 1, 1, 1], Solved.Months.Select(month => month.Instruments[1].Share));
        Assert.Equal([2.0 / 31, 1.0 / 30], Solved.Months.Where(month => month.Instruments.Length == 3).Select(month => month.Instruments[2].Share));
    }

    [Fact]
    public void MonthsInWhichTheSameHoldsAreOneAnswer()
    {
        Assert.Equal(4, Solved.Answers.Count);
        Assert.Same(Solved.Months[1].Answer, Solved.Months[2].Answer);
        Assert.Same(Solved.Months[1].Answer, Solved.Months[5].Answer);
        Assert.NotEqual(Solved.Months[0].Answer!.Effects.Regions, Solved.Months[1].Answer!.Effects.Regions);
    }

    [Fact]
    public void EachMonthIsToTheLastBitWhatItIsAlone()
    {
        foreach (var month in Solved.Months)
            Assert.Equal(CaseAnswer.Solve(Solved.Case.Over(month.Period), TestContext.Current.CancellationToken).Effects.Regions, month.Answer!.Effects.Regions);
    }

    [Fact]
    public void APartOfAMonthHurtsLessThanTheWhole()
    {
        var target = Solved.Months.Select(month => month.Answer!.Groups[0].RealIncomePct).ToArray();

        Assert.True(target[1] < target[0] && target[0] < 0, $"{target[0]} in part, {target[1]} in full");
        Assert.True(target[3] < target[4] && target[4] < target[5], "two days of 31, one of 30, none");
    }

    [Fact]
    public void TheTableForProgramsHasARowForEachMonthAndRegion()
    {
        var table = TimelineTable.ByRegion.Make(Solved);

        Assert.Equal("month,region,real_income_pct,ev_musd,exports_pct,imports_pct,instruments", string.Join(',', table.Columns.Select(column => column.Name)));
        Assert.Equal(6 * 41, table.RowCount);
        Assert.Equal("2022-02", TableWriter.Text(table.Columns[0], 40));
        Assert.Equal("package.0 package.1 (0.18)", TableWriter.Text(table.Columns[6], 40));
        Assert.Equal("package.0 package.1 package.2 (0.06)", TableWriter.Text(table.Columns[6], 3 * 41));
        Assert.Equal(Solved.Months[0].Answer!.Effects.Regions[7].ImportsPct, ((NumberColumn)table.Columns[5]).Values[7]);
    }

    [Fact]
    public void TheTableForPeopleSaysWhatStartsAndEnds()
    {
        var table = TimelineTable.BySide.Make(Solved);

        Assert.Equal(["Month", "Target %", "Coalition %", "Others %", "Starts or ends"], table.Columns.Select(column => column.Heading));
        Assert.Equal(
            ["package.1 import-ban from 2022-02-24", "", "", "package.2 transport-interruption from 2022-05-30", "package.2 transport-interruption until 2022-06-02", ""],
            ((TextColumn)table.Columns[4]).Values);
        Assert.Equal(Solved.Months.Select(month => month.Answer!.Groups[1].RealIncomePct), ((NumberColumn)table.Columns[2]).Values);
    }

    [Fact]
    public void AMonthWithoutAnEquilibriumIsLeftEmptyAndSaysWhy()
    {
        var text = Yaml.WithPackage("{ kind: asset-seizure, amount: 9000 bn USD, years: 1, from-date: 2022-02-01, until-date: 2022-03-01 }");
        var timeline = Timeline.Solve(Yaml.Bind(text, WorldCatalog.Open("wiod-2011")), TestContext.Current.CancellationToken);

        Assert.Equal([true, false, false], timeline.Months.Select(month => month.Answer is null));
        Assert.StartsWith("2022-02: no equilibrium: RUS", Assert.Single(TimelineTable.WithoutAnswer(timeline)), StringComparison.Ordinal);
        Assert.Equal([double.NaN, 0, 0], ((NumberColumn)TimelineTable.BySide.Make(timeline).Columns[1]).Values);
        Assert.True(double.IsNaN(((NumberColumn)TimelineTable.ByRegion.Make(timeline).Columns[2]).Values[0]));
    }

    [Theory]
    [InlineData("{ kind: tariff, rate: 0.1 }", 0, "no instrument has a date", "leave out --timeline")]
    [InlineData("{ kind: tariff, rate: 0.1, from-date: 2012-01-31, until-date: 2021-12-01 }", 0, "from 2012-01-31 to 2021-12-01: a timeline of 121 months, and 120 is the most", "--as-of or --year")]
    [InlineData("{ kind: tariff, rate: 0.1, until-date: 9999-12-31 }", 5, "package.0 has the date 9999-12-31; a timeline goes from 1900 to 2100", "leave it out")]
    public void ACaseWithoutATimelineSaysWhatToDo(string instrument, int line, string message, string hint)
    {
        var problem = Yaml.Problem(() => CaseMonths.Of(Yaml.Parse(Yaml.WithPackage(instrument))));

        Assert.Equal(line, problem.Line);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Contains(hint, problem.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void TenYearsAreATimeline() =>
        Assert.Equal(120, CaseMonths.Of(Yaml.Parse(Yaml.WithPackage("{ kind: tariff, rate: 0.1, from-date: 2012-01-31, until-date: 2021-11-30 }"))).Length);
}
