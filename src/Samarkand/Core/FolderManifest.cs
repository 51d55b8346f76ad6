using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Samarkand.Core;

/// <summary>
/// The file by which Samarkand knows what it wrote: it lists every file of a folder of results with its hash, and ends with the hash of
/// all that stands in it before. A manifest that anybody changed is nobody's.
/// </summary>
internal static partial class FolderManifest
{
    public const string Name = "manifest.json";

    private const string Schema = "samarkand-manifest-1";
    private const string BeforeSeal = ",\n  \"seal\": \"";
    private const string AfterSeal = "\"\n}";

    private static readonly JsonWriterOptions Form = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly int SealLength = BeforeSeal.Length + SHA256.HashSizeInBytes * 2 + AfterSeal.Length;

    /// <summary>Writes the manifest of all files in a folder, those in folders below it included.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="made">When and how they were made.</param>
    /// <param name="about">Writes further properties, or null.</param>
    public static void Write(string folder, Made made, Action<Utf8JsonWriter>? about)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Form))
        {
            json.WriteStartObject();
            json.WriteString("samarkand", Made.Version);
            json.WriteString("schema", Schema);
            made.Write(json);
            about?.Invoke(json);
            json.WriteStartArray("files");
            foreach (var name in FilesIn(folder))
            {
                json.WriteStartObject();
                json.WriteString("name", name);
                json.WriteString("sha256", Hash(Path.Combine(folder, name)));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.Flush();
            json.WriteString("seal", Seal(bytes.WrittenSpan));
            json.WriteEndObject();
        }

        File.WriteAllBytes(Path.Combine(folder, Name), bytes.WrittenSpan);
    }

    /// <summary>What the manifest in a folder lists; null where there is none of Samarkand's.</summary>
    public static ListedFile[]? Read(string folder)
    {
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path) || File.ResolveLinkTarget(path, returnFinalTarget: false) is not null)
            return null;
        return Parse(File.ReadAllBytes(path));
    }

    /// <summary>What a manifest lists; null where it is none of Samarkand's, or was changed.</summary>
    public static ListedFile[]? Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < SealLength || !bytes[^SealLength..].SequenceEqual(Encoding.ASCII.GetBytes(BeforeSeal + Seal(bytes[..^SealLength]) + AfterSeal)))
            return null;
        try
        {
            return JsonSerializer.Deserialize(bytes, ManifestForm.Default.ManifestHead) is { Schema: Schema } head ? head.Files : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The files below a folder except its manifest, in order, with <c>/</c> between the parts of their paths.</summary>
    public static string[] FilesIn(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(name => name != Name)
            .Order(StringComparer.Ordinal),
    ];

    public static string Hash(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static string Seal(ReadOnlySpan<byte> before) => Convert.ToHexStringLower(SHA256.HashData(before));

    private sealed record ManifestHead(string Samarkand, string Schema, ListedFile[] Files);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(ManifestHead))]
    private sealed partial class ManifestForm : JsonSerializerContext;
}

/// <summary>A file that a manifest lists.</summary>
/// <param name="Name">Its path below the folder, with <c>/</c> between its parts.</param>
/// <param name="Sha256">The hash of its bytes, in lower-case hexadecimal digits.</param>
internal sealed record ListedFile(string Name, string Sha256);
