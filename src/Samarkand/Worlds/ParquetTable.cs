using Parquet;
using Parquet.Schema;
using Samarkand.Core;

namespace Samarkand.Worlds;

/// <summary>A big table in a Parquet file, as rows; its line numbers are row numbers, from 1.</summary>
internal sealed class ParquetTable : TableRows
{
    private readonly int[]? _places;
    private readonly int _rowCount;
    private readonly string[]?[] _texts;
    private readonly double[]?[] _numbers;

    private ParquetTable(string path, FlowShape shape, TableHeader header, int[]? places, int rowCount, ProblemList problems)
        : base(path, header, problems)
    {
        _places = places;
        _rowCount = rowCount;
        (_texts, _numbers) = (new string[shape.Value][], new double[header.Names.Length][]);
    }

    public override bool IsUsable => _places is not null;

    /// <summary>Opens a file; null, with the problem reported, where it cannot be read.</summary>
    public static ParquetTable? Open(string path, FlowShape shape, ProblemList problems)
    {
        try
        {
            return OpenAsync(path, shape, problems).GetAwaiter().GetResult();
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            problems.Add(path, 0, 0, $"cannot be read as Parquet: {failure.Message}");
            return null;
        }
    }

    public override bool Read()
    {
        if (!IsUsable || Line >= _rowCount)
            return false;
        Line++;
        return true;
    }

    public override bool Has(int column) => _places![column] >= 0;

    public override bool IsEmpty(int column) => double.IsNaN(_numbers[column]![Line - 1]);

    public override string Text(int column) => _texts[column]![Line - 1];

    public override bool Number(int column, out double value)
    {
        value = _numbers[column]![Line - 1];
        if (double.IsFinite(value))
            return true;
        Report(column, "is empty or not a finite number");
        return false;
    }

    public override int PositionOf(int column) => 0;

    public override void Dispose()
    {
    }

    private static async Task<ParquetTable?> OpenAsync(string path, FlowShape shape, ProblemList problems)
    {
        var reader = await ParquetReader.CreateAsync(path).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            var fields = reader.Schema.GetDataFields();
            var header = shape.Header;
            var places = header.Match(path, [.. fields.Select(field => field.Name)], _ => 0, 0, problems);
            var rowCount = 0;
            for (var g = 0; g < reader.RowGroupCount; g++)
            {
                using var group = reader.OpenRowGroupReader(g);
                rowCount += (int)group.RowCount;
            }

            var table = new ParquetTable(path, shape, header, places, rowCount, problems);
            for (var column = 0; places is not null && column < places.Length; column++)
            {
                if (places[column] >= 0 && !await table.LoadAsync(reader, fields[places[column]], column, shape).ConfigureAwait(false))
                    return null;
            }

            return table;
        }
    }

    private async Task<bool> LoadAsync(ParquetReader reader, DataField field, int column, FlowShape shape)
    {
        var isText = column < shape.Value;
        if (isText)
            _texts[column] = new string[_rowCount];
        else
            _numbers[column] = new double[_rowCount];
        var start = 0;
        for (var g = 0; g < reader.RowGroupCount; g++)
        {
            using var group = reader.OpenRowGroupReader(g);
            var count = (int)group.RowCount;
            var loaded = isText
                ? await ParquetColumn.TextsAsync(group, field, _texts[column].AsMemory(start, count)).ConfigureAwait(false)
                : await ParquetColumn.NumbersAsync(group, field, _numbers[column].AsMemory(start, count)).ConfigureAwait(false);
            start += count;
            if (loaded)
                continue;
            Problems.Add(File, 0, 0, $"column '{field.Name}' holds {field.ClrType.Name}", isText ? "store its labels as text" : "store its values as doubles");
            return false;
        }

        return true;
    }
}
