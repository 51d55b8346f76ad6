using System.Collections.Immutable;
using Samarkand.Analyses.Explanation;
using Samarkand.Cli.Commands.Explain;
using Samarkand.Reports;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;
using Samarkand.Worlds;

namespace Samarkand.Cli.Printing;

/// <summary>Prints an explanation in the form that was asked for.</summary>
internal static class ExplainPrinter
{
    private const int MostRows = 12;

    /// <summary>Every region of the world.</summary>
    public static ImmutableArray<Region> Every(CaseExplanation explanation) => [.. explanation.Channels.Select(region => region.Region)];

    /// <param name="explanation">The explanation.</param>
    /// <param name="named">Whose channels, or null where the command line does not say: of all for CSV, else of those that matter the most.</param>
    /// <param name="request">What was asked.</param>
    public static void Print(CaseExplanation explanation, ImmutableArray<Region>? named, ExplainRequest request)
    {
        var regions = named ?? (request.Output.Format == "csv" ? Every(explanation) : explanation.Protagonists);
        if (request.Output.Format == "json")
            PrintJson(explanation, regions, request.Output.Table);
        else if (request.Output.Format == "csv")
            Printer.Print(writer => TableWriter.WriteCsv(ExplanationTables.Make(request.Output.Table ?? ExplanationTables.Instruments, explanation, regions), writer));
        else
            Printer.Print(writer => Write(explanation, regions, request, writer));
        NameNotes.Print(explanation.Answer);
        foreach (var unused in request.Output.Format == "text" ? explanation.Answer.Case.NotUsedYet : [])
            Console.Error.WriteLine(OptionWords.In($"Not used: {unused}"));
    }

    private static void PrintJson(CaseExplanation explanation, ImmutableArray<Region> regions, string? table) => AnswerPrinter.PrintJson(json =>
    {
        var worths = explanation.Instruments;
        json.WriteStartObject();
        json.WriteString("case", explanation.Answer.Case.Title);
        json.WriteStartObject("certificate");
        json.WriteNumber("largest_residual", Math.Max(worths.LargestResidual, explanation.Answer.Equilibrium.Certificate.Largest));
        json.WriteNumber("equilibria", worths.Equilibria + 1);
        json.WriteNumber("largest_gap_of_channels_pct", explanation.Gap);
        json.WriteEndObject();
        NameGrounds.Write(NameGrounds.Of(explanation.Answer), json);
        if (worths.Orders is { } orders)
            json.WriteNumber("orders", orders);
        json.WriteNumber("harm_musd", worths.Whole.Harm);
        json.WriteNumber("cost_musd", worths.Whole.Cost);
        foreach (var (name, _) in ExplanationTables.All.Where(known => table is null || known.Name == table))
            TableWriter.WriteRows(name.Replace('-', '_'), ExplanationTables.Make(name, explanation, regions), json);
        json.WriteEndObject();
    });

    private static void Write(CaseExplanation explanation, ImmutableArray<Region> regions, ExplainRequest request, TextWriter writer)
    {
        var isText = request.Output.Format == "text";
        if (request.Output.Table is null)
        {
            Paragraph.Write(writer, "", isText ? Ink.Bold(explanation.Answer.Case.Title) : $"# {explanation.Answer.Case.Title}");
            writer.WriteLine();
            foreach (var line in ExplanationText.Of(explanation))
                Paragraph.Write(writer, "", line);
            writer.WriteLine();
        }

        MarkdownReport.WriteNames(NameGrounds.Of(explanation.Answer), request.Output.Format, writer);

        foreach (var table in Tables(explanation, regions, request.Output.Table))
        {
            if (isText)
            {
                TextTable.Write(table, writer);
                continue;
            }

            TableWriter.WriteMarkdown(table, writer);
            writer.WriteLine();
        }

        Paragraph.Write(writer, isText ? "  " : "", ExplanationText.Certificate(explanation));
    }

    private static Table[] Tables(CaseExplanation explanation, ImmutableArray<Region> regions, string? table) => table switch
    {
        ExplanationTables.Instruments => [ExplanationTables.InstrumentsForPeople(explanation)],
        ExplanationTables.Totals => [ExplanationTables.TotalsForPeople(explanation, regions)],
        ExplanationTables.Channels => [ExplanationTables.Make(table, explanation, regions)],
        _ =>
        [
            ExplanationTables.InstrumentsForPeople(explanation),
            ExplanationTables.TotalsForPeople(explanation, regions),
            ExplanationTables.Largest(explanation, regions[0], MostRows),
        ],
    };
}
