using System.Text;
using Samarkand.Core;

namespace Samarkand.Cases.Reading;

/// <summary>Gets the text of a case file: UTF-8, of a sensible size, without control characters.</summary>
internal static class CaseFile
{
    private const int MaximumBytes = 1 << 20;

    /// <summary>Reads the text of a file.</summary>
    /// <exception cref="InputException">There is no such file, or it is not such a text.</exception>
    public static string ReadText(string path)
    {
        try
        {
            if (Directory.Exists(path))
                throw new InputException(new InputProblem(path, 0, 0, "this is a folder, not a case", "name the YAML file in it"));
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
            return ReadText(stream, path);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException(new InputProblem(path, 0, 0, "there is no such file", $"`samarkand new {path}` writes a commented case to start from"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException(new InputProblem(path, 0, 0, "the file cannot be read: " + error.Message));
        }
    }

    /// <summary>Reads a text to its end.</summary>
    /// <exception cref="InputException">It is not such a text.</exception>
    public static string ReadText(Stream stream, string source)
    {
        var bytes = new byte[MaximumBytes + 1];
        var count = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return count <= MaximumBytes ? Decode(bytes.AsSpan(0, count), source) : throw TooLarge(source);
    }

    /// <summary>Checks a text that did not come from a file.</summary>
    /// <exception cref="InputException">It is too large, or holds control characters.</exception>
    public static void Check(string text, string source)
    {
        if (Encoding.UTF8.GetByteCount(text) > MaximumBytes)
            throw TooLarge(source);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]) && text[i] is not ('\t' or '\n' or '\r' or '\u0085'))
            {
                var (line, column) = Position(text.AsSpan(0, i));
                throw new InputException(new InputProblem(
                    source, line, column, $"a control character (U+{(int)text[i]:X4}) stands here", "save the file as plain text in UTF-8"));
            }
        }
    }

    private static string Decode(ReadOnlySpan<byte> bytes, string path)
    {
        var text = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(text);
        }
        catch (DecoderFallbackException error)
        {
            var (line, column) = Position(Encoding.UTF8.GetString(text[..Math.Max(0, error.Index)]));
            throw new InputException(new InputProblem(path, line, column, "the file is not UTF-8", "save it as UTF-8"));
        }
    }

    private static (int Line, int Column) Position(ReadOnlySpan<char> before) =>
        (before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'));

    private static InputException TooLarge(string source) =>
        new(new InputProblem(source, 0, 0, "the file is larger than 1 MiB", "a case is a few kilobytes: is this the right file?"));
}
