using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Samarkand.Core;
using Samarkand.Documents.Claims;
using Samarkand.Documents.Files;
using Samarkand.Documents.Reading;
using Samarkand.Tests.Worlds;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Samarkand.Documents.Tests.Files;

/// <summary>The same claim out of every kind of file, and limits against files that are made to exhaust their reader.</summary>
public class FileTests
{
    private const string Sentence = "The European Union banned imports of Russian coal in April 2022.";
    private const string Filler = "The meeting of the ministers went on for many hours, and nobody who was in the room wanted to speak about it afterwards with those who waited.";

    [Fact]
    public void Text_from_standard_input_is_read() => Holds(DocumentFiles.Read(["-"], () => new MemoryStream(Encoding.UTF8.GetBytes(Sentence)))[0]);

    [Fact]
    public void The_article_of_a_page_is_read_without_its_menu()
    {
        var html = $"<html><head><title>Coal</title><script>var x = 'The European Union banned imports of Russian gas.';</script></head><body><nav><a href='/'>Home</a></nav><article><h1>Coal</h1>{string.Concat(Enumerable.Repeat($"<p>{Filler}</p>", 6))}<p>{Sentence}</p><ul><li>a ban on exports of chips to Russia;</li></ul></article></body></html>";
        var document = Read(html, "page.html");
        Holds(document);
        Assert.Equal("Coal", document.Title);
        Assert.DoesNotContain("gas", document.Text, StringComparison.Ordinal);
        Assert.Contains("- a ban on exports", document.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pdf_is_read_page_by_page()
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        builder.AddPage(595, 842).AddText(Sentence, 12, new PdfPoint(50, 700), font);
        Holds(DocumentFiles.FromStream(new MemoryStream(builder.Build()), "a.pdf"));
    }

    [Fact]
    public void A_pdf_without_text_is_said_to_be_scanned()
    {
        var builder = new PdfDocumentBuilder();
        builder.AddPage(595, 842);
        var refused = Assert.Throws<InputException>(() => DocumentFiles.FromStream(new MemoryStream(builder.Build()), "a.pdf"));
        Assert.Contains("scanned", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_document_is_read()
    {
        using var stream = new MemoryStream();
        using (var word = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            word.AddMainDocumentPart().Document = new Document(new Body(
                new Paragraph(new Run(new Text("A heading"))), new Paragraph(new Run(new Text("The European Union banned ") { Space = SpaceProcessingModeValues.Preserve }), new Run(new Text("imports of Russian coal in April 2022.")))));
        }

        Holds(DocumentFiles.FromStream(new MemoryStream(stream.ToArray()), "a.docx"));
    }

    [Fact]
    public void A_folder_is_read_file_by_file()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["b.md"], $"# Coal\n\n{Sentence}\n");
        File.WriteAllText(folder["a.txt"], $"{Sentence} {Sentence}");
        File.WriteAllText(folder["c.bin"], "no document");
        var reading = DocumentReading.Of(DocumentFiles.Read([folder.Path], () => Stream.Null));
        Assert.Equal(["a.txt", "b.md"], reading.Documents.Select(document => Path.GetFileName(document.Name)));
        // The same claim three times is one, with all its places.
        Assert.Equal(2, Assert.Single(reading.Claims).Again.Count);
        Assert.Throws<InputException>(() => DocumentFiles.Read([Directory.CreateDirectory(folder["empty"]).FullName], () => Stream.Null));
    }

    [Fact]
    public void Every_quote_is_the_text_at_its_place()
    {
        var document = Read($"{Filler}\r\n\r\n  {Sentence}\n\n“The West froze Russia’s reserves,” he said.", "a.txt");
        var reading = DocumentReading.Of([document]);
        Assert.NotEmpty(reading.Claims);
        Assert.All(reading.Claims, claim => Assert.Equal(document.Text[claim.Start..claim.End], claim.Quote));
    }

    [Fact]
    public void A_text_of_200_megabytes_meets_the_limit()
    {
        using var endless = new EndlessStream(200L << 20);
        Assert.Contains("at most", Assert.Throws<InputException>(() => DocumentFiles.FromStream(endless, "large.txt")).Message, StringComparison.Ordinal);
        Assert.True(endless.Position < 80L << 20);
    }

    [Fact]
    public void A_zip_bomb_meets_the_limit()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = zip.CreateEntry("word/document.xml", CompressionLevel.Fastest).Open();
            var zeros = new byte[1 << 20];
            for (var k = 0; k < 300; k++)
                part.Write(zeros);
        }

        Assert.Contains("expands", Assert.Throws<InputException>(() => DocumentFiles.FromStream(new MemoryStream(stream.ToArray()), "bomb.docx")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pdf_that_expands_meets_the_limit()
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var zeros = new byte[1 << 20];
            for (var k = 0; k < 300; k++)
                zlib.Write(zeros);
        }

        byte[] pdf = [.. Encoding.ASCII.GetBytes($"%PDF-1.4\n1 0 obj\n<< /Length {packed.Length} /Filter /FlateDecode >>\nstream\n"), .. packed.ToArray(), .. "\nendstream\nendobj\n"u8];
        Assert.Contains("expands", Assert.Throws<InputException>(() => DocumentFiles.FromStream(new MemoryStream(pdf), "bomb.pdf")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Elements_inside_each_other_meet_the_limit()
    {
        var html = $"<html><body>{string.Concat(Enumerable.Repeat("<div>", 200_000))}deep</body></html>";
        Assert.Contains("too deep", Assert.Throws<InputException>(() => Read(html, "deep.html")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("%PDF-1.7\nnothing that follows is a PDF", "a.pdf")]
    [InlineData("PK\u0003\u0004 nor is this a Word document", "a.docx")]
    [InlineData("a text\0with a zero", "a.txt")]
    [InlineData("", "a.txt")]
    public void What_cannot_be_read_is_told(string text, string name) =>
        Assert.Throws<InputException>(() => DocumentFiles.FromStream(new MemoryStream(Encoding.Latin1.GetBytes(text)), name));

    [Theory]
    [InlineData("Die Europäische Union hat die Einfuhr von russischer Kohle verboten, und sie will auch die Einfuhr von Öl nicht mehr erlauben, wie der Rat am Montag in einer Erklärung mit allen Ländern sagte.", "German")]
    [InlineData("L'Union européenne a interdit les importations de charbon russe, et elle ne veut plus que les entreprises de ses pays achètent du pétrole, a dit le Conseil dans une déclaration avec tous les ministres.", "French")]
    [InlineData("Европейский союз запретил импорт российского угля и хочет запретить импорт нефти.", "Cyrillic")]
    [InlineData("欧盟禁止进口俄罗斯煤炭，并计划禁止进口俄罗斯石油，欧洲理事会在周一发表的声明中表示。", "Chinese")]
    public void A_document_in_another_language_is_told(string text, string language)
    {
        var refused = Assert.Throws<InputException>(() => DocumentReading.Of([Read(text, "a.txt")]));
        Assert.Contains(language, refused.Message, StringComparison.Ordinal);
        Assert.Contains("only English", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_said_and_denied_stands_side_by_side()
    {
        var reading = DocumentReading.Of([Read("Iran has supplied drones to Russia. Iran has not supplied drones to Russia.", "a.txt")]);
        Assert.Equal([Polarity.Affirmed, Polarity.Denied], reading.Claims.Select(claim => claim.Polarity));
        Assert.All(reading.Claims, claim => Assert.True(claim.IsContested));
    }

    private static DocumentText Read(string text, string name) => DocumentFiles.FromStream(new MemoryStream(Encoding.UTF8.GetBytes(text)), name);

    private static void Holds(DocumentText document)
    {
        var claim = Assert.Single(DocumentReading.Of([document]).Claims, claim => claim is { Actor: "EU", Act: Acts.ImportBan, Counterpart: "RUS", Goods: "coal" });
        Assert.Equal(Sentence, claim.Quote);
        Assert.Equal("2022-04", claim.From);
    }

    /// <summary>A stream of letters that says how much of it was read.</summary>
    private sealed class EndlessStream(long length) : Stream
    {
        private long _position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => _position; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var some = (int)Math.Min(count, length - _position);
            Array.Fill(buffer, (byte)'a', offset, some);
            _position += some;
            return some;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
