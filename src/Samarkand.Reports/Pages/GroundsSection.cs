using System.Globalization;
using System.Xml.Linq;
using Samarkand.Cases;
using Samarkand.Cases.Binding;
using Samarkand.Effects;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;
using static Samarkand.Reports.Pages.Markup;

namespace Samarkand.Reports.Pages;

/// <summary>What the answer rests on: each instrument with its evidence or the lack of it, the world, what was left out.</summary>
internal static class GroundsSection
{
    public static PageSection Of(CaseAnswer answer, Cast people)
    {
        var bound = answer.Case;
        return PageSection.Of(
            "grounds",
            "Grounds",
            "What this rests on",
            bound.Case.Description is { } description ? Element("p", Class("description"), description.Trim()) : null,
            Element("h3", "The package, and its evidence"),
            DatesText.Of(bound.Case) is { } dates ? Element("p", Class("note"), dates) : null,
            Element("ol", Class("package"), bound.Package.Select(instrument => Instrument(instrument, bound, people))),
            Beside(bound, people),
            Players(bound, people),
            Assumed(bound),
            OtherEvidence(bound),
            Names(answer),
            LeftOut(bound),
            Element("h3", "The world and the model"),
            World(answer),
            Residuals(answer));
    }

    private static XElement Instrument(BoundInstrument instrument, BoundCase bound, Cast people)
    {
        var evidence = instrument.Evidence;
        var against = StanceText.Against(bound, instrument);
        return Element(
            "li",
            Element("p", Element("strong", Name(instrument.Instrument)), $"{(against.Length == 0 ? "" : $", {against}:")} {InstrumentText.Of(instrument, people)}"),
            evidence.IsEmpty
                ? Element("p", Class("assumption"), "An assumption without evidence.")
                : evidence.Select(name => Quote(bound.Case.Evidence.First(entry => entry.Name == name.Text))));
    }

    private static string Name(Instrument instrument) => instrument.Head.Name is { } name ? $"{name} ({instrument.Kind})" : instrument.Kind;

    private static XElement Quote(EvidenceEntry entry) =>
        Element("blockquote", Element("p", $"“{entry.Quote.Trim()}”"), Element("footer", Element("cite", entry.Source)));

    private static object[] Beside(BoundCase bound, Cast people)
    {
        var others = bound.Instruments.Where(instrument => instrument.Role != InstrumentRole.Package).ToArray();
        return others.Length == 0
            ? []
            : [Element("h3", "Fear, punishment and rescue"), Element("ol", Class("package"), others.Select(instrument => Instrument(instrument, bound, people)))];
    }

    private static object[] Players(BoundCase bound, Cast people)
    {
        var table = StanceTables.OfPlayers(bound);
        return table.RowCount == 0 ? [] : [HtmlTable.Of(table with { Title = $"Stances; every other third state: {Lower(bound.Case.DefaultStance)}" }, people)];
    }

    // Those that rest on the same passages stand together, so that nothing is quoted again and again.
    private static object[] Assumed(BoundCase bound)
    {
        var groups = Assumption.Of(bound).GroupBy(assumption => string.Join(' ', assumption.Evidence.Select(name => name.Text)), StringComparer.Ordinal).ToArray();
        return groups.Length == 0
            ? []
            : [Element("details", Class("assumptions"), Element("summary", "What else the case assumes, and its evidence"), Element("ol", Class("package"), groups.Select(group => Element(
                "li",
                group.Select(assumption => Element("p", Inline($"{assumption.Text}."))),
                group.Key.Length == 0
                    ? Element("p", Class("assumption"), group.Count() == 1 ? "An assumption without evidence." : "Assumptions without evidence.")
                    : group.First().Evidence.Select(name => Quote(bound.Case.Evidence.First(entry => entry.Name == name.Text)))))))];
    }

    private static object[] OtherEvidence(BoundCase bound)
    {
        var used = bound.Instruments.SelectMany(instrument => instrument.Evidence).Concat(Assumption.Of(bound).SelectMany(assumption => assumption.Evidence)).Select(name => name.Text).ToHashSet(StringComparer.Ordinal);
        var others = bound.Case.Evidence.Where(entry => !used.Contains(entry.Name)).ToArray();
        return others.Length == 0
            ? []
            : [Element("details", Element("summary", "Evidence for the rest of the case"), others.Select(Quote))];
    }

    /// <summary>Names that were read as others, and those that cover less than they say; nothing where there are none.</summary>
    public static object[] Names(CaseAnswer answer)
    {
        var sentences = NameGrounds.Of(answer);
        return sentences.Count == 0 ? [] : [Element("h3", "Names"), Element("ul", sentences.Select(text => Element("li", Inline(text))))];
    }

    private static object[] LeftOut(BoundCase bound)
    {
        var sentences = new List<string>();
        if (!bound.LeftOut.IsEmpty)
            sentences.Add($"The world does not hold {string.Join(", ", bound.LeftOut)}; the case allows that.");
        sentences.AddRange(bound.NotUsedYet);
        return sentences.Count == 0 ? [] : [Element("h3", "Left out"), Element("ul", sentences.Select(text => Element("li", Inline(text))))];
    }

    private static XElement World(CaseAnswer answer)
    {
        var (world, elasticities) = (answer.Case.World, answer.Equilibrium.Baseline.Elasticities.ToArray());
        var theCase = answer.Case;
        return Element(
            "ul",
            Element("li", Invariant($"{world.About.Title}: {world.Regions.Length} regions, {world.Sectors.Length} sectors, the flows of {world.About.Year}.")),
            world.About.Sources.Select(source => Element("li", "Source: ", Link(source.Address, source.Name), $", {source.Licence}.")),
            Element("li", Invariant($"Trade elasticities from {elasticities.Min():0.00} to {elasticities.Max():0.00} at the {Lower(theCase.Horizon)} horizon; closure of deficits: {Lower(theCase.Closure)}.")),
            Element("li", "The model of Caliendo and Parro (2015): many sectors that buy from each other, trade by comparative advantage, wages and prices that clear every market. Money is in units of world value added, the numeraire."));
    }

    private static XElement Residuals(CaseAnswer answer)
    {
        var certificate = answer.Equilibrium.Certificate;
        (string Name, double Value)[] residuals =
        [
            ("Goods markets: supply less demand", certificate.GoodsMarkets),
            ("Prices: index less what costs imply", certificate.Prices),
            ("Wages: wage less what labour income pays", certificate.Wages),
            ("Income: wedges and payments received", certificate.Income),
            ("Walras’ law, world-wide", certificate.Walras),
            ("Money received less paid, world-wide", certificate.Money),
            ("Largest that was allowed", certificate.Tolerance),
        ];
        return Element(
            "details",
            Element("summary", "The certificate: how exactly the equilibrium holds"),
            Element("div", Class("scroll"), Element("table", Element("tbody", residuals.Select(Residual)))),
            Element("p", Class("note"), Invariant($"Relative residuals of the model’s equations at the state that is reported, after {certificate.Iterations} passes.")));
    }

    private static XElement Residual((string Name, double Value) residual) => Element(
        "tr", Element("th", Attribute("scope", "row"), residual.Name), Element("td", Class("number"), Invariant($"{residual.Value:0.0e+0}")));

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
