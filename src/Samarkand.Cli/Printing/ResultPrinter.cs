using Samarkand.Reports.Documents;
using Samarkand.Reports.Documents.Workbooks;
using Samarkand.Reports.Tables;

namespace Samarkand.Cli.Printing;

/// <summary>Prints what any command answers, in the form that was asked for.</summary>
internal static class ResultPrinter
{
    /// <param name="document">The answer.</param>
    /// <param name="choice">In which form.</param>
    /// <param name="names">How names were read and what covers less than it says, one sentence each.</param>
    public static void Print(AnswerDocument document, PrintChoice choice, params IReadOnlyList<string> names)
    {
        var isSaid = document.IsWhole && choice.Format is PrintChoice.Text or PrintChoice.Markdown;
        string[] unsaid = [.. names.Where(name => isSaid && !document.Grounds.Any(ground => ground.Contains(name, StringComparison.Ordinal)))];
        document = Worded(document with { Names = [.. names], Words = unsaid.Length == 0 ? document.Words : [.. document.Words, new Passage("names", [.. unsaid])] });
        if (!choice.IsPrinted)
            Printer.Print(writer => Paragraph.Write(writer, "", $"Wrote {Path.Combine(choice.Folder!, choice.Format == PrintChoice.Xlsx ? TableFolder.WorkbookName : $"*.{choice.Format}")}"));
        else
            Print(document, choice.Format);
        // What the words do not say to a person is said beside the numbers. Notes stand in JSON as well.
        if (isSaid && choice.IsPrinted)
            return;
        foreach (var note in isSaid || choice.Format == PrintChoice.Json ? names : [.. names, .. document.Notes])
            Console.Error.WriteLine(note);
    }

    // The library names parameters; the command line has options for them.
    private static AnswerDocument Worded(AnswerDocument document) => document with
    {
        Words = [.. document.Words.Select(passage => passage with { Lines = [.. passage.Lines.Select(OptionWords.In)] })],
        Notes = [.. document.Notes.Select(OptionWords.In)],
        Grounds = [.. document.Grounds.Select(OptionWords.In)],
    };

    private static void Print(AnswerDocument document, string format)
    {
        switch (format)
        {
            case PrintChoice.Json:
                Printer.PrintBytes(stream =>
                {
                    using var buffered = new BufferedStream(stream, 1 << 16);
                    DocumentWriter.Write(document, buffered);
                });
                break;
            case PrintChoice.Xlsx:
                Printer.PrintBytes(Workbook.Of(document).Write);
                break;
            case PrintChoice.Parquet:
                Printer.PrintBytes(stream => ParquetDocument.Write(document.Tables[0].Table, stream));
                break;
            case PrintChoice.Csv:
                Printer.Print(writer => TableWriter.WriteCsv(document.Tables[0].Table, writer));
                break;
            case PrintChoice.Markdown:
                Printer.Print(writer => MarkdownPage.Write(document, writer));
                break;
            default:
                Printer.Print(writer => TextPage.Write(document, writer, Screen.Width));
                break;
        }
    }
}
