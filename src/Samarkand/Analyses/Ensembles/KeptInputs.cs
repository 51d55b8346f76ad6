using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Samarkand.Cases;
using Samarkand.Cases.Reading;
using Samarkand.Core;
using Samarkand.Worlds;
using Samarkand.Worlds.Binary;

namespace Samarkand.Analyses.Ensembles;

/// <summary>What results that are kept as they come depend on, by name: those of different inputs never mix.</summary>
/// <param name="What">What is kept, with its article.</param>
/// <param name="Entries">The inputs.</param>
internal sealed record KeptInputs(string What, ImmutableArray<(string Name, string Value)> Entries)
{
    private static readonly JsonWriterOptions Form = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Those of a case on a world, and what else the results depend on.</summary>
    /// <param name="what">What is kept: <c>a sweep</c>.</param>
    /// <param name="text">The case's text.</param>
    /// <param name="world">Its world.</param>
    /// <param name="others">What else they depend on.</param>
    public static KeptInputs Of(string what, CaseText text, World world, params ReadOnlySpan<(string Name, string Value)> others) => new(
        what,
        [
            ("samarkand", typeof(KeptInputs).Assembly.GetName().Version!.ToString(3)),
            ("world", world.About.Name),
            ("world_sha256", Hash(BinaryWorld.Write(world))),
            ("case_sha256", Hash(Encoding.UTF8.GetBytes(text.Text))),
            ("overrides", string.Join(' ', text.Overrides)),
            .. others,
            ("period", text.Period?.Name ?? ""),
        ]);

    /// <summary>Writes them as a JSON object.</summary>
    public void Write(string path)
    {
        using var file = new FileStream(path, FileMode.CreateNew);
        using (var json = new Utf8JsonWriter(file, Form))
        {
            json.WriteStartObject();
            foreach (var (name, value) in Entries)
                json.WriteString(name, value);
            json.WriteEndObject();
        }

        file.Flush(flushToDisk: true);
    }

    /// <summary>Checks that a file holds the same.</summary>
    /// <exception cref="InputException">It holds something else; the message says what.</exception>
    public void Check(string path, string folder)
    {
        Dictionary<string, string>? found;
        try
        {
            found = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(path));
        }
        catch (JsonException)
        {
            found = null;
        }

        if (found is null)
            throw Other($"{path} is not what {What} writes there");
        var different = Entries.Where(entry => found.GetValueOrDefault(entry.Name) != entry.Value).ToArray();
        if (different.Length > 0)
            throw Other($"{folder} holds {What} of other inputs: {string.Join(", ", different.Select(entry => Difference(entry.Name, found.GetValueOrDefault(entry.Name), entry.Value)))}");
    }

    private static string Difference(string name, string? there, string here) => name switch
    {
        "case_sha256" => "the text of the case differs",
        "world_sha256" => "the numbers of the world differ",
        _ => $"{name} is `{there}` there and `{here}` here",
    };

    private static InputException Other(string message) =>
        new(new InputProblem("--output", 0, 0, message, "name another folder, or give the inputs that it was begun with"));

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
