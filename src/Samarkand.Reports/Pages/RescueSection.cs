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
    public const string Id = "rescue";

    /// <summary>The section; empty where nobody asked.</summary>
    public static XElement[] Of(HtmlReport report, Cast people)
    {
        if (report.Rescue is not { } rescue)
            return [];
        var (verdict, figures) = (Verdict.Of(rescue), RescueFigures.Of(rescue));
        return
        [
            Element(
                "section",
                Attribute("id", Id),
                Element("h2", "Who comes to the rescue"),
                Element("p", Class("lead"), verdict[0]),
                verdict.Skip(1).Select(line => Element("p", line)),
                Element("ul", Verdict.Reasons(rescue).Select(line => Element("li", line))),
                Element("p", Class("note"), About(rescue)),
                Table(rescue, "price-of-friendship", people),
                figures.Select(figure => Element("div", Element("h3", figure.Table.Title), figure.Elements(people))),
                RescueTables.All.Where(table => table.Name is not ("payoffs" or "price-of-friendship") && figures.All(figure => figure.Table.Name != table.Name))
                    .Select(table => Table(rescue, table.Name, people)),
                HtmlTable.Folded(Dependence(rescue), "Who depends on whom, before and under the case", people)),
        ];
    }

    private static XElement? Table(RescueAnswer rescue, string name, Cast people)
    {
        var table = RescueTables.Make(name, rescue);
        return table.RowCount == 0 ? null
            : name is "price-of-friendship" ? HtmlTable.Of(table, people)
            : HtmlTable.Folded(table, table.Title, people);
    }

    private static Table Dependence(RescueAnswer rescue) =>
        DependenceTables.Pair(rescue.Case.World, rescue.DependenceBefore, rescue.DependenceAfter);

    private static string About(RescueAnswer rescue) => FormattableString.Invariant(
        $"{RescueGrounds.Profiles(rescue)} Payoffs in percent of own income are in the file payoffs.csv beside this page. {RescueGrounds.Map(rescue)}A price is what the rescuer loses for each dollar that the target gains, against staying neutral.");
}
