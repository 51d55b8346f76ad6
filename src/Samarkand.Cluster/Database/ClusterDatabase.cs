using System.Net.Sockets;
using System.Text;
using Npgsql;
using Samarkand.Cluster.Dealing;
using Samarkand.Core;

namespace Samarkand.Cluster.Database;

/// <summary>The tables of jobs, blocks and workers.</summary>
/// <param name="address">Where they are.</param>
internal sealed class ClusterDatabase(ClusterAddress address) : IAsyncDisposable
{
    private readonly Statements _statements = new(address);

    /// <summary>Where it is.</summary>
    public ClusterAddress Address => address;

    /// <summary>True where the database may answer if it is asked again.</summary>
    public static bool MayPass(Exception failure) => failure is PostgresException refused
        ? refused.IsTransient || refused.SqlState.StartsWith("57P", StringComparison.Ordinal) || refused.SqlState is PostgresErrorCodes.DiskFull or PostgresErrorCodes.TooManyConnections
        : failure is NpgsqlException or SocketException or TimeoutException or IOException;

    /// <summary>Makes the tables, or leaves them as they are.</summary>
    public async Task InitialiseAsync(CancellationToken cancellation)
    {
        using var stream = typeof(ClusterDatabase).Assembly.GetManifestResourceStream("database/schema.sql")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var text = await reader.ReadToEndAsync(cancellation).ConfigureAwait(false);
        var connection = await _statements.OpenAsync(cancellation).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            // Two that make the tables at once would trip over each other.
            var transaction = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                await Statements.RunAsync(connection, "SELECT pg_advisory_xact_lock(7305817512049)", cancellation).ConfigureAwait(false);
                await Statements.RunAsync(connection, text, cancellation).ConfigureAwait(false);
                await transaction.CommitAsync(cancellation).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Checks that the tables are there.</summary>
    public Task CheckAsync(CancellationToken cancellation) =>
        _statements.ReadAsync("SELECT (SELECT count(*) FROM samarkand_jobs WHERE id = ''), (SELECT count(*) FROM samarkand_blocks WHERE job = ''), (SELECT count(*) FROM samarkand_workers WHERE name = ''), (SELECT count(*) FROM orleansquery), (SELECT count(*) FROM samarkand_silos WHERE deployment = ''), (SELECT count(*) FROM samarkand_page_jobs WHERE id = ''), (SELECT count(*) FROM samarkand_page_answers WHERE job = '')", _ => true, cancellation);

    /// <summary>Hands in a job, or finds it where it runs already.</summary>
    public async Task<bool> SubmitAsync(NewJob job, CancellationToken cancellation)
    {
        await _statements.RunAsync(
        """
        WITH put AS (
            INSERT INTO samarkand_jobs AS j (id, kind, study, folder, solver, firsts, counts, results)
            VALUES (@id, @kind, @study, @folder, @solver, @firsts, @counts, @results)
            ON CONFLICT (id) DO UPDATE SET study = EXCLUDED.study, folder = EXCLUDED.folder, firsts = EXCLUDED.firsts, counts = EXCLUDED.counts, results = EXCLUDED.results,
                done = 0, results_done = 0, state = 'running', failure = NULL, reason = NULL, epoch = j.epoch + 1, made = now(), changed = now()
            WHERE j.state <> 'running'
            RETURNING id)
        DELETE FROM samarkand_blocks WHERE job IN (SELECT id FROM put)
        """,
        cancellation,
        ("id", job.Id), ("kind", job.Kind), ("study", job.Study), ("folder", job.Folder), ("solver", job.Solver),
        ("firsts", job.Blocks.Select(range => range.First).ToArray()), ("counts", job.Blocks.Select(range => range.Count).ToArray()), ("results", job.Blocks.Sum(range => range.Count))).ConfigureAwait(false);
        return true;
    }

    /// <summary>How a job stands; null where there is none of that name.</summary>
    public async Task<JobState?> StateAsync(string id, CancellationToken cancellation) =>
        (await _statements.ReadAsync(JobState.Select + " WHERE id = @id", JobState.Read, cancellation, ("id", id)).ConfigureAwait(false)).SingleOrDefault();

    /// <summary>All jobs, the last first.</summary>
    public Task<List<JobState>> JobsAsync(CancellationToken cancellation) => _statements.ReadAsync(JobState.Select + " ORDER BY made DESC, id LIMIT 1000", JobState.Read, cancellation);

    /// <summary>The jobs that run, the first first.</summary>
    public Task<List<RunningJob>> RunningAsync(CancellationToken cancellation) => _statements.ReadAsync(
        "SELECT id, solver, made FROM samarkand_jobs WHERE state = 'running' ORDER BY made, id", row => new RunningJob(row.GetString(0), row.GetString(1), row.GetDateTime(2)), cancellation);

    /// <summary>What a job's workers have to know.</summary>
    public async Task<(string Study, string Folder)?> StudyAsync(string id, CancellationToken cancellation)
    {
        var found = await _statements.ReadAsync("SELECT study, folder FROM samarkand_jobs WHERE id = @id", row => (row.GetString(0), row.GetString(1)), cancellation, ("id", id)).ConfigureAwait(false);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>Takes a job over: whoever held it before can write nothing more. Null where it does not run.</summary>
    public async Task<HeldJob?> TakeAsync(string id, string holder, CancellationToken cancellation)
    {
        var taken = await _statements.ReadAsync(
            "UPDATE samarkand_jobs SET epoch = epoch + 1, holder = @holder, changed = now() WHERE id = @id AND state = 'running' RETURNING epoch, firsts, counts",
            row => (Epoch: row.GetInt32(0), Firsts: row.GetFieldValue<int[]>(1), Counts: row.GetFieldValue<int[]>(2)), cancellation, ("id", id), ("holder", holder)).ConfigureAwait(false);
        if (taken.Count == 0)
            return null;
        var done = await _statements.ReadAsync("SELECT block, sha256 FROM samarkand_blocks WHERE job = @id", row => (row.GetInt32(0), row.GetFieldValue<byte[]>(1)), cancellation, ("id", id)).ConfigureAwait(false);
        return new HeldJob(taken[0].Epoch, [.. taken[0].Firsts.Zip(taken[0].Counts, (first, count) => new BlockRange(first, count))], done);
    }

    /// <summary>Writes down what is done; false where the job is no longer held in this epoch, and nothing is written.</summary>
    public async Task<bool> RecordAsync(string id, int epoch, IReadOnlyList<Finished> finished, int done, int results, string state, Failure? failure, CancellationToken cancellation)
    {
        var held = await _statements.ReadAsync(
            """
            WITH held AS (
                UPDATE samarkand_jobs SET done = @done, results_done = @results, state = @state, failure = @failure, reason = @reason, changed = now()
                WHERE id = @id AND epoch = @epoch AND state IN ('running', @state) RETURNING id),
            put AS (
                INSERT INTO samarkand_blocks (job, block, sha256, epoch, lease, worker, seconds)
                SELECT held.id, b.block, b.sha256, @epoch, b.lease, b.worker, b.seconds
                FROM held, unnest(@blocks, @hashes, @leases, @workers, @seconds) AS b (block, sha256, lease, worker, seconds)
                ON CONFLICT (job, block) DO NOTHING RETURNING 1)
            SELECT (SELECT count(*) FROM held), (SELECT count(*) FROM put)
            """,
            row => row.GetInt64(0) == 1,
            cancellation,
            ("id", id), ("epoch", epoch), ("done", done), ("results", results), ("state", state),
            ("failure", failure?.Kind.ToString()), ("reason", failure?.Reason),
            ("blocks", finished.Select(one => one.Block).ToArray()), ("hashes", finished.Select(one => one.Hash).ToArray()), ("leases", finished.Select(one => one.Lease).ToArray()),
            ("workers", finished.Select(one => one.Worker).ToArray()), ("seconds", finished.Select(one => one.Seconds).ToArray())).ConfigureAwait(false);
        return held[0];
    }

    /// <summary>Stops a job; false where it does not run.</summary>
    public async Task<bool> CancelAsync(string id, CancellationToken cancellation) =>
        (await _statements.ReadAsync("UPDATE samarkand_jobs SET state = 'cancelled', epoch = epoch + 1, changed = now() WHERE id = @id AND state = 'running' RETURNING id", _ => true, cancellation, ("id", id)).ConfigureAwait(false)).Count > 0;

    /// <summary>The blocks of a job that are done, with their hashes; of one moment, should somebody hand the job in anew.</summary>
    public Task<List<(BlockRange Range, byte[] Hash)>> HashesAsync(string id, CancellationToken cancellation) => _statements.ReadAsync(
        "SELECT j.firsts[b.block + 1], j.counts[b.block + 1], b.sha256 FROM samarkand_blocks b JOIN samarkand_jobs j ON j.id = b.job WHERE b.job = @id",
        row => (new BlockRange(row.GetInt32(0), row.GetInt32(1)), row.GetFieldValue<byte[]>(2)),
        cancellation,
        ("id", id));

    /// <summary>Says that a worker is there; a worker that has been silent for an hour is forgotten.</summary>
    public Task SeenAsync(string name, string solver, int threads, string? note, CancellationToken cancellation) => _statements.RunAsync(
        """
        WITH old AS (DELETE FROM samarkand_workers WHERE seen < now() - interval '1 hour' AND name <> @name)
        INSERT INTO samarkand_workers (name, solver, threads, note) VALUES (@name, @solver, @threads, @note)
        ON CONFLICT (name) DO UPDATE SET note = EXCLUDED.note, seen = now()
        """,
        cancellation,
        ("name", name), ("solver", solver), ("threads", threads), ("note", note));

    /// <summary>The workers that were heard of within half a minute.</summary>
    public Task<List<KnownWorker>> WorkersAsync(CancellationToken cancellation) => _statements.ReadAsync(
        "SELECT name, solver, threads, note FROM samarkand_workers WHERE seen > now() - interval '30 seconds' ORDER BY name",
        row => new KnownWorker(row.GetString(0), row.GetString(1), row.GetInt32(2), row.IsDBNull(3) ? null : row.GetString(3)),
        cancellation);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _statements.DisposeAsync();
}
