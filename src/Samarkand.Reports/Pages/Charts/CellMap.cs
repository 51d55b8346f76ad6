using System.Collections.Immutable;
using System.Xml.Linq;
using Samarkand.Reports.Tables;
using static Samarkand.Reports.Pages.Markup;

namespace Samarkand.Reports.Pages.Charts;

/// <summary>A table as cells over two of its columns, each in the category that a third one names: which stance, which equilibrium.</summary>
/// <param name="Id">What the drawing is known by in the page.</param>
/// <param name="Table">The table, a row for each cell.</param>
/// <param name="Description">What can be seen in it, in words.</param>
/// <param name="X">The column across.</param>
/// <param name="Y">The column upwards.</param>
/// <param name="Category">The column of categories, at most six.</param>
internal sealed record CellMap(string Id, Table Table, string Description, string X, string Y, string Category)
    : Figure(Id, Table, Description)
{
    private string[] Texts => Table.Texts(Category);

    /// <summary>The categories in the order in which the table names them first.</summary>
    public ImmutableArray<string> Categories => [.. Texts.Distinct(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public override Drawing Drawing
    {
        get
        {
            var (categories, xs, ys) = (Categories, Table.Numbers(X), Table.Numbers(Y));
            return new CellsDrawing(
                Id,
                Heading(X),
                Heading(Y),
                categories,
                [.. categories.Select((_, c) => Letter(c))],
                [.. Texts.Select((category, row) => new Cell(xs[row], ys[row], categories.IndexOf(category)))]);
        }
    }

    protected override XElement Legend() =>
        Element("p", Class("legend"), Categories.Select((category, c) => Entry(FormattableString.Invariant($"cell cell-{1 + c % 6}"), category, Letter(c))));

    // Categories often begin alike, so that their own initials would not tell them apart.
    private static string Letter(int category) => ((char)('A' + category)).ToString();

    private string Heading(string name) => Table.Columns.Single(column => column.Name == name).Heading;
}
