using Samarkand.Effects;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;

namespace Samarkand.Cli;

/// <summary>The report for people: words first, then the horizons side by side, the effects, and what they rest on.</summary>
internal static class TextReport
{
    public static void Write(CaseTables tables, TextWriter writer)
    {
        var theCase = tables.Answer.Case.Case;
        Paragraph.Write(writer, "", Ink.Bold(theCase.Title));
        if (theCase.Question?.Text is { } question)
            Paragraph.Write(writer, "", question);
        writer.WriteLine();
        foreach (var line in Briefing.Of(tables.Answer, withCommitments: tables.Rescue is null))
            Paragraph.Write(writer, "", line);
        if (HorizonText.Of(tables.Answer.Case.World, tables.Answer.Case.Target, tables.Horizons) is { } horizons)
            Paragraph.Write(writer, "", horizons);
        writer.WriteLine();
        if (tables.Rescue is { } rescue)
            RescueReport.WriteAnswer(rescue, writer);
        TextTable.Write(SummaryTable.Of(tables.Answer, tables.Rescue?.Rescuer.Region), writer);
        foreach (var reason in WithoutAnswer(tables))
            Paragraph.Write(writer, "  ", reason);
        writer.WriteLine(Ink.Bold("What this rests on"));
        writer.WriteLine();
        foreach (var ground in Grounds.Short(tables.Answer))
            Paragraph.Write(writer, "- ", ground);
    }

    /// <summary>One table alone, with the certificate beneath it.</summary>
    public static void Write(Table table, CaseAnswer answer, TextWriter writer)
    {
        TextTable.Write(table, writer);
        if (table.Name != "certificate")
            Paragraph.Write(writer, "  ", $"Certificate: {CertificateTable.Line(answer.Equilibrium.Certificate)}.");
    }

    /// <summary>A line for each horizon that has no answer.</summary>
    public static IEnumerable<string> WithoutAnswer(CaseTables tables) =>
        tables.Horizons.Where(horizon => horizon.Answer is null).Select(horizon => $"{horizon.Horizon}: {horizon.Reason}");
}
