using Parquet;
using Parquet.Schema;

namespace Samarkand.Core;

/// <summary>Reads one column of a Parquet row group as texts or as doubles, whichever number type it is stored in.</summary>
internal static class ParquetColumn
{
    /// <summary>Fills in the texts, "" for null; false where the column is of another type.</summary>
    public static async Task<bool> TextsAsync(ParquetRowGroupReader group, DataField field, Memory<string> into)
    {
        if ((field.ClrType != typeof(string) && field.ClrType != typeof(ReadOnlyMemory<char>)) || field.IsArray)
            return false;
        await group.ReadAsync(field, into!).ConfigureAwait(false);
        var texts = into.Span;
        for (var i = 0; i < texts.Length; i++)
            texts[i] ??= "";
        return true;
    }

    /// <summary>Fills in the numbers, NaN for null; false where the column is of another type.</summary>
    public static async Task<bool> NumbersAsync(ParquetRowGroupReader group, DataField field, Memory<double> into)
    {
        if (field.IsArray)
            return false;
        if (field is { ClrType: var type, IsNullable: false } && type == typeof(double))
            await group.ReadAsync(field, into).ConfigureAwait(false);
        else if (field.ClrType == typeof(double))
            await ReadAsync<double>(group, field, into, static value => value).ConfigureAwait(false);
        else if (field.ClrType == typeof(float))
            await ReadAsync<float>(group, field, into, static value => value).ConfigureAwait(false);
        else if (field.ClrType == typeof(int))
            await ReadAsync<int>(group, field, into, static value => value).ConfigureAwait(false);
        else if (field.ClrType == typeof(long))
            await ReadAsync<long>(group, field, into, static value => value).ConfigureAwait(false);
        else
            return false;
        return true;
    }

    private static async Task ReadAsync<T>(ParquetRowGroupReader group, DataField field, Memory<double> into, Func<T, double> convert)
        where T : struct
    {
        if (field.IsNullable)
        {
            var values = new T?[into.Length];
            await group.ReadAsync<T>(field, values.AsMemory()).ConfigureAwait(false);
            for (var i = 0; i < values.Length; i++)
                into.Span[i] = values[i] is { } value ? convert(value) : double.NaN;
        }
        else
        {
            var values = new T[into.Length];
            await group.ReadAsync<T>(field, values.AsMemory()).ConfigureAwait(false);
            for (var i = 0; i < values.Length; i++)
                into.Span[i] = convert(values[i]);
        }
    }
}
