using System.Collections.Immutable;
using Samarkand.Reports;

namespace Samarkand.Cli;

/// <summary>What <c>coalition</c> found.</summary>
/// <param name="Words">A few sentences.</param>
/// <param name="Tables">The tables that were asked for.</param>
/// <param name="LargestResidual">The largest residual of the equilibria behind them.</param>
/// <param name="Gap">What transfers leave between members, percent points; NaN where none were sought.</param>
internal sealed record CoalitionAnswer(IReadOnlyList<string> Words, ImmutableArray<Table> Tables, double LargestResidual, double Gap);

/// <summary>Prints it in the form that was asked for.</summary>
internal static class CoalitionPrinter
{
    private const int MostRows = 40;

    public static void Print(CoalitionAnswer answer, CoalitionRequest request)
    {
        if (request.Format == "json")
            PrintJson(answer);
        else if (request.Format == "csv")
            Printer.Print(writer => TableWriter.WriteCsv(answer.Tables[0], writer));
        else
            Printer.Print(writer => Write(answer, request, writer));
    }

    private static void PrintJson(CoalitionAnswer answer) => AnswerPrinter.PrintJson(json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("certificate");
        json.WriteNumber("largest_residual", answer.LargestResidual);
        if (!double.IsNaN(answer.Gap))
            json.WriteNumber("largest_difference_pct", answer.Gap);
        json.WriteEndObject();
        foreach (var table in answer.Tables)
            TableWriter.WriteRows(table.Name.Replace('-', '_'), table, json);
        json.WriteEndObject();
    });

    private static void Write(CoalitionAnswer answer, CoalitionRequest request, TextWriter writer)
    {
        var isText = request.Format == "text";
        foreach (var line in request.Table is null ? answer.Words : [])
            Paragraph.Write(writer, "", line);
        if (request.Table is null)
            writer.WriteLine();
        foreach (var table in answer.Tables)
        {
            if (isText)
            {
                TextTable.Write(table, writer, request.Table is null ? MostRows : int.MaxValue);
                continue;
            }

            TableWriter.WriteMarkdown(table, writer);
            writer.WriteLine();
        }

        var gap = double.IsNaN(answer.Gap) ? "" : FormattableString.Invariant($"; members' real incomes after transfers differ by at most {answer.Gap:0.0e+0} percent points");
        Paragraph.Write(writer, isText ? "  " : "", FormattableString.Invariant($"Certificate: largest residual of all equilibria {answer.LargestResidual:0.0e+0}{gap}."));
    }
}
