using Samarkand.Effects;
using Samarkand.Reports;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;

namespace Samarkand.Cli.Printing;

/// <summary>The report for people as Markdown.</summary>
internal static class MarkdownReport
{
    public static void Write(CaseTables tables, TextWriter writer)
    {
        writer.Write($"# {tables.Answer.Case.Title}\n\n");
        foreach (var line in Briefing.Of(tables.Answer))
            writer.Write($"{line}\n");
        writer.Write('\n');
        TableWriter.WriteMarkdown(tables.Make("horizons"), writer);
        foreach (var reason in TextReport.WithoutAnswer(tables))
            writer.Write($"\n{reason}\n");
        writer.Write('\n');
        TableWriter.WriteMarkdown(tables.Make("effects"), writer);
        writer.Write("\n## What this rests on\n\n");
        foreach (var ground in Grounds.Of(tables.Answer))
            writer.Write($"- {OptionWords.In(ground)}\n");
    }

    /// <summary>How names were read; the other forms say it elsewhere.</summary>
    public static void WriteNames(IReadOnlyList<string> sentences, string format, TextWriter writer)
    {
        foreach (var sentence in format == "markdown" ? sentences : [])
            writer.Write($"{sentence}\n\n");
    }

    /// <summary>One table alone, with the certificate beneath it.</summary>
    public static void Write(Table table, CaseAnswer answer, TextWriter writer)
    {
        TableWriter.WriteMarkdown(table, writer);
        foreach (var name in NameGrounds.Of(answer))
            writer.Write($"\n{name}\n");
        writer.Write($"\nCertificate: {CertificateTable.Line(answer.Equilibrium.Certificate)}.\n");
    }
}
