using System.Diagnostics;
using Orleans;
using Orleans.Concurrency;
using Orleans.Runtime;
using Samarkand.Cluster.Database;
using Samarkand.Cluster.Dealing;

namespace Samarkand.Cluster.Jobs;

/// <inheritdoc cref="IJobGrain"/>
/// <remarks>
/// Whoever holds the job does so in an epoch of its own: the database takes no word from an earlier holder, should there ever be two. What is
/// done is kept here until the database has it, so that the database may be away for a while.
/// </remarks>
[Reentrant]
internal sealed class JobGrain(ClusterDatabase database, ClusterMetrics metrics, ILocalSiloDetails silo) : Grain, IJobGrain
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(200);

    private readonly List<Finished> _unwritten = [];
    private readonly long _begun = Stopwatch.GetTimestamp();
    private Dealer _dealer = null!;
    private HeldJob _job = null!;
    private bool _isWriting;
    private bool _hasEnded;
    private int _written;
    private int _resultsWritten;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (await database.TakeAsync(this.GetPrimaryKeyString(), silo.SiloAddress.Endpoint.ToString(), cancellationToken).ConfigureAwait(true) is not { } job)
        {
            _hasEnded = true;
            return;
        }

        (_job, _dealer) = (job, new Dealer(job.Blocks, job.Done, job.Epoch));
        (_written, _resultsWritten) = (job.Done.Count, job.Done.Sum(one => job.Blocks[one.Block].Count));
        this.RegisterGrainTimer(LookAsync, new GrainTimerCreationOptions(Beat, Beat) { Interleave = true, KeepAlive = true });
    }

    public Task<Deal> Exchange(Report report)
    {
        if (_hasEnded)
        {
            DeactivateOnIdle();
            return Task.FromResult(new Deal([], report.Holds, HasEnded: true));
        }

        return Task.FromResult(_dealer.Exchange(report, Now, _unwritten.Add));
    }

    private TimeSpan Now => Stopwatch.GetElapsedTime(_begun);

    private async Task LookAsync(CancellationToken cancellation)
    {
        if (_hasEnded)
            return;
        _dealer.Look(Now);
        metrics.Coordinator(this.GetPrimaryKeyString(), _dealer);
        if (_isWriting || (_unwritten.Count == 0 && _dealer.Failure is null && !_dealer.IsWhole))
            return;
        _isWriting = true;
        try
        {
            await WriteAsync(cancellation).ConfigureAwait(true);
        }
        catch (Exception failure) when (ClusterDatabase.MayPass(failure))
        {
            metrics.DatabaseAway();
            await Task.Delay(TimeSpan.FromSeconds(1), cancellation).ConfigureAwait(true);
        }
        finally
        {
            _isWriting = false;
        }
    }

    private async Task WriteAsync(CancellationToken cancellation)
    {
        var batch = _unwritten.ToArray();
        var (done, results) = (_written + batch.Length, _resultsWritten + batch.Sum(one => _job.Blocks[one.Block].Count));
        var failure = _dealer.Failure;
        var state = failure is not null ? JobState.Failed : done == _job.Blocks.Length ? JobState.Finished : JobState.Running;
        var isHeld = await database.RecordAsync(this.GetPrimaryKeyString(), _job.Epoch, batch, done, results, state, failure, cancellation).ConfigureAwait(true);
        _unwritten.RemoveRange(0, batch.Length);
        (_written, _resultsWritten) = (done, results);
        if (isHeld && state == JobState.Running)
            return;
        _hasEnded = true;
        DeactivateOnIdle();
    }
}
