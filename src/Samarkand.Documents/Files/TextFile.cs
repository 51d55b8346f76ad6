using System.Text;
using Samarkand.Core;

namespace Samarkand.Documents.Files;

/// <summary>Plain text, Markdown and HTML.</summary>
internal static class TextFile
{
    public static DocumentText Read(byte[] bytes, string name)
    {
        if (bytes.Length > Limits.MostTextBytes)
            throw Limits.TooLarge(name, FormattableString.Invariant($"the text is {bytes.Length >> 20} MiB large"), $"{Limits.MostTextBytes >> 20} MiB", "split it, and read its parts");
        if (bytes.AsSpan(0, Math.Min(bytes.Length, 4096)).Contains((byte)0) && bytes[0] is not (0xFF or 0xFE))
            throw Limits.Unreadable(name, "text", "it holds bytes that no text has");
        var (text, note) = Decode(bytes);
        text = Limits.Checked(name, text);
        if (IsHtml(text, name))
            return HtmlFile.Read(text, name);
        return new DocumentText(name, "", text.Replace("\r\n", "\n", StringComparison.Ordinal), !text.Contains('\r')) { Notes = note is null ? [] : [note] };
    }

    private static (string Text, string? Note) Decode(byte[] bytes)
    {
        try
        {
            using var reader = new StreamReader(new MemoryStream(bytes), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
            return (reader.ReadToEnd(), null);
        }
        catch (DecoderFallbackException)
        {
            return (Encoding.Latin1.GetString(bytes), "The text is not in UTF-8; it was read as Latin-1.");
        }
    }

    private static bool IsHtml(string text, string name)
    {
        if (Path.GetExtension(name).ToLowerInvariant() is ".html" or ".htm" or ".xhtml")
            return true;
        var start = text.AsSpan().TrimStart();
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }
}
