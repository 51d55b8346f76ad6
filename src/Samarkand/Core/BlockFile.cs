using System.Security.Cryptography;
using Parquet;
using Parquet.Schema;

namespace Samarkand.Core;

/// <summary>
/// A block as a Parquet file: its texts, then the number of each result and its numbers. One without rows is its range, what it holds, and
/// the SHA-256 of both.
/// </summary>
internal static class BlockFile
{
    private const int RangeBytes = 2 * sizeof(int);

    // Up to a tenth of a block may be texts that are not compressed.
    private const int TextsInAll = 10;

    public static void Write(string path, string item, Block block)
    {
        if (block.Summary is { } summary)
        {
            byte[] bytes = [.. BitConverter.GetBytes(block.Range.First), .. BitConverter.GetBytes(block.Range.Count), .. summary];
            File.WriteAllBytes(path, [.. bytes, .. SHA256.HashData(bytes)]);
            return;
        }

        ParquetFile.Write(path, [.. block.Layout.Texts.Zip(block.Texts)], [(item, NumbersOf(block.Range)), .. block.Layout.Numbers.Zip(block.Numbers)], IsCompressed(block));
    }

    /// <summary>Reads a block back.</summary>
    /// <exception cref="InvalidDataException">The bytes are something else.</exception>
    public static async Task<Block> ReadAsync(byte[] file, string item, BlockRange range, BlockLayout layout)
    {
        if (ReferenceEquals(layout, BlockLayout.OfSummaries))
            return Summary(file, range);
        // Thousands of columns are as many small reads of a file, and one of memory.
        var stream = new MemoryStream(file);
        await using var _ = stream.ConfigureAwait(false);
        var reader = await ParquetReader.CreateAsync(stream).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            var fields = reader.Schema.GetDataFields();
            if (reader.RowGroupCount != 1 || !fields.Select(field => field.Name).SequenceEqual([.. layout.Texts, item, .. layout.Numbers]))
                throw new InvalidDataException("it has other columns");
            using var group = reader.OpenRowGroupReader(0);
            if (group.RowCount != range.Count)
                throw new InvalidDataException(FormattableString.Invariant($"it holds {group.RowCount} of them"));
            foreach (var field in fields)
                OmitStatistics(group, field);
            var texts = new string[layout.Texts.Length][];
            for (var c = 0; c < texts.Length; c++)
                await ParquetColumn.TextsAsync(group, fields[c], texts[c] = new string[range.Count]).ConfigureAwait(false);
            var numbers = new double[1 + layout.Numbers.Length][];
            for (var c = 0; c < numbers.Length; c++)
            {
                var at = texts.Length + c;
                if (!PlainColumn.TryRead(file, group.RowGroup.Columns[at], numbers[c] = new double[range.Count]))
                    await ParquetColumn.NumbersAsync(group, fields[at], numbers[c]).ConfigureAwait(false);
            }

            return numbers[0].SequenceEqual(NumbersOf(range))
                ? new Block(layout, range, texts, numbers[1..])
                : throw new InvalidDataException("it holds those of other numbers");
        }
    }

    // Solved numbers look random to whoever compresses them, and texts do not.
    private static bool IsCompressed(Block block) =>
        TextsInAll * block.Texts.Sum(column => column.Sum(text => (long)text.Length)) > sizeof(double) * (long)block.Numbers.Length * block.Range.Count;

    // Nobody asks for them, and the reader would look for each column among all others once more.
    private static void OmitStatistics(ParquetRowGroupReader group, DataField field)
    {
        if (group.GetMetadata(field)?.MetaData is { } about)
            about.Statistics = null;
    }

    private static Block Summary(byte[] file, BlockRange range)
    {
        var end = file.Length - SHA256.HashSizeInBytes;
        if (end < RangeBytes || !SHA256.HashData(file.AsSpan(0, end)).AsSpan().SequenceEqual(file.AsSpan(end)))
            throw new InvalidDataException("it is damaged");
        return range == new BlockRange(BitConverter.ToInt32(file, 0), BitConverter.ToInt32(file, sizeof(int)))
            ? Block.Of(range, file[RangeBytes..end])
            : throw new InvalidDataException("it holds those of other numbers");
    }

    private static double[] NumbersOf(BlockRange range) => [.. Enumerable.Range(range.First, range.Count).Select(number => (double)number)];
}
