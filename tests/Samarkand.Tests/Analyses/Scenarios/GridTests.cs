using Samarkand.Analyses.Scenarios;
using Samarkand.Tests.Cases;

namespace Samarkand.Tests.Analyses.Scenarios;

public class GridTests
{
    [Theory]
    [InlineData("a.b=0:1:0.25", "0 0.25 0.5 0.75 1", "")]
    [InlineData("a.b=0:1:0.3", "0 0.3 0.6 0.9", "")]
    [InlineData("a.b=1:0:-0.5", "1 0.5 0", "")]
    [InlineData("a.b=0.1,0.20,5e-1", "0.1 0.2 0.5", "")]
    [InlineData(" a.b = -1 : 1 : 1 ", "-1 0 1", "")]
    [InlineData("a.b=3:3:1", "3", "")]
    [InlineData("a.b=0:20:10 %", "0 10 20", "%")]
    [InlineData("a.b=100 bn USD,300 bn USD", "100 300", "bn USD")]
    public void Values_are_exact(string text, string numbers, string unit)
    {
        var axis = GridAxis.Read(text);
        Assert.Equal(("a.b", numbers, unit), (axis.Path, string.Join(' ', axis.Numbers), axis.Unit));
        Assert.Equal(axis.Numbers.Length, axis.Values.Length);
    }

    [Fact]
    public void Tenths_have_no_rounding_errors() => Assert.Equal([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1], GridAxis.Read("x=0:1:0.1").Values);

    [Theory]
    [InlineData("a.b", "expected a path and its values")]
    [InlineData("=1,2", "expected a path and its values")]
    [InlineData("a.b=", "expected a path and its values")]
    [InlineData("a.b=x,y", "`x` is not a number; expected numbers")]
    [InlineData("a.b=1,,2", "`` is not a number")]
    [InlineData("a.b=0:1", "`0:1` has 2 parts; expected three")]
    [InlineData("a.b=0:1:0", "has step 0, which leads nowhere; expected a step above or below 0")]
    [InlineData("a.b=0:1:-0.1", "`0:1:-0.1` never gets from 0 to 1 in steps of -0.1; expected a step above 0")]
    [InlineData("a.b=0:1:0.000001", "gives 1,000,001 values; expected at most 100,000")]
    [InlineData("a.b=0:1e20:1e-5", "values; expected at most 100,000")]
    [InlineData("a.b=1,5:2:0,1", "`1,5` is not a number; expected numbers; use a point for decimals")]
    [InlineData("a.b=1,1.0", "the value 1 stands there twice")]
    [InlineData("a.b=1 %,2 bn USD", "its values have different units, `%` and `bn USD`")]
    [InlineData("a.b=NaN,1e400,inf", "`NaN` is not a number")]
    [InlineData("a.b=1e400,2", "`1e400` is not a number")]
    public void What_is_no_grid_is_refused_in_a_sentence(string text, string message) =>
        Assert.Contains(message, Yaml.Problem(() => GridAxis.Read(text)).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Several_paths_give_every_combination_the_last_one_first()
    {
        var grid = ScenarioGrid.Read(["a=1,2", "b=1,2,3"]);
        Assert.Equal(6, grid.Count);
        Assert.Equal(["00", "01", "02", "10", "11", "12"], Enumerable.Range(0, 6).Select(at => string.Concat(grid.At(at))));
        Assert.Contains("is varied twice", Yaml.Problem(() => ScenarioGrid.Read(["a=1", "a=2"])).ToString(), StringComparison.Ordinal);
        Assert.Contains("would give 100,100 scenarios; expected at most 100,000", Yaml.Problem(() => ScenarioGrid.Read(["a=0:1000:1", "b=0:99:1", "c=1"])).ToString(), StringComparison.Ordinal);
        Assert.Contains("would give 200,000 scenarios", Yaml.Problem(() => ScenarioGrid.Read(["a=1:50000:1"]).CheckCount(4)).ToString(), StringComparison.Ordinal);
    }
}
