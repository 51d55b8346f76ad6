using Parquet;

namespace Samarkand.Core;

/// <summary>A block as a Parquet file: its texts, then the number of each result and its numbers.</summary>
internal static class BlockFile
{
    public static void Write(string path, string item, Block block) => ParquetFile.Write(
        path,
        [.. block.Layout.Texts.Zip(block.Texts)],
        [(item, NumbersOf(block.Range)), .. block.Layout.Numbers.Zip(block.Numbers)]);

    /// <summary>Reads a block back.</summary>
    /// <exception cref="InvalidDataException">The file holds something else.</exception>
    public static async Task<Block> ReadAsync(string path, string item, BlockRange range, BlockLayout layout)
    {
        var reader = await ParquetReader.CreateAsync(path).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            var fields = reader.Schema.GetDataFields();
            if (reader.RowGroupCount != 1 || !fields.Select(field => field.Name).SequenceEqual([.. layout.Texts, item, .. layout.Numbers]))
                throw new InvalidDataException("it has other columns");
            using var group = reader.OpenRowGroupReader(0);
            if (group.RowCount != range.Count)
                throw new InvalidDataException(FormattableString.Invariant($"it holds {group.RowCount} of them"));
            var texts = new string[layout.Texts.Length][];
            for (var c = 0; c < texts.Length; c++)
                await ParquetColumn.TextsAsync(group, fields[c], texts[c] = new string[range.Count]).ConfigureAwait(false);
            var numbers = new double[1 + layout.Numbers.Length][];
            for (var c = 0; c < numbers.Length; c++)
                await ParquetColumn.NumbersAsync(group, fields[texts.Length + c], numbers[c] = new double[range.Count]).ConfigureAwait(false);
            return numbers[0].SequenceEqual(NumbersOf(range))
                ? new Block(layout, range, texts, numbers[1..])
                : throw new InvalidDataException("it holds those of other numbers");
        }
    }

    private static double[] NumbersOf(BlockRange range) => [.. Enumerable.Range(range.First, range.Count).Select(number => (double)number)];
}
