using System.Text.Encodings.Web;
using System.Text.Json;
using Samarkand.Cli.Commands.Answers;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Tables;

namespace Samarkand.Cli.Printing;

/// <summary>Prints an answer in the form that was asked for.</summary>
internal static class AnswerPrinter
{
    public static void Print(CaseTables tables, string? table, string format, AnswerView view)
    {
        if (view == AnswerView.Routes && format != "text")
            table ??= "routes";
        if (view == AnswerView.Align && format != "text")
            table ??= "price-of-friendship";
        if (format == "json")
            PrintJson(json => WriteJson(tables, table, json));
        else
            Printer.Print(writer => Write(tables, table, format, view, writer));
        var isReport = view == AnswerView.Report && table is null && (format is "text" or "markdown");
        NameNotes.Print(tables.Answer);
        if (!isReport)
            NoteWhatIsMissing(tables, format);
    }

    private static void WriteJson(CaseTables tables, string? table, Utf8JsonWriter json)
    {
        if (table is null)
            JsonReport.Write(tables, json);
        else
            JsonReport.WriteTable(table, tables, json);
    }

    private static void Write(CaseTables tables, string? table, string format, AnswerView view, TextWriter writer)
    {
        if (table is null && view == AnswerView.Routes)
            RouteReport.Write(tables, writer);
        else if (table is null && view == AnswerView.Align)
            RescueReport.Write(tables, writer);
        else if (table is null && view == AnswerView.Report && format == "text")
            TextReport.Write(tables, writer);
        else if (table is null && view == AnswerView.Report && format == "markdown")
            MarkdownReport.Write(tables, writer);
        else if (format == "markdown")
            MarkdownReport.Write(tables.Make(table ?? "effects"), tables.Answer, writer);
        else if (format == "text")
            TextReport.Write(tables.Make(table ?? "effects"), tables.Answer, writer);
        else
            TableWriter.WriteCsv(tables.Make(table ?? "effects"), writer);
    }

    /// <summary>Prints one JSON document.</summary>
    public static void PrintJson(Action<Utf8JsonWriter> write) => Printer.PrintBytes(stream =>
    {
        using var buffered = new BufferedStream(stream, 1 << 16);
        using var json = new Utf8JsonWriter(buffered, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        write(json);
        json.Flush();
        buffered.WriteByte((byte)'\n');
    });

    // A report says it itself, and a JSON document in its own keys.
    private static void NoteWhatIsMissing(CaseTables tables, string format)
    {
        foreach (var reason in TextReport.WithoutAnswer(tables))
            Console.Error.WriteLine(reason);
        foreach (var unused in format == "text" ? tables.Answer.Case.NotUsedYet : [])
            Console.Error.WriteLine(OptionWords.In($"Not used: {unused}"));
    }
}
