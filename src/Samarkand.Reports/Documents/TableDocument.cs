using System.Collections;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Samarkand.Reports.Tables;

namespace Samarkand.Reports.Documents;

/// <summary>A table as JSON: what it is, what its columns mean, and its rows.</summary>
/// <param name="Table">The table.</param>
internal sealed record TableDocument([property: JsonIgnore] Table Table)
{
    private readonly Table _named = Table.WithNames();

    /// <summary>The name that <c>--table</c> takes.</summary>
    public string Name => Table.Name;

    /// <summary>One line for people.</summary>
    public string Title => Table.Title;

    /// <summary>What the columns are.</summary>
    public ImmutableArray<ColumnDocument> Columns => [.. _named.Columns.Select(ColumnDocument.Of)];

    /// <summary>The rows: each an object with a key for every column, <c>null</c> where there is no finite value.</summary>
    public IReadOnlyList<TableRow> Rows => new TableRows(_named);
}

/// <summary>What a column is.</summary>
/// <param name="Name">The stable name, the key of its values.</param>
/// <param name="Heading">The heading for people.</param>
/// <param name="Type"><c>number</c> or <c>text</c>.</param>
/// <param name="Unit">What it counts in, as in <see cref="Units"/>.</param>
/// <param name="Meaning">What a value means.</param>
internal sealed record ColumnDocument(string Name, string Heading, string Type, string Unit, string Meaning)
{
    internal static ColumnDocument Of(Column column) =>
        new(column.Name, column.Heading, column is NumberColumn ? "number" : "text", column.Unit, column.Meaning);
}

/// <summary>The rows of a table, made one by one as they are written.</summary>
internal sealed class TableRows(Table table) : IReadOnlyList<TableRow>
{
    public int Count => table.RowCount;

    public TableRow this[int index] => new(table, index);

    public IEnumerator<TableRow> GetEnumerator()
    {
        for (var row = 0; row < Count; row++)
            yield return this[row];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>A row of a table: an object in JSON.</summary>
/// <param name="Table">The table.</param>
/// <param name="Index">The place of the row, from 0.</param>
[JsonConverter(typeof(TableRowConverter))]
internal readonly record struct TableRow(Table Table, int Index);

/// <summary>Writes a row with the names of the columns as keys.</summary>
internal sealed class TableRowConverter : JsonConverter<TableRow>
{
    public override TableRow Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("answers are written, not read");

    public override void Write(Utf8JsonWriter writer, TableRow value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var column in value.Table.Columns)
        {
            if (column is TextColumn text)
                writer.WriteString(column.Name, text.Values[value.Index]);
            else if (column is NumberColumn number && double.IsFinite(number.Values[value.Index]))
                writer.WriteNumber(column.Name, number.Values[value.Index]);
            else
                writer.WriteNull(column.Name);
        }

        writer.WriteEndObject();
    }
}
