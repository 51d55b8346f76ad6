using System.Text.Json;
using Samarkand.Effects;

namespace Samarkand.Reports;

/// <summary>An answer as one JSON document for programs. Keys are stable; numbers have full precision.</summary>
public static class JsonReport
{
    /// <summary>
    /// Writes case, world, horizon, closure, certificate, what the world or this version leaves out, and the rows of the tables
    /// <c>effects</c>, <c>groups</c> and, where the other horizons were solved, <c>horizons</c>.
    /// </summary>
    public static void Write(CaseTables tables, Utf8JsonWriter json)
    {
        var answer = tables.Answer;
        var (bound, world) = (answer.Case, answer.Case.World);
        json.WriteStartObject();
        json.WriteStartObject("case");
        WriteHead(answer, json);
        json.WriteString("target", world.Regions[bound.Target.Index].Code);
        WriteTexts("coalition", bound.Coalition.Select(member => world.Regions[member.Index].Code), json);
        json.WriteEndObject();
        json.WriteStartObject("world");
        json.WriteString("name", world.About.Name);
        json.WriteNumber("year", world.About.Year);
        json.WriteEndObject();
        json.WriteString("horizon", answer.Horizon.ToString().ToLowerInvariant());
        json.WriteString("closure", bound.Case.Closure.ToString().ToLowerInvariant());
        if (answer.Other is { } other)
        {
            json.WriteStartObject("against");
            WriteHead(other, json);
            json.WriteEndObject();
        }

        WriteCertificates(tables, json);
        WriteTexts("left_out", bound.LeftOut, json);
        WriteTexts("not_used", bound.NotUsedYet, json);
        TableWriter.WriteRows("effects", tables.Make("effects"), json);
        TableWriter.WriteRows("groups", tables.Make("groups"), json);
        if (!tables.Horizons.IsEmpty)
            TableWriter.WriteRows("horizons", tables.Make("horizons"), json);
        json.WriteEndObject();
    }

    /// <summary>Writes one table with the certificates of what it shows beside it.</summary>
    public static void WriteTable(string name, CaseTables tables, Utf8JsonWriter json)
    {
        var table = tables.Make(name);
        json.WriteStartObject();
        json.WriteString("table", table.Name);
        json.WriteString("title", table.Title);
        WriteCertificates(tables, json);
        TableWriter.WriteRows("rows", table, json);
        json.WriteEndObject();
    }

    private static void WriteHead(CaseAnswer answer, Utf8JsonWriter json)
    {
        json.WriteString("title", answer.Case.Case.Title);
        json.WriteString("file", answer.Case.Case.Source);
    }

    private static void WriteCertificates(CaseTables tables, Utf8JsonWriter json)
    {
        json.WriteStartObject("certificate");
        CertificateTable.WriteFields(json, tables.Answer);
        json.WriteEndObject();
        var others = tables.Equilibria.Skip(1).ToArray();
        if (others.Length == 0)
            return;
        json.WriteStartArray("other_certificates");
        foreach (var (name, answer) in others)
        {
            json.WriteStartObject();
            json.WriteString("equilibrium", name);
            CertificateTable.WriteFields(json, answer);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTexts(string name, IEnumerable<string> texts, Utf8JsonWriter json)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
