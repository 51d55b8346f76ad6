using DuckDB.NET.Data;

namespace Samarkand.Estimation.Data;

/// <summary>A DuckDB in memory that reads CSV and Parquet; what does not fit goes to a temporary folder that it deletes.</summary>
internal sealed class Database : IDisposable
{
    private readonly DuckDBConnection _connection = new("DataSource=:memory:");
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"samarkand-{Guid.NewGuid():N}");

    public Database()
    {
        _connection.Open();
        Run("SET preserve_insertion_order = true");
        Run("SET autoinstall_known_extensions = false");
        Run($"SET threads = {Core.InParallel.Threads}");
        Run($"SET temp_directory = {Text(_folder)}");
    }

    public static string Text(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    public static string Name(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public void Run(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public DuckDBDataReader Query(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.UseStreamingMode = true;
        return command.ExecuteReader();
    }

    public IEnumerable<T> All<T>(string sql, Func<DuckDBDataReader, T> row)
    {
        using var reader = Query(sql);
        while (reader.Read())
            yield return row(reader);
    }

    public long Number(string sql) => All(sql, row => row.IsDBNull(0) ? 0 : Convert.ToInt64(row.GetValue(0), System.Globalization.CultureInfo.InvariantCulture)).Single();

    public void Dispose()
    {
        _connection.Dispose();
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }
}
