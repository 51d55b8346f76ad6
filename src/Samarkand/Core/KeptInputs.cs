using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Samarkand.Core;

/// <summary>What blocks depend on, by name: those of different inputs never mix.</summary>
/// <param name="Entries">The inputs.</param>
internal sealed record KeptInputs(ImmutableArray<(string Name, string Value)> Entries)
{
    private static readonly JsonWriterOptions Form = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>As a JSON object.</summary>
    public byte[] ToJson()
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Form))
        {
            json.WriteStartObject();
            foreach (var (name, value) in Entries)
                json.WriteString(name, value);
            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>How they differ from those in a JSON object, in words; empty where they do not, null where it is no object of inputs.</summary>
    public string? DifferencesFrom(byte[] json)
    {
        try
        {
            if (JsonSerializer.Deserialize<Dictionary<string, string>>(json) is not { } found)
                return null;
            var here = Entries.ToDictionary(entry => entry.Name, entry => entry.Value);
            return string.Join(", ", here.Keys.Union(found.Keys).Where(name => found.GetValueOrDefault(name) != here.GetValueOrDefault(name)).Select(name => Difference(name, found.GetValueOrDefault(name), here.GetValueOrDefault(name))));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Difference(string name, string? there, string? here) => name switch
    {
        "keep" => here is null ? "it keeps bands, and every draw is asked for" : "it keeps every draw, and bands are asked for",
        "case_sha256" => "the text of the case differs",
        "world_sha256" => "the numbers of the world differ",
        _ => $"{name} is `{there}` there and `{here}` here",
    };
}
