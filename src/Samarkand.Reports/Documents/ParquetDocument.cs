using Parquet;
using Parquet.Schema;
using Samarkand.Reports.Tables;

namespace Samarkand.Reports.Documents;

/// <summary>A table as a Parquet file: the same columns in the same order, what they are beside them, and null for a number that does not exist.</summary>
internal static class ParquetDocument
{
    // Row groups bound the memory that a reader needs.
    private const int RowGroup = 1 << 20;

    public static void Write(Table table, Stream stream)
    {
        // Parquet needs to know where it is in the file, and standard output does not.
        using var whole = new MemoryStream();
        WriteAsync(table.WithNames(), whole).GetAwaiter().GetResult();
        whole.Position = 0;
        whole.CopyTo(stream);
    }

    private static async Task WriteAsync(Table table, MemoryStream stream)
    {
        var fields = table.Columns.Select(column => column is NumberColumn ? (DataField)new DataField<double?>(column.Name) : new DataField<string>(column.Name, false)).ToArray();
        var writer = await ParquetWriter.CreateAsync(new ParquetSchema([.. fields]), stream).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            writer.CustomMetadata = new Dictionary<string, string>(StringComparer.Ordinal) { ["table"] = table.Name, ["title"] = table.Title };
            for (var start = 0; start < table.RowCount || start == 0; start += RowGroup)
            {
                var count = Math.Min(RowGroup, table.RowCount - start);
                using var group = writer.CreateRowGroup();
                for (var c = 0; c < fields.Length; c++)
                    await WriteAsync(group, fields[c], table.Columns[c], start, count).ConfigureAwait(false);
            }
        }
    }

    private static async Task WriteAsync(ParquetRowGroupWriter group, DataField field, Column column, int start, int count)
    {
        var about = new Dictionary<string, string>(StringComparer.Ordinal) { ["heading"] = column.Heading, ["unit"] = column.Unit, ["meaning"] = column.Meaning };
        if (column is NumberColumn number)
        {
            var values = Array.ConvertAll(number.Values[start..(start + count)], value => double.IsNaN(value) ? (double?)null : value);
            await group.WriteAsync<double>(field, values.AsMemory(), null, about).ConfigureAwait(false);
        }
        else
        {
            await group.WriteAsync(field, new ArraySegment<string>(((TextColumn)column).Values, start, count)).ConfigureAwait(false);
        }
    }
}
