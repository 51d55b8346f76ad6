using System.Collections.Immutable;
using Samarkand.Analyses.Dependence;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Pages.Charts;
using Samarkand.Reports.Tables;
using Samarkand.Worlds;

namespace Samarkand.Reports.Pages;

/// <summary>Who depends on whom, for a page: of a pair in words and tables, of every pair of a set as a heat map.</summary>
/// <param name="Document">What was found.</param>
/// <param name="World">The world.</param>
/// <param name="People">Who is who.</param>
internal sealed record DependenceReport(AnswerDocument Document, World World, Cast People)
{
    private const string HeatId = "dependence";

    /// <summary>The page.</summary>
    public Page Page()
    {
        var isMatrix = Document.Tables is [{ Name: DependenceTables.Matrix }];
        var heat = isMatrix ? Heat(Document.Tables[0].Table) : null;
        return new Page(
            Document.Title,
            Markup.Element("header", Markup.Element("h1", Document.Title)),
            [
                PageSection.Of(
                    "answer",
                    "Dependence",
                    Document.Title,
                    Document.Words.IsEmpty ? null : PageSection.Words([.. Document.Words.SelectMany(passage => passage.Lines)]),
                    heat?.Elements(People),
                    isMatrix ? null : Document.Tables.Select(table => table.Table.RowCount > 20 ? HtmlTable.Folded(table.Table, table.Title, People) : HtmlTable.Of(table.Table, People)),
                    PageSection.Note(FormattableString.Invariant($"World {Document.World!.Name}, horizon {Document.Horizon}, deficits {Document.Closure}.")),
                    PageSection.Certificate(Document.Certificate.Text)),
            ],
            new PageData { Target = "", Figures = heat is null ? [] : [heat.Drawing] });
    }

    // Losses above 0, so that darker is more; under a case's sanctions where there are such rows.
    private HeatMap Heat(Table table)
    {
        var rows = Enumerable.Range(0, table.RowCount);
        if (table.Columns.OfType<TextColumn>().Any(column => column.Name == "sanctions"))
            rows = rows.Where(row => table.Texts("sanctions")[row] == "after");
        var picked = table.Pick([.. rows]);
        var (loses, on, changes) = (picked.Texts("region"), picked.Texts("on"), picked.Numbers("real_income_pct"));
        var drawn = new Table(HeatId, Document.Title, [
            .. picked.Columns,
            new NumberColumn("loss_pct", "loss of real income, percent", Array.ConvertAll(changes, change => 0 - change), 3),
            new TextColumn("reading", "Reading", [.. changes.Select((change, row) => double.IsFinite(change)
                ? FormattableString.Invariant($"{People.Name(loses[row])} without {People.Name(on[row])}: {change:+0.000;-0.000;0} percent of real income")
                : $"the cut of all trade between {People.Name(loses[row])} and {People.Name(on[row])} leaves no equilibrium")]),
        ]);
        return new HeatMap(HeatId, drawn, "What each region, downwards, loses of its real income when all its trade with another, across, is cut. Darker is more.", "on", "region", "loss_pct", "reading");
    }
}
