using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Samarkand.Effects;

namespace Samarkand.Reports.Tables;

/// <summary>A table as one line of text, from which it can be read back to the last bit; a number that does not exist is null.</summary>
internal static class KeptTable
{
    /// <summary>The tables of an answer, each as a text.</summary>
    public static ImmutableArray<string> Each(CaseAnswer answer, ImmutableArray<TableSpec<CaseTables>> tables) => [.. tables.Select(table => Write(table.Make(new CaseTables(answer, [])).WithNames()))];

    public static string Write(Table table)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("name", table.Name);
            json.WriteString("title", table.Title);
            json.WriteStartArray("columns");
            foreach (var column in table.Columns)
                Write(json, column);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    public static Table Read(string text)
    {
        using var json = JsonDocument.Parse(text);
        var root = json.RootElement;
        return new Table(root.GetProperty("name").GetString()!, root.GetProperty("title").GetString()!, [.. root.GetProperty("columns").EnumerateArray().Select(Read)]);
    }

    private static void Write(Utf8JsonWriter json, Column column)
    {
        json.WriteStartObject();
        json.WriteString("name", column.Name);
        json.WriteString("heading", column.Heading);
        json.WriteString("unit", column.Unit);
        json.WriteString("meaning", column.Meaning);
        if (column is NumberColumn number)
        {
            json.WriteNumber("digits", number.Digits);
            json.WriteString("format", number.Format);
            json.WriteStartArray("numbers");
            foreach (var value in number.Values)
                Write(json, value);
        }
        else
        {
            json.WriteStartArray("texts");
            foreach (var value in ((TextColumn)column).Values)
                json.WriteStringValue(value);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, double value)
    {
        if (double.IsFinite(value))
            json.WriteNumberValue(value);
        else
            json.WriteNullValue();
    }

    private static Column Read(JsonElement column)
    {
        string Text(string key) => column.GetProperty(key).GetString()!;
        return column.TryGetProperty("numbers", out var numbers)
            ? new NumberColumn(Text("name"), Text("heading"), [.. numbers.EnumerateArray().Select(value => value.ValueKind == JsonValueKind.Null ? double.NaN : value.GetDouble())], column.GetProperty("digits").GetInt32())
            {
                Format = Text("format"),
                Unit = Text("unit"),
                Meaning = Text("meaning"),
            }
            : new TextColumn(Text("name"), Text("heading"), [.. column.GetProperty("texts").EnumerateArray().Select(value => value.GetString()!)]) { Unit = Text("unit"), Meaning = Text("meaning") };
    }
}
