using Samarkand.Core;

namespace Samarkand.Cluster.Dealing;

/// <summary>
/// Deals the blocks of one job to workers. It knows no network, no clock and no database: whoever holds it tells the time, hands it what
/// workers report, and writes down what is done. A block is dealt on a lease that lives as long as its worker is heard of; near the end, slow
/// blocks are dealt once more to whoever is idle, and the first to finish counts.
/// </summary>
internal sealed class Dealer
{
    /// <summary>How long a worker may be silent before its blocks are dealt to others.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>How often a block may meet a store that refuses before the job stops.</summary>
    public const int MostTroubles = 6;

    /// <summary>How often a block's worker may be lost before the job stops: it may be the block that kills them.</summary>
    public const int MostLosses = 20;

    private static readonly TimeSpan SoonestCopy = TimeSpan.FromSeconds(2);

    private readonly BlockRange[] _ranges;
    private readonly byte[]?[] _hashes;
    private readonly byte[] _losses;
    private readonly byte[] _troubles;
    private readonly Dictionary<int, List<Lease>> _dealt = [];
    private readonly Dictionary<string, Worker> _workers = [];
    private readonly Queue<int> _returned = new();
    private readonly TypicalTime _typical = new();
    private int _next;
    private long _lastLease;

    /// <summary>Begins with what is done already.</summary>
    /// <param name="ranges">All blocks.</param>
    /// <param name="done">The hashes of those that are done.</param>
    /// <param name="epoch">Which holder of the job this is: no lease of an earlier one has a number of this one's.</param>
    public Dealer(BlockRange[] ranges, IEnumerable<(int Block, byte[] Hash)> done, int epoch = 0)
    {
        _lastLease = (long)epoch << 32;
        (_ranges, _hashes, _losses, _troubles) = (ranges, new byte[]?[ranges.Length], new byte[ranges.Length], new byte[ranges.Length]);
        foreach (var (block, hash) in done)
        {
            _hashes[block] = hash;
            Done++;
        }
    }

    /// <summary>How many blocks are done.</summary>
    public int Done { get; private set; }

    /// <summary>How many blocks were dealt again because a worker was lost or a store refused.</summary>
    public int Retried { get; private set; }

    /// <summary>How many second copies of slow blocks were dealt.</summary>
    public int Copies { get; private set; }

    /// <summary>How many results came from who no longer held the lease, and were not counted.</summary>
    public int Late { get; private set; }

    /// <summary>True once every block is done.</summary>
    public bool IsWhole => Done == _ranges.Length;

    /// <summary>Why the job cannot go on; null while it can.</summary>
    public Failure? Failure { get; private set; }

    private int Waiting => _returned.Count + _ranges.Length - _next;

    /// <summary>Takes what a worker reports, and deals it as much as it wants, or less.</summary>
    /// <param name="report">The report; a worker sends one at a time.</param>
    /// <param name="now">The time, on a clock that never goes back.</param>
    /// <param name="accepted">Told of each block that is done by this.</param>
    public Deal Exchange(Report report, TimeSpan now, Action<Finished> accepted)
    {
        if (!_workers.TryGetValue(report.Worker, out var worker))
            _workers.Add(report.Worker, worker = new Worker());
        worker.Heard = now;
        foreach (var finished in report.Finished)
            Take(finished, now, accepted);
        foreach (var trouble in report.Troubles)
            Take(trouble);
        // What it does not name, it never got.
        foreach (var lease in worker.Leases.Where(lease => !report.Holds.Contains(lease.Number)).ToArray())
            Return(lease);
        var dropped = report.Holds.Where(number => !worker.Leases.Any(lease => lease.Number == number)).ToArray();
        return new Deal([.. GiveTo(worker, report.Wants, now)], dropped, IsWhole || Failure is not null);
    }

    /// <summary>Takes back the blocks of workers that have been silent for too long.</summary>
    public void Look(TimeSpan now)
    {
        foreach (var (name, worker) in _workers.Where(one => now - one.Value.Heard > Patience).ToArray())
        {
            _workers.Remove(name);
            foreach (var lease in worker.Leases.ToArray())
            {
                Return(lease);
                if (++_losses[lease.Block] >= MostLosses)
                    Failure ??= new Failure(FailureKind.Refused, FormattableString.Invariant($"{MostLosses} workers were lost while they solved block {lease.Block}; see in their logs why, and begin again with a smaller --chunk where it was memory"));
            }
        }
    }

    private void Take(Finished finished, TimeSpan now, Action<Finished> accepted)
    {
        if (_hashes[finished.Block] is { } known)
        {
            if (!known.AsSpan().SequenceEqual(finished.Hash))
                Failure ??= new Failure(FailureKind.Alarm, FormattableString.Invariant($"block {finished.Block} came twice with other bytes, the second time from {finished.Worker}: two workers disagree, which must not be; take out the one whose memory or build is wrong, delete the folder, and begin again"));
            Late++;
            return;
        }

        var leases = _dealt.GetValueOrDefault(finished.Block);
        if (leases?.Find(lease => lease.Number == finished.Lease) is not { } held)
        {
            Late++;
            return;
        }

        _hashes[finished.Block] = finished.Hash;
        Done++;
        _typical.Add(now - held.Given);
        foreach (var lease in leases)
            lease.By.Leases.Remove(lease);
        _dealt.Remove(finished.Block);
        accepted(finished);
    }

    private void Take(Trouble trouble)
    {
        var lease = _dealt.GetValueOrDefault(trouble.Block)?.Find(lease => lease.Number == trouble.Lease);
        if (trouble.Kind != FailureKind.Store)
            Failure ??= new Failure(trouble.Kind, trouble.Reason);
        if (lease is null)
            return;
        Return(lease);
        if (++_troubles[trouble.Block] >= MostTroubles)
            Failure ??= new Failure(FailureKind.Store, trouble.Reason);
    }

    private void Return(Lease lease)
    {
        lease.By.Leases.Remove(lease);
        var others = _dealt[lease.Block];
        others.Remove(lease);
        if (others.Count > 0)
            return;
        _dealt.Remove(lease.Block);
        _returned.Enqueue(lease.Block);
        Retried++;
    }

    private IEnumerable<Dealt> GiveTo(Worker worker, int wants, TimeSpan now)
    {
        if (Failure is not null)
            yield break;
        // Near the end, nobody has one in hand that another could begin.
        if (Waiting < 2 * _workers.Count)
            wants = worker.Leases.Count == 0 ? Math.Min(1, wants) : 0;
        for (; wants > 0 && TryNext(out var block); wants--)
            yield return Give(block, worker, now);
        if (wants > 0 && worker.Leases.Count == 0 && Slowest(now) is { } slow)
        {
            Copies++;
            yield return Give(slow, worker, now);
        }
    }

    private bool TryNext(out int block)
    {
        while (_returned.TryDequeue(out block))
        {
            if (_hashes[block] is null)
                return true;
        }

        while (_next < _ranges.Length && _hashes[_next] is not null)
            _next++;
        block = _next;
        return _next < _ranges.Length && _next++ >= 0;
    }

    private int? Slowest(TimeSpan now)
    {
        var late = _typical.Value is { } typical && 2 * typical > SoonestCopy ? 2 * typical : SoonestCopy;
        return _dealt.Where(one => one.Value.Count == 1 && now - one.Value[0].Given > late).OrderBy(one => one.Value[0].Number).Select(one => (int?)one.Key).FirstOrDefault();
    }

    private Dealt Give(int block, Worker worker, TimeSpan now)
    {
        var lease = new Lease(++_lastLease, block, worker, now);
        worker.Leases.Add(lease);
        if (!_dealt.TryGetValue(block, out var leases))
            _dealt.Add(block, leases = new List<Lease>(1));
        leases.Add(lease);
        return new Dealt(lease.Number, block, _ranges[block].First, _ranges[block].Count);
    }

    /// <summary>A worker, as long as it is heard of.</summary>
    internal sealed class Worker
    {
        /// <summary>When it was heard of last.</summary>
        public TimeSpan Heard { get; set; }

        /// <summary>What it holds.</summary>
        public List<Lease> Leases { get; } = [];
    }
}
