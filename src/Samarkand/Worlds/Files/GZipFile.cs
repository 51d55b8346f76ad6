using System.Buffers.Binary;
using System.IO.Compression;

namespace Samarkand.Worlds.Files;

/// <summary>
/// Decompresses a gzip file whole, one member or several, and finds out where it was cut short, which <see cref="GZipStream"/> takes for
/// its end.
/// </summary>
internal static class GZipFile
{
    /// <summary>The text.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, cut short, or not compressed by gzip.</exception>
    public static MemoryStream Decompress(string path)
    {
        var file = File.ReadAllBytes(path);
        var text = new MemoryStream();
        using (var gzip = new GZipStream(new MemoryStream(file), CompressionMode.Decompress))
            gzip.CopyTo(text);
        if (!IsWhole(file, text.GetBuffer().AsSpan(0, (int)text.Length)))
            throw new InvalidDataException();
        text.Position = 0;
        return text;
    }

    /// <summary>
    /// The last eight bytes are the check sum and the length of the last member's text (RFC 1952). Of a single member the stream has
    /// checked the sum itself when it came to it.
    /// </summary>
    private static bool IsWhole(ReadOnlySpan<byte> file, ReadOnlySpan<byte> text)
    {
        if (file.Length < 18)
            return false;
        var length = BinaryPrimitives.ReadUInt32LittleEndian(file[^4..]);
        return length == text.Length
            || (length < text.Length && Crc32(text[^(int)length..]) == BinaryPrimitives.ReadUInt32LittleEndian(file[^8..]));
    }

    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var table = new uint[256];
        for (var i = 0u; i < table.Length; i++)
        {
            table[i] = i;
            for (var bit = 0; bit < 8; bit++)
                table[i] = (table[i] >> 1) ^ ((table[i] & 1) * 0xEDB88320);
        }

        var crc = uint.MaxValue;
        foreach (var part in bytes)
            crc = (crc >> 8) ^ table[(byte)(crc ^ part)];
        return ~crc;
    }
}
