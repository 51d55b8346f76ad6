using Samarkand.Documents.Claims;
using Samarkand.Reports.Tables;

namespace Samarkand.Documents.Reading;

/// <summary>The claims as a table, one row for each. Its columns stay; where there are several documents, a last one names them.</summary>
internal static class ClaimTable
{
    public const string Name = "claims";

    public static Table Of(DocumentReading reading)
    {
        var claims = reading.Claims;
        Column Text(string name, string heading, string meaning, Func<Claim, string> value) => new TextColumn(name, heading, [.. claims.Select(value)]) { Unit = Units.Text, Meaning = meaning };
        Column[] columns =
        [
            Text("actor", "Actor", "Who acts: the code of a state or group, or a company's name; empty where the document leaves it open.", claim => claim.Actor),
            Text("act", "Act", "A kind of instrument, a stance, or a further act.", claim => claim.Act),
            Text("counterpart", "Counterpart", "To whom.", claim => claim.Counterpart),
            Text("goods", "Goods", "Tags or sectors of the world samarkand-2021, with semicolons between them.", claim => claim.Goods),
            Text("polarity", "Polarity", "`affirmed` or `denied`.", claim => Word(claim.Polarity)),
            Text("modality", "Modality", "`done`, `planned`, `possible`, `refused` or `hypothetical`.", claim => Word(claim.Modality)),
            Text("said_by", "Said by", "Who says so, in the document's words; empty for the author.", claim => claim.SaidBy),
            Text("amount", "Amount", "How much.", claim => claim.Amount),
            Text("from", "From", "The first day, month or year.", claim => claim.From),
            Text("until", "Until", "The last.", claim => claim.Until),
            Text("quote", "Quote", "The passage, word for word.", claim => claim.Quote),
            new NumberColumn("start", "Start", [.. claims.Select(claim => (double)claim.Start)], 0) { Unit = Units.Count, Meaning = "Characters before the passage, in the text as it was extracted." },
            new NumberColumn("end", "End", [.. claims.Select(claim => (double)claim.End)], 0) { Unit = Units.Count, Meaning = "Characters before its end." },
            Text("rule", "Rule", "The rule that found it.", claim => claim.Rule),
            new NumberColumn("confidence", "Confidence", [.. claims.Select(claim => claim.Confidence)], 2) { Unit = Units.Share, Meaning = "How often claims found this way were right in the annotated set." },
        ];
        return new Table(Name, "The claims in the document", reading.Documents.Length < 2 ? [.. columns] : [.. columns, Text("document", "Document", "Where it stands.", claim => claim.Document)]);
    }

    public static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
