using System.Globalization;
using System.Text.Json;

namespace Samarkand.Reports.Tables;

/// <summary>Writes tables for programs, in full precision. A value that does not exist is empty in CSV and null in JSON.</summary>
public static class TableWriter
{
    /// <summary>Writes a table as CSV with a header line.</summary>
    public static void WriteCsv(Table table, TextWriter writer)
    {
        writer.Write(string.Join(',', table.Columns.Select(column => Quoted(column.Name))));
        writer.Write('\n');
        for (var row = 0; row < table.RowCount; row++)
        {
            for (var c = 0; c < table.Columns.Length; c++)
            {
                if (c > 0)
                    writer.Write(',');
                writer.Write(Quoted(Text(table.Columns[c], row)));
            }

            writer.Write('\n');
        }
    }

    // RFC 4180.
    private static string Quoted(string field) =>
        field.AsSpan().IndexOfAny(",\"\r\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Writes a table as one JSON object: name, title and rows.</summary>
    public static void WriteJson(Table table, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("table", table.Name);
        json.WriteString("title", table.Title);
        WriteRows("rows", table, json);
        json.WriteEndObject();
    }

    /// <summary>Writes a table's rows as an array of that name, an object for each row.</summary>
    public static void WriteRows(string name, Table table, Utf8JsonWriter json)
    {
        json.WriteStartArray(name);
        for (var row = 0; row < table.RowCount; row++)
        {
            json.WriteStartObject();
            foreach (var column in table.Columns)
            {
                if (column is TextColumn text)
                    json.WriteString(column.Name, text.Values[row]);
                else if (column is NumberColumn number && double.IsFinite(number.Values[row]))
                    json.WriteNumber(column.Name, number.Values[row]);
                else
                    json.WriteNull(column.Name);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes a table as GitHub-flavoured Markdown, rounded for people.</summary>
    public static void WriteMarkdown(Table table, TextWriter writer)
    {
        writer.Write($"**{table.Title}**\n\n");
        writer.Write($"| {string.Join(" | ", table.Columns.Select(column => column.Name))} |\n");
        writer.Write($"| {string.Join(" | ", table.Columns.Select(column => column is NumberColumn ? "---:" : "---"))} |\n");
        for (var row = 0; row < table.RowCount; row++)
            writer.Write($"| {string.Join(" | ", table.Columns.Select(column => Rounded(column, row).Replace("|", "\\|", StringComparison.Ordinal)))} |\n");
    }

    /// <summary>A cell in full precision.</summary>
    public static string Text(Column column, int row) => column switch
    {
        TextColumn text => text.Values[row],
        NumberColumn number when double.IsNaN(number.Values[row]) => "",
        NumberColumn number => number.Values[row].ToString("R", CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"unknown kind of column {column.Name}", nameof(column)),
    };

    /// <summary>A cell in the column's format for people.</summary>
    public static string Rounded(Column column, int row) => column switch
    {
        NumberColumn number when !double.IsFinite(number.Values[row]) => "",
        NumberColumn number => number.Values[row].ToString(number.Format, CultureInfo.InvariantCulture),
        _ => Text(column, row),
    };
}
