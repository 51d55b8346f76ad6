using System.Text;
using Samarkand.Documents.Drafting;
using Samarkand.Documents.Reading;
using Samarkand.Reports.Pages;
using static Samarkand.Reports.Pages.Markup;

namespace Samarkand.Documents.Pages;

/// <summary>
/// A page of the documents with their claims marked, the list of claims, and the case that was drafted from them. A click on a claim shows
/// where it went in the case; the case's evidence leads back. It loads nothing from anywhere.
/// </summary>
internal static class ReadingPage
{
    private const string Policy = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'";

    /// <summary>The whole page.</summary>
    /// <param name="reading">The documents with their claims.</param>
    /// <param name="drafted">The case, or null where there is none.</param>
    /// <param name="reason">Why there is no case.</param>
    /// <param name="writer">Where to.</param>
    public static void Write(DocumentReading reading, DraftedCase? drafted, string? reason, TextWriter writer)
    {
        var title = reading.Documents[0].Title;
        writer.Write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n");
        Markup.Write(Element("meta", Attribute("charset", "utf-8")), writer);
        Markup.Write(Element("meta", Attribute("http-equiv", "Content-Security-Policy"), Attribute("content", Policy)), writer);
        Markup.Write(Element("meta", Attribute("name", "viewport"), Attribute("content", "width=device-width, initial-scale=1")), writer);
        Markup.Write(Element("title", $"{title} · claims · Samarkand"), writer);
        writer.Write($"<style>\n{Resource("reading.css")}{Resource("marks.css")}</style>\n</head>\n<body class=\"reading\">\n");
        Markup.Write(Element("header", Element("h1", title), ReadingParts.Guide(reading), reason is null ? null : Element("p", Class("left-out"), reason)), writer);
        Markup.Write(Element("main", reading.Documents.Select(document => ReadingParts.Document(document, reading))), writer);
        if (reading.Claims.Length > 0)
            Markup.Write(ReadingParts.Claims(reading, drafted), writer);
        if (drafted is not null)
            Markup.Write(ReadingParts.Case(drafted, reading), writer);
        writer.Write($"<script>\n{Resource("reading.js")}</script>\n</body>\n</html>\n");
    }

    /// <summary>The same without a head, for a page that shows it among other things.</summary>
    /// <param name="reading">The documents with their claims.</param>
    /// <param name="drafted">The case, or null where there is none.</param>
    /// <param name="reason">Why there is no case.</param>
    /// <param name="writer">Where to.</param>
    public static void WritePart(DocumentReading reading, DraftedCase? drafted, string? reason, TextWriter writer) => Markup.Write(
        Element(
            "div",
            Class("reading"),
            Element("header", Element("h1", reading.Documents[0].Title), ReadingParts.Guide(reading), reason is null ? null : Element("p", Class("left-out"), reason)),
            Element("div", reading.Documents.Select(document => ReadingParts.Document(document, reading))),
            reading.Claims.Length > 0 ? ReadingParts.Claims(reading, drafted) : null,
            drafted is not null ? ReadingParts.Case(drafted, reading) : null),
        writer);

    private static string Resource(string name)
    {
        using var stream = typeof(ReadingPage).Assembly.GetManifestResourceStream($"pages/{name}")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
