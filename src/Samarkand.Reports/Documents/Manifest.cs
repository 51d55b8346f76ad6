using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Samarkand.Effects;
using Samarkand.Reports.Tables;
using Samarkand.Worlds;
using Samarkand.Worlds.Binary;

namespace Samarkand.Reports.Documents;

/// <summary>What it takes to reproduce a run: versions, inputs with their hashes, assumptions, certificate.</summary>
public static class Manifest
{
    /// <summary>Writes <c>manifest.json</c>.</summary>
    /// <param name="folder">The folder of results.</param>
    /// <param name="caseText">The case file's text, kept beside it as <c>case.yaml</c>.</param>
    /// <param name="overrides">What the command line set over the case's own values, and its options about dates.</param>
    /// <param name="answers">The case's answer, then those of other horizons and of a case that it is compared with.</param>
    /// <param name="more">Writes further properties, or null.</param>
    public static void Write(string folder, string caseText, IReadOnlyList<string> overrides, IReadOnlyList<(string Name, CaseAnswer Answer)> answers, Action<Utf8JsonWriter>? more = null)
    {
        var (first, world) = (answers[0].Answer, answers[0].Answer.Case.World);
        using var file = File.Create(Path.Combine(folder, ResultFolder.Mark));
        using var json = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("samarkand", typeof(Manifest).Assembly.GetName().Version?.ToString(3));
        json.WriteString("runtime", RuntimeInformation.FrameworkDescription);
        json.WriteString("processor", RuntimeInformation.ProcessArchitecture.ToString());
        json.WriteStartObject("case");
        json.WriteString("title", first.Case.Title);
        json.WriteString("file", ResultFolder.Case);
        json.WriteString("sha256", Hash(Encoding.UTF8.GetBytes(caseText)));
        json.WriteStartArray("overrides");
        foreach (var set in overrides)
            json.WriteStringValue(set);
        json.WriteEndArray();
        json.WriteString("horizon", first.Case.Horizon.ToString().ToLowerInvariant());
        json.WriteString("closure", first.Case.Closure.ToString().ToLowerInvariant());
        if (first.Case.Period is { } period)
            json.WriteString("period", period.Name);
        json.WriteEndObject();
        json.WriteStartObject("world");
        json.WriteString("name", world.About.Name);
        json.WriteNumber("year", world.About.Year);
        json.WriteString("sha256", Hash(BinaryWorld.Write(world)));
        json.WriteEndObject();
        json.WriteStartArray("certificates");
        foreach (var (name, answer) in answers)
            WriteCertificate(json, name, answer);
        json.WriteEndArray();
        more?.Invoke(json);
        json.WriteStartArray("files");
        foreach (var path in Directory.GetFiles(folder).Where(path => !path.EndsWith(ResultFolder.Mark, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("name", Path.GetFileName(path));
            json.WriteString("sha256", Hash(File.ReadAllBytes(path)));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCertificate(Utf8JsonWriter json, string name, CaseAnswer answer)
    {
        json.WriteStartObject();
        json.WriteString("equilibrium", name);
        CertificateTable.WriteFields(json, answer);
        json.WriteEndObject();
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
