using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Samarkand.Analyses.Explanation;
using Samarkand.Reports.Pages.Charts;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;
using Samarkand.Worlds;
using static Samarkand.Reports.Pages.Markup;

namespace Samarkand.Reports.Pages;

/// <summary>An explanation as one self-contained HTML page; like <see cref="HtmlReport"/> it loads nothing from anywhere.</summary>
/// <param name="Explanation">The explanation.</param>
/// <param name="Regions">Whose channels are shown, at least one.</param>
/// <param name="CaseText">The case file's text, shown in full.</param>
/// <param name="Overrides">What the command line set over the case's own values, and its other options.</param>
public sealed record ExplanationReport(CaseExplanation Explanation, ImmutableArray<Region> Regions, string CaseText, IReadOnlyList<string> Overrides)
{
    private const int MostRows = 40;

    /// <summary>Writes the page into a folder of results, before the manifest that lists it.</summary>
    public void WriteTo(string folder)
    {
        using var file = new StreamWriter(Path.Combine(folder, HtmlReport.FileName), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        Write(file);
    }

    /// <summary>Writes the page.</summary>
    public void Write(TextWriter writer)
    {
        var people = new Cast(Explanation.Answer.Case);
        var (bars, falls) = (new InstrumentBars(Explanation), Regions.Select(region => new ChannelFall(Explanation, region, people.Name(region))).ToArray());
        Page.Write(
            Explanation.Answer.Case.Title,
            [
                Opening.Header(Explanation.Answer, people),
                Element("nav", Attribute("aria-label", "Sections"), Link("answer", "Instruments"), Link("channels", "Channels"), Link("reproduce", "Reproduce")),
                Instruments(bars, people),
                Channels(falls, people),
                Reproduction.Section("explain", Explanation.Answer, CaseText, Overrides),
            ],
            Data([bars, .. falls]),
            withMap: false,
            writer);
    }

    private XElement Instruments(InstrumentBars bars, Cast people)
    {
        var words = ExplanationText.Of(Explanation);
        return Element(
            "section",
            Attribute("id", "answer"),
            Element("h2", "Which instrument does what"),
            Element("p", Class("lead"), words[0]),
            words.Skip(1).Select(line => Element("p", line)),
            GroundsSection.Names(Explanation.Answer),
            Element("h3", "Shapley values: what each adds on average over all orders"),
            bars.Elements(people),
            Element("p", Class("note"), "Alone: the case with this instrument only. Added last: the whole case less the case without it. Shapley values add up to the whole. Harm is what the target loses, own cost what the coalition loses, in equivalent variation."),
            Element("div", Class("certificate"), Element("p", ExplanationText.Certificate(Explanation))));
    }

    private XElement Channels(ChannelFall[] falls, Cast people) => Element(
        "section",
        Attribute("id", "channels"),
        Element("h2", "By which channels"),
        Element("p", "From no change at the top, each channel moves real income to the left or to the right, and together they end at the change of real income: nothing is left over. Prices are in units of the world's value added."),
        Element("div", Class("pair"), falls.Select(fall => Element("div", Element("h3", fall.Name), fall.Elements(people)))),
        Element("h3", "By partner and sector"),
        Regions.Select(region => HtmlTable.Folded(ExplanationTables.Largest(Explanation, region, MostRows), ExplanationTables.Largest(Explanation, region, 0).Title, people)),
        Element("p", Class("note"), "All of them, for every region, are in the file channels.csv beside this page."));

    private string Data(IReadOnlyList<Figure> figures)
    {
        var (buffer, world) = (new ArrayBufferWriter<byte>(), Explanation.Answer.Case.World);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("target", world.Code(Explanation.Answer.Case.Target));
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
