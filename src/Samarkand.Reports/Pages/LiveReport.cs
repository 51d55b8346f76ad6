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
/// <param name="Header">What the page opens with; empty where not all sections are there.</param>
/// <param name="Sections">The sections.</param>
/// <param name="IsWhole">True where all of them are there; false where those that take longer to make are left out.</param>
/// <param name="Data">What the charts draw.</param>
internal sealed record LiveReport(string Title, string Header, ImmutableArray<LiveSection> Sections, bool IsWhole, PageData Data)
{
    // What stands beside a report in a folder is not there.
    private static readonly string[] OfFolders = ["reproduce"];

    /// <summary>The tables that hold its numbers, where they can be asked for by name.</summary>
    public ImmutableArray<string> Tables { get; init; } = [];

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

    /// <summary>A page of its own as a part of another: its sections, each known by the name of the page and its own.</summary>
    /// <param name="page">The page.</param>
    /// <param name="name">The name.</param>
    /// <param name="leftOut">The sections that the other page has already.</param>
    public static LiveReport Part(Page page, string name, params string[] leftOut) => new(
        page.Title,
        "",
        [.. page.Sections.Where(section => !OfFolders.Contains(section.Id) && !leftOut.Contains(section.Id)).Select(section => new LiveSection($"{name}-{section.Id}", section.Label, Html(Renamed(section.Element, $"{name}-{section.Id}"))))],
        true,
        page.Data);

    /// <summary>Who comes to the rescue, as a part of the page on a case.</summary>
    public static LiveReport Rescue(HtmlReport report)
    {
        var people = new Cast(report.Answer.Case);
        var sections = RescueSection.Verdict(report, people).Concat(RescueSection.Details(report, people)).ToImmutableArray();
        return Part(new Page(report.Answer.Case.Title, Opening.Header(report.Answer, people), sections, PageData.Of(report.Answer.Case, RescueFigures.Of(report.Rescue))), "align");
    }

    // A section of another page is one below its own heading there.
    private static XElement Renamed(XElement element, string id)
    {
        var copy = new XElement(element);
        copy.SetAttributeValue("id", id);
        foreach (var heading in copy.Descendants("h3"))
            heading.Name = "h4";
        foreach (var heading in copy.Descendants("h2"))
            heading.Name = "h3";
        return copy;
    }

    private static LiveReport Of(HtmlReport report, Cast people, PageSection[] sections, bool isWhole) => new(
        report.Answer.Case.Title,
        isWhole ? Html(Opening.Header(report.Answer, people)) : "",
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
