using System.Collections.Immutable;
using Samarkand.Cli.Commands.Dependence;
using Samarkand.Reports;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;

namespace Samarkand.Cli.Printing;

/// <summary>What <c>dependence</c> found.</summary>
/// <param name="Words">A few sentences; none for a matrix.</param>
/// <param name="Tables">The tables, the first one first where only one is printed.</param>
/// <param name="LargestResidual">The largest residual of the equilibria behind them.</param>
internal sealed record DependenceAnswer(IReadOnlyList<string> Words, ImmutableArray<Table> Tables, double LargestResidual)
{
    /// <summary>How names were read, and what covers less than it says.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];
}

/// <summary>Prints it in the form that was asked for.</summary>
internal static class DependencePrinter
{
    private const int MostRows = 20;

    public static void Print(DependenceAnswer answer, DependenceRequest request)
    {
        var one = answer.Tables.FirstOrDefault(table => table.Name == request.Output.Table);
        if (request.Output.Format == "json")
        {
            AnswerPrinter.PrintJson(json =>
            {
                json.WriteStartObject();
                json.WriteStartObject("certificate");
                json.WriteNumber("largest_residual", answer.LargestResidual);
                json.WriteEndObject();
                NameGrounds.Write(answer.Names.Distinct(), json);
                foreach (var table in one is null ? answer.Tables : [one])
                    TableWriter.WriteRows(table.Name.Replace('-', '_'), table, json);
                json.WriteEndObject();
            });
        }
        else
        {
            Printer.Print(writer => Write(answer, one, request.Output.Format, writer));
        }
    }

    private static void Write(DependenceAnswer answer, Table? one, string format, TextWriter writer)
    {
        if (format == "csv")
        {
            TableWriter.WriteCsv(one ?? answer.Tables[0], writer);
            return;
        }

        var isText = format == "text";
        foreach (var line in one is null ? answer.Words : [])
            Paragraph.Write(writer, "", line);
        if (one is null && answer.Words.Count > 0)
            writer.WriteLine();
        MarkdownReport.WriteNames(answer.Names, format, writer);
        foreach (var table in one is null ? answer.Tables : [one])
        {
            if (isText)
                TextTable.Write(table, writer, one is null ? MostRows : int.MaxValue);
            else
                TableWriter.WriteMarkdown(table, writer);
            if (!isText)
                writer.WriteLine();
        }

        Paragraph.Write(writer, isText ? "  " : "", FormattableString.Invariant($"Certificate: largest residual of all equilibria {answer.LargestResidual:0.0e+0}."));
    }
}
