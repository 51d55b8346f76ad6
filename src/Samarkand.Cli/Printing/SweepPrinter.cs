using Samarkand.Analyses.Ensembles;
using Samarkand.Cli.Commands.Sweeps;
using Samarkand.Reports;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;

namespace Samarkand.Cli.Printing;

/// <summary>Prints a sweep in the form that was asked for.</summary>
internal static class SweepPrinter
{
    private const int MostRows = 30;

    public static void Print(SweepAnswer answer, SweepRequest request)
    {
        if (request.Output.Format == "json")
            PrintJson(answer, request.Output.Only);
        else if (request.Output.Format == "csv")
            Printer.Print(writer => TableWriter.WriteCsv(SweepTables.Make(request.Output.Only!, answer), writer));
        else
            Printer.Print(writer => Write(answer, request, writer));
        NameNotes.Print(answer.Central);
        // The other forms say it themselves.
        if (request.Output.Format == "csv" && SweepText.Failures(answer) is { } failures)
            Console.Error.WriteLine(failures);
    }

    private static void PrintJson(SweepAnswer answer, string? only) => AnswerPrinter.PrintJson(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("draws", answer.Draws);
        json.WriteNumber("seed", answer.Seed);
        json.WriteNumber("without_equilibrium", answer.Failed.Length);
        json.WriteStartObject("certificate");
        json.WriteNumber("largest_residual", answer.LargestResidual);
        json.WriteEndObject();
        NameGrounds.Write(NameGrounds.Of(answer.Central), json);
        foreach (var name in only is null ? ["group-bands", SweepTables.Default, SweepTables.Sobol, SweepTables.Failed] : (string[])[only])
            TableWriter.WriteRows(name.Replace('-', '_'), SweepTables.Make(name, answer), json);
        json.WriteEndObject();
    });

    private static void Write(SweepAnswer answer, SweepRequest request, TextWriter writer)
    {
        var isText = request.Output.Format == "text";
        var lines = request.Output.Table is null ? SweepText.Of(answer) : SweepText.Failures(answer) is { } failures ? [failures] : [];
        foreach (var line in lines)
            Paragraph.Write(writer, "", line);
        if (lines.Count > 0)
            writer.WriteLine();
        MarkdownReport.WriteNames(NameGrounds.Of(answer.Central), request.Output.Format, writer);
        Table[] tables = request.Output.Table is { } name
            ? [isText ? SweepTables.ForPeople(name, answer) : SweepTables.Make(name, answer)]
            : [SweepTables.RealIncomeByGroup(answer), SweepTables.RealIncomeByRegion(answer), SweepTables.Make(SweepTables.Sobol, answer)];
        foreach (var table in tables)
        {
            if (isText)
            {
                TextTable.Write(table, writer, request.Output.Table is null ? MostRows : int.MaxValue);
                continue;
            }

            TableWriter.WriteMarkdown(table, writer);
            writer.WriteLine();
        }

        Paragraph.Write(writer, isText ? "  " : "", FormattableString.Invariant($"Certificate: largest residual of all equilibria {answer.LargestResidual:0.0e+0}."));
    }
}
