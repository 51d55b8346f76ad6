using Samarkand.Effects;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;

namespace Samarkand.Cli.Printing;

/// <summary>The report for people: words first, then the horizons side by side, the effects, and what they rest on.</summary>
internal static class TextReport
{
    private const int MostRows = 50;

    public static void Write(CaseTables tables, TextWriter writer)
    {
        var theCase = tables.Answer.Case.Case;
        Paragraph.Write(writer, "", Ink.Bold(theCase.Title));
        if (theCase.Question?.Text is { } question)
            Paragraph.Write(writer, "", question);
        writer.WriteLine();
        if (tables.Rescue is { } rescue)
            RescueReport.WriteAnswer(rescue, writer);
        foreach (var line in Briefing.Of(tables.Answer))
            Paragraph.Write(writer, "", line);
        writer.WriteLine();
        TextTable.Write(tables.Make("horizons"), writer);
        foreach (var reason in WithoutAnswer(tables))
            Paragraph.Write(writer, "  ", reason);
        TextTable.Write(tables.Make("effects"), writer, MostRows);
        writer.WriteLine(Ink.Bold("What this rests on"));
        writer.WriteLine();
        foreach (var ground in Grounds.Of(tables.Answer))
            Paragraph.Write(writer, "- ", OptionWords.In(ground));
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
