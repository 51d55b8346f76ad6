using Samarkand.Analyses.Rescue;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;

namespace Samarkand.Cli.Printing;

/// <summary>Who comes to the rescue, for people: the verdict, why, what would change it, and the tables that it rests on.</summary>
internal static class RescueReport
{
    private const int MostRows = 25;

    public static void Write(CaseTables tables, TextWriter writer)
    {
        var answer = tables.Rescue!;
        Paragraph.Write(writer, "", Ink.Bold(answer.Case.Title));
        if (answer.Case.Question?.Text is { } question)
            Paragraph.Write(writer, "", question);
        writer.WriteLine();
        WriteAnswer(answer, writer);
        foreach (var (name, _) in RescueTables.All)
        {
            if (name != "payoffs" && (name != "stance-map" || answer.Landscape is null) && tables.Make(name) is { RowCount: > 0 } table)
                TextTable.Write(table, writer, MostRows);
        }

        Paragraph.Write(writer, "  ", OptionWords.In($"{RescueGrounds.Profiles(answer)} {RescueGrounds.Map(answer)}".TrimEnd()));
        Paragraph.Write(writer, "  ", $"Certificate at the case's own stances: {CertificateTable.Line(tables.Answer.Equilibrium.Certificate)}.");
    }

    /// <summary>The verdict in three sentences, then why and what would change it.</summary>
    public static void WriteAnswer(RescueAnswer answer, TextWriter writer)
    {
        foreach (var line in Verdict.Of(answer))
            Paragraph.Write(writer, "", line);
        writer.WriteLine();
        foreach (var line in Verdict.Reasons(answer))
            Paragraph.Write(writer, "- ", line);
        writer.WriteLine();
    }
}
