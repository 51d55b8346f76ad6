using System.Diagnostics;
using Samarkand.Cluster.Database;
using Samarkand.Core;

namespace Samarkand.Cluster.Jobs;

/// <summary>Follows a job until it ends, also where the database is away for a while.</summary>
/// <param name="database">The database.</param>
/// <param name="tell">Takes sentences for whoever waits.</param>
internal sealed class JobFollower(ClusterDatabase database, Action<string> tell)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(10);

    private string? _told;

    /// <summary>How it ended.</summary>
    /// <param name="id">The job.</param>
    /// <param name="progress">Told the number of results so far and of all that were missing.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    /// <exception cref="InputException">There is no such job, or the database refuses for good.</exception>
    public async Task<JobState> UntilEndAsync(string id, Action<int, int> progress, CancellationToken cancellation)
    {
        var (moved, before) = (Stopwatch.GetTimestamp(), -1);
        while (true)
        {
            try
            {
                var state = await database.StateAsync(id, cancellation).ConfigureAwait(false)
                    ?? throw new InputException(new InputProblem($"job {id}", 0, 0, "there is none of that name", "`samarkand jobs` lists them"));
                if (state.ResultsDone != before)
                    (moved, before) = (Stopwatch.GetTimestamp(), state.ResultsDone);
                progress(state.ResultsDone, state.Results);
                if (state.State != JobState.Running)
                    return state;
                if (Stopwatch.GetElapsedTime(moved) > Silence)
                {
                    moved = Stopwatch.GetTimestamp();
                    await ExplainAsync(state, cancellation).ConfigureAwait(false);
                }
            }
            catch (Exception failure) when (ClusterDatabase.MayPass(failure))
            {
                Tell($"{database.Address.Explain(failure).Message}; waiting for it");
            }
            catch (Exception failure) when (failure is Npgsql.NpgsqlException)
            {
                throw database.Address.Explain(failure);
            }

            await Task.Delay(BetweenLooks, cancellation).ConfigureAwait(false);
        }
    }

    private async Task ExplainAsync(JobState state, CancellationToken cancellation)
    {
        var workers = await database.WorkersAsync(cancellation).ConfigureAwait(false);
        if (workers.Count == 0)
            Tell("no worker is at work: start some with `samarkand work`");
        else if (workers.All(worker => worker.Solver != state.Solver))
            Tell($"no worker is samarkand {state.Solver}; those at work are {string.Join(", ", workers.Select(worker => worker.Solver).Distinct())}: start workers of the version of this command");
        else if (workers.Where(worker => worker.Solver == state.Solver).Select(worker => worker.Note).FirstOrDefault(note => note is not null) is { } note)
            Tell($"a worker says: {note}");
    }

    private void Tell(string text)
    {
        if (text != _told)
            tell(text);
        _told = text;
    }
}
