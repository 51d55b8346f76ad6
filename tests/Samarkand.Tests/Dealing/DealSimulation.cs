using System.Diagnostics;
using Samarkand.Cluster.Dealing;
using Samarkand.Core;

namespace Samarkand.Tests.Dealing;

/// <summary>
/// Workers, a network that loses messages, and the dealer of a job itself, in virtual time: nothing waits, and everything that the dealer does is
/// timed. As in life, a worker holds two blocks, solves one at a time, reports when one is ready and otherwise every two seconds.
/// </summary>
internal sealed class DealSimulation
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);

    private readonly Random _random;
    private readonly SimulationSettings _settings;
    private readonly PriorityQueue<Event, TimeSpan> _events = new();
    private readonly List<SimulatedWorker> _workers = [];
    private readonly byte[]?[] _recorded;
    private readonly BlockRange[] _ranges;
    private Dealer _dealer;
    private int _epoch;
    private int _named;
    private long _ticks;
    private int _written;

    public DealSimulation(SimulationSettings settings)
    {
        (_settings, _random) = (settings, new Random(settings.Seed));
        _ranges = [.. Enumerable.Range(0, settings.Blocks).Select(block => new BlockRange(block * 10, 10))];
        _recorded = new byte[]?[settings.Blocks];
        _dealer = new Dealer(_ranges, []);
    }

    /// <summary>The virtual time at the end.</summary>
    public TimeSpan Now { get; private set; }

    /// <summary>The processor's time that the dealer, and what is done with each message, took.</summary>
    public TimeSpan Dealing => TimeSpan.FromSeconds((double)_ticks / Stopwatch.Frequency);

    /// <summary>How often a block was solved.</summary>
    public int Solved { get; private set; }

    /// <summary>How many messages the dealer took.</summary>
    public int Exchanges { get; private set; }

    /// <summary>The most often that one block was counted.</summary>
    public int MostCounted { get; private set; }

    /// <summary>How many blocks the database has.</summary>
    public int Recorded => _written;

    public Dealer Dealer => _dealer;

    /// <summary>Runs to the end, or to a time by which there is none.</summary>
    public void Run(TimeSpan most)
    {
        for (var k = 0; k < _settings.Workers; k++)
            Enter(TimeSpan.FromMilliseconds(_random.Next(2000)));
        Schedule(TimeSpan.FromMilliseconds(200), Look);
        if (_settings.Disturbances > 0)
            Schedule(Disturbance(), Disturb);
        while (_written < _settings.Blocks && _dealer.Failure is null && _events.TryDequeue(out var next, out var at) && at < most)
        {
            Now = at;
            next.Act();
        }
    }

    private void Enter(TimeSpan after)
    {
        var worker = new SimulatedWorker(FormattableString.Invariant($"w{_named++}"));
        _workers.Add(worker);
        Schedule(after, () => Tell(worker));
    }

    private void Tell(SimulatedWorker worker)
    {
        if (worker.IsDead)
            return;
        if (worker.StoppedUntil > Now)
        {
            Schedule(worker.StoppedUntil - Now, () => Tell(worker));
            return;
        }

        worker.Told = Now;
        var report = new Report(worker.Name, [.. worker.Holds.Select(dealt => dealt.Lease)], [.. worker.Finished], [], Math.Max(0, 2 - worker.Holds.Count));
        if (_random.NextDouble() < _settings.Loss)
        {
            Schedule(TimeSpan.FromSeconds(1), () => Tell(worker));
            return;
        }

        var begun = Stopwatch.GetTimestamp();
        _settings.EachReport?.Invoke(report);
        var deal = _dealer.Exchange(report, Now, Count);
        _settings.EachDeal?.Invoke(deal);
        _ticks += Stopwatch.GetTimestamp() - begun;
        Exchanges++;
        if (_random.NextDouble() < _settings.Loss)
        {
            // The dealer knows it, and the worker does not: it says all of it again.
            Schedule(TimeSpan.FromSeconds(1), () => Tell(worker));
            return;
        }

        worker.Finished.Clear();
        worker.Holds.RemoveAll(dealt => deal.Dropped.Contains(dealt.Lease));
        worker.Holds.AddRange(deal.Given);
        Work(worker);
        var beat = ++worker.Beats;
        Schedule(Beat, () =>
        {
            if (worker.Beats == beat && (worker.Holds.Count > 0 || _written < _settings.Blocks))
                Tell(worker);
        });
    }

    private void Work(SimulatedWorker worker)
    {
        if (worker.IsBusy || worker.Holds.Count == 0)
            return;
        worker.IsBusy = true;
        var dealt = worker.Holds[0];
        Schedule(_settings.Time(_random), () => End(worker, dealt));
    }

    private void End(SimulatedWorker worker, Dealt dealt)
    {
        if (worker.IsDead)
            return;
        if (worker.StoppedUntil > Now)
        {
            Schedule(worker.StoppedUntil - Now, () => End(worker, dealt));
            return;
        }

        worker.IsBusy = false;
        Solved++;
        // One that was dropped meanwhile is told all the same: the dealer must see to it.
        worker.Holds.Remove(dealt);
        worker.Finished.Add(new Finished(worker.Name, dealt.Lease, dealt.Block, _settings.Hash(dealt.Block, _random), 2));
        Tell(worker);
        Work(worker);
    }

    private void Look()
    {
        var begun = Stopwatch.GetTimestamp();
        _dealer.Look(Now);
        _ticks += Stopwatch.GetTimestamp() - begun;
        Write();
        Schedule(TimeSpan.FromMilliseconds(200), Look);
    }

    private readonly List<Finished> _unwritten = [];

    private void Count(Finished finished) => _unwritten.Add(finished);

    private void Write()
    {
        foreach (var finished in _unwritten)
        {
            MostCounted = Math.Max(MostCounted, _recorded[finished.Block] is null ? 1 : 2);
            _recorded[finished.Block] = finished.Hash;
            _written++;
        }

        _unwritten.Clear();
    }

    private void Disturb()
    {
        var worker = _workers[_random.Next(_workers.Count)];
        switch (_random.Next(3))
        {
            case 0:
                worker.IsDead = true;
                _workers.Remove(worker);
                Enter(TimeSpan.FromSeconds(3 * _random.NextDouble()));
                break;
            case 1:
                worker.StoppedUntil = Now + TimeSpan.FromSeconds(30 * _random.NextDouble());
                break;
            default:
                // Whoever deals is lost, with all that the database does not have; another takes over.
                _unwritten.Clear();
                _dealer = new Dealer(_ranges, _recorded.Index().Where(one => one.Item is not null).Select(one => (one.Index, one.Item!)), ++_epoch);
                break;
        }

        Schedule(Disturbance(), Disturb);
    }

    private TimeSpan Disturbance() => TimeSpan.FromSeconds(_random.NextDouble() * 2 / _settings.Disturbances);

    private void Schedule(TimeSpan after, Action act) => _events.Enqueue(new Event(act), Now + after);

    private sealed record Event(Action Act);

    private sealed class SimulatedWorker(string name)
    {
        public string Name => name;

        public List<Dealt> Holds { get; } = [];

        public List<Finished> Finished { get; } = [];

        public bool IsBusy { get; set; }

        public bool IsDead { get; set; }

        public int Beats { get; set; }

        public TimeSpan Told { get; set; }

        public TimeSpan StoppedUntil { get; set; }
    }
}

/// <summary>What is simulated.</summary>
/// <param name="Workers">How many workers.</param>
/// <param name="Blocks">How many blocks.</param>
/// <param name="Seed">The seed of chance.</param>
internal sealed record SimulationSettings(int Workers, int Blocks, int Seed)
{
    /// <summary>How many disturbances in a second.</summary>
    public double Disturbances { get; init; }

    /// <summary>How likely a message is lost, on each way.</summary>
    public double Loss { get; init; }

    /// <summary>How long a block takes.</summary>
    public Func<Random, TimeSpan> Time { get; init; } = random => TimeSpan.FromSeconds(1 + (2 * random.NextDouble()));

    /// <summary>The hash of a block.</summary>
    public Func<int, Random, byte[]> Hash { get; init; } = (block, _) => BitConverter.GetBytes(block);

    /// <summary>What else each report costs; or null.</summary>
    public Action<Report>? EachReport { get; init; }

    /// <summary>What else each answer costs; or null.</summary>
    public Action<Deal>? EachDeal { get; init; }
}
