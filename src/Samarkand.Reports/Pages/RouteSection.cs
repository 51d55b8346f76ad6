using System.Xml.Linq;
using Samarkand.Reports.Pages.Sankey;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;
using static Samarkand.Reports.Pages.Markup;

namespace Samarkand.Reports.Pages;

/// <summary>Which banned goods come through whom: words, the drawing, the tables, and what all of it rests on.</summary>
internal static class RouteSection
{
    /// <summary>The section; empty where no goods come through anyone.</summary>
    public static PageSection[] Of(HtmlReport report, Cast people)
    {
        if (RouteDrawing.Of(report.Answer) is not { } drawing)
            return [];
        var tables = new CaseTables(report.Answer, []);
        return
        [
            PageSection.Of(
                "routes",
                "Through whom",
                "Through whom",
                RouteText.Of(report.Answer).Select(sentence => Element("p", sentence)),
                PageSection.Note("Values at basic prices, before what the third states add. Each route by itself is in the file routes.csv and the drawing in routes.svg, both beside this page."),
                Element("div", Class("sankey"), Attribute("role", "region"), Attribute("tabindex", "0"), Attribute("aria-label", "Routes of banned goods"), drawing),
                HtmlTable.Of(tables.Make(RouteTables.Conduits), people),
                HtmlTable.Folded(tables.Make("recorded-exports-to-target"), $"What customs would record: exports to {people.TargetName} by partner", people),
                Element("h3", "What the routes rest on"),
                Element("ul", RouteGrounds.Of(report.Answer).Select(ground => Element("li", ground)))),
        ];
    }
}
