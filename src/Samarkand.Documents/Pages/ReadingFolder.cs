using System.Text;
using Samarkand.Documents.Drafting;
using Samarkand.Documents.Reading;
using Samarkand.Reports.Tables;

namespace Samarkand.Documents.Pages;

/// <summary>The files that a reading writes into a folder.</summary>
internal static class ReadingFolder
{
    public static void Write(DocumentReading reading, DraftedCase? drafted, string? reason, string folder)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using (var csv = new StreamWriter(Path.Combine(folder, $"{ClaimTable.Name}.csv"), append: false, utf8))
            TableWriter.WriteCsv(ClaimTable.Of(reading), csv);
        using (var json = File.Create(Path.Combine(folder, $"{ClaimTable.Name}.json")))
            ClaimJson.Write(reading, json, drafted);
        using (var page = new StreamWriter(Path.Combine(folder, "reading.html"), append: false, utf8))
            ReadingPage.Write(reading, drafted, reason, page);
        if (drafted is not null)
            WriteCase(reading, folder, utf8);
    }

    // The case of a folder rests on the text beside it, so that the folder can be moved.
    private static void WriteCase(DocumentReading reading, string folder, Encoding utf8)
    {
        var own = CaseDrafting.Draft(reading with { Documents = [.. reading.Documents.Select(document => document with { IsPlain = false })] }, Path.Combine(folder, "case.yaml"));
        foreach (var (name, text) in own.Extracted)
            File.WriteAllText(Path.Combine(folder, name), text, utf8);
        File.WriteAllText(Path.Combine(folder, "case.yaml"), own.Text, utf8);
    }
}
