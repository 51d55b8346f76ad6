using System.Xml.Linq;
using Samarkand.Cases;
using Samarkand.Effects;
using Samarkand.Model;
using Samarkand.Reports.Pages.Charts;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;
using static Samarkand.Reports.Pages.Markup;

namespace Samarkand.Reports.Pages;

/// <summary>The answer in words beyond the first screen, its certificate, the horizons side by side, and what it rests on in short.</summary>
internal static class AnswerSection
{
    public static PageSection Of(HtmlReport report, Cast people) => PageSection.Of(
        "words",
        "In words",
        "In more words",
        BriefSection.Rest(report).Select(line => Element("p", line)),
        Certificates(report),
        Element("h3", "The same at each horizon"),
        PageSection.Note(AboutHorizons(report)),
        HtmlTable.Of(report.Horizons, people),
        Element("div", Class("paper"), Element("h3", "What this rests on, in short"), Element("ul", Grounds.Short(report.Answer, report.Rescue?.Means is not null).Select(line => Element("li", Inline(line))))));

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
        var elasticities = report.Answer.Case.Case.Adjustment == Adjustment.BySector
            ? "trade elasticities that adapt by sector"
            : horizon == Horizon.Long
            ? "the trade elasticities of the world"
            : FormattableString.Invariant($"trade elasticities {horizon.ElasticityScale():0.##} times those of the world");
        return $"Within a year, firms can hardly change their suppliers; after seven to ten they can. All other figures on this page are for the {horizon.ToString().ToLowerInvariant()} horizon, with {elasticities}.";
    }
}
