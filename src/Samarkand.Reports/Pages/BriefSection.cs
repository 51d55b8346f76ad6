using System.Xml.Linq;
using Samarkand.Reports.Pages.Charts;
using Samarkand.Reports.Words;
using static Samarkand.Reports.Pages.Markup;

namespace Samarkand.Reports.Pages;

/// <summary>The first screen: the answer in three sentences, four tiles, and the map.</summary>
internal static class BriefSection
{
    private const int Sentences = 3;

    public static PageSection Of(HtmlReport report, Cast people) => new("answer", "Answer", Element(
        "section",
        Attribute("id", "answer"),
        Class("brief"),
        Element("div", Class("said"), Element("h2", "The short answer"), Said(report), Element("div", Class("cards"), Tiles.Of(report, people))),
        WorldMap.Of(report.Answer) is { } map ? Element("div", Class("seen"), map.Elements(people)) : null));

    /// <summary>What the briefing says beyond the first screen.</summary>
    public static IReadOnlyList<string> Rest(HtmlReport report) => [.. Briefing.Of(report.Answer).Skip(FromBriefing(report)).SkipLast(report.Answer.Case.Literature.Length)];

    private static XElement[] Said(HtmlReport report) => PageSection.Words(Lines(report));

    // Who pays, what that costs the others, and who comes to the rescue; where nobody asked, what follows in the briefing. What publications find for the same shock stands last.
    private static IReadOnlyList<string> Lines(HtmlReport report)
    {
        var briefing = Briefing.Of(report.Answer, most: 1).Take(FromBriefing(report));
        string[] verdict = report.Rescue is { } rescue ? [Verdict.Of(rescue)[0]] : [];
        return [.. briefing, .. verdict, .. LiteratureText.Of(report.Answer)];
    }

    private static int FromBriefing(HtmlReport report) => report.Rescue is null ? Sentences : Sentences - 1;
}
