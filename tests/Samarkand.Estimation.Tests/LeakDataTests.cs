using Samarkand.Core;
using Samarkand.Estimation.Leaks;

namespace Samarkand.Tests;

/// <summary>What is wrong with trade data is said with its place, and what is missing is no zero.</summary>
public sealed class LeakDataTests : IDisposable
{
    private readonly string _file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "trade.csv");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);

    [Theory]
    [InlineData("partner,product,period,value\nA,10121,2020-01,5\n", ":2: the product code `10121` has 5 digits", "`010121`")]
    [InlineData("partner,product,period,value\nA,010121,2020-01,5\nA,010121,2020-02,-5\n", ":3: the value is -5, and trade is never below zero", "correct the row")]
    [InlineData("partner,product,period,value\nA,010121,2020-01,5;5\n", ":2: `5;5` is no value", "1234.5")]
    [InlineData("partner,product,period,value\nA,010121,2020-13,5\n", ":2: `2020-13` is no month", "2021-03")]
    [InlineData("partner,product,period,value,currency\nA,010121,2020-01,5,EUR\nA,010121,2020-02,5,USD\n", "holds values in EUR, USD", "one currency")]
    [InlineData("partner,product,period,worth\nA,010121,2020-01,5\n", "has no column of the value", "columns")]
    [InlineData("reporter,partner,product,period,value\nEU27_2020,A,010121,2020-01,5\nDEU,A,010121,2020-01,5\n", "EU27_2020 is a sum of others", "coalition")]
    public void A_mistake_is_refused_with_its_place(string text, string message, string hint)
    {
        File.WriteAllText(_file, text);
        var refused = Assert.Throws<InputException>(() => LeakReader.Read(new LeakData([_file])));
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
        Assert.Contains(hint, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_month_that_nobody_reports_is_left_out_and_a_reporter_that_stops_is_no_fall()
    {
        File.WriteAllText(_file, """
            reporter,partner,product,period,value
            DEU,A,010121,2020-01,5
            DEU,B,010121,2020-02,7
            DEU,A,010121,2020-04,6
            FRA,A,010121,2020-01,100
            FRA,A,010121,2020-02,100
            """);
        var panel = LeakReader.Read(new LeakData([_file]));
        Assert.Equal(["2020-01", "2020-02", "2020-04"], panel.Months.Select(TradePanel.Month));
        Assert.Equal([5.0, 0, 6], panel.Values[..3]);
        Assert.Contains(panel.Notes, note => note.StartsWith("FRA is left out", StringComparison.Ordinal) && note.Contains("the last 2020-02", StringComparison.Ordinal));
        Assert.Contains(panel.Notes, note => note.Contains("Nobody reports 2020-03", StringComparison.Ordinal));
    }

    [Fact]
    public void An_empty_value_is_missing_and_euros_become_dollars()
    {
        File.WriteAllText(_file, "partner,product,period,value_eur\nA,0101,2020-01,\nA,0101,2020-02,7\nB,0101,2020-01,1\n");
        var panel = LeakReader.Read(new LeakData([_file]));
        Assert.Equal([double.NaN, 7, 1, 0], panel.Values);
        Assert.All(panel.Rates, rate => Assert.Equal(1.1422, rate));
        Assert.Contains(panel.Notes, note => note.Contains("what is missing is not zero", StringComparison.Ordinal));
    }

    [Fact]
    public void Mirrors_are_what_states_record_of_the_same_trade()
    {
        File.WriteAllText(_file, """
            reporter,partner,product,period,flow,value,quantity
            DEU,KGZ,854231,2020-01,export,10,2
            DEU,KGZ,854231,2020-02,export,30,3
            KGZ,DEU,854231,2020-01,import,9,2
            KGZ,DEU,854231,2020-02,import,12,1
            KGZ,RUS,854231,2020-01,export,1,1
            KGZ,RUS,854231,2020-02,export,20,2
            """);
        var panel = LeakReader.Read(new LeakData([_file]) { Targets = ["RUS"], By = ProductGroups.Hs6, List = HighPriority.Common });
        Assert.Equal(["KGZ"], panel.Partners);
        Assert.Equal([10.0, 30], panel.Values);
        Assert.Equal([2.0, 3], panel.Quantities!);
        Assert.Equal([9.0, 12], panel.Recorded!);
        Assert.Equal([1.0, 20], panel.SoldOn!);
        Assert.Equal([1.0], panel.Listed);
    }

    [Fact]
    public void The_shipped_list_has_fifty_codes_in_six_tiers()
    {
        Assert.Equal(50, HighPriority.Common.Length);
        Assert.Equal(["1", "2", "3A", "3B", "4A", "4B"], HighPriority.Common.Select(code => code.Tier).Distinct().Order());
        Assert.All(HighPriority.Common, code => Assert.Equal(6, code.Code.Length));
    }

    [Fact]
    public void The_exports_of_the_union_are_read()
    {
        var panel = LeakReader.Read(new LeakData([SharedData.Path(Path.Combine("data", "russia", "eu27_exports_sanctioned_hs6_monthly_2020-01_2022-05.csv.gz"))]));
        Assert.Equal(["ARM", "BLR", "GEO", "KAZ", "KGZ", "RUS", "UZB"], panel.Partners);
        Assert.Equal(29, panel.Months.Length);
        var study = LeakStudy.Of(new LeakQuestion(2022 * 12 + 2, ["RUS", "BLR"]), panel, TestContext.Current.CancellationToken);
        Assert.All(study.Rows, row => Assert.True(row.Low <= row.Excess && row.Excess <= row.High && row.Q >= row.P));
        Assert.DoesNotContain(study.Rows, row => row.State is "RUS" or "BLR");
    }
}
