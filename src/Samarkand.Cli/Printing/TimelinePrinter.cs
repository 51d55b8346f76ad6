using System.Text.Json;
using Samarkand.Effects;
using Samarkand.Reports;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;

namespace Samarkand.Cli.Printing;

/// <summary>Prints a timeline: a row for each month for people, for each month and region for programs.</summary>
internal static class TimelinePrinter
{
    public static void Print(Timeline timeline, string format)
    {
        if (format == "json")
            AnswerPrinter.PrintJson(json => JsonReport.WriteTimeline(timeline, json));
        else
            Printer.Print(writer => Write(timeline, format, writer));
        foreach (var reason in TimelineTable.WithoutAnswer(timeline))
            Console.Error.WriteLine(reason);
        NameNotes.Print(timeline.Case);
        foreach (var unused in format == "text" ? timeline.Answers[0].Answer.Case.NotUsedYet : [])
            Console.Error.WriteLine(OptionWords.In($"Not used: {unused}"));
    }

    private static void Write(Timeline timeline, string format, TextWriter writer)
    {
        switch (format)
        {
            case "csv":
                TableWriter.WriteCsv(TimelineTable.Of(timeline), writer);
                break;
            case "markdown":
                TableWriter.WriteMarkdown(TimelineTable.ForPeople(timeline), writer);
                foreach (var name in NameGrounds.Of(timeline.Case))
                    writer.Write($"\n{name}\n");
                writer.Write($"\n{TimelineTable.Note}\n\n{Certificate(timeline)}\n");
                break;
            default:
                TextTable.Write(TimelineTable.ForPeople(timeline), writer);
                Paragraph.Write(writer, "  ", TimelineTable.Note);
                Paragraph.Write(writer, "  ", Certificate(timeline));
                break;
        }
    }

    private static string Certificate(Timeline timeline)
    {
        var worst = timeline.Answers.Select(month => month.Answer.Equilibrium.Certificate).MaxBy(certificate => certificate.Largest)!;
        return FormattableString.Invariant($"Certificate of the least exact of {timeline.Answers.Count} equilibria: {CertificateTable.Line(worst)}.");
    }
}
