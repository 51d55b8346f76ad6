using Samarkand.Core;
using Samarkand.Estimation.Data;
using Samarkand.Estimation.Formulas;
using Samarkand.Estimation.Regression;

namespace Samarkand.Tests;

/// <summary>Formulas, and data that do not fit them.</summary>
public sealed class FormulaTests : IDisposable
{
    private const string Header = "exporter,importer,year,trade,dist,rta,firm\n";

    private readonly string _file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "trade.csv");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);

    [Fact]
    public void A_formula_is_read()
    {
        var formula = FormulaReader.Read("trade ~ ln(dist) + contig:rta + ln(1 + tariff) | exporter^year + importer^year + exporter^importer");
        Assert.Equal("trade", formula.Response.Name);
        Assert.Equal(["ln(dist)", "contig:rta", "ln(1 + tariff)"], formula.Terms.Select(term => term.Name));
        Assert.Equal(["exporter^year", "importer^year", "exporter^importer"], formula.Effects.Select(effect => effect.Name));
        Assert.Equal(["exporter", "importer"], formula.Effects[2].Columns.Select(column => column.Text));
    }

    [Theory]
    [InlineData("trade", "a `~` is missing")]
    [InlineData("trade ~ ln(dist", "a bracket is not closed")]
    [InlineData("trade ~ dist - rta", "cannot be taken away")]
    [InlineData("trade ~ factor(year)", "no function that is known")]
    [InlineData("trade ~ dist + dist", "stands twice")]
    [InlineData("trade ~ dist + trade", "would explain itself")]
    [InlineData("trade ~ dist +", "a term is missing")]
    [InlineData("trade ~ dist | exporter^", "missing at the end")]
    [InlineData("trade ~ dist ! rta", "has no meaning here")]
    public void What_is_no_formula_is_refused(string text, string message) =>
        Assert.Contains(message, Assert.Throws<InputException>(() => FormulaReader.Read(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("A,B,2000,-1,10,0,x\n", "trade ~ rta", ":2: trade is -1, and trade is never below zero")]
    [InlineData("A,B,2000,1,0,0,x\n", "trade ~ ln(dist)", ":2: ln(dist) is no number in this row")]
    [InlineData("A,B,2000,1,ten,0,x\n", "trade ~ ln(dist)", ":2: `ten` in column 'dist' is no number")]
    [InlineData("A,B,2000,1,10,0,x\n", "trade ~ ln(dst)", "has no column `dst`")]
    public void Data_that_do_not_fit_are_refused_with_their_place(string row, string formula, string message)
    {
        File.WriteAllText(_file, Header + row);
        Assert.Contains(message, Assert.Throws<InputException>(() => Read(formula)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_cluster_and_an_absorbed_regressor_are_refused_by_name()
    {
        File.WriteAllText(_file, Header + string.Concat(from i in Enumerable.Range(0, 4) from j in Enumerable.Range(0, 4) from t in Enumerable.Range(2000, 3) select FormattableString.Invariant($"{(char)('A' + i)},{(char)('A' + j)},{t},{1 + i * j + t % 3},{1 + Math.Abs(i - j)},{(i + j + t) % 2},x\n")));
        Assert.Contains("firm: every row that is left is in one cluster", Assert.Throws<InputException>(() => Published.Poisson(Read("trade ~ rta | exporter", "firm"))).Message, StringComparison.Ordinal);
        Assert.Contains("ln(dist): its coefficient is not identified: the fixed effects exporter^importer absorb it", Assert.Throws<InputException>(() => Published.Poisson(Read("trade ~ ln(dist) | exporter^importer"))).Message, StringComparison.Ordinal);
        var both = Published.Poisson(Read("trade ~ ln(dist) + rta | exporter^importer + year"));
        Assert.Equal("ln(dist)", Assert.Single(both.Unidentified).Term);
        Assert.Equal("rta", Assert.Single(both.Coefficients).Term);
    }

    [Fact]
    public void Years_of_an_interval_are_counted_back_from_the_last()
    {
        File.WriteAllText(_file, Header + string.Concat(Enumerable.Range(2000, 9).Select(t => FormattableString.Invariant($"A,B,{t},{t},10,{t % 2},x\n"))));
        var read = SampleReader.Read(new DataQuestion([_file], FormulaReader.Read("trade ~ rta")) { Interval = ("year", 4) }, out _, TestContext.Current.CancellationToken);
        Assert.Equal([2000.0, 2004, 2008], read.Y);
    }

    private Sample Read(string formula, string? clusters = null) =>
        SampleReader.Read(new DataQuestion([_file], FormulaReader.Read(formula)) { Clusters = clusters is null ? [] : FormulaReader.ReadGroups(clusters) }, out _, TestContext.Current.CancellationToken);
}
