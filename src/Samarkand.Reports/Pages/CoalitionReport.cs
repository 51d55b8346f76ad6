using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
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
public sealed record CoalitionReport(CoalitionStudy Study, string CaseText, IReadOnlyList<string> Overrides)
{
    /// <summary>Writes the page into a folder of results, before the manifest that lists it.</summary>
    public void WriteTo(string folder)
    {
        using var file = new StreamWriter(Path.Combine(folder, HtmlReport.FileName), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        Write(file);
    }

    /// <summary>Writes the page.</summary>
    public void Write(TextWriter writer)
    {
        var people = new Cast(Study.Question.Case);
        var burden = Study.Shared is { } shared ? new BurdenChart(Study, shared) : null;
        var worth = Study.Members.IsEmpty || double.IsNaN(Study.Members[0].HarmShapley) ? null : MemberBars.Shapley(Study);
        var leaving = Study.Members.IsEmpty ? null : MemberBars.Leaving(Study);
        Page.Write(
            Study.Question.Case.Title,
            [
                Opening.Header(Study.Answer, people),
                Element(
                    "nav",
                    Attribute("aria-label", "Sections"),
                    Link("answer", "The burden"),
                    leaving is null ? null : Link("members", "What each is worth"),
                    Study.Joiners.IsEmpty ? null : Link("joiners", "Who might join"),
                    Link("reproduce", "Reproduce")),
                Burden(burden, people),
                .. leaving is null ? (XElement[])[] : [Worth(worth, leaving, people)],
                .. Study.Joiners.IsEmpty ? (XElement[])[] : [Joiners(people)],
                Reproduction.Section("coalition", Study.Answer, CaseText, Overrides),
            ],
            Data([.. new Figure?[] { burden, worth, leaving }.OfType<Figure>()]),
            withMap: false,
            writer);
    }

    private XElement Burden(BurdenChart? burden, Cast people)
    {
        var words = CoalitionText.Of(Study);
        return Element(
            "section",
            Attribute("id", "answer"),
            Element("h2", "What the members bear, and how they could share it"),
            Element("p", Class("lead"), words[0]),
            words.Skip(1).Select(line => Element("p", line)),
            GroundsSection.Names(Study.Answer),
            burden?.Elements(people),
            burden is null ? null : Element("p", Class("note"), "Transfers add up to zero, and prices and wages have adjusted to them."),
            Element("div", Class("certificate"), Element("p", CoalitionText.Certificate(Study))));
    }

    private static XElement Worth(MemberBars? worth, MemberBars leaving, Cast people) => Element(
        "section",
        Attribute("id", "members"),
        Element("h2", "What each member is worth"),
        worth is null ? null : Element("h3", "Shapley values: what each adds on average over all orders in which they could join"),
        worth?.Elements(people),
        worth is null ? null : Element("p", Class("note"), "They add up to what all of these members together do to the target, and to what it costs the coalition. Where orders were sampled, a thin line spans one standard error to either side."),
        Element("h3", "When one leaves and the others go on"),
        leaving.Elements(people),
        Element("p", Class("note"), "A member that leaves becomes a neutral third state: its own sanctions end, and no other member takes over its part. Amounts are equivalent variations."));

    private XElement Joiners(Cast people) => Element(
        "section",
        Attribute("id", "joiners"),
        Element("h2", "Who might join"),
        HtmlTable.Of(CoalitionTables.Make(CoalitionTables.Joiners, Study), people));

    private string Data(IReadOnlyList<Figure> figures)
    {
        var (buffer, bound) = (new ArrayBufferWriter<byte>(), Study.Question.Case);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("target", bound.World.Code(bound.Target));
            foreach (var none in (string[])["regions", "partners", "sectors"])
            {
                json.WriteStartArray(none);
                json.WriteEndArray();
            }

            json.WriteStartArray("figures");
            foreach (var figure in figures)
                figure.Write(json);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static XElement Link(string id, string text) => Element("a", Attribute("href", $"#{id}"), text);
}
