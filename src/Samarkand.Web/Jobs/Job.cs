using System.Security.Cryptography;
using Samarkand.Web.Problems;
using Samarkand.Web.Studies;

namespace Samarkand.Web.Jobs;

/// <summary>An analysis that runs, waits or has ended.</summary>
internal sealed class Job : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _lock = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private JobStatus _status;

    public Job() => _status = new JobStatus(Id, JobState.Waiting, null, 0, 0, null);

    /// <summary>Its name, which nobody can guess.</summary>
    public string Id { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>How far it is.</summary>
    public JobStatus Status
    {
        get
        {
            lock (_lock)
                return _status;
        }
    }

    /// <summary>What came of it; null until it is done.</summary>
    public StudyAnswer? Answer { get; private set; }

    /// <summary>What stops it.</summary>
    public CancellationToken Cancellation => _stop.Token;

    /// <summary>Stops it.</summary>
    public void Stop() => _stop.Cancel();

    /// <summary>Says how far it is.</summary>
    public void Tell(string what, int done, int all) => Set(status => status with { State = JobState.Running, What = what, Done = done, All = all });

    /// <summary>Ends it with an answer.</summary>
    public void End(StudyAnswer answer)
    {
        Answer = answer;
        Set(status => status with { State = JobState.Done });
    }

    /// <summary>Ends it without one.</summary>
    public void End(string state, ApiProblem? problem) => Set(status => status with { State = state, Problem = problem });

    /// <summary>Waits until something changes after a status that was seen.</summary>
    public async Task<JobStatus> NextAsync(JobStatus seen, CancellationToken cancellation)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (_status != seen)
                    return _status;
                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellation);
        }
    }

    public void Dispose() => _stop.Dispose();

    private void Set(Func<JobStatus, JobStatus> change)
    {
        TaskCompletionSource changed;
        lock (_lock)
        {
            if (_status.HasEnded)
                return;
            _status = change(_status);
            (changed, _changed) = (_changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        changed.SetResult();
    }
}
