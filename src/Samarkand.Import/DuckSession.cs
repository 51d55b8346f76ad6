using DuckDB.NET.Data;

namespace Samarkand.Import;

/// <summary>A DuckDB that reads Parquet files row by row; it starts when it is first asked, and needs no temporary folder.</summary>
internal sealed class DuckSession(CancellationToken cancellation) : IDisposable
{
    private DuckDBConnection? _connection;

    /// <summary>Runs a query and hands over its rows one by one; they are never held together.</summary>
    public void ForEach(string sql, Action<DuckDBDataReader> row)
    {
        using var reader = Open(sql);
        while (reader.Read())
            row(reader);
    }

    /// <summary>Opens a query whose rows are read in the order in which they stand in the file.</summary>
    public DuckDBDataReader Open(string sql)
    {
        cancellation.ThrowIfCancellationRequested();
        _connection ??= Start();
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.UseStreamingMode = true;
        return command.ExecuteReader();
    }

    public void Dispose() => _connection?.Dispose();

    private static DuckDBConnection Start()
    {
        var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        foreach (var setting in new[] { "memory_limit = '1GB'", "temp_directory = ''", "preserve_insertion_order = true", "autoinstall_known_extensions = false" })
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"SET {setting}";
            command.ExecuteNonQuery();
        }

        return connection;
    }
}
