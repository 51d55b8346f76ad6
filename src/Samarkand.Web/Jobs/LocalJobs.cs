using System.Collections.Concurrent;
using System.Diagnostics;
using Samarkand.Web.Measuring;
using Samarkand.Web.Problems;
using Samarkand.Web.Solving;
using Samarkand.Web.Studies;

namespace Samarkand.Web.Jobs;

/// <summary>Jobs on this machine, one after another, so that sliders stay quick while one runs; those that have ended stay for a while.</summary>
internal sealed class LocalJobs(ServerMetrics metrics, Answering answering, OpenWorlds worlds) : IJobs, IDisposable
{
    private const int MostWaiting = 8;
    private const int MostKept = 32;

    private readonly ConcurrentDictionary<string, Job> _jobs = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();
    private readonly SemaphoreSlim _turn = new(1);

    /// <inheritdoc/>
    public Task<JobStatus> StartAsync(StudyQuestion question, CancellationToken cancellation)
    {
        var analysis = question.Begin(answering, worlds);
        if (_jobs.Values.Count(job => !job.Status.HasEnded) > MostWaiting)
            throw new ApiException(429, "queue", "Too many ask at once", $"{MostWaiting} analyses wait already", "ask again when some of them have ended, or stop one");
        var job = new Job();
        _jobs[job.Id] = job;
        _order.Enqueue(job.Id);
        while (_jobs.Count > MostKept && _order.TryDequeue(out var oldest))
        {
            if (_jobs.TryRemove(oldest, out var old))
                old.Stop();
        }

        _ = Task.Run(() => RunAsync(job, analysis), CancellationToken.None);
        return Task.FromResult(job.Status);
    }

    /// <inheritdoc/>
    public Task<JobStatus?> StatusAsync(string id, CancellationToken cancellation) => Task.FromResult(_jobs.GetValueOrDefault(id)?.Status);

    /// <inheritdoc/>
    public Task<JobStatus> NextAsync(JobStatus seen, CancellationToken cancellation) =>
        _jobs.GetValueOrDefault(seen.Id)?.NextAsync(seen, cancellation) ?? Task.FromResult(seen with { State = JobState.Stopped });

    /// <inheritdoc/>
    public Task StopAsync(string id, CancellationToken cancellation)
    {
        _jobs.GetValueOrDefault(id)?.Stop();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> NamesAsync(string id, CancellationToken cancellation) => Task.FromResult(_jobs[id].Answer!.Names);

    /// <inheritdoc/>
    public Task<byte[]> BodyAsync(string id, string name, CancellationToken cancellation) => Task.FromResult(_jobs[id].Answer!.Body(name));

    /// <summary>Stops all of them.</summary>
    public void Dispose()
    {
        foreach (var job in _jobs.Values)
            job.Stop();
    }

    private async Task RunAsync(Job job, StudyWork analysis)
    {
        var begun = Stopwatch.GetTimestamp();
        try
        {
            await _turn.WaitAsync(job.Cancellation);
            begun = Stopwatch.GetTimestamp();
            try
            {
                job.End(analysis(job.Tell, job.Cancellation));
            }
            finally
            {
                _turn.Release();
            }
        }
        catch (OperationCanceledException)
        {
            job.End(JobState.Stopped, null);
        }
        catch (Exception failure)
        {
            job.End(JobState.Failed, ProblemAnswers.Of(failure));
        }

        metrics.JobEnded(Stopwatch.GetElapsedTime(begun), job.Status.State);
    }
}
