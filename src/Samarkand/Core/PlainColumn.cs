using System.Runtime.InteropServices;
using Parquet.Meta;

namespace Samarkand.Core;

/// <summary>
/// Reads a column of doubles of a Parquet file that stands there as one page, neither compressed nor encoded: its values are the end of it. A
/// block has thousands of short columns, of each of which the library's way takes twenty microseconds.
/// </summary>
internal static class PlainColumn
{
    // A page begins with its kind, 0 for data, and its size: two numbers in Thrift's compact form.
    private const byte Number = 0x15;
    private const byte KindOfData = 0;

    /// <summary>False where the column stands there in another form, and nothing is read.</summary>
    /// <param name="file">The file.</param>
    /// <param name="column">Where the column stands, and how.</param>
    /// <param name="into">Takes the values.</param>
    public static bool TryRead(ReadOnlySpan<byte> file, ColumnChunk column, Span<double> into)
    {
        if (!BitConverter.IsLittleEndian || column.MetaData is not { Codec: CompressionCodec.UNCOMPRESSED, Type: Parquet.Meta.Type.DOUBLE, DictionaryPageOffset: null } about || about.NumValues != into.Length)
            return false;
        var (begin, values) = (about.DataPageOffset, into.Length * sizeof(double));
        var end = begin + about.TotalCompressedSize;
        if (begin < 0 || end > file.Length || about.TotalCompressedSize < values || about.Encodings.Exists(encoding => encoding is not (Encoding.PLAIN or Encoding.RLE)) || !IsOnePage(file[(int)begin..(int)end], values))
            return false;
        MemoryMarshal.Cast<byte, double>(file[((int)end - values)..(int)end]).CopyTo(into);
        return true;
    }

    private static bool IsOnePage(ReadOnlySpan<byte> column, int size)
    {
        if (column.Length < 3 || column[0] != Number || column[1] != KindOfData || column[2] != Number)
            return false;
        var (found, shift) = (0L, 0);
        for (var k = 3; k < column.Length && shift < 35; k++, shift += 7)
        {
            found |= (long)(column[k] & 0x7F) << shift;
            if (column[k] < 0x80)
                return found == 2L * size;
        }

        return false;
    }
}
