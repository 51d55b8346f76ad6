using System.Xml.Linq;
using Samarkand.Cases;
using Samarkand.Effects;
using Samarkand.Worlds;
using static Samarkand.Reports.Pages.Markup;

namespace Samarkand.Reports.Pages;

/// <summary>What the page opens with: title, question, and what the case is about.</summary>
internal static class Opening
{
    public static XElement Header(CaseAnswer answer, Cast people)
    {
        var bound = answer.Case;
        return Header(
            "sanctions laboratory",
            bound.Title,
            bound.Question?.Text,
            description: null,
            bound,
            people,
            bound.Coalition.IsEmpty ? null : Members(bound.Coalition, people),
            answer.Other?.Case.Title);
    }

    /// <summary>Title, question and facts of a page.</summary>
    /// <param name="kicker">What kind of page it is.</param>
    /// <param name="title">Its title.</param>
    /// <param name="question">What is asked, or null.</param>
    /// <param name="description">What the case is about, or null.</param>
    /// <param name="bound">The case.</param>
    /// <param name="people">Who is who in it.</param>
    /// <param name="coalition">The coalition in a few words, or null.</param>
    /// <param name="compared">The title of the case that it is compared with, or null.</param>
    public static XElement Header(string kicker, string title, string? question, string? description, BoundCase bound, Cast people, string? coalition, string? compared = null) => Element(
        "header",
        Element("a", Class("skip"), Attribute("href", "#answer"), "Skip to the answer"),
        Element("p", Class("kicker"), $"Samarkand · {kicker}"),
        Element("h1", title),
        question is null ? null : Element("p", Class("question"), question),
        description is null ? null : Element("p", Class("description"), description),
        Element(
            "dl",
            Class("facts"),
            Fact("Target", people.TargetName),
            coalition is null ? null : Fact("Coalition", coalition),
            Fact("World", bound.World.About.Name),
            Fact("Horizon", Lower(bound.Horizon)),
            bound.Period is { } period ? Fact(period.Days == 1 ? "In force on" : "In force in", period.Name) : null,
            Fact("Deficits", Lower(bound.Closure)),
            compared is null ? null : Fact("Compared with", compared)));

    private static string Members(IReadOnlyCollection<Region> coalition, Cast people) =>
        coalition.Count <= 8 ? string.Join(", ", coalition.Select(people.Name)) : FormattableString.Invariant($"{coalition.Count} states");

    private static XElement Fact(string term, string value) => Element("div", Element("dt", term), Element("dd", value));

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
