using System.Globalization;
using System.Xml.Linq;
using Samarkand.Estimation.Leaks;
using Samarkand.Reports.Pages;
using Samarkand.Reports.Pages.Charts;
using Samarkand.Reports.Tables;
using static Samarkand.Reports.Pages.Markup;

namespace Samarkand.Cli.Commands.Leaks;

/// <summary>What was found as one self-contained page: words, a heat map, small multiples, and what it rests on.</summary>
internal static class LeakPage
{
    private const int MostSmall = 12;
    private const int Width = 260;
    private const int Height = 110;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static string Of(LeaksAnswer answer)
    {
        var page = new Page(
            "Leaks",
            Element("header", Element("h1", LeaksAnswer.Title)),
            [
                PageSection.Of("answer", "Answer", "The short answer", PageSection.Words(answer.Words)),
                PageSection.Of("heat", "States by month", "Excess by state and month", PageSection.Note("Trade over what would have been, all product groups together: red above, blue below, pale as expected; the strongest is twice as much or none. The line is the first month under the bans."), Heat(answer.Study)),
                PageSection.Of("small", "Pairs", "Before and after", PageSection.Note("The thick line: what was. Grey: what would have been, with a band of two standard deviations of a month. Million USD."), Small(answer.Study)),
                .. answer.Shown.Select(table => PageSection.Of(table.Name, $"{char.ToUpperInvariant(table.Name[0])}{table.Name[1..].Replace('-', ' ')}", table.Title, HtmlTable.Of(table, null))),
                PageSection.Of("grounds", "Grounds", "What this rests on", Element("ul", answer.Grounds.Select(ground => Element("li", ground)))),
            ],
            new PageData { Target = answer.Study.Question.Targets.FirstOrDefault() ?? "" });
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        page.Write(writer);
        return writer.ToString();
    }

    private static XElement Heat(LeakStudy study)
    {
        var (panel, states) = (study.Panel, Enumerable.Range(0, study.Panel.Partners.Length).Where(c => study.Rows.Any(row => row.State == study.Panel.Partners[c])).ToArray());
        const int Cell = 14;
        const int Left = 60;
        var cells = new List<XElement>();
        for (var r = 0; r < states.Length; r++)
        {
            cells.Add(new XElement(Svg + "text", new XAttribute("x", 0), new XAttribute("y", r * Cell + 11), new XAttribute("font-size", 11), new XAttribute("fill", "currentColor"), panel.Partners[states[r]]));
            for (var m = 0; m < panel.Months.Length; m++)
            {
                var (actual, expected) = (0.0, 0.0);
                for (var g = 0; g < panel.Products.Length; g++)
                {
                    var at = panel.At(states[r], g, m);
                    if (!double.IsNaN(panel.Values[at]))
                        (actual, expected) = (actual + panel.Values[at], expected + study.Counterfactual.Expected[at]);
                }

                var ratio = expected > 0 ? actual / expected - 1 : 0;
                cells.Add(new XElement(
                    Svg + "rect",
                    new XAttribute("x", Left + m * Cell),
                    new XAttribute("y", r * Cell),
                    new XAttribute("width", Cell - 1),
                    new XAttribute("height", Cell - 1),
                    new XAttribute("fill", ratio >= 0 ? "#b2182b" : "#2166ac"),
                    new XAttribute("fill-opacity", Number(Math.Min(1, Math.Abs(ratio)))),
                    new XElement(Svg + "title", string.Create(CultureInfo.InvariantCulture, $"{panel.Partners[states[r]]}, {TradePanel.Month(panel.Months[m])}: {100 * ratio:+0;-0;0} percent"))));
            }
        }

        var line = Left + panel.Months.Count(month => month < study.Question.Since) * Cell;
        cells.Add(new XElement(Svg + "line", new XAttribute("x1", line), new XAttribute("x2", line), new XAttribute("y1", 0), new XAttribute("y2", states.Length * Cell), new XAttribute("stroke", "currentColor")));
        for (var m = 0; m < panel.Months.Length; m++)
        {
            if (panel.Months[m] % 12 == 0 || m == 0)
                cells.Add(new XElement(Svg + "text", new XAttribute("x", Left + m * Cell), new XAttribute("y", states.Length * Cell + 12), new XAttribute("font-size", 11), new XAttribute("fill", "currentColor"), Number(panel.Months[m] / 12)));
        }

        return Scrolled(Drawing(Left + panel.Months.Length * Cell + 20, states.Length * Cell + 16, "Excess over what would have been, by state and month.", cells));
    }

    private static IEnumerable<XElement> Small(LeakStudy study) =>
        study.Rows.Take(MostSmall).Select(row => Beside(Element("figcaption", $"{row.State}, {row.Product}: score {row.Score.ToString("0.0", CultureInfo.InvariantCulture)}"), Multiple(study, row)));

    // As many in a row as the screen holds.
    private static XElement Beside(XElement caption, XElement drawing) => new("figure", new XAttribute("class", "small-multiple"), caption, drawing);

    private static XElement Multiple(LeakStudy study, LeakRow row)
    {
        var (panel, c, g) = (study.Panel, study.Panel.Partners.IndexOf(row.State), study.Panel.Products.IndexOf(row.Product));
        var months = Enumerable.Range(0, panel.Months.Length).ToArray();
        double Usd(double value, int m) => value * panel.Rates[m] / 1e6;
        var (actual, expected, band) = (
            Array.ConvertAll(months, m => Usd(panel.Values[panel.At(c, g, m)], m)),
            Array.ConvertAll(months, m => Usd(study.Counterfactual.Expected[panel.At(c, g, m)], m)),
            Array.ConvertAll(months, m => Usd(study.Band(c, g, m), m)));
        var top = Math.Max(1e-9, months.Max(m => Math.Max(double.IsNaN(actual[m]) ? 0 : actual[m], expected[m] + band[m])));
        string Point(int m, double value) => $"{Number((double)m / Math.Max(1, months.Length - 1) * Width)},{Number(Height - Math.Max(0, value) / top * Height)}";
        var line = (double)panel.Months.Count(month => month < study.Question.Since) / Math.Max(1, months.Length - 1) * Width;
        return Drawing(
            Width,
            Height,
            $"{row.State}, {row.Product}: what was, and what would have been.",
            [
                new XElement(Svg + "polygon", new XAttribute("points", string.Join(' ', months.Select(m => Point(m, expected[m] + band[m])).Concat(months.Reverse().Select(m => Point(m, expected[m] - band[m]))))), new XAttribute("fill", "#888"), new XAttribute("fill-opacity", "0.25")),
                new XElement(Svg + "polyline", new XAttribute("points", string.Join(' ', months.Select(m => Point(m, expected[m])))), new XAttribute("fill", "none"), new XAttribute("stroke", "#888")),
                new XElement(Svg + "polyline", new XAttribute("points", string.Join(' ', months.Where(m => !double.IsNaN(actual[m])).Select(m => Point(m, actual[m])))), new XAttribute("fill", "none"), new XAttribute("stroke", "currentColor"), new XAttribute("stroke-width", "1.5")),
                new XElement(Svg + "line", new XAttribute("x1", Number(line)), new XAttribute("x2", Number(line)), new XAttribute("y1", 0), new XAttribute("y2", Height), new XAttribute("stroke", "currentColor"), new XAttribute("stroke-dasharray", "3 3")),
                new XElement(Svg + "text", new XAttribute("x", 2), new XAttribute("y", 11), new XAttribute("font-size", 10), new XAttribute("fill", "currentColor"), top.ToString("0.0", CultureInfo.InvariantCulture)),
            ]);
    }

    // What is wider than a small screen scrolls in its own box.
    private static XElement Scrolled(XElement wide) => new("div", new XAttribute("class", "scroll"), wide);

    private static XElement Drawing(int width, int height, string description, IEnumerable<XElement> parts) => new(
        Svg + "svg",
        new XAttribute("viewBox", $"0 0 {width} {height}"),
        new XAttribute("width", width),
        new XAttribute("height", height),
        new XAttribute("role", "img"),
        new XAttribute("aria-label", description),
        parts);

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
