using System.Collections.Immutable;
using System.Text.Json;
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
    private TextColumn Texts => (TextColumn)Table.Columns.Single(column => column.Name == Category);

    /// <summary>The categories in the order in which the table names them first.</summary>
    public ImmutableArray<string> Categories => [.. Texts.Values.Distinct(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json)
    {
        var (categories, xs, ys) = (Categories, Numbers(X), Numbers(Y));
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.WriteString("kind", "cells");
        json.WriteString("x_name", Heading(X));
        json.WriteString("y_name", Heading(Y));
        json.WriteStartArray("categories");
        foreach (var category in categories)
            json.WriteStringValue(category);
        json.WriteEndArray();
        json.WriteStartArray("letters");
        for (var c = 0; c < categories.Length; c++)
            json.WriteStringValue(Letter(c));
        json.WriteEndArray();
        json.WriteStartArray("cells");
        for (var row = 0; row < Table.RowCount; row++)
        {
            json.WriteStartObject();
            json.WriteNumber("x", xs[row]);
            json.WriteNumber("y", ys[row]);
            json.WriteNumber("category", categories.IndexOf(Texts.Values[row]));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    protected override XElement Legend() =>
        Element("p", Class("legend"), Categories.Select((category, c) => Entry(FormattableString.Invariant($"cell cell-{1 + c % 6}"), category, Letter(c))));

    // Categories often begin alike, so that their own initials would not tell them apart.
    private static string Letter(int category) => ((char)('A' + category)).ToString();

    private string Heading(string name) => Table.Columns.Single(column => column.Name == name).Heading;
}
