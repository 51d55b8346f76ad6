using System.Diagnostics.Metrics;
using Samarkand.Cluster.Dealing;

namespace Samarkand.Cluster.Jobs;

/// <summary>What a worker counts, in OpenTelemetry's form: durations in seconds, names with dots.</summary>
internal sealed class ClusterMetrics
{
    /// <summary>The name of the meter.</summary>
    public const string Meter = "Samarkand.Cluster";

    private readonly Histogram<double> _blocks;
    private readonly Counter<long> _results;
    private readonly Counter<long> _found;
    private readonly Counter<long> _troubles;
    private readonly Counter<long> _away;
    private readonly Counter<long> _faults;
    private readonly Counter<long> _retried;
    private readonly Counter<long> _copies;
    private readonly Counter<long> _late;
    private readonly Dictionary<string, (int Retried, int Copies, int Late)> _told = [];

    public ClusterMetrics(IMeterFactory factory)
    {
        var meter = factory.Create(Meter);
        _blocks = meter.CreateHistogram<double>("samarkand.block.duration", "s", "How long a block took this worker to solve and put in place.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100] });
        _results = meter.CreateCounter<long>("samarkand.equilibria", null, "Results that this worker solved.");
        _found = meter.CreateCounter<long>("samarkand.blocks.found", null, "Blocks that stood in the folder already.");
        _troubles = meter.CreateCounter<long>("samarkand.blocks.failed", null, "Blocks that this worker could not make.");
        _away = meter.CreateCounter<long>("samarkand.database.away", null, "Writes that the database did not take.");
        _faults = meter.CreateCounter<long>("samarkand.pages.faults", null, "How often the jobs of the page ended by a fault here.");
        _retried = meter.CreateCounter<long>("samarkand.blocks.retried", null, "Blocks dealt again by jobs held here: a worker was lost, or a store refused.");
        _copies = meter.CreateCounter<long>("samarkand.blocks.copied", null, "Second copies of slow blocks dealt by jobs held here.");
        _late = meter.CreateCounter<long>("samarkand.blocks.late", null, "Results that jobs held here did not count, because another came first or the lease was gone.");
    }

    /// <summary>A block was solved.</summary>
    public void Solved(double seconds, int results)
    {
        _blocks.Record(seconds);
        _results.Add(results);
    }

    /// <summary>A block was there already.</summary>
    public void Found() => _found.Add(1);

    /// <summary>A block could not be made.</summary>
    public void Troubled(FailureKind kind) => _troubles.Add(1, new KeyValuePair<string, object?>("kind", kind.ToString()));

    /// <summary>The database did not take what was done.</summary>
    public void DatabaseAway() => _away.Add(1);

    /// <summary>The jobs of the page ended by a fault.</summary>
    public void PagesFaulted() => _faults.Add(1);

    /// <summary>What a job held here has come to.</summary>
    public void Coordinator(string job, Dealer dealer)
    {
        lock (_told)
        {
            var before = _told.GetValueOrDefault(job);
            var now = (dealer.Retried, dealer.Copies, dealer.Late);
            if (now == before)
                return;
            // A job that was taken over begins again at nothing.
            _retried.Add(Math.Max(0, now.Retried - before.Retried));
            _copies.Add(Math.Max(0, now.Copies - before.Copies));
            _late.Add(Math.Max(0, now.Late - before.Late));
            _told[job] = now;
        }
    }
}
