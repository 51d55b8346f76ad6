using System.Xml.Linq;
using Samarkand.Effects;
using Samarkand.Reports.Words;
using Samarkand.Worlds;
using static Samarkand.Reports.Pages.Markup;

namespace Samarkand.Reports.Pages;

/// <summary>What the page opens with: title, question, and what the case is about.</summary>
internal static class Opening
{
    public static XElement Header(CaseAnswer answer, Cast people)
    {
        var bound = answer.Case;
        var (theCase, world) = (bound.Case, bound.World);
        return Element(
            "header",
            Element("a", Class("skip"), Attribute("href", "#answer"), "Skip to the answer"),
            Element("p", Class("kicker"), "Samarkand · sanctions laboratory"),
            Element("h1", theCase.Title),
            theCase.Question?.Text is { } question ? Element("p", Class("question"), question) : null,
            theCase.Description is { } description ? Element("p", Class("description"), description.Trim()) : null,
            Element(
                "dl",
                Class("facts"),
                Fact("Target", people.TargetName),
                bound.Coalition.IsEmpty ? null : Fact("Coalition", Members(bound.Coalition, people)),
                Fact("World", world.About.Name),
                Fact("Horizon", Lower(theCase.Horizon)),
                theCase.Period is { } period ? Fact(period.Days == 1 ? "In force on" : "In force in", period.Name) : null,
                Fact("Deficits", Lower(theCase.Closure)),
                answer.Other is { } other ? Fact("Compared with", other.Case.Title) : null));
    }

    public static XElement Navigation(HtmlReport report) => Element(
        "nav",
        Attribute("aria-label", "Sections"),
        report.Rescue is null ? null : Link(RescueSection.Id, "Rescue"),
        Link("answer", "Answer"),
        Link("pays", "Who pays"),
        Link("trade", "Trade"),
        RouteText.Arrival(report.Answer) is null ? null : Link(RouteSection.Id, "Through whom"),
        Link("output", "Output"),
        Link("tables", "Tables"),
        Link("grounds", "Grounds"),
        Link("reproduce", "Reproduce"));

    private static string Members(IReadOnlyCollection<Region> coalition, Cast people) =>
        coalition.Count <= 8 ? string.Join(", ", coalition.Select(people.Name)) : FormattableString.Invariant($"{coalition.Count} states");

    private static XElement Link(string id, string text) => Element("a", Attribute("href", $"#{id}"), text);

    private static XElement Fact(string term, string value) => Element("div", Element("dt", term), Element("dd", value));

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
