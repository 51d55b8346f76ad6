using System.Collections.Immutable;
using System.Xml.Linq;
using Samarkand.Reports.Tables;
using static Samarkand.Reports.Pages.Markup;

namespace Samarkand.Reports.Pages.Charts;

/// <summary>Rows of bands: from the 5th to the 95th percentile, thicker between the quartiles, with the median and the case's own value.</summary>
/// <param name="Id">What the drawing is known by in the page.</param>
/// <param name="Table">The table, with the columns <c>p5</c>, <c>p25</c>, <c>p50</c>, <c>p75</c>, <c>p95</c> and <c>case_value</c>.</param>
/// <param name="Description">What can be seen in it, in words.</param>
/// <param name="XName">What the values are, with their unit.</param>
/// <param name="Rows">The name of each row and the side on which it stands.</param>
internal sealed record IntervalChart(string Id, Table Table, string Description, string XName, ImmutableArray<(string Name, string Side)> Rows)
    : Figure(Id, Table, Description)
{
    /// <inheritdoc/>
    public override Drawing Drawing => new IntervalsDrawing(
        Id,
        XName,
        [.. Rows.Select(row => new DrawnRow(row.Name, row.Side))],
        Table.Numbers("p5"),
        Table.Numbers("p25"),
        Table.Numbers("p50"),
        Table.Numbers("p75"),
        Table.Numbers("p95"),
        Table.Numbers("case_value"));

    protected override XElement Legend() => Element(
        "p", Class("legend"), Entry("whisker", "5 to 95 percent of draws"), Entry("whisker thick", "25 to 75 percent"), Entry("point", "median"), Entry("point own", "the case's own values"));
}
