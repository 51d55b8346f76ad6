using Parquet;
using Parquet.Schema;

namespace Samarkand.Core;

/// <summary>Writes a Parquet file of text and number columns.</summary>
internal static class ParquetFile
{
    // Row groups bound the memory that a reader needs.
    private const int RowGroup = 1 << 20;

    public static void Write(string path, (string Name, string[] Values)[] labels, (string Name, double[] Values)[] numbers, bool isCompressed = true) =>
        WriteAsync(path, labels, numbers, isCompressed).GetAwaiter().GetResult();

    private static async Task WriteAsync(string path, (string Name, string[] Values)[] labels, (string Name, double[] Values)[] numbers, bool isCompressed)
    {
        var texts = labels.Select(column => new DataField<string>(column.Name, false)).ToArray();
        var values = numbers.Select(column => new DataField<double>(column.Name, false)).ToArray();
        var schema = new ParquetSchema([.. texts, .. values]);
        var stream = File.Create(path);
        await using (stream.ConfigureAwait(false))
        {
            var writer = await ParquetWriter.CreateAsync(schema, stream, new ParquetOptions { CompressionMethod = isCompressed ? CompressionMethod.Snappy : CompressionMethod.None }).ConfigureAwait(false);
            await using (writer.ConfigureAwait(false))
            {
                var rows = numbers[0].Values.Length;
                for (var start = 0; start < rows || start == 0; start += RowGroup)
                {
                    var count = Math.Min(RowGroup, rows - start);
                    using var group = writer.CreateRowGroup();
                    for (var c = 0; c < texts.Length; c++)
                        await group.WriteAsync(texts[c], new ArraySegment<string>(labels[c].Values, start, count)).ConfigureAwait(false);
                    for (var c = 0; c < values.Length; c++)
                        await group.WriteAsync<double>(values[c], numbers[c].Values.AsMemory(start, count)).ConfigureAwait(false);
                }
            }
        }
    }
}
