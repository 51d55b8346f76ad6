using System.Security.Cryptography;
using System.Text.Json;
using Samarkand.Cluster.Database;
using Samarkand.Cluster.Studies;
using Samarkand.Web.Api;
using Samarkand.Web.Problems;
using Samarkand.Web.Solving;
using Samarkand.Web.Studies;

namespace Samarkand.Web.Jobs;

/// <summary>Jobs in the database of a cluster: whichever server is asked knows all of them, and whichever machine is free runs them.</summary>
internal sealed class SharedJobs(PageJobs table, Answering answering, OpenWorlds worlds) : IJobs
{
    private const int MostWaiting = 64;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);

    /// <inheritdoc/>
    public async Task<JobStatus> StartAsync(StudyQuestion question, CancellationToken cancellation)
    {
        // What is wrong is told at once, to whoever asks.
        question.Begin(answering, worlds);
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        return await AskAsync(() => table.AddAsync(id, SolverVersion.Here, JsonSerializer.Serialize(question, ApiJson.Default.StudyQuestion), MostWaiting, cancellation))
            ? new JobStatus(id, JobState.Waiting, null, 0, 0, null)
            : throw new ApiException(429, "queue", "Too many ask at once", $"{MostWaiting} analyses wait already", "ask again when some of them have ended, or stop one");
    }

    /// <inheritdoc/>
    public async Task<JobStatus?> StatusAsync(string id, CancellationToken cancellation) =>
        await AskAsync(() => table.StateAsync(id, cancellation)) is { } state ? new JobStatus(state.Id, state.State, state.What, state.Done, state.All, Problem(state)) : null;

    /// <inheritdoc/>
    public async Task<JobStatus> NextAsync(JobStatus seen, CancellationToken cancellation)
    {
        while (true)
        {
            await Task.Delay(BetweenLooks, cancellation);
            try
            {
                var now = await StatusAsync(seen.Id, cancellation) ?? seen with { State = JobState.Stopped };
                if (now.HasEnded || (now.State, now.What, now.Done, now.All) != (seen.State, seen.What, seen.Done, seen.All))
                    return now;
            }
            catch (ApiException)
            {
                // The database may be back at the next look.
            }
        }
    }

    /// <inheritdoc/>
    public Task StopAsync(string id, CancellationToken cancellation) => AskAsync(async () =>
    {
        await table.StopAsync(id, cancellation);
        return true;
    });

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> NamesAsync(string id, CancellationToken cancellation) => await AskAsync(() => table.NamesAsync(id, cancellation));

    /// <inheritdoc/>
    public async Task<byte[]> BodyAsync(string id, string name, CancellationToken cancellation) => await AskAsync(() => table.BodyAsync(id, name, cancellation)) ?? [];

    private static async Task<T> AskAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception failure) when (ClusterDatabase.MayPass(failure))
        {
            throw new ApiException(503, "cluster", "The jobs cannot be reached", "the database that holds the jobs does not answer", "ask again in a moment");
        }
    }

    private static ApiProblem? Problem(PageJobState state) =>
        state.Problem is { } json ? JsonSerializer.Deserialize(json, ApiJson.Default.ApiProblem)
        : state.State == JobState.Failed ? ApiProblem.Of(503, "lost", "The job was lost", $"{PageJobs.MostTries} machines were lost while they ran it", "see in their logs why; it may be too large for their memory")
        : null;
}
