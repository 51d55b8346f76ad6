using System.Globalization;
using Samarkand.Reports.Pages;
using Samarkand.Reports.Pages.Charts;
using Samarkand.Reports.Tables;

namespace Samarkand.Reports.Tests.Browser;

/// <summary>A curve and a map of cells of made-up numbers, and a page of nothing else.</summary>
internal static class MadeUpFigures
{
    private static readonly double[] Shares = [.. Enumerable.Range(0, 11).Select(i => i / 10.0)];

    public static CurveChart Curve { get; } = new(
        "curve",
        new Table("made-up-curve", "A price over severity",
        [
            new NumberColumn("severity", "Severity of secondary sanctions", Shares, 1),
            new NumberColumn("price", "Price", [.. Shares.Select(x => x < 0.15 ? double.NaN : 2.5 * x - 1)], 2),
            new NumberColumn("low", "Low", [.. Shares.Select(x => x < 0.15 ? double.NaN : 2 * x - 1)], 2),
            new NumberColumn("high", "High", [.. Shares.Select(x => x < 0.15 ? double.NaN : 3 * x - 0.9)], 2),
            new NumberColumn("other", "Other", [.. Shares.Select(x => x * x * x * 4)], 2),
        ]),
        "Two curves.",
        "severity",
        "USD lost for each USD of relief",
        [new CurveLine("price", "conduit", ("low", "high")), new CurveLine("other", "supply")])
    {
        Levels = [0, 1],
        Marks = [new CurveMark(0.4, 0, "pays from 0.40"), new CurveMark(0.8, 1, "a dollar for a dollar from 0.80")],
    };

    public static CellMap Cells { get; } = new(
        "cells",
        new Table("made-up-cells", "Equilibria over affinity and severity",
        [
            new NumberColumn("severity", "Severity of secondary sanctions", [.. Pairs.Select(pair => pair.X)], 1),
            new NumberColumn("affinity", "Affinity", [.. Pairs.Select(pair => pair.Y)], 1),
            new TextColumn("equilibrium", "Equilibrium", [.. Pairs.Select(pair => pair.Y > 1.5 * pair.X + 0.4 ? "defiant supplier" : pair.Y > pair.X ? "conduit" : "neutral")]),
        ]),
        "Three areas.",
        "severity",
        "affinity",
        "equilibrium");

    private static IEnumerable<(double X, double Y)> Pairs => Shares.SelectMany(x => Shares.Select(y => (x, 2 * y)));

    public static HtmlPage Page()
    {
        var (people, figures) = (new Cast(Answers.Tariff.Case), new Figure[] { Curve, Cells });
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var sections = figures.Select(figure => new PageSection(figure.Id, figure.Id, Markup.Element("section", Markup.Attribute("id", figure.Id), figure.Elements(people))));
        new Page("Made up", Markup.Element("header"), [.. sections], PageData.Of(Answers.Tariff.Case, figures)).Write(text);
        return HtmlPage.Parse(text.ToString());
    }
}
