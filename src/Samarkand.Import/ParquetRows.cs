using DuckDB.NET.Data;
using Samarkand.Core;
using Samarkand.Worlds;
using Samarkand.Worlds.Files;

namespace Samarkand.Import;

/// <summary>The rows of a long table in a Parquet file, read by DuckDB; its lines are its rows, from 1.</summary>
internal sealed class ParquetRows : TableRows
{
    private static readonly string[] Labels = ["VARCHAR", "ENUM", "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT"];
    private static readonly string[] Numbers = ["DOUBLE", "FLOAT", "DECIMAL", .. Labels[2..], "HUGEINT"];
    private static readonly string[] Years = [.. Labels, "DOUBLE", "FLOAT", "DECIMAL", "DATE"];

    private readonly int[]? _places;
    private readonly DuckDBDataReader? _reader;

    private ParquetRows(string path, TableHeader header, int[]? places, DuckDBDataReader? reader, ProblemList problems)
        : base(path, header, problems) => (_places, _reader) = (places, reader);

    public override bool IsUsable => _reader is not null;

    /// <summary>Opens a file; null, with the problem reported, where it cannot be read.</summary>
    public static ParquetRows? Open(string path, TableHeader header, DuckSession duck, ProblemList problems)
    {
        try
        {
            var found = new List<(string Name, string Type)>();
            duck.ForEach($"DESCRIBE SELECT * FROM read_parquet({Sql.Path(path)})", row => found.Add((row.GetString(0), row.GetString(1))));
            var places = header.Match(path, [.. found.Select(column => column.Name)], _ => 0, 0, problems);
            var isUsable = places is not null && HaveTypes(path, found, places, problems);
            return new ParquetRows(path, header, places, isUsable ? duck.Open(Select(path, found, places!)) : null, problems);
        }
        catch (DuckDBException failure)
        {
            problems.Add(path, 0, 0, $"cannot be read as Parquet: {failure.Message.Split('\n')[0]}", "it may have been cut short: fetch or write it again");
            return null;
        }
    }

    public override bool Read()
    {
        try
        {
            if (_reader is null || !_reader.Read())
                return false;
        }
        catch (DuckDBException failure)
        {
            Problems.Add(File, 0, 0, $"cannot be read as Parquet: {failure.Message.Split('\n')[0]}", "it may be damaged: fetch or write it again");
            return false;
        }

        Line++;
        return true;
    }

    public override bool Has(int column) => _places![column] >= 0;

    public override string Text(int column) => ComposedText.Of(_reader!.GetString(column));

    public override bool IsEmpty(int column) => _reader!.IsDBNull(column);

    public override bool Number(int column, out double value)
    {
        value = IsEmpty(column) ? double.NaN : _reader!.GetDouble(column);
        if (double.IsFinite(value))
            return true;
        Report(column, IsEmpty(column) ? "is empty" : "is not a finite number", "write a number such as 1234.5");
        return false;
    }

    public override int PositionOf(int column) => 0;

    public override void Dispose() => _reader?.Dispose();

    private static bool HaveTypes(string path, List<(string Name, string Type)> found, int[] places, ProblemList problems)
    {
        var isUsable = true;
        for (var k = 0; k < places.Length; k++)
        {
            if (places[k] < 0)
                continue;
            var (name, type) = found[places[k]];
            var known = k switch { LongColumns.Value => Numbers, LongColumns.Year => Years, _ => Labels };
            if (known.Contains(type.Split('(')[0], StringComparer.Ordinal))
                continue;
            isUsable = false;
            problems.Add(path, 0, 0, $"column '{name}' is of type {type}", k switch { LongColumns.Value => "store the values as DOUBLE", LongColumns.Year => "store the years as INTEGER", _ => "store the codes as text (VARCHAR)" });
        }

        return isUsable;
    }

    private static string Select(string path, List<(string Name, string Type)> found, int[] places) =>
        $"SELECT {string.Join(", ", places.Select((place, k) => place < 0 ? "NULL" : k == LongColumns.Value ? $"{Sql.Name(found[place].Name)}::DOUBLE" : $"coalesce(trim({Sql.Name(found[place].Name)}::VARCHAR, E' \\t'), '')"))} FROM read_parquet({Sql.Path(path)})";
}
