using System.Text.Json;
using System.Xml.Linq;
using Samarkand.Reports.Tables;
using static Samarkand.Reports.Pages.Markup;

namespace Samarkand.Reports.Pages.Charts;

/// <summary>A table as shaded cells over two columns of labels, each with its number written in it.</summary>
/// <param name="Id">What the drawing is known by in the page.</param>
/// <param name="Table">The table, a row for each cell.</param>
/// <param name="Description">What can be seen in it, in words.</param>
/// <param name="X">The column of labels across.</param>
/// <param name="Y">The column of sectors downwards, in the order of the table.</param>
/// <param name="Value">The column of numbers.</param>
/// <param name="Reading">The column that says in words what a number means.</param>
internal sealed record HeatMap(string Id, Table Table, string Description, string X, string Y, string Value, string Reading)
    : Figure(Id, Table, Description)
{
    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json)
    {
        var values = (NumberColumn)Table.Columns.Single(column => column.Name == Value);
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.WriteString("kind", "heat");
        json.WriteString("value_name", values.Heading);
        json.WriteStartArray("cells");
        for (var row = 0; row < Table.RowCount; row++)
        {
            json.WriteStartObject();
            json.WriteString("x", Label(X, row));
            json.WriteString("y", Label(Y, row));
            json.WriteString("reading", Label(Reading, row));
            if (double.IsFinite(values.Values[row]))
                json.WriteNumber("value", values.Values[row]);
            else
                json.WriteNull("value");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    protected override XElement Legend() => Element("p", Class("note"), "Each cell shows its number; a dash stands where the ratio has no meaning.");

    private string Label(string name, int row) => TableWriter.Text(Table.Columns.Single(column => column.Name == name), row);
}
