using System.Buffers.Binary;
using System.IO.Compression;

namespace Samarkand.Import;

/// <summary>Finds out whether a gzip file was cut short, which both <see cref="GZipStream"/> and DuckDB take for its end.</summary>
internal static class GZipEnd
{
    /// <summary>
    /// Reads the file through. Its last eight bytes are the check sum and the length of the last member's text (RFC 1952); of several
    /// members the last one's text is read once more, for its check sum.
    /// </summary>
    /// <exception cref="InvalidDataException">The file is cut short, damaged, or not compressed by gzip.</exception>
    public static void Require(string path)
    {
        Span<byte> end = stackalloc byte[8];
        using (var file = File.OpenRead(path))
        {
            if (file.Length < 18)
                throw new InvalidDataException();
            file.Seek(-8, SeekOrigin.End);
            file.ReadExactly(end);
        }

        var last = BinaryPrimitives.ReadUInt32LittleEndian(end[4..]);
        var (length, _) = Read(path, long.MaxValue);
        if ((uint)length == last)
            return;
        if (last > length || Read(path, length - last).Crc != BinaryPrimitives.ReadUInt32LittleEndian(end))
            throw new InvalidDataException();
    }

    /// <summary>The length of the text, and the check sum of what follows a position in it.</summary>
    private static (long Length, uint Crc) Read(string path, long from)
    {
        var table = CrcTable();
        var buffer = new byte[1 << 17];
        using var text = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        var (length, crc) = (0L, uint.MaxValue);
        while (text.Read(buffer) is var count and > 0)
        {
            for (var k = (int)Math.Clamp(from - length, 0, count); k < count; k++)
                crc = (crc >> 8) ^ table[(byte)(crc ^ buffer[k])];
            length += count;
        }

        return (length, ~crc);
    }

    private static uint[] CrcTable()
    {
        var table = new uint[256];
        for (var i = 0u; i < table.Length; i++)
        {
            table[i] = i;
            for (var bit = 0; bit < 8; bit++)
                table[i] = (table[i] >> 1) ^ ((table[i] & 1) * 0xEDB88320);
        }

        return table;
    }
}
