using System.Text.Json;
using Samarkand.Cases;
using Samarkand.Cases.Binding;
using Samarkand.Effects;
using Samarkand.Reports.Pages;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;

namespace Samarkand.Reports.Documents;

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
        WriteHead(answer.Case.Case, json);
        json.WriteString("target", world.Code(bound.Target));
        WriteTexts("coalition", bound.Coalition.Select(member => world.Code(member)), json);
        WriteInstruments(bound, json);
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
            WriteHead(other.Case.Case, json);
            json.WriteEndObject();
        }

        WriteCertificates(tables, json);
        NameGrounds.Write(NameGrounds.Of(answer), json);
        WriteTexts("left_out", bound.LeftOut, json);
        WriteTexts("not_used", bound.NotUsedYet, json);
        TableWriter.WriteRows("effects", tables.Make("effects"), json);
        TableWriter.WriteRows("groups", tables.Make("groups"), json);
        if (!tables.Horizons.IsEmpty)
            TableWriter.WriteRows("horizons", tables.Make("horizons"), json);
        if (tables.Rescue is { } rescue)
        {
            WriteTexts("verdict", [.. Verdict.Of(rescue), .. Verdict.Reasons(rescue)], json);
            foreach (var name in (string[])["price-of-friendship", "friendship-curve", "stance-chances", "equilibria", "warning-example"])
                TableWriter.WriteRows(name.Replace('-', '_'), tables.Make(name), json);
        }

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
        NameGrounds.Write(NameGrounds.Of(tables.Answer), json);
        TableWriter.WriteRows("rows", table, json);
        json.WriteEndObject();
    }

    /// <summary>Writes a timeline: the case, a certificate for each of its equilibria, the months without one, and its rows.</summary>
    public static void WriteTimeline(Timeline timeline, Utf8JsonWriter json)
    {
        var table = TimelineTable.Of(timeline);
        json.WriteStartObject();
        json.WriteString("table", table.Name);
        json.WriteString("title", table.Title);
        json.WriteString("note", TimelineTable.Note);
        json.WriteStartObject("case");
        WriteHead(timeline.Case.Case, json);
        json.WriteEndObject();
        NameGrounds.Write(NameGrounds.Of(timeline.Case), json);
        WriteCertificates("certificates", timeline.Answers.Select(month => (month.Month.Name, month.Answer)), json);
        WriteTexts("without_answer", TimelineTable.WithoutAnswer(timeline), json);
        TableWriter.WriteRows("rows", table, json);
        json.WriteEndObject();
    }

    private static void WriteHead(Case theCase, Utf8JsonWriter json)
    {
        json.WriteString("title", theCase.Title);
        json.WriteString("file", theCase.Source);
        if (theCase.Period is { } period)
            json.WriteString("period", period.Name);
    }

    private static void WriteInstruments(BoundCase bound, Utf8JsonWriter json)
    {
        var people = new Cast(bound);
        json.WriteStartArray("instruments");
        foreach (var instrument in bound.Instruments)
        {
            json.WriteStartObject();
            json.WriteString("path", instrument.Instrument.Head.Path);
            json.WriteString("kind", instrument.Instrument.Kind);
            if (instrument.Instrument.Head.Name is { } name)
                json.WriteString("name", name);
            json.WriteString("size", InstrumentText.Of(instrument, people));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCertificates(CaseTables tables, Utf8JsonWriter json)
    {
        json.WriteStartObject("certificate");
        CertificateTable.WriteFields(json, tables.Answer);
        json.WriteEndObject();
        var others = tables.Equilibria.Skip(1).ToArray();
        if (others.Length > 0)
            WriteCertificates("other_certificates", others, json);
    }

    private static void WriteCertificates(string key, IEnumerable<(string Name, CaseAnswer Answer)> answers, Utf8JsonWriter json)
    {
        json.WriteStartArray(key);
        foreach (var (name, answer) in answers)
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
