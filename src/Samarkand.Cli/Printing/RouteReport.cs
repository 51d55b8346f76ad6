using Samarkand.Reports;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;

namespace Samarkand.Cli.Printing;

/// <summary>Which banned goods come through whom, for people: words first, then the third states, their sectors, and what it rests on.</summary>
internal static class RouteReport
{
    private const int MostConduits = 50;
    private const int MostSectors = 15;

    public static void Write(CaseTables tables, TextWriter writer)
    {
        var answer = tables.Answer;
        Paragraph.Write(writer, "", Ink.Bold(answer.Case.Title));
        writer.WriteLine();
        foreach (var sentence in RouteText.Of(answer))
            Paragraph.Write(writer, "", OptionWords.In(sentence));
        writer.WriteLine();
        WriteIfAny(tables.Make("conduits"), writer, MostConduits);
        WriteIfAny(tables.Make("conduit-sectors"), writer, MostSectors);
        writer.WriteLine(Ink.Bold("What this rests on"));
        writer.WriteLine();
        foreach (var ground in NameGrounds.Of(answer).Select(name => $"Names: {name}").Concat(RouteGrounds.Of(answer)))
            Paragraph.Write(writer, "- ", ground);
        Paragraph.Write(writer, "- ", $"Certificate: {CertificateTable.Line(answer.Equilibrium.Certificate)}.");
    }

    private static void WriteIfAny(Table table, TextWriter writer, int mostRows)
    {
        if (table.RowCount > 0)
            TextTable.Write(table, writer, mostRows);
    }
}
