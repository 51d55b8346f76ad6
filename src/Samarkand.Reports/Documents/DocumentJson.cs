using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Samarkand.Reports.Pages;
using Samarkand.Reports.Pages.Charts;

namespace Samarkand.Reports.Documents;

/// <summary>How answers, the metadata of tables and the data of charts become JSON: keys in snake case, a number that does not exist null.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, Converters = [typeof(NumberOrNull)])]
[JsonSerializable(typeof(AnswerDocument))]
[JsonSerializable(typeof(TableMetadata))]
[JsonSerializable(typeof(PageData))]
[JsonSerializable(typeof(LiveReport))]
[JsonSerializable(typeof(RegionDocument))]
internal sealed partial class DocumentJson : JsonSerializerContext;

/// <summary>Writes them.</summary>
internal static class DocumentWriter
{
    // For files and standard output, where people read too; inside a page everything that means something to HTML is escaped.
    private static readonly DocumentJson ForPeople = new(new JsonSerializerOptions(DocumentJson.Default.Options!)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = null,
    });

    private static readonly DocumentJson ByName = new(new JsonSerializerOptions(DocumentJson.Default.Options!)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = null,
        Converters = { new TablesByName() },
    });

    /// <summary>Writes an answer, and a line end.</summary>
    public static void Write(AnswerDocument document, Stream stream)
    {
        JsonSerializer.Serialize(stream, document, ForPeople.AnswerDocument);
        stream.WriteByte((byte)'\n');
    }

    /// <summary>Writes an answer for programs, in few bytes: its tables by their names instead of in a list.</summary>
    public static void WriteByName(AnswerDocument document, Stream stream) => JsonSerializer.Serialize(stream, document, ByName.AnswerDocument);

    /// <summary>Writes one economy of a world, its tables by their names.</summary>
    public static void Write(RegionDocument region, Stream stream) => JsonSerializer.Serialize(stream, region, ByName.RegionDocument);

    /// <summary>Writes the metadata of a table, and a line end.</summary>
    public static void Write(TableMetadata metadata, Stream stream)
    {
        JsonSerializer.Serialize(stream, metadata, ForPeople.TableMetadata);
        stream.WriteByte((byte)'\n');
    }

    /// <summary>Writes a report in parts.</summary>
    public static void Write(LiveReport report, Stream stream) => JsonSerializer.Serialize(stream, report, ByName.LiveReport);

    /// <summary>The data of a page's charts, which may stand inside a script element.</summary>
    public static string Text(PageData data) => JsonSerializer.Serialize(data, DocumentJson.Default.PageData);
}

/// <summary>Writes what is no finite number as null.</summary>
internal sealed class NumberOrNull : JsonConverter<double>
{
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null ? double.NaN : reader.GetDouble();

    public override bool HandleNull => true;

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
    {
        if (double.IsFinite(value))
            writer.WriteNumberValue(value);
        else
            writer.WriteNullValue();
    }
}

/// <summary>Writes tables as an object whose keys are their names.</summary>
internal sealed class TablesByName : JsonConverter<ImmutableArray<TableDocument>>
{
    public override ImmutableArray<TableDocument> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("answers are written, not read");

    public override void Write(Utf8JsonWriter writer, ImmutableArray<TableDocument> value, JsonSerializerOptions options)
    {
        var type = (JsonTypeInfo<TableDocument>)options.GetTypeInfo(typeof(TableDocument));
        writer.WriteStartObject();
        foreach (var table in value)
        {
            writer.WritePropertyName(table.Name);
            JsonSerializer.Serialize(writer, table, type);
        }

        writer.WriteEndObject();
    }
}
