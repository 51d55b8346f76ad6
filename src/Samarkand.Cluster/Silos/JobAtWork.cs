using System.Diagnostics;
using Samarkand.Cluster.Database;
using Samarkand.Cluster.Dealing;
using Samarkand.Cluster.Stores;
using Samarkand.Cluster.Studies;
using Samarkand.Core;

namespace Samarkand.Cluster.Silos;

/// <summary>A job as one worker knows it: its study once it is open, the leases at hand, and what is to be reported.</summary>
/// <param name="made">When the job was handed in.</param>
internal sealed class JobAtWork(DateTime made)
{
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stopped = new();
    private readonly Dictionary<long, CancellationTokenSource> _leases = [];
    private readonly HashSet<long> _working = [];
    private readonly List<Finished> _finished = [];
    private readonly List<Trouble> _troubles = [];
    private BlockStudy? _study;
    private SharedBlocks? _blocks;
    private long _reported;
    private long _troubled;
    private bool _gotNothing;

    /// <summary>When the job was handed in.</summary>
    public DateTime Made => made;

    /// <summary>Why it cannot be worked on here, or null.</summary>
    public string? Objection { get; private set; }

    /// <summary>The study.</summary>
    public BlockStudy Study => _study!;

    /// <summary>The folder.</summary>
    public SharedBlocks Blocks => _blocks!;

    /// <summary>True once blocks can be solved.</summary>
    public bool IsOpen
    {
        get
        {
            lock (_lock)
                return _blocks is not null;
        }
    }

    /// <summary>How many blocks are being made or wait for it here.</summary>
    public int AtHand
    {
        get
        {
            lock (_lock)
                return _working.Count;
        }
    }

    /// <summary>True for a moment after a trouble.</summary>
    public bool IsTroubled
    {
        get
        {
            lock (_lock)
                return _troubled != 0 && Stopwatch.GetElapsedTime(_troubled) < AfterTrouble;
        }
    }

    /// <summary>Begins to make the study ready; tells when it is.</summary>
    public void Open(ClusterDatabase database, string id, Action tell) => Task.Run(async () =>
    {
        while (!_stopped.IsCancellationRequested)
        {
            try
            {
                if (await database.StudyAsync(id, _stopped.Token).ConfigureAwait(false) is not { } found)
                    return;
                var study = StudyDescription.Parse(found.Study).Open(_stopped.Token);
                var blocks = new SharedBlocks(ResultPlaces.Of(found.Folder), study);
                Objection = blocks.Objection();
                if (Objection is null)
                {
                    lock (_lock)
                        (_study, _blocks) = (study, blocks);
                    tell();
                    return;
                }
            }
            catch (Exception failure) when (!_stopped.IsCancellationRequested)
            {
                if (!ClusterDatabase.MayPass(failure))
                    Objection = $"job {id} cannot be opened here: {failure.Message}";
            }

            // A folder may still be mounted.
            await Task.Delay(TimeSpan.FromSeconds(5), _stopped.Token).ConfigureAwait(false);
        }
    });

    /// <summary>True where there is nothing to report, and the last report is not long ago.</summary>
    public bool IsQuiet(TimeSpan beat)
    {
        lock (_lock)
            return _finished.Count == 0 && _troubles.Count == 0 && _reported != 0 && (_leases.Count == 0 || Stopwatch.GetElapsedTime(_reported) < beat);
    }

    /// <summary>True where the last report brought nothing, and a next one so soon would bring no more.</summary>
    public bool MayRest(TimeSpan moment)
    {
        lock (_lock)
            return _gotNothing && Stopwatch.GetElapsedTime(_reported) < moment;
    }

    /// <summary>What there is to report; it is reported once, unless it is taken back.</summary>
    public Report Report(string worker, int wants)
    {
        lock (_lock)
        {
            var report = new Report(worker, [.. _leases.Keys], [.. _finished], [.. _troubles], wants);
            _finished.Clear();
            _troubles.Clear();
            return report;
        }
    }

    /// <summary>The report may not have arrived: it will be sent again.</summary>
    public void TakeBack(Report report)
    {
        lock (_lock)
        {
            _finished.InsertRange(0, report.Finished);
            _troubles.InsertRange(0, report.Troubles);
        }
    }

    /// <summary>Takes the answer to a report.</summary>
    public void Take(Deal deal)
    {
        lock (_lock)
        {
            (_reported, _gotNothing) = (Stopwatch.GetTimestamp(), deal.Given.Length == 0);
            foreach (var lease in deal.Dropped)
            {
                if (_leases.Remove(lease, out var stop))
                    stop.Cancel();
            }
        }
    }

    /// <summary>A block is begun; the result stops it.</summary>
    public CancellationToken Begin(Dealt dealt)
    {
        lock (_lock)
        {
            var stop = CancellationTokenSource.CreateLinkedTokenSource(_stopped.Token);
            _leases[dealt.Lease] = stop;
            _working.Add(dealt.Lease);
            return stop.Token;
        }
    }

    /// <summary>A block is in its place.</summary>
    public void Finish(Finished finished)
    {
        lock (_lock)
        {
            _leases.Remove(finished.Lease);
            _finished.Add(finished);
        }
    }

    /// <summary>A block could not be made.</summary>
    public void Fail(Trouble trouble)
    {
        lock (_lock)
        {
            _leases.Remove(trouble.Lease);
            _troubles.Add(trouble);
            _troubled = Stopwatch.GetTimestamp();
        }
    }

    /// <summary>Nobody works on a block here any more.</summary>
    public void End(long lease)
    {
        lock (_lock)
        {
            _leases.Remove(lease);
            _working.Remove(lease);
        }
    }

    /// <summary>The job needs nothing more.</summary>
    public void Stop() => _stopped.Cancel();
}
