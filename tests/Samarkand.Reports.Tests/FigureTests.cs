using System.Text.Json;
using Samarkand.Reports.Tests.Browser;

namespace Samarkand.Reports.Tests;

/// <summary>The data of curves and of maps of cells, as the page's scripts read them.</summary>
public class FigureTests
{
    private static readonly Lazy<HtmlPage> MadeUp = new(MadeUpFigures.Page);

    private static JsonElement Figure(int index) => MadeUp.Value.Data.GetProperty("figures")[index];

    [Fact]
    public void A_curve_has_its_lines_its_band_its_levels_and_its_marks_in_full_precision()
    {
        var curve = Figure(0);
        var (conduit, supply) = (curve.GetProperty("lines")[0], curve.GetProperty("lines")[1]);

        Assert.Equal("curve", curve.GetProperty("kind").GetString());
        Assert.Equal("Severity of secondary sanctions", curve.GetProperty("x_name").GetString());
        Assert.Equal([0, 1], Values(curve.GetProperty("levels")));
        Assert.Equal([null, null, 2.5 * 0.2 - 1], Values(conduit.GetProperty("values")).Take(3));
        Assert.Equal(2.0 * 0.3 - 1, Values(conduit.GetProperty("low")).ElementAt(3));
        Assert.Equal(3.0 * 0.3 - 0.9, Values(conduit.GetProperty("high")).ElementAt(3));
        Assert.False(supply.TryGetProperty("low", out _));
        Assert.Equal((0.4, 0.0, "pays from 0.40"), Mark(curve.GetProperty("marks")[0]));
        Assert.Equal((0.8, 1.0), (Mark(curve.GetProperty("marks")[1]).X, Mark(curve.GetProperty("marks")[1]).Y));
    }

    [Fact]
    public void Cells_know_their_category_by_its_place_in_the_list()
    {
        var cells = Figure(1);

        Assert.Equal(["neutral", "conduit", "defiant supplier"], cells.GetProperty("categories").EnumerateArray().Select(c => c.GetString()));
        Assert.Equal(["A", "B", "C"], cells.GetProperty("letters").EnumerateArray().Select(c => c.GetString()));
        Assert.Equal(121, cells.GetProperty("cells").GetArrayLength());
        foreach (var cell in cells.GetProperty("cells").EnumerateArray())
        {
            var (x, y) = (cell.GetProperty("x").GetDouble(), cell.GetProperty("y").GetDouble());
            Assert.Equal(y > 1.5 * x + 0.4 ? 2 : y > x ? 1 : 0, cell.GetProperty("category").GetInt32());
        }
    }

    [Fact]
    public void Both_can_be_read_without_scripts_and_without_colour()
    {
        var sections = MadeUp.Value.All("section").ToArray();

        Assert.Equal(["line first", "line second"], Signs(sections[0]));
        Assert.Equal("A", sections[1].Element("p")!.Element("span")!.Element("span")!.Value);
        Assert.All(sections, section => Assert.NotEmpty(section.Descendants("tbody").Single().Elements("tr")));
        Assert.Equal(["made-up-curve.csv", "made-up-cells.csv"], MadeUp.Value.All("a").Select(a => (string?)a.Attribute("download")).OfType<string>());
        Assert.NotEmpty(MadeUp.Value.All("noscript"));
    }

    private static IEnumerable<string?> Signs(System.Xml.Linq.XElement section) =>
        section.Element("p")!.Elements("span").Select(entry => (string?)entry.Element("span")!.Attribute("class"));

    private static IEnumerable<double?> Values(JsonElement array) =>
        array.EnumerateArray().Select(value => value.ValueKind == JsonValueKind.Null ? (double?)null : value.GetDouble());

    private static (double X, double Y, string? Text) Mark(JsonElement mark) =>
        (mark.GetProperty("x").GetDouble(), mark.GetProperty("y").GetDouble(), mark.GetProperty("text").GetString());
}
