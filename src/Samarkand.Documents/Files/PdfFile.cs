using System.Text;
using Samarkand.Core;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace Samarkand.Documents.Files;

/// <summary>The text of a PDF, page by page.</summary>
internal static class PdfFile
{
    /// <summary>A page with fewer letters holds a picture of its text, or none.</summary>
    private const int FewLetters = 20;

    public static DocumentText Read(byte[] bytes, string name)
    {
        PdfStreams.Check(bytes, name);
        var reading = Task.Run(() => Extract(bytes, name));
        try
        {
            return reading.Wait(Limits.MostTime)
                ? reading.Result
                : throw Limits.TooLarge(name, "the PDF takes too long to take apart", $"{Limits.MostTime.TotalMinutes:0} minutes", "save it again, or as plain text");
        }
        catch (AggregateException failure) when (failure.InnerException is InputException input)
        {
            throw input;
        }
        catch (AggregateException failure)
        {
            throw Limits.Unreadable(name, "PDF", failure.InnerException?.Message ?? failure.Message);
        }
    }

    private static DocumentText Extract(byte[] bytes, string name)
    {
        using var pdf = PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = true });
        if (pdf.NumberOfPages > Limits.MostPages)
            throw Limits.TooLarge(name, FormattableString.Invariant($"the PDF has {pdf.NumberOfPages:N0} pages"), FormattableString.Invariant($"{Limits.MostPages:N0} pages"), "split it, and read its parts");
        var text = new StringBuilder();
        var empty = new List<int>();
        foreach (var page in pdf.GetPages())
        {
            var words = Unbroken(ContentOrderTextExtractor.GetText(page, addDoubleNewline: true));
            if (words.Count(char.IsLetter) < FewLetters)
                empty.Add(page.Number);
            text.Append(words).Append("\n\n");
            if (text.Length > Limits.MostCharacters)
                Limits.Checked(name, text.ToString());
        }

        if (empty.Count == pdf.NumberOfPages)
            throw new InputException(new InputProblem(name, 0, 0, "this is a scanned PDF: its pages are pictures without text", "have the text recognised by a program for that, and give the result"));
        string[] notes = empty.Count == 0 ? [] : [FormattableString.Invariant($"{empty.Count} of {pdf.NumberOfPages} pages hold no text: {string.Join(", ", empty.Take(10))}. They may be scanned.")];
        return new DocumentText(name, (pdf.Information.Title ?? "").Trim(), text.ToString().Trim(), IsPlain: false) { Notes = notes };
    }

    // A word that a line's end cuts in two is put together again.
    private static string Unbroken(string page)
    {
        var text = page.Replace("\r\n", "\n", StringComparison.Ordinal);
        var result = new StringBuilder(text.Length);
        for (var k = 0; k < text.Length; k++)
        {
            if (text[k] == '-' && k + 2 < text.Length && text[k + 1] == '\n' && k > 0 && char.IsLower(text[k - 1]) && char.IsLower(text[k + 2]))
                k++;
            else
                result.Append(text[k]);
        }

        return result.ToString();
    }
}
