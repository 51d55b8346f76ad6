using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Samarkand.Core;

namespace Samarkand.Documents.Files;

/// <summary>The text of a Word document.</summary>
internal static class WordFile
{
    private const int MostEntries = 10_000;

    public static DocumentText Read(byte[] bytes, string name)
    {
        CheckSize(bytes, name);
        try
        {
            using var word = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false, new OpenSettings { MaxCharactersInPart = Limits.MostUnpackedBytes });
            var body = word.MainDocumentPart?.Document?.Body ?? throw Limits.Unreadable(name, "Word document", "it has no text part");
            var text = new StringBuilder();
            foreach (var paragraph in body.Descendants<Paragraph>())
            {
                if (paragraph.ParagraphProperties?.NumberingProperties is not null)
                    text.Append("- ");
                foreach (var part in paragraph.Descendants())
                {
                    if (part is Text run)
                        text.Append(run.Text);
                    else if (part is TabChar or Break)
                        text.Append(' ');
                }

                text.Append("\n\n");
                if (text.Length > Limits.MostCharacters)
                    Limits.Checked(name, text.ToString());
            }

            var found = text.ToString().Trim();
            if (found.Length == 0)
                throw new InputException(new InputProblem(name, 0, 0, "the document holds no text", "a scanned document has to be recognised first"));
            return new DocumentText(name, word.PackageProperties.Title ?? "", found, IsPlain: false);
        }
        catch (Exception failure) when (failure is OpenXmlPackageException or FileFormatException or InvalidDataException or XmlException or InvalidOperationException or ArgumentException)
        {
            throw Limits.Unreadable(name, "Word document", failure.Message);
        }
    }

    // What an entry says of its size may be a lie: it is unpacked and counted.
    private static void CheckSize(byte[] bytes, string name)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            if (zip.Entries.Count > MostEntries)
                throw Limits.TooLarge(name, "the document is packed from too many parts", $"{MostEntries}", "save it again, or as plain text");
            var (buffer, total) = (new byte[1 << 16], 0L);
            foreach (var entry in zip.Entries)
            {
                using var part = entry.Open();
                for (int read; (read = part.Read(buffer)) > 0;)
                {
                    total += read;
                    if (total > Limits.MostUnpackedBytes)
                        throw Limits.TooLarge(name, "the document expands to more than can be read", $"{Limits.MostUnpackedBytes >> 20} MiB", "save it again, or as plain text");
                }
            }
        }
        catch (InvalidDataException failure)
        {
            throw Limits.Unreadable(name, "Word document", failure.Message);
        }
    }
}
