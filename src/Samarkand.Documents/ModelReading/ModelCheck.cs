using System.Text;
using System.Text.Json;
using Samarkand.Documents.Claims;
using Samarkand.Documents.Files;
using Samarkand.Documents.Lexicons;
using Samarkand.Documents.Texts;

namespace Samarkand.Documents.ModelReading;

/// <summary>
/// Takes a model's claim only where its quote stands in the document word for word, white space aside, and its actor, its counterpart and every number
/// stand in the quote.
/// </summary>
internal static class ModelCheck
{
    /// <summary>What is checked is the place of the words, not what they mean: half is no more than a guess.</summary>
    private const double Confidence = 0.5;

    private const int LongestQuote = 1200;
    private const int MostClaims = 500;

    public static void Take(string answer, DocumentText document, List<Claim> claims, List<RefusedClaim> refused)
    {
        if (Parse(answer) is not { } found)
        {
            refused.Add(new RefusedClaim("the answer as a whole", "it is no JSON array of claims"));
            return;
        }

        using (found)
        {
            var text = new SpacedText(document.Text);
            foreach (var element in found.RootElement.EnumerateArray().Take(MostClaims))
            {
                var shown = $"{Field(element, "actor")} {Field(element, "act")} {Field(element, "counterpart")}".Trim();
                if (Read(element, document, text, out var reason) is { } claim)
                    claims.Add(claim);
                else
                    refused.Add(new RefusedClaim(shown.Length is 0 or > 120 ? "a claim" : shown, reason));
            }
        }
    }

    // Models put their answer between fences, or a sentence before it.
    private static JsonDocument? Parse(string answer)
    {
        var (start, end) = (answer.IndexOf('['), answer.LastIndexOf(']'));
        if (start < 0 || end < start)
            return null;
        try
        {
            var parsed = JsonDocument.Parse(answer.AsMemory(start, end - start + 1), new JsonDocumentOptions { MaxDepth = 16 });
            if (parsed.RootElement.ValueKind == JsonValueKind.Array)
                return parsed;
            parsed.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Claim? Read(JsonElement element, DocumentText document, SpacedText text, out string reason)
    {
        var (actor, counterpart, act, quote, amount) = (Field(element, "actor"), Field(element, "counterpart"), Field(element, "act"), Field(element, "quote"), Field(element, "amount"));
        reason = "";
        if (element.ValueKind != JsonValueKind.Object || !Acts.All.Any(known => known.Act == act))
            reason = "its act is none of the list";
        else if (quote.Length is 0 or > LongestQuote || text.Find(quote) is not { } place)
            reason = "its quote does not stand in the document";
        else if (actor.Length == 0 || Code(actor) is not { } who || !Stands(actor, quote))
            reason = "its actor does not stand in its quote";
        else if (counterpart.Length > 0 && (Code(counterpart) is null || !Stands(counterpart, quote)))
            reason = "its counterpart does not stand in its quote";
        else if (Numbers(amount).Any(number => !Numbers(quote).Contains(number)))
            reason = "its number does not stand in its quote";
        else if (!Enum.TryParse<Polarity>(Field(element, "polarity"), ignoreCase: true, out var polarity) || !Enum.TryParse<Modality>(Field(element, "modality"), ignoreCase: true, out var modality))
            reason = "it does not say whether it is affirmed or denied, or how far it has come";
        else
        {
            return new Claim(who, act, counterpart.Length == 0 ? "" : Code(counterpart)!)
            {
                Goods = GoodsOf(Field(element, "goods"), quote),
                Polarity = polarity,
                Modality = modality,
                SaidBy = Stands(Field(element, "said_by"), document.Text) ? Field(element, "said_by") : "",
                Amount = amount,
                Quote = document.Text[place.Start..place.End],
                Start = place.Start,
                End = place.End,
                Rule = "model",
                Confidence = Confidence,
                Document = document.Name,
            };
        }

        return null;
    }

    private static string Field(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim() : "";

    private static bool Stands(string words, string text) => words.Length > 0 && SpacedText.Single(text).Contains(SpacedText.Single(words), StringComparison.OrdinalIgnoreCase);

    // The code of a name that the lexicon knows; a name that it does not know stands for itself.
    private static string? Code(string name)
    {
        var items = new ItemReader(name, Lexicon.English).Read(new Sentence(0, name.Length, SentenceKind.Prose));
        if (items.FirstOrDefault(item => item.Entity is not null)?.Entity is { } entity)
            return entity.Code;
        return name.Length is > 1 and < 60 && char.IsUpper(name[0]) ? name : null;
    }

    private static string GoodsOf(string goods, string quote)
    {
        if (goods.Length == 0 || !Stands(goods, quote))
            return "";
        var items = new ItemReader(goods, Lexicon.English).Read(new Sentence(0, goods.Length, SentenceKind.Prose));
        return string.Join(';', items.Select(item => item.Entry.Goods).OfType<string>().Distinct());
    }

    private static HashSet<string> Numbers(string text)
    {
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        var number = new StringBuilder();
        foreach (var letter in text + " ")
        {
            if (char.IsAsciiDigit(letter) || (letter is '.' or ',' && number.Length > 0))
                number.Append(letter);
            else if (number.Length > 0)
            {
                numbers.Add(number.ToString().TrimEnd('.', ',').Replace(",", "", StringComparison.Ordinal));
                number.Clear();
            }
        }

        return numbers;
    }
}
