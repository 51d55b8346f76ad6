using Samarkand.Analyses.Design;
using Samarkand.Cli.Commands.Design;
using Samarkand.Effects;
using Samarkand.Reports;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;

namespace Samarkand.Cli.Printing;

/// <summary>Prints a design in the form that was asked for.</summary>
internal static class DesignPrinter
{
    private const int MostRows = 12;

    public static void Print(DesignStudy study, CaseAnswer designed, string caseText, DesignRequest request)
    {
        if (request.Output.Format == "json")
            PrintJson(study, designed, caseText, request);
        else if (request.Output.Format == "csv")
            Printer.Print(writer => TableWriter.WriteCsv(Make(study, request.Output.Only!, request), writer));
        else
            Printer.Print(writer => Write(study, request, writer));
        NameNotes.Print(study.Own);
    }

    private static Table Make(DesignStudy study, string name, DesignRequest request) => DesignTables.Make(name, study, request.By);

    private static IEnumerable<string> Names(DesignRequest request) => request.Output.Only is { } only ? [only] : DesignTables.All.Select(table => table.Name);

    private static void PrintJson(DesignStudy study, CaseAnswer designed, string caseText, DesignRequest request) => AnswerPrinter.PrintJson(json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("certificate");
        json.WriteNumber("largest_residual", Math.Max(designed.Equilibrium.Certificate.Largest, study.Points.Append(study.Chosen).Max(point => point.Package.Residual)));
        json.WriteNumber("largest_first_order_gain", study.Points.Append(study.Chosen).Max(point => point.Gap));
        json.WriteEndObject();
        NameGrounds.Write(NameGrounds.Of(study.Own), json);
        if (request.Output.Table is null)
        {
            json.WriteStartObject("design");
            json.WriteNumber("harm_musd", study.Chosen.Package.Harm);
            json.WriteNumber("own_cost_musd", study.Chosen.Package.Cost);
            json.WriteNumber("harm_of_case_musd", study.OwnHarm);
            json.WriteNumber("own_cost_of_case_musd", study.OwnCost);
            if (study.Chosen.Uniform is { } uniform)
            {
                json.WriteNumber("uniform_harm_at_same_cost_musd", uniform.Harm);
                json.WriteNumber("more_than_uniform_pct", study.Chosen.MoreThanUniformPct);
            }

            json.WriteString("case", caseText);
            json.WriteEndObject();
        }

        foreach (var name in Names(request))
            TableWriter.WriteRows(name, Make(study, name, request), json);
        json.WriteEndObject();
    });

    private static void Write(DesignStudy study, DesignRequest request, TextWriter writer)
    {
        var isText = request.Output.Format == "text";
        foreach (var line in request.Output.Table is null ? DesignText.Of(study) : [])
        {
            Paragraph.Write(writer, "", line);
            if (!isText)
                writer.WriteLine();
        }

        MarkdownReport.WriteNames(NameGrounds.Of(study.Own), request.Output.Format, writer);
        if (request.CaseFile is { } file)
            Paragraph.Write(writer, "", $"Wrote {file.Path}; try: samarkand run {file.Path}");
        if (isText && request.Output.Table is null)
            writer.WriteLine();
        foreach (var table in Names(request).Select(name => Make(study, name, request)))
        {
            if (isText)
            {
                TextTable.Write(table, writer, request.Output.Table is null ? MostRows : int.MaxValue);
                continue;
            }

            TableWriter.WriteMarkdown(table, writer);
            writer.WriteLine();
        }

        Paragraph.Write(writer, isText ? "  " : "", $"Certificate: {DesignText.Certificate(study)}.");
    }
}
