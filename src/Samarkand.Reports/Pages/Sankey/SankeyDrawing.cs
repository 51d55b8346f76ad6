using System.Globalization;
using System.Xml.Linq;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;

namespace Samarkand.Reports.Pages.Sankey;

/// <summary>
/// A Sankey diagram of three columns as SVG. Colours are those of the page on paper; a page that knows its classes may give others.
/// Neighbouring bands of the middle column differ by their hatching, and every node has a label with its value.
/// </summary>
internal static class SankeyDrawing
{
    private const double Width = 1000;
    private const double Top = 36;
    private const double Margin = 4;
    private const double BoxWidth = 12;
    private const int MostLetters = 22;
    private const int Hatchings = 4;
    private const string Paper = "#fdfcfa";
    private const string Ink = "#1d2430";
    private const string Soft = "#5c6675";

    private static readonly double[] Columns = [246, 456, 700];

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>Draws a graph.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="description">The same in more words, for those who do not see it.</param>
    /// <param name="headings">The headings of the columns.</param>
    public static XElement Of(SankeyGraph graph, string title, string description, IReadOnlyList<string> headings)
    {
        var layout = SankeyLayout.Of(graph);
        var height = Top + layout.Height + Margin;
        return Element(
            "svg",
            Attribute("viewBox", Invariant($"0 0 {Width} {height:0.###}")),
            Attribute("role", "img"),
            Attribute("aria-labelledby", "sankey-title sankey-description"),
            Attribute("font-family", "system-ui, -apple-system, \"Segoe UI\", Roboto, \"Helvetica Neue\", \"Liberation Sans\", Arial, sans-serif"),
            Attribute("font-size", "13"),
            Element("title", Attribute("id", "sankey-title"), title),
            Element("desc", Attribute("id", "sankey-description"), description),
            Element("defs", Enumerable.Range(0, Hatchings).Select(Hatching)),
            Element("rect", Class("paper"), Attribute("width", "100%"), Attribute("height", "100%"), Attribute("fill", Paper)),
            headings.Select((heading, column) => Text(column, 18, Class("heading"), Attribute("fill", Soft), heading)),
            layout.Bands.Select(band => Band(band, graph)),
            layout.Boxes.Select(Box),
            layout.Boxes.Select(Label));
    }

    // Each flow to or from the middle column is hatched as its node there is.
    private static XElement Band(SankeyBand band, SankeyGraph graph)
    {
        var (from, to) = (graph.Nodes[band.Link.From], graph.Nodes[band.Link.To]);
        var middle = from.Column == 1 ? band.Link.From : band.Link.To;
        var (left, right) = (Columns[from.Column] + BoxWidth, Columns[to.Column]);
        var (bend, a, b, h) = ((left + right) / 2, Top + band.FromTop, Top + band.ToTop, band.Height);
        var path = Invariant(
            $"M{left} {a:0.###}C{bend} {a:0.###} {bend} {b:0.###} {right} {b:0.###}V{b + h:0.###}C{bend} {b + h:0.###} {bend} {a + h:0.###} {left} {a + h:0.###}Z");
        return Element(
            "path",
            Class(Invariant($"band tint{middle % Hatchings}")),
            Attribute("fill", Invariant($"url(#sankey-{middle % Hatchings})")),
            Attribute("stroke", Paper),
            Attribute("stroke-width", "0.5"),
            Attribute("d", path),
            Element("title", $"{from.Name} – {to.Name}: {Amounts.Money(band.Link.Value)}"));
    }

    private static XElement Box(SankeyBox box) => Element(
        "rect",
        Class($"box {box.Node.Side}"),
        Attribute("x", Invariant($"{Columns[box.Node.Column]}")),
        Attribute("y", Invariant($"{Top + box.Top:0.###}")),
        Attribute("width", Invariant($"{BoxWidth}")),
        Attribute("height", Invariant($"{box.Height:0.###}")),
        Attribute("fill", Colour(box.Node.Side)),
        Element("title", $"{box.Node.Name}: {Amounts.Money(box.Node.Value)}"));

    private static XElement Label(SankeyBox box) => Text(
        box.Node.Column,
        Top + box.Middle + 5,
        Class("label"),
        Attribute("fill", Ink),
        Attribute("stroke", Paper),
        Attribute("stroke-width", "4"),
        Attribute("stroke-linejoin", "round"),
        Attribute("paint-order", "stroke"),
        Short(box.Node.Name),
        Element("tspan", Attribute("dx", "6"), Attribute("font-weight", "600"), Amounts.Money(box.Node.Value)));

    // Left of the first column, right of the others.
    private static XElement Text(int column, double baseline, params object[] content) => Element(
        "text",
        Attribute("x", Invariant($"{(column == 0 ? Columns[0] - 8 : Columns[column] + BoxWidth + 8)}")),
        Attribute("y", Invariant($"{baseline:0.###}")),
        column == 0 ? Attribute("text-anchor", "end") : null,
        content);

    private static XElement Hatching(int kind) => Element(
        "pattern",
        Attribute("id", Invariant($"sankey-{kind}")),
        Attribute("width", "8"),
        Attribute("height", "8"),
        Attribute("patternUnits", "userSpaceOnUse"),
        Element("rect", Class("ground"), Attribute("width", "8"), Attribute("height", "8"), Attribute("fill", "#dedad0")),
        kind switch
        {
            1 => Lines("M-2 2L2 -2M0 8L8 0M6 10L10 6"),
            2 => Element("circle", Class("dots"), Attribute("cx", "4"), Attribute("cy", "4"), Attribute("r", "1.3"), Attribute("fill", "#8a8576")),
            3 => Lines("M-2 6L2 10M0 0L8 8M6 -2L10 2"),
            _ => null,
        });

    private static XElement Lines(string path) =>
        Element("path", Class("lines"), Attribute("d", path), Attribute("stroke", "#8a8576"), Attribute("stroke-width", "1"), Attribute("fill", "none"));

    private static string Colour(string side) => side switch
    {
        "target" => "#c2452d",
        "coalition" => "#2f6fb3",
        "others" => "#8a8576",
        _ => "#4b5563",
    };

    private static string Short(string name)
    {
        if (name.Length <= MostLetters)
            return name;
        var cut = name.LastIndexOf(' ', MostLetters - 1);
        return name[..(cut > 0 ? cut : MostLetters - 1)].TrimEnd(',') + "…";
    }

    private static XElement Element(string name, params object?[] content) => new(Svg + name, content);

    private static XAttribute Attribute(string name, string value) => new(name, value);

    private static XAttribute Class(string names) => new("class", names);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
