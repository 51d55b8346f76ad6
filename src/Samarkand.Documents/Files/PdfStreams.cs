using System.IO.Compression;

namespace Samarkand.Documents.Files;

/// <summary>Finds out how large the packed parts of a PDF are before anything is made of them.</summary>
internal static class PdfStreams
{
    private const int LongestDictionary = 2048;
    private const int MostLayers = 4;

    public static void Check(byte[] bytes, string name)
    {
        var unpacked = 0L;
        for (var at = 0; at < bytes.Length;)
        {
            var next = bytes.AsSpan(at).IndexOf("stream"u8);
            if (next < 0)
                return;
            var start = at + next + "stream".Length;
            at = start;
            if (start >= bytes.Length || bytes[start] is not ((byte)'\r' or (byte)'\n'))
                continue;
            var layers = Layers(bytes.AsSpan(Math.Max(0, start - LongestDictionary), Math.Min(LongestDictionary, start)));
            start += bytes[start] == '\r' && start + 1 < bytes.Length && bytes[start + 1] == '\n' ? 2 : 1;
            if (layers > 0)
                unpacked += Unpacked(bytes, start, layers, Limits.MostUnpackedBytes - unpacked);
            if (unpacked >= Limits.MostUnpackedBytes)
                throw Limits.TooLarge(name, "the PDF expands to more than can be read", $"{Limits.MostUnpackedBytes >> 20} MiB", "save it again, or as plain text");
        }
    }

    // How often the filter stands in the dictionary right before.
    private static int Layers(ReadOnlySpan<byte> before)
    {
        var start = before.LastIndexOf("obj"u8);
        var dictionary = start < 0 ? before : before[start..];
        return Math.Min(MostLayers, dictionary.Count("/FlateDecode"u8) + dictionary.Count("/Fl "u8) + dictionary.Count("/Fl]"u8));
    }

    private static long Unpacked(byte[] bytes, int start, int layers, long most)
    {
        Stream stream = new MemoryStream(bytes, start, bytes.Length - start);
        for (var k = 0; k < layers; k++)
            stream = new ZLibStream(stream, CompressionMode.Decompress);
        using (stream)
        {
            var (buffer, total) = (new byte[1 << 16], 0L);
            try
            {
                for (int read; total < most && (read = stream.Read(buffer)) > 0;)
                    total += read;
            }
            catch (InvalidDataException)
            {
                // What cannot be unpacked is the parser's to judge.
            }

            return total;
        }
    }
}
