using Samarkand.Analyses.Coalitions;
using Samarkand.Reports.Pages.Charts;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;
using static Samarkand.Reports.Pages.Markup;

namespace Samarkand.Reports.Pages;

/// <summary>A coalition as one self-contained HTML page; like <see cref="HtmlReport"/> it loads nothing from anywhere.</summary>
/// <param name="Study">The coalition.</param>
/// <param name="CaseText">The case file's text, shown in full.</param>
/// <param name="Overrides">What the command line set over the case's own values, and its other options.</param>
internal sealed record CoalitionReport(CoalitionStudy Study, string CaseText, IReadOnlyList<string> Overrides)
{
    /// <summary>Writes the page into a folder of results, before the manifest that lists it.</summary>
    public void WriteTo(string folder) => Page().WriteTo(folder);

    /// <summary>Writes the page.</summary>
    public void Write(TextWriter writer) => Page().Write(writer);

    internal Page Page()
    {
        var people = new Cast(Study.Question.Case);
        var burden = Study.Shared is { } shared ? new BurdenChart(Study, shared) : null;
        var worth = Study.Members.IsEmpty || double.IsNaN(Study.Members[0].HarmShapley) ? null : MemberBars.Shapley(Study);
        var leaving = Study.Members.IsEmpty ? null : MemberBars.Leaving(Study);
        return new Page(
            Study.Question.Case.Title,
            Opening.Header(Study.Answer, people),
            [
                Burden(burden, people),
                .. leaving is null ? (PageSection[])[] : [Worth(worth, leaving, people)],
                .. Study.Joiners.IsEmpty ? (PageSection[])[] : [Joiners(people)],
                Reproduction.Section("coalition", Study.Answer, CaseText, Overrides),
            ],
            PageData.Of(Study.Question.Case, new Figure?[] { burden, worth, leaving }.OfType<Figure>()));
    }

    private PageSection Burden(BurdenChart? burden, Cast people) => PageSection.Of(
        "answer",
        "The burden",
        "What the members bear, and how they could share it",
        PageSection.Words(CoalitionText.Of(Study)),
            GroundsSection.Names(Study.Answer),
        burden?.Elements(people),
        burden is null ? null : PageSection.Note("Transfers add up to zero, and prices and wages have adjusted to them."),
        PageSection.Certificate(CoalitionText.Certificate(Study)));

    private static PageSection Worth(MemberBars? worth, MemberBars leaving, Cast people) => PageSection.Of(
        "members",
        "What each is worth",
        "What each member is worth",
        worth is null ? null : Element("h3", "Shapley values: what each adds on average over all orders in which they could join"),
        worth?.Elements(people),
        worth is null ? null : PageSection.Note("They add up to what all of these members together do to the target, and to what it costs the coalition. Where orders were sampled, a thin line spans one standard error to either side."),
        Element("h3", "When one leaves and the others go on"),
        leaving.Elements(people),
        PageSection.Note("A member that leaves becomes a neutral third state: its own sanctions end, and no other member takes over its part. Amounts are equivalent variations."));

    private PageSection Joiners(Cast people) =>
        PageSection.Of("joiners", "Who might join", "Who might join", HtmlTable.Of(CoalitionTables.All.Make(CoalitionTables.Joiners, Study), people));
}
