using System.Xml.Linq;
using Samarkand.Effects;
using Samarkand.Model;
using Samarkand.Reports.Pages.Charts;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;
using static Samarkand.Reports.Pages.Markup;

namespace Samarkand.Reports.Pages;

/// <summary>The short answer in words, the totals of each side with their certificate, and the horizons side by side.</summary>
internal static class AnswerSection
{
    public static PageSection Of(HtmlReport report, Cast people) => PageSection.Of(
        "answer",
        "Answer",
        "The short answer",
        PageSection.Words(Briefing.Of(report.Answer)),
        Element("div", Class("cards"), report.Answer.Groups.Select(group => Card(group, people))),
        Certificates(report),
        Element("h3", "The same at each horizon"),
        PageSection.Note(AboutHorizons(report)),
        HtmlTable.Of(report.Horizons, people));

    private static XElement Card(GroupEffects group, Cast people) => Element(
        "div",
        Class($"card {group.Name}"),
        Element("h3", people.Group(group.Name)),
        Element("p", Class("figure"), Figures.Signed(group.RealIncomePct, 3), Element("span", Class("unit"), " %")),
        Element("p", "real income"),
        Element("p", Class("money"), Figures.SignedMoney(group.EquivalentVariation), " a year"));

    private static XElement Certificates(HtmlReport report) => Element(
        "div",
        Class("certificate"),
        Element("p", Element("strong", "Certificate"), $" {CertificateTable.Line(report.Answer.Equilibrium.Certificate)}."),
        report.Against is { } other
            ? Element("p", Element("strong", "Compared with"), $" {other.Case.Title}: {CertificateTable.Line(other.Equilibrium.Certificate)}.")
            : null);

    private static string AboutHorizons(HtmlReport report)
    {
        var horizon = report.Answer.Case.Horizon;
        var elasticities = horizon == Horizon.Long
            ? "the trade elasticities of the world"
            : FormattableString.Invariant($"trade elasticities {horizon.ElasticityScale():0.##} times those of the world");
        return $"Within a year, firms can hardly change their suppliers; after seven to ten they can. All other figures on this page are for the {horizon.ToString().ToLowerInvariant()} horizon, with {elasticities}.";
    }
}
