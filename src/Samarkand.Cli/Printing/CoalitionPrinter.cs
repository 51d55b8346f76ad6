using Samarkand.Analyses.Coalitions;
using Samarkand.Cli.Commands.Coalitions;
using Samarkand.Reports;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;

namespace Samarkand.Cli.Printing;

/// <summary>Prints what is known of a coalition in the form that was asked for.</summary>
internal static class CoalitionPrinter
{
    private const int MostRows = 40;

    public static void Print(CoalitionStudy study, CoalitionRequest request)
    {
        if (request.Output.Format == "json")
            PrintJson(study, request);
        else if (request.Output.Format == "csv")
            Printer.Print(writer => TableWriter.WriteCsv(CoalitionTables.Make(request.Output.Only!, study), writer));
        else
            Printer.Print(writer => Write(study, request, writer));
        NameNotes.Print(study.Answer);
        foreach (var unused in request.Output.Format == "text" ? study.Question.Case.NotUsedYet : [])
            Console.Error.WriteLine(OptionWords.In($"Not used: {unused}"));
    }

    private static void PrintJson(CoalitionStudy study, CoalitionRequest request) => AnswerPrinter.PrintJson(json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("certificate");
        json.WriteNumber("largest_residual", study.LargestResidual);
        if (study.Shared is { } shared)
            json.WriteNumber("largest_difference_pct", shared.Gap);
        json.WriteEndObject();
        NameGrounds.Write(NameGrounds.Of(study.Answer), json);
        if (study.Question.Orders is { } orders)
            json.WriteNumber("orders", orders);
        foreach (var name in Shown(study, request))
            TableWriter.WriteRows(name.Replace('-', '_'), CoalitionTables.Make(name, study), json);
        json.WriteEndObject();
    });

    private static void Write(CoalitionStudy study, CoalitionRequest request, TextWriter writer)
    {
        var isText = request.Output.Format == "text";
        foreach (var line in request.Output.Table is null ? CoalitionText.Of(study) : [])
            Paragraph.Write(writer, "", OptionWords.In(line));
        if (request.Output.Table is null)
            writer.WriteLine();
        MarkdownReport.WriteNames(NameGrounds.Of(study.Answer), request.Output.Format, writer);
        foreach (var name in Shown(study, request))
        {
            var table = name == CoalitionTables.Members ? CoalitionTables.MembersForPeople(study) : CoalitionTables.Make(name, study);
            if (isText)
            {
                TextTable.Write(table, writer, request.Output.Table is null ? MostRows : int.MaxValue);
                continue;
            }

            TableWriter.WriteMarkdown(table, writer);
            writer.WriteLine();
        }

        Paragraph.Write(writer, isText ? "  " : "", CoalitionText.Certificate(study));
    }

    // Every subset only where it is asked for by name.
    private static string[] Shown(CoalitionStudy study, CoalitionRequest request) => request.Output.Table is { } table
        ? [table]
        : [.. CoalitionTables.All.Select(known => known.Name).Where(name => name != CoalitionTables.Subsets && CoalitionTables.Make(name, study).RowCount > 0)];
}
