using System.Xml.Linq;
using Samarkand.Effects;
using Samarkand.Reports.Pages.Charts;
using Samarkand.Reports.Words;
using static Samarkand.Reports.Pages.Markup;

namespace Samarkand.Reports.Pages;

/// <summary>The numbers of the first screen, a tile each: target, coalition, and what matters the most beside them.</summary>
internal static class Tiles
{
    private const int Most = 4;

    public static IEnumerable<XElement> Of(HtmlReport report, Cast people)
    {
        var (answer, groups) = (report.Answer, report.Answer.Groups);
        var main = groups.Where(group => group.Name is Cast.Target or Cast.Coalition).Select(group => Group(group, people));
        var others = groups.Where(group => group.Name is not (Cast.Target or Cast.Coalition)).Select(group => Group(group, people));
        return main.Concat(new[] { Price(report), Arrival(answer), LeverageOf(answer, people) }.OfType<XElement>()).Concat(others).Take(Most);
    }

    private static XElement Group(GroupEffects group, Cast people) => Tile(
        group.Name, people.Group(group.Name), Figures.Signed(group.RealIncomePct, 3), " %", "of real income", $"{Figures.SignedMoney(group.EquivalentVariation)} a year");

    private static XElement? Price(HtmlReport report) => report.Rescue is { Rescue: { } rescue } && double.IsFinite(rescue.Price) && rescue.Cost > 0
        ? Tile("world", "The price of a rescue", FormattableString.Invariant($"{rescue.Price:0.00}"), " $", "for each dollar of relief", $"{Amounts.Money(rescue.Cost)} a year")
        : null;

    private static XElement? Arrival(CaseAnswer answer)
    {
        var (arrives, banned) = (RouteTotals.Of(answer).Sum(way => way.Flow), answer.BannedTrade.Total);
        return arrives > 0 && banned > 0
            ? Tile(Cast.Others, "Still arrives", FormattableString.Invariant($"{100 * arrives / banned:0.0}"), " %", "of the banned sales, through third states", $"{Amounts.Money(arrives)} a year")
            : null;
    }

    // Without the money that passes from one side to the other.
    private static XElement? LeverageOf(CaseAnswer answer, Cast people) => Leverage.Of(answer) is { } leverage
        ? Tile("world", "Leverage", FormattableString.Invariant($"{leverage.WithoutTransfers:0.00}"), " $", $"that {people.TargetName} loses", "for each dollar of the coalition's")
        : null;

    private static XElement Tile(string kind, string title, string figure, string unit, string text, string money) => Element(
        "div",
        Class($"card {kind}"),
        Element("h3", title),
        Element("p", Class("figure"), figure, Element("span", Class("unit"), unit)),
        Element("p", text),
        Element("p", Class("money"), money));
}
