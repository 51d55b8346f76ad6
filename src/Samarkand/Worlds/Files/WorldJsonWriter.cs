using System.Text.Encodings.Web;
using System.Text.Json;

namespace Samarkand.Worlds.Files;

/// <summary>Writes world.json.</summary>
internal static class WorldJsonWriter
{
    public static void Write(string path, WorldInfo about)
    {
        using var stream = File.Create(path);
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("name", about.Name);
            json.WriteString("title", about.Title);
            json.WriteNumber("year", about.Year);
            json.WriteString("units", WorldInfo.Units);
            json.WriteStartArray("sources");
            foreach (var source in about.Sources)
            {
                json.WriteStartObject();
                json.WriteString("name", source.Name);
                json.WriteString("address", source.Address);
                json.WriteString("licence", source.Licence);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("rules");
            foreach (var rule in about.Rules)
                json.WriteStringValue(rule);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }
}
