using System.Xml.Linq;
using Samarkand.Analyses.Dependence;
using Samarkand.Analyses.Rescue;
using Samarkand.Reports.Pages.Charts;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;
using static Samarkand.Reports.Pages.Markup;

namespace Samarkand.Reports.Pages;

/// <summary>Who comes to the rescue: the verdict, why, what would change it, and the tables that it rests on.</summary>
internal static class RescueSection
{
    /// <summary>The verdict beyond the first screen, why, and what would change it; empty where nobody asked.</summary>
    public static PageSection[] Verdict(HtmlReport report, Cast people) => report.Rescue is not { } rescue
        ? []
        :
        [
            PageSection.Of(
                "rescue",
                "Rescue",
                "Who comes to the rescue",
                Words.Verdict.Of(rescue).Skip(1).Select(line => Element("p", line)),
                Element("ul", Words.Verdict.Reasons(rescue).Select(line => Element("li", line))),
                Table(rescue, RescueTables.Prices, people)),
        ];

    /// <summary>What the verdict rests on, drawn and in tables; empty where nobody asked.</summary>
    public static PageSection[] Details(HtmlReport report, Cast people)
    {
        if (report.Rescue is not { } rescue)
            return [];
        var figures = RescueFigures.Of(rescue);
        return
        [
            PageSection.Of(
                "game",
                "Stances",
                "What every state would do",
                PageSection.Note(About(rescue)),
                figures.Select(figure => Element("div", Element("h3", figure.Table.Title), figure.Elements(people))),
                RescueTables.All.Where(table => table.Name is not (RescueTables.Payoffs or RescueTables.Prices) && figures.All(figure => figure.Table.Name != table.Name))
                    .Select(table => Table(rescue, table.Name, people)),
                HtmlTable.Folded(Dependence(rescue), "Who depends on whom, before and under the case", people)),
        ];
    }

    private static XElement? Table(RescueAnswer rescue, string name, Cast people)
    {
        var table = RescueTables.All.Make(name, rescue);
        return table.RowCount == 0 ? null
            : name == RescueTables.Prices ? HtmlTable.Of(table, people)
            : HtmlTable.Folded(table, table.Title, people);
    }

    private static Table Dependence(RescueAnswer rescue) =>
        DependenceTables.All.Make(DependenceTables.Pair, new PairComparison(rescue.Case.World, rescue.DependenceBefore, rescue.DependenceAfter));

    private static string About(RescueAnswer rescue) => FormattableString.Invariant(
        $"{RescueGrounds.Profiles(rescue)} Payoffs in percent of own income are in the table payoffs. {RescueGrounds.Map(rescue)}A price is what the rescuer loses for each dollar that the target gains, against staying neutral.");
}
