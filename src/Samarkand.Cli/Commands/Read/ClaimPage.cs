using Samarkand.Documents.Claims;
using Samarkand.Documents.Drafting;
using Samarkand.Documents.Reading;

namespace Samarkand.Cli.Commands.Read;

/// <summary>The claims for people: each with its words, those that contradict each other side by side, and what became of them in the case.</summary>
internal static class ClaimPage
{
    private const string Margin = "  ";

    public static void Write(DocumentReading reading, DraftedCase? drafted, string? file, TextWriter writer)
    {
        var width = Screen.Width;
        foreach (var document in reading.Documents)
        {
            Paragraph.Write(writer, "", document.Title, width, Ink.Bold);
            Paragraph.Write(writer, "", FormattableString.Invariant($"{document.Name}: {document.Text.Length:N0} characters, {Counted(reading.Claims.Count(claim => claim.Document == document.Name), "claim")}."), width);
            foreach (var note in document.Notes)
                Paragraph.Write(writer, "", note, width);
        }

        writer.WriteLine();
        foreach (var claim in reading.Claims)
            Write(claim, drafted, reading.Documents.Length > 1, writer, width);
        WriteContested(reading, writer, width);
        WriteModel(reading, writer, width);
        if (drafted is not null && file is not null)
            WriteDraft(drafted, writer, width);
        if (reading.Claims.IsEmpty)
            Paragraph.Write(writer, "", "Nothing in it says who restricts, supplies, joins or leaves whom.", width);
    }

    private static void Write(Claim claim, DraftedCase? drafted, bool isNamed, TextWriter writer, int width)
    {
        var said = claim.SaidBy.Length == 0 ? "" : $", says {claim.SaidBy}";
        var when = (claim.From, claim.Until) switch { ("", "") => "", (var from, "") => $", from {from}", ("", var until) => $", until {until}", var (from, until) => $", {from} to {until}" };
        Paragraph.Write(writer, "- ", FormattableString.Invariant($"{ClaimWords.Of(claim)}{when}{said}. Confidence {claim.Confidence:0.00}, rule {claim.Rule}{(drafted?.PlaceOf(claim) is { } place ? $", {place} of the case" : "")}."), width);
        Paragraph.Write(writer, Margin, $"\"{claim.Quote.ReplaceLineEndings(" ")}\"", width);
        var places = claim.Again.Select(one => FormattableString.Invariant($"{one.Start}-{one.End}")).Prepend(FormattableString.Invariant($"{claim.Start}-{claim.End}"));
        Paragraph.Write(writer, Margin, $"{(isNamed ? $"{claim.Document}, " : "")}characters {string.Join(", ", places)}", width);
        writer.WriteLine();
    }

    private static void WriteContested(DocumentReading reading, TextWriter writer, int width)
    {
        var pairs = reading.Claims.Where(claim => claim.IsContested).GroupBy(claim => (claim.Actor, claim.Act, claim.Counterpart)).ToArray();
        if (pairs.Length == 0)
            return;
        writer.WriteLine(Ink.Bold("Said and denied"));
        writer.WriteLine();
        foreach (var pair in pairs)
        {
            foreach (var claim in pair)
                Paragraph.Write(writer, "- ", FormattableString.Invariant($"{ClaimWords.Of(claim)}, characters {claim.Start}-{claim.End}{(claim.SaidBy.Length == 0 ? "" : $", says {claim.SaidBy}")}"), width);
            writer.WriteLine();
        }
    }

    private static void WriteModel(DocumentReading reading, TextWriter writer, int width)
    {
        if (reading.Model is not { } model)
            return;
        Paragraph.Write(writer, "", $"{model.Model} added {Counted(model.Accepted, "claim")}; {Counted(model.Refused.Length, "claim")} of it were refused.", width, Ink.Bold);
        foreach (var refused in model.Refused)
            Paragraph.Write(writer, "- ", $"{refused.Claim}: {refused.Reason}", width);
        writer.WriteLine();
    }

    private static void WriteDraft(DraftedCase drafted, TextWriter writer, int width)
    {
        writer.WriteLine(Ink.Bold("Claims without a place in the case"));
        writer.WriteLine();
        foreach (var (claim, reason) in drafted.LeftOut)
            Paragraph.Write(writer, "- ", $"{ClaimWords.Of(claim)}: {reason}", width);
        if (drafted.LeftOut.IsEmpty)
            Paragraph.Write(writer, "", "Every claim has one.", width);
        writer.WriteLine();
    }

    private static string Counted(int number, string what) => FormattableString.Invariant($"{number} {what}{(number == 1 ? "" : "s")}");
}
