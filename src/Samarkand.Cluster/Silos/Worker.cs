using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Orleans;
using Orleans.Runtime;
using Samarkand.Cluster.Database;
using Samarkand.Cluster.Dealing;
using Samarkand.Cluster.Jobs;
using Samarkand.Cluster.Studies;
using Samarkand.Core;

namespace Samarkand.Cluster.Silos;

/// <summary>
/// Works on the jobs that run: asks for blocks, solves one at a time on all cores while the next is at hand, and says every few seconds that it
/// is there. Nothing is computed on the threads of the silo.
/// </summary>
internal sealed class Worker(IGrainFactory grains, ClusterDatabase database, ClusterMetrics metrics, WorkerSettings settings) : BackgroundService
{
    private const int AtHand = 2;

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenSigns = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, JobAtWork> _jobs = [];
    private readonly SemaphoreSlim _news = new(0);
    private readonly SemaphoreSlim _cores = new(1);
    private readonly string _name = Guid.NewGuid().ToString("N")[..16];
    private long _signed;
    private string? _note;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var turn = 0;
        var (looked, listed) = (0L, Array.Empty<RunningJob>());
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (looked == 0 || Stopwatch.GetElapsedTime(looked) > BetweenLooks)
                {
                    listed = await grains.GetGrain<IJobListGrain>(0).Running().WaitAsync(Dealer.Patience, stoppingToken).ConfigureAwait(false);
                    looked = Stopwatch.GetTimestamp();
                    Forget(listed);
                    await SignAsync(listed, stoppingToken).ConfigureAwait(false);
                }

                var mine = listed.Where(job => job.Solver == SolverVersion.Here).ToArray();
                for (var k = 0; k < mine.Length; k++)
                    await ExchangeAsync(mine[(turn + k) % mine.Length], stoppingToken).ConfigureAwait(false);
                turn++;
                await _news.WaitAsync(BetweenLooks, stoppingToken).ConfigureAwait(false);
                while (_news.CurrentCount > 0)
                    await _news.WaitAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested && failure is OrleansException or TimeoutException or OperationCanceledException || ClusterDatabase.MayPass(failure))
            {
                // A silo or the database is away: what is at hand goes on meanwhile.
                await Task.Delay(TimeSpan.FromMilliseconds(500), stoppingToken).ConfigureAwait(false);
            }
        }
    }

    private void Forget(RunningJob[] listed)
    {
        foreach (var (id, job) in _jobs.Where(one => !listed.Any(running => running.Id == one.Key && running.Made == one.Value.Made)).ToArray())
        {
            job.Stop();
            _jobs.Remove(id);
        }
    }

    private async Task SignAsync(RunningJob[] listed, CancellationToken cancellation)
    {
        var other = listed.FirstOrDefault(job => job.Solver != SolverVersion.Here);
        var note = _jobs.Values.Select(job => job.Objection).FirstOrDefault(text => text is not null)
            ?? (other is null ? null : $"job {other.Id} asks for samarkand {other.Solver}, and this worker is {SolverVersion.Here}; start workers of that version");
        if (note == _note && _signed != 0 && Stopwatch.GetElapsedTime(_signed) < BetweenSigns)
            return;
        if (note is not null && note != _note)
            settings.Tell(note);
        try
        {
            await database.SeenAsync(_name, SolverVersion.Here, InParallel.Threads, note, cancellation).ConfigureAwait(false);
            (_note, _signed) = (note, Stopwatch.GetTimestamp());
        }
        catch (Exception failure) when (ClusterDatabase.MayPass(failure))
        {
            // It signs when the database is back.
        }
    }

    private async Task ExchangeAsync(RunningJob running, CancellationToken cancellation)
    {
        if (!_jobs.TryGetValue(running.Id, out var job))
        {
            _jobs.Add(running.Id, job = new JobAtWork(running.Made));
            job.Open(database, running.Id, () => _news.Release());
        }

        if (!job.IsOpen)
            return;
        var wants = Math.Max(0, AtHand - _jobs.Values.Sum(one => one.AtHand));
        if (job.IsQuiet(Beat) && (wants == 0 || job.MayRest(BetweenLooks)))
            return;
        var report = job.Report(_name, job.IsTroubled ? 0 : wants);
        Deal deal;
        try
        {
            deal = await grains.GetGrain<IJobGrain>(running.Id).Exchange(report).WaitAsync(Dealer.Patience, cancellation).ConfigureAwait(false);
        }
        catch
        {
            job.TakeBack(report);
            throw;
        }

        job.Take(deal);
        foreach (var dealt in deal.Given)
        {
            var lease = job.Begin(dealt);
            _ = Task.Factory.StartNew(() => Make(running.Id, job, dealt, lease), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
    }

    private void Make(string id, JobAtWork job, Dealt dealt, CancellationToken stop)
    {
        var (begun, range) = (Stopwatch.GetTimestamp(), new BlockRange(dealt.First, dealt.Count));
        using var trace = BlockTrace.Begin(id, range, _name);
        try
        {
            var hash = job.Blocks.HashOf(range);
            if (hash is not null)
            {
                metrics.Found();
                trace.End("found");
            }
            else
            {
                Block block;
                _cores.Wait(stop);
                try
                {
                    begun = Stopwatch.GetTimestamp();
                    block = job.Study.Solve(range, () => { }, stop);
                }
                finally
                {
                    _cores.Release();
                }

                // A store that loses the file while it is written gets it once more.
                hash = Retrying(() => job.Blocks.Put(block, FormattableString.Invariant($"{_name}{dealt.Lease:x}")));
                metrics.Solved(Stopwatch.GetElapsedTime(begun).TotalSeconds, dealt.Count);
                trace.End("solved");
            }

            job.Finish(new Finished(_name, dealt.Lease, dealt.Block, hash, Stopwatch.GetElapsedTime(begun).TotalSeconds));
        }
        catch (Exception failure)
        {
            var kind = KindOf(failure);
            if (stop.IsCancellationRequested)
            {
                trace.End("dropped");
            }
            else
            {
                metrics.Troubled(kind);
                var reason = ReasonOf(job.Blocks, failure, kind);
                settings.Tell(reason);
                trace.End("failed", reason);
                job.Fail(new Trouble(dealt.Lease, dealt.Block, kind, reason));
            }
        }
        finally
        {
            job.End(dealt.Lease);
            _news.Release();
        }
    }

    private static byte[] Retrying(Func<byte[]> put)
    {
        try
        {
            return put();
        }
        catch (FileNotFoundException)
        {
            return put();
        }
    }

    private static string ReasonOf(SharedBlocks blocks, Exception failure, FailureKind kind) => failure is PlaceException refused
        ? $"{blocks.Sentence(refused)}; the same command goes on"
        : kind == FailureKind.Store ? $"the folder cannot be written: {failure.Message.TrimEnd('.')}; make room or mend it, and the same command goes on" : failure.Message;

    private static FailureKind KindOf(Exception failure) => failure switch
    {
        IOException or UnauthorizedAccessException => FailureKind.Store,
        OtherBytesException => FailureKind.Alarm,
        Model.NoEquilibriumException => FailureKind.NoEquilibrium,
        _ => FailureKind.Refused,
    };
}
