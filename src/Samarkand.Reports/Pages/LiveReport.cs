using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Samarkand.Reports.Pages.Charts;

namespace Samarkand.Reports.Pages;

/// <summary>
/// A report in parts, for a page that shows them anew while its case changes: the same sections as the page that <see cref="HtmlReport"/>
/// writes, each as markup, and what the same scripts draw.
/// </summary>
/// <param name="Title">The title of the case.</param>
/// <param name="Header">What the page opens with.</param>
/// <param name="Sections">The sections.</param>
/// <param name="IsWhole">True where all of them are there; false where those that take longer to make are left out.</param>
/// <param name="Data">What the charts draw.</param>
internal sealed record LiveReport(string Title, string Header, ImmutableArray<LiveSection> Sections, bool IsWhole, PageData Data)
{
    // What stands beside a report in a folder is not there.
    private static readonly string[] OfFolders = ["reproduce"];

    /// <summary>What changes at once while a slider moves: the first screen.</summary>
    public static LiveReport Quick(HtmlReport report)
    {
        var people = new Cast(report.Answer.Case);
        return Of(report, people, [BriefSection.Of(report, people)], isWhole: false);
    }

    /// <summary>All sections.</summary>
    public static LiveReport Whole(HtmlReport report)
    {
        var people = new Cast(report.Answer.Case);
        return Of(report, people, [.. report.Sections(people).Where(section => !OfFolders.Contains(section.Id))], isWhole: true);
    }

    private static LiveReport Of(HtmlReport report, Cast people, PageSection[] sections, bool isWhole) => new(
        report.Answer.Case.Title,
        Html(Opening.Header(report.Answer, people)),
        [.. sections.Select(section => new LiveSection(section.Id, section.Label, Html(section.Element)))],
        isWhole,
        PageData.Of(report.Answer, people, RescueFigures.Of(report.Rescue)));

    private static string Html(XElement element)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        Markup.Write(element, writer);
        return writer.ToString();
    }
}

/// <summary>A section as markup.</summary>
/// <param name="Id">What the page knows it by.</param>
/// <param name="Label">The word by which a menu leads to it.</param>
/// <param name="Html">The markup.</param>
internal sealed record LiveSection(string Id, string Label, string Html);
