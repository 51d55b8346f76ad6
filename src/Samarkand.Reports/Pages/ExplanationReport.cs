using System.Collections.Immutable;
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
internal sealed record ExplanationReport(CaseExplanation Explanation, ImmutableArray<Region> Regions, string CaseText, IReadOnlyList<string> Overrides)
{
    private const int MostRows = 40;

    /// <summary>Writes the page into a folder of results, before the manifest that lists it.</summary>
    public void WriteTo(string folder) => Page().WriteTo(folder);

    /// <summary>Writes the page.</summary>
    public void Write(TextWriter writer) => Page().Write(writer);

    internal Page Page()
    {
        var people = new Cast(Explanation.Answer.Case);
        var (bars, falls) = (new InstrumentBars(Explanation), Regions.Select(region => new ChannelFall(Explanation, region, people.Name(region))).ToArray());
        return new Page(
            Explanation.Answer.Case.Title,
            Opening.Header(Explanation.Answer, people),
            [Instruments(bars, people), Channels(falls, people), Reproduction.Section("explain", Explanation.Answer, CaseText, Overrides)],
            PageData.Of(Explanation.Answer.Case, [bars, .. falls]));
    }

    private PageSection Instruments(InstrumentBars bars, Cast people) => PageSection.Of(
        "answer",
        "Instruments",
        "Which instrument does what",
        PageSection.Words(ExplanationText.Of(Explanation)),
            GroundsSection.Names(Explanation.Answer),
        Element("h3", "Shapley values: what each adds on average over all orders"),
        bars.Elements(people),
        PageSection.Note("Alone: the case with this instrument only. Added last: the whole case less the case without it. Shapley values add up to the whole. Harm is what the target loses, own cost what the coalition loses, in equivalent variation."),
        PageSection.Certificate(ExplanationText.Certificate(Explanation)));

    private PageSection Channels(ChannelFall[] falls, Cast people) => PageSection.Of(
        "channels",
        "Channels",
        "By which channels",
        Element("p", "From no change at the top, each channel moves real income to the left or to the right, and together they end at the change of real income: nothing is left over. Prices are in units of the world's value added."),
        Element("div", Class("pair"), falls.Select(fall => Element("div", Element("h3", fall.Name), fall.Elements(people)))),
        Element("h3", "By partner and sector"),
        Regions.Select(region => ExplanationTables.Largest(Explanation, region, MostRows)).Select(table => HtmlTable.Folded(table, table.Title, people)),
        PageSection.Note("All of them, for every region, are in the table channels."));
}
