using Npgsql;

namespace Samarkand.Cluster.Database;

/// <summary>Statements with named values, each on a connection of its own.</summary>
/// <param name="address">The database.</param>
internal sealed class Statements(ClusterAddress address) : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source = address.Open();

    /// <summary>Opens a connection.</summary>
    public ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancellation) => _source.OpenConnectionAsync(cancellation);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _source.DisposeAsync();

    /// <summary>Runs a statement.</summary>
    public async Task RunAsync(string text, CancellationToken cancellation, params (string Name, object? Value)[] values)
    {
        var connection = await OpenAsync(cancellation).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
            await RunAsync(connection, text, cancellation, values).ConfigureAwait(false);
    }

    /// <summary>Runs a statement on a connection.</summary>
    public static async Task RunAsync(NpgsqlConnection connection, string text, CancellationToken cancellation, params (string Name, object? Value)[] values)
    {
        var command = Command(connection, text, values);
        await using (command.ConfigureAwait(false))
            await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Runs a statement and reads its rows.</summary>
    public async Task<List<T>> ReadAsync<T>(string text, Func<NpgsqlDataReader, T> read, CancellationToken cancellation, params (string Name, object? Value)[] values)
    {
        var connection = await OpenAsync(cancellation).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var command = Command(connection, text, values);
            await using (command.ConfigureAwait(false))
            {
                var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
                await using (rows.ConfigureAwait(false))
                {
                    var found = new List<T>();
                    while (await rows.ReadAsync(cancellation).ConfigureAwait(false))
                        found.Add(read(rows));
                    return found;
                }
            }
        }
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string text, (string Name, object? Value)[] values)
    {
        var command = new NpgsqlCommand(text, connection);
        foreach (var (name, value) in values)
            command.Parameters.Add(value is null ? new NpgsqlParameter(name, NpgsqlTypes.NpgsqlDbType.Text) { Value = DBNull.Value } : new NpgsqlParameter(name, value));
        return command;
    }
}
