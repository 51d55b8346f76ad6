using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Samarkand.Effects;
using Samarkand.Reports.Tables;
using Samarkand.Worlds;
using Samarkand.Worlds.Binary;

namespace Samarkand.Reports.Documents;

/// <summary>What the manifest of a folder of results says of how to reproduce them: inputs with their hashes, assumptions, certificates.</summary>
internal static class Manifest
{
    /// <summary>Writes the properties between when and how the results were made and the list of files.</summary>
    /// <param name="json">The manifest.</param>
    /// <param name="caseText">The case file's text, kept beside it as <c>case.yaml</c>.</param>
    /// <param name="overrides">What the command line set over the case's own values, and its options about dates.</param>
    /// <param name="answers">The case's answer, then those of other horizons and of a case that it is compared with.</param>
    public static void Write(Utf8JsonWriter json, string caseText, IReadOnlyList<string> overrides, IReadOnlyList<(string Name, CaseAnswer Answer)> answers)
    {
        var (first, world) = (answers[0].Answer, answers[0].Answer.Case.World);
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
    }

    /// <summary>The same of data in place of a world: the files that were read, with their hashes.</summary>
    /// <param name="json">The manifest.</param>
    /// <param name="files">The files.</param>
    public static void WriteData(Utf8JsonWriter json, IEnumerable<string> files)
    {
        json.WriteString("runtime", RuntimeInformation.FrameworkDescription);
        json.WriteString("processor", RuntimeInformation.ProcessArchitecture.ToString());
        json.WriteStartArray("data");
        foreach (var file in files)
        {
            json.WriteStartObject();
            json.WriteString("file", Path.GetFileName(file));
            using (var stream = File.OpenRead(file))
                json.WriteString("sha256", Convert.ToHexStringLower(SHA256.HashData(stream)));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCertificate(Utf8JsonWriter json, string name, CaseAnswer answer)
    {
        json.WriteStartObject();
        json.WriteString("equilibrium", name);
        CertificateTable.WriteFields(json, answer);
        json.WriteEndObject();
    }

    internal static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
