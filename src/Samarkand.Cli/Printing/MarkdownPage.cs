using Samarkand.Reports.Documents;
using Samarkand.Reports.Tables;

namespace Samarkand.Cli.Printing;

/// <summary>The same as GitHub-flavoured Markdown, with every row of its tables.</summary>
internal static class MarkdownPage
{
    public static void Write(AnswerDocument document, TextWriter writer)
    {
        if (document.IsWhole)
            writer.Write($"# {document.Title}\n\n");
        if (document.IsWhole && document.Question is { } question)
            writer.Write($"{question}\n\n");
        if (document.Comparison is { } comparison)
            writer.Write($"{comparison}\n\n");
        foreach (var passage in document.Words)
        {
            foreach (var line in passage.Lines)
                writer.Write(passage.IsList ? $"- {line}\n" : $"{line}\n\n");
            if (passage.IsList)
                writer.Write('\n');
        }

        foreach (var shown in document.Shown)
        {
            TableWriter.WriteMarkdown(shown.Table, writer);
            writer.Write(shown.Note is { } note ? $"\n{note}\n\n" : "\n");
        }

        foreach (var further in document.IsWhole ? document.FurtherNotes : [])
            writer.Write($"{further}\n\n");
        if (document.IsWhole && !document.Grounds.IsEmpty)
            writer.Write($"## What this rests on\n\n{string.Concat(document.GroundsAndCertificate.Select(ground => $"- {ground}\n"))}");
        else
            writer.Write($"{string.Concat(document.Grounds.Select(ground => $"{ground}\n\n"))}{document.Certificate.Text}\n");
    }
}
