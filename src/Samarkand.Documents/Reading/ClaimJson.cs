using System.Text.Encodings.Web;
using System.Text.Json;
using Samarkand.Documents.Claims;
using Samarkand.Documents.Drafting;

namespace Samarkand.Documents.Reading;

/// <summary>The claims as JSON, with every place of each.</summary>
internal static class ClaimJson
{
    public static void Write(DocumentReading reading, Stream stream, DraftedCase? draft = null, bool withCase = false)
    {
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("samarkand", Reports.Pages.Reproduction.Version);
            json.WriteString("command", "read");
            json.WriteStartArray("documents");
            foreach (var document in reading.Documents)
            {
                json.WriteStartObject();
                json.WriteString("name", document.Name);
                json.WriteString("title", document.Title);
                json.WriteNumber("characters", document.Text.Length);
                Strings(json, "notes", document.Notes);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("claims");
            foreach (var claim in reading.Claims)
                Write(json, claim, draft);
            json.WriteEndArray();
            if (withCase && draft is not null)
                json.WriteString("case", draft.Text);
            if (reading.Model is { } model)
            {
                json.WriteStartObject("model");
                json.WriteString("name", model.Model);
                json.WriteNumber("accepted", model.Accepted);
                json.WriteStartArray("refused");
                foreach (var refused in model.Refused)
                {
                    json.WriteStartObject();
                    json.WriteString("claim", refused.Claim);
                    json.WriteString("reason", refused.Reason);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        stream.Write("\n"u8);
    }

    private static void Write(Utf8JsonWriter json, Claim claim, DraftedCase? draft)
    {
        json.WriteStartObject();
        json.WriteString("actor", claim.Actor);
        json.WriteString("act", claim.Act);
        json.WriteString("counterpart", claim.Counterpart);
        Strings(json, "goods", claim.Goods.Split(';', StringSplitOptions.RemoveEmptyEntries));
        json.WriteString("polarity", ClaimTable.Word(claim.Polarity));
        json.WriteString("modality", ClaimTable.Word(claim.Modality));
        json.WriteString("said_by", claim.SaidBy);
        json.WriteString("amount", claim.Amount);
        json.WriteString("from", claim.From);
        json.WriteString("until", claim.Until);
        json.WriteString("rule", claim.Rule);
        json.WriteNumber("confidence", claim.Confidence);
        json.WriteBoolean("contested", claim.IsContested);
        json.WriteStartArray("places");
        foreach (var place in claim.Again.Prepend(new Passage(claim.Document, claim.Quote, claim.Start, claim.End)))
        {
            json.WriteStartObject();
            json.WriteString("document", place.Document);
            json.WriteString("quote", place.Quote);
            json.WriteNumber("start", place.Start);
            json.WriteNumber("end", place.End);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (draft?.PlaceOf(claim) is { } where)
            json.WriteString("case", where);
        else if (draft?.LeftOut.FirstOrDefault(one => one.Claim == claim).Reason is { } reason)
            json.WriteString("left_out", reason);
        json.WriteEndObject();
    }

    private static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
