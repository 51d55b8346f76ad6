using Samarkand.Reports.Documents;
using Samarkand.Reports.Documents.Workbooks;
using Samarkand.Reports.Tables;

namespace Samarkand.Cli;

/// <summary>Prints what any command answers, in the form that was asked for.</summary>
internal static class ResultPrinter
{
    public static void Print(AnswerDocument document, PrintChoice choice)
    {
        if (!choice.IsPrinted)
            Printer.Print(writer => Paragraph.Write(writer, "", $"Wrote {Path.Combine(choice.Folder!, choice.Format == PrintChoice.Xlsx ? TableFolder.WorkbookName : $"*.{choice.Format}")}"));
        else
            Print(document, choice.Format);
        // Words say it themselves, and JSON in its own keys.
        if (choice.Format == PrintChoice.Json || (document.IsWhole && choice.Format is PrintChoice.Text or PrintChoice.Markdown))
            return;
        foreach (var note in document.Notes)
            Console.Error.WriteLine(note);
    }

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
