using DuckDB.NET.Data;

namespace Samarkand.Import;

/// <summary>
/// A DuckDB in memory with a limit, which puts what does not fit into a temporary folder, so that a table may be larger than memory.
/// </summary>
internal sealed class DuckSession : IDisposable
{
    private readonly CancellationToken _cancellation;
    private readonly string _overflow = Directory.CreateTempSubdirectory("samarkand-import-").FullName;
    private readonly DuckDBConnection _connection = new("DataSource=:memory:");

    public DuckSession(CancellationToken cancellation)
    {
        _cancellation = cancellation;
        _connection.Open();
        Execute("SET memory_limit = '1GB'");
        Execute($"SET temp_directory = {Sql.Text(_overflow)}");
        Execute("SET preserve_insertion_order = false");
        Execute("SET autoinstall_known_extensions = false");
    }

    public void Execute(string sql) => ForEach(sql, _ => { });

    /// <summary>Runs a query and hands over its rows one by one; they are never held together.</summary>
    public void ForEach(string sql, Action<DuckDBDataReader> row)
    {
        using var command = Command(sql);
        using var stop = _cancellation.Register(command.Cancel);
        try
        {
            using var reader = command.ExecuteReader();
            while (reader.Read())
                row(reader);
        }
        catch (DuckDBException) when (_cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(_cancellation);
        }
    }

    /// <summary>Opens a query whose rows are read in the order in which they stand in the file.</summary>
    public DuckDBDataReader OpenInOrder(string sql)
    {
        Execute("SET preserve_insertion_order = true");
        using var command = Command(sql);
        return command.ExecuteReader();
    }

    public void Dispose()
    {
        _connection.Dispose();
        Directory.Delete(_overflow, recursive: true);
    }

    private DuckDBCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.UseStreamingMode = true;
        return command;
    }
}
