using Samarkand.Reports.Documents;

namespace Samarkand.Cli.Printing;

/// <summary>An answer for people: title and question, what it is compared with, words, tables, and what it rests on; or one table with its certificate.</summary>
internal static class TextPage
{
    private const string Margin = "  ";

    public static void Write(AnswerDocument document, TextWriter writer, int width)
    {
        if (document.IsWhole)
            Paragraph.Write(writer, "", document.Title, width, Ink.Bold);
        if (document.IsWhole && document.Question is { } question)
            Paragraph.Write(writer, "", question, width);
        if (document.Comparison is { } comparison)
            Paragraph.Write(writer, "", comparison, width);
        if (document.IsWhole || document.Comparison is not null)
            writer.WriteLine();
        foreach (var passage in document.Words)
        {
            foreach (var line in passage.Lines)
                Paragraph.Write(writer, passage.IsList ? "- " : "", line, width);
            writer.WriteLine();
        }

        foreach (var shown in document.Shown)
        {
            TextTable.Write(shown.Table, writer, shown.MostRows, width);
            if (shown.Note is not { } note)
                continue;
            Paragraph.Write(writer, Margin, note, width);
            writer.WriteLine();
        }

        foreach (var further in document.IsWhole ? document.FurtherNotes : [])
            Paragraph.Write(writer, Margin, further, width);
        if (document.IsWhole && !document.Grounds.IsEmpty)
            WriteGrounds(document, writer, width);
        else
            WriteFoot(document, writer, width);
    }

    private static void WriteGrounds(AnswerDocument document, TextWriter writer, int width)
    {
        writer.WriteLine(Ink.Bold("What this rests on"));
        writer.WriteLine();
        foreach (var ground in document.GroundsAndCertificate)
            Paragraph.Write(writer, "- ", ground, width);
    }

    // The table of certificates needs none.
    private static void WriteFoot(AnswerDocument document, TextWriter writer, int width)
    {
        foreach (var ground in document.Grounds)
            Paragraph.Write(writer, Margin, ground, width);
        if (document.Shown is not [{ Table.Name: "certificate" }])
            Paragraph.Write(writer, Margin, document.Certificate.Text, width);
    }
}
