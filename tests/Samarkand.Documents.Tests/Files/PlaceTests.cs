using System.Net;
using System.Text;
using CsCheck;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Samarkand.Documents.Files;
using Samarkand.Documents.Reading;
using Samarkand.Documents.Tests.Annotated;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Samarkand.Documents.Tests.Files;

/// <summary>A quote is the text at its place, to the letter, in every kind of file and with every kind of line.</summary>
public class PlaceTests
{
    private static readonly string[] Lines =
    [
        .. FreshDocument.Half("development").SelectMany(document => document.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
        .. AnnotatedSet.Read("development.txt").Select(sentence => sentence.Text),
    ];

    private static readonly string[] Breaks = ["\n", "\n\n", " ", "\r\n", "\r\n\r\n", "\n - ", "\n\t", "  ", "\n\n# ", " … ", "\u00a0", "\n\n“", " \ud83d\udea2 "];

    [Theory]
    [InlineData("a.txt")]
    [InlineData("a.md")]
    [InlineData("a.html")]
    [InlineData("a.docx")]
    [InlineData("a.pdf")]
    public void Every_quote_stands_at_its_place(string name) => Gen.Int[0, Lines.Length - 1].Array[4, 12].Select(Gen.Int[0, Breaks.Length - 1].Array[12], (lines, breaks) => (lines, breaks)).Sample(drawn =>
    {
        var document = DocumentFiles.FromStream(new MemoryStream(Bytes(name, drawn.lines.Select(k => Lines[k]), drawn.breaks.Select(k => Breaks[k]).ToArray())), name);
        foreach (var claim in DocumentReading.Of([document]).Claims)
        {
            foreach (var (quote, start, end) in claim.Again.Select(place => (place.Quote, place.Start, place.End)).Append((claim.Quote, claim.Start, claim.End)))
                Assert.Equal(document.Text[start..end], quote);
        }
    }, iter: name.EndsWith("pdf", StringComparison.Ordinal) ? 20 : 100);

    private static byte[] Bytes(string name, IEnumerable<string> lines, string[] breaks) => Path.GetExtension(name) switch
    {
        ".html" => Encoding.UTF8.GetBytes($"<!doctype html><html><head><title>News</title></head><body><article>{string.Concat(lines.Select(line => $"<p>{WebUtility.HtmlEncode(line)}</p>\n"))}</article></body></html>"),
        ".docx" => Word(lines),
        ".pdf" => Pdf(lines),
        _ => Encoding.UTF8.GetBytes(string.Concat(lines.Select((line, k) => line + breaks[k]))),
    };

    private static byte[] Word(IEnumerable<string> lines)
    {
        using var stream = new MemoryStream();
        using (var word = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
            word.AddMainDocumentPart().Document = new Document(new Body(lines.Select(line => new Paragraph(new Run(new Text(line))))));
        return stream.ToArray();
    }

    private static byte[] Pdf(IEnumerable<string> lines)
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        var page = builder.AddPage(595, 842);
        var y = 800;
        foreach (var line in lines)
            page.AddText(new string([.. line.Where(letter => letter < 127)]), 8, new PdfPoint(20, y -= 20), font);
        return builder.Build();
    }
}
