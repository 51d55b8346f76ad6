namespace Samarkand.Cluster.Database;

/// <summary>
/// The table of the page's jobs, which servers and workers share. A job runs as a whole on one machine, on a lease that lives as long as that
/// machine is heard of; whoever loses it can write nothing more, because the next lease has another number.
/// </summary>
/// <param name="address">Where it is.</param>
internal sealed class PageJobs(ClusterAddress address) : IAsyncDisposable
{
    /// <summary>How often a job may be begun: it may be the job that kills whoever runs it.</summary>
    public const int MostTries = 4;

    /// <summary>How long a machine may be silent before another takes its job.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // Of a job whose machine is lost, and that is to stop or was begun too often, nobody else will say that it has ended.
    private const string Select = """
        SELECT id, CASE WHEN state <> 'running' OR heard >= now() - @patience THEN state WHEN stop THEN 'stopped' WHEN lease >= @tries THEN 'failed' ELSE state END, what, part_done, part_all, problem FROM samarkand_page_jobs
        """;

    private readonly Statements _statements = new(address);

    /// <summary>Where it is.</summary>
    public ClusterAddress Address => address;

    /// <summary>Puts a job into the queue; false where too many wait. What ended long ago is forgotten.</summary>
    public async Task<bool> AddAsync(string id, string solver, string question, int most, CancellationToken cancellation) => (await _statements.ReadAsync(
        """
        WITH old AS (DELETE FROM samarkand_page_jobs WHERE changed < now() - interval '1 hour' AND coalesce(heard, changed) < now() - interval '1 hour')
        INSERT INTO samarkand_page_jobs (id, solver, question)
        SELECT @id, @solver, @question WHERE (SELECT count(*) FROM samarkand_page_jobs WHERE state = 'waiting') < @most
        RETURNING id
        """,
        _ => true,
        cancellation,
        ("id", id), ("solver", solver), ("question", question), ("most", most)).ConfigureAwait(false)).Count > 0;

    /// <summary>How a job stands; null where there is none.</summary>
    public async Task<PageJobState?> StateAsync(string id, CancellationToken cancellation) => (await _statements.ReadAsync(
        Select + " WHERE id = @id",
        row => new PageJobState(row.GetString(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), row.GetInt32(3), row.GetInt32(4), row.IsDBNull(5) ? null : row.GetString(5)),
        cancellation,
        ("id", id), ("patience", Patience), ("tries", (long)MostTries)).ConfigureAwait(false)).SingleOrDefault();

    /// <summary>Asks that a job stops.</summary>
    public Task StopAsync(string id, CancellationToken cancellation) => _statements.RunAsync(
        "UPDATE samarkand_page_jobs SET stop = true, state = CASE WHEN state = 'waiting' THEN 'stopped' ELSE state END, changed = now() WHERE id = @id AND state IN ('waiting', 'running')", cancellation, ("id", id));

    /// <summary>Takes the job that has waited longest, or whose machine is lost; null where there is none for this solver.</summary>
    /// <param name="solver">The solver of this process.</param>
    /// <param name="holder">Who takes it.</param>
    /// <param name="after">How long a job is left to others first.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<TakenPageJob?> TakeAsync(string solver, string holder, TimeSpan after, CancellationToken cancellation) => (await _statements.ReadAsync(
        """
        UPDATE samarkand_page_jobs SET state = 'running', lease = lease + 1, holder = @holder, heard = now(), changed = now()
        WHERE id = (
            SELECT id FROM samarkand_page_jobs
            WHERE solver = @solver AND NOT stop AND ((state = 'waiting' AND made <= now() - @after) OR (state = 'running' AND heard < now() - @patience AND lease < @tries))
            ORDER BY made LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING id, question, lease
        """,
        row => new TakenPageJob(row.GetString(0), row.GetString(1), row.GetInt64(2)),
        cancellation,
        ("solver", solver), ("holder", holder), ("after", after), ("patience", Patience), ("tries", (long)MostTries)).ConfigureAwait(false)).SingleOrDefault();

    /// <summary>Says that a job's machine is there, and how far the job is.</summary>
    public async Task<PageJobWish> HeardAsync(TakenPageJob job, string? what, int done, int all, CancellationToken cancellation)
    {
        var stop = await _statements.ReadAsync(
            """
            UPDATE samarkand_page_jobs SET what = @what, part_done = @done, part_all = @all, heard = now() WHERE id = @id AND lease = @lease AND state = 'running' RETURNING stop
            """,
            row => row.GetBoolean(0),
            cancellation,
            ("id", job.Id), ("lease", job.Lease), ("what", what), ("done", done), ("all", all)).ConfigureAwait(false);
        return stop.Count == 0 ? PageJobWish.Lost : stop[0] ? PageJobWish.Stop : PageJobWish.GoOn;
    }

    /// <summary>Ends a job, with everything that came of it or nothing; writes nothing where another has it.</summary>
    public Task EndAsync(TakenPageJob job, string state, string? problem, IReadOnlyList<(string Name, byte[] Body)> answers, CancellationToken cancellation) => _statements.RunAsync(
        """
        WITH held AS (
            UPDATE samarkand_page_jobs SET state = @state, problem = @problem, changed = now() WHERE id = @id AND lease = @lease AND state = 'running' RETURNING id)
        INSERT INTO samarkand_page_answers (job, place, name, body)
        SELECT held.id, a.place::integer, a.name, a.body FROM held, unnest(@names, @bodies) WITH ORDINALITY AS a (name, body, place)
        """,
        cancellation,
        ("id", job.Id), ("lease", job.Lease), ("state", state), ("problem", problem), ("names", answers.Select(answer => answer.Name).ToArray()), ("bodies", answers.Select(answer => answer.Body).ToArray()));

    /// <summary>The names of what came of a job, in order.</summary>
    public Task<List<string>> NamesAsync(string id, CancellationToken cancellation) =>
        _statements.ReadAsync("SELECT name FROM samarkand_page_answers WHERE job = @id ORDER BY place", row => row.GetString(0), cancellation, ("id", id));

    /// <summary>One of them; null where there is none of that name.</summary>
    public async Task<byte[]?> BodyAsync(string id, string name, CancellationToken cancellation) =>
        (await _statements.ReadAsync("SELECT body FROM samarkand_page_answers WHERE job = @id AND name = @name", row => row.GetFieldValue<byte[]>(0), cancellation, ("id", id), ("name", name)).ConfigureAwait(false)).SingleOrDefault();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _statements.DisposeAsync();
}

/// <summary>How a job of the page stands.</summary>
/// <param name="Id">Its name.</param>
/// <param name="State"><c>waiting</c>, <c>running</c>, <c>done</c>, <c>failed</c> or <c>stopped</c>.</param>
/// <param name="What">What it is at, or null.</param>
/// <param name="Done">How much of that is done.</param>
/// <param name="All">Of how much.</param>
/// <param name="Problem">Why it failed, as JSON, or null.</param>
internal sealed record PageJobState(string Id, string State, string? What, int Done, int All, string? Problem);

/// <summary>A job of the page that this process runs.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Question">What is asked, as JSON.</param>
/// <param name="Lease">The number of the lease: how often the job was begun.</param>
internal sealed record TakenPageJob(string Id, string Question, long Lease);

/// <summary>What a job's machine is to do.</summary>
internal enum PageJobWish
{
    /// <summary>Go on.</summary>
    GoOn,

    /// <summary>Somebody wants it to stop.</summary>
    Stop,

    /// <summary>Another machine has it.</summary>
    Lost,
}
