using System.IO.Compression;
using System.Text;

namespace Samarkand.Worlds.Files;

/// <summary>Text files in UTF-8, or in UTF-16 that says so by its first bytes, plain or compressed by gzip as their name says.</summary>
internal static class TextFile
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static StreamReader Open(string path) => Read(OpenBytes(path));

    /// <summary>The bytes of the text, whole in memory where they were compressed.</summary>
    public static Stream OpenBytes(string path) => IsCompressed(path) ? GZipFile.Decompress(path) : File.OpenRead(path);

    /// <summary>Reads on where the stream is; disposing of the reader closes it.</summary>
    public static StreamReader Read(Stream stream) => new(stream, StrictUtf8, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);

    public static StreamWriter Create(string path)
    {
        Stream stream = File.Create(path);
        if (IsCompressed(path))
            stream = new GZipStream(stream, CompressionLevel.SmallestSize);
        return new StreamWriter(stream, StrictUtf8, bufferSize: 1 << 16);
    }

    /// <summary>What to tell a user of a file that cannot be read; null where the failure is not about the file.</summary>
    public static string? Complaint(Exception failure) => failure switch
    {
        DecoderFallbackException => "is not text in UTF-8",
        InvalidDataException or EndOfStreamException => "is cut short, damaged, or not compressed by gzip as its name says",
        IOException or UnauthorizedAccessException => $"cannot be read: {failure.Message}",
        _ => null,
    };

    public static bool IsCompressed(string path) => path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
}
