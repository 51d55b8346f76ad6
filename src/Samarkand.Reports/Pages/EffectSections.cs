using System.Xml.Linq;
using Samarkand.Effects;
using Samarkand.Reports.Pages.Charts;
using Samarkand.Reports.Tables;
using static Samarkand.Reports.Pages.Markup;

namespace Samarkand.Reports.Pages;

/// <summary>The sections with charts, each with its numbers as a table beneath.</summary>
internal static class EffectSections
{
    public static PageSection WhoPays(HtmlReport report, Cast people, bool withMap)
    {
        var regions = report.Answer.Effects.Regions;
        var (worst, best) = (regions.MinBy(r => r.RealIncomePct)!, regions.MaxBy(r => r.RealIncomePct)!);
        return PageSection.Of(
            "pays",
            "Who pays",
            "Who pays",
            PageSection.Note($"Change of real income {Compared(report)}: what a year's income buys. A bar that is much longer than all others is cut off, and marked."),
            withMap ? WorldMap.Of(report.Answer)?.Elements(people) : null,
            Element("h3", "Region by region"),
            Toggle("pays", "percent of income", "bn USD a year"),
            Legend(report, (Cast.Target, people.TargetName), (Cast.Coalition, "coalition"), (Cast.Others, "others")),
            Figure.Place("pays", $"Bar chart of the change of real income by region. Lowest: {Extreme(worst)}; highest: {Extreme(best)}."),
            HtmlTable.Folded(Effects(report.Answer, people), "All regions as a table", people));

        string Extreme(RegionEffects effects) => $"{people.Name(effects.Region)} {Figures.Signed(effects.RealIncomePct, 3)} percent";
    }

    public static PageSection Trade(HtmlReport report, Cast people)
    {
        var after = report.Against is null ? "after" : "in this case";
        return PageSection.Of(
            "trade",
            "Trade",
            "Where the trade went",
            PageSection.Note($"{people.TargetName}'s trade in goods and services by partner, billion USD a year at basic prices. The percentage is the change."),
            Legend(report, ("before", Before(report)), (Cast.Coalition, $"{after}, coalition"), (Cast.Others, $"{after}, others")),
            Element(
                "div",
                Class("pair"),
                Titled($"{people.TargetName}'s imports from", Figure.Place("imports", $"Bar chart of {people.TargetName}'s imports by partner.")),
                Titled($"{people.TargetName}'s exports to", Figure.Place("exports", $"Bar chart of {people.TargetName}'s exports by partner."))),
            HtmlTable.Folded(TargetTables.Trade.Make(report.Answer), "All partners as a table", people));
    }

    public static PageSection Output(HtmlReport report, Cast people) => PageSection.Of(
        "output",
        "Output",
        $"What {people.TargetName} makes",
        PageSection.Note($"Change of output by sector {Compared(report)}, at basic prices in units of the numeraire: what the sector's sales fetch."),
        Toggle("output", "percent", "bn USD a year"),
        Figure.Place("output", $"Bar chart of the change of {people.TargetName}'s output by sector."),
        HtmlTable.Folded(TargetTables.Output.Make(report.Answer), "All sectors as a table", people));

    public static PageSection More(HtmlReport report, Cast people)
    {
        Table Make(string name) => EffectTables.All.Make(name, report.Answer);
        return PageSection.Of(
            "tables",
            "Tables",
            "More tables",
            PageSection.Note("Click a heading to sort; each CSV has full precision. Trade between all pairs of regions, by sector too, is in the files trade-by-partner.csv and bilateral-trade.csv beside this page."),
            report.Timeline is { } timeline ? Element("div", HtmlTable.Of(TimelineTable.BySide.Make(timeline), people), PageSection.Note(TimelineTable.Note)) : null,
            HtmlTable.Of(Make(EffectTables.Groups), people),
            HtmlTable.Folded(Make("terms-of-trade"), "Terms of trade by region", people),
            HtmlTable.Folded(Make("first-order-welfare"), "First-order welfare of Caliendo and Parro, an approximation, beside the exact change", people));
    }

    /// <summary>The table of effects with the side of each region, which people want to sort by.</summary>
    private static Table Effects(CaseAnswer answer, Cast people)
    {
        var table = EffectTables.All.Make(EffectTables.ByRegion, answer);
        var sides = new TextColumn("side", "Side", [.. answer.Effects.Regions.Select(r => people.Side(r.Region))]);
        return table with { Columns = table.Columns.Insert(1, sides) };
    }

    private static string Compared(HtmlReport report) =>
        report.Against is { } other ? $"against the case “{other.Case.Title}”" : "against the world without the case";

    private static string Before(HtmlReport report) => report.Against is null ? "before" : "in the case compared with";

    private static XElement Titled(string title, XElement place) => Element("div", Element("h3", title), place);

    private static XElement Toggle(string chart, string first, string second) => Element(
        "div",
        Class("toggle"),
        Attribute("role", "group"),
        Attribute("aria-label", "Unit"),
        Attribute("data-chart", chart),
        Element("button", Attribute("type", "button"), Attribute("data-unit", "pct"), Attribute("aria-pressed", "true"), first),
        Element("button", Attribute("type", "button"), Attribute("data-unit", "musd"), Attribute("aria-pressed", "false"), second));

    private static XElement Legend(HtmlReport report, params (string Kind, string Text)[] entries) => Element(
        "p",
        Class("legend"),
        entries.Where(entry => entry.Kind != Cast.Coalition || !report.Answer.Case.Coalition.IsEmpty).Select(entry => Element("span", Element("span", Class($"dot {entry.Kind}")), entry.Text)));
}
