using DuckDB.NET.Data;
using Samarkand.Core;
using Samarkand.Worlds.Files;

namespace Samarkand.Import;

/// <summary>A Parquet file; its lines are its rows, from 1.</summary>
internal sealed class ParquetTableFile : TableFile
{
    private static readonly string[] Labels = ["VARCHAR", "ENUM", "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT"];
    private static readonly string[] Numbers = ["DOUBLE", "FLOAT", "DECIMAL", .. Labels[2..], "HUGEINT"];

    private readonly string[] _names;

    private ParquetTableFile(string path, LongColumns columns, string[] names)
        : base(path, columns) => _names = names;

    public override string Select
    {
        get
        {
            string Text(int k) => $"coalesce(trim({Sql.Name(_names[k])}::VARCHAR, E' \\t'), '')";
            return $"""
                SELECT {Text(0)} AS origin, {Text(1)} AS sector, {Text(2)} AS destination, {Text(3)} AS usage, {Sql.Name(_names[LongColumns.Value])}::DOUBLE AS value
                FROM read_parquet({Sql.Path(Path)})
                """;
        }
    }

    public static ParquetTableFile? Inspect(string path, LongColumns columns, DuckSession duck, ProblemList problems)
    {
        var found = new List<(string Name, string Type)>();
        try
        {
            duck.ForEach($"DESCRIBE SELECT * FROM read_parquet({Sql.Path(path)})", row => found.Add((row.GetString(0), row.GetString(1))));
        }
        catch (DuckDBException failure)
        {
            problems.Add(path, 0, 0, $"cannot be read as Parquet: {failure.Message}", "it may have been cut short: fetch or write it again");
            return null;
        }

        if (Find(path, 0, [.. found.Select(column => column.Name)], columns, problems) is not { } places)
            return null;
        var usable = true;
        for (var k = 0; k < places.Length; k++)
        {
            var (name, type) = found[places[k]];
            var known = k == LongColumns.Value ? Numbers : Labels;
            if (known.Contains(type.Split('(')[0], StringComparer.Ordinal))
                continue;
            usable = false;
            problems.Add(path, 0, 0, $"column '{name}' is of type {type}", k == LongColumns.Value ? "store the values as DOUBLE" : "store the codes as text (VARCHAR)");
        }

        return usable ? new ParquetTableFile(path, columns, [.. places.Select(place => found[place].Name)]) : null;
    }

    public override TableRows Rows(DuckSession duck, ProblemList problems) =>
        new DuckRows(Path, new TableHeader(_names), problems, duck.OpenInOrder(Select));
}
