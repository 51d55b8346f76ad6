using System.Xml.Linq;
using Samarkand.Reports.Tables;
using static Samarkand.Reports.Pages.Markup;

namespace Samarkand.Reports.Pages.Charts;

/// <summary>A table as shaded cells over two columns of labels, each with its number written in it.</summary>
/// <param name="Id">What the drawing is known by in the page.</param>
/// <param name="Table">The table, a row for each cell.</param>
/// <param name="Description">What can be seen in it, in words.</param>
/// <param name="X">The column of labels across.</param>
/// <param name="Y">The column of labels downwards, in the order of the table.</param>
/// <param name="Value">The column of numbers.</param>
/// <param name="Reading">The column that says in words what a number means.</param>
internal sealed record HeatMap(string Id, Table Table, string Description, string X, string Y, string Value, string Reading)
    : Figure(Id, Table, Description)
{
    /// <inheritdoc/>
    public override Drawing Drawing
    {
        get
        {
            var (xs, ys, readings, values) = (Table.Texts(X), Named(Y), Table.Texts(Reading), Table.Numbers(Value));
            return new HeatDrawing(
                Id,
                Table.Columns.Single(column => column.Name == Value).Heading,
                [.. Table.Texts(Y).Distinct().Intersect(xs).Union(xs)],
                [.. values.Select((value, row) => new HeatCell(xs[row], ys[row], readings[row], value))]);
        }
    }

    private string[] Named(string column)
    {
        var texts = Table.Columns.OfType<TextColumn>().Single(one => one.Name == column);
        return texts.Names is { } names ? Array.ConvertAll(texts.Values, code => names.GetValueOrDefault(code, code)) : texts.Values;
    }

    protected override XElement Legend() => Element("p", Class("note"), "Each cell shows its number where there is room for it, and says it when it is pointed at; a dash stands where there is none.");
}
