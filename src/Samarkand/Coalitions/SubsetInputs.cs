using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Samarkand.Cases;
using Samarkand.Worlds;

namespace Samarkand.Coalitions;

/// <summary>What the subsets of a coalition depend on, by name: those of different inputs never mix.</summary>
internal sealed record SubsetInputs(ImmutableArray<(string Name, string Value)> Entries)
{
    private static readonly JsonWriterOptions Form = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static SubsetInputs Of(CaseText text, World world, ImmutableArray<CoalitionMember> members, string plan) => new(
    [
        ("samarkand", typeof(SubsetInputs).Assembly.GetName().Version!.ToString(3)),
        ("subsets", plan),
        ("members", string.Join(',', members.Select(member => member.Name))),
        ("world", world.About.Name),
        ("world_sha256", Hash(BinaryWorld.Write(world))),
        ("case_sha256", Hash(Encoding.UTF8.GetBytes(text.Text))),
        ("overrides", string.Join(' ', text.Overrides)),
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
            throw Other($"{path} is not what `samarkand coalition` writes there");
        var different = Entries.Where(entry => found.GetValueOrDefault(entry.Name) != entry.Value).ToArray();
        if (different.Length > 0)
            throw Other($"{folder} holds a coalition of other inputs: {string.Join(", ", different.Select(entry => Difference(entry.Name, found.GetValueOrDefault(entry.Name), entry.Value)))}");
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
