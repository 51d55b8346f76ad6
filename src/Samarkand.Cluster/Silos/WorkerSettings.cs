using Samarkand.Cluster.Database;

namespace Samarkand.Cluster.Silos;

/// <summary>What a worker is told.</summary>
/// <param name="Cluster">The database.</param>
/// <param name="Tell">Takes sentences for whoever watches over it.</param>
internal sealed record WorkerSettings(ClusterAddress Cluster, Action<string> Tell)
{
    /// <summary>The address at which other workers reach this one; null for the one from which the database is reached.</summary>
    public string? Address { get; init; }

    /// <summary>The port for other workers; 0 for a free one.</summary>
    public int Port { get; init; }

    /// <summary>By which workers know each other; null where anybody who reaches a worker's port is taken for one.</summary>
    public SiloCertificates? Certificates { get; init; }

    /// <summary>Runs the page's jobs until it is stopped, and calls back whenever it has looked for one; null where none are run.</summary>
    public Func<Action, CancellationToken, Task>? Pages { get; init; }

    /// <summary>The port of <c>/metrics</c> and <c>/health</c> on the same address; null for none.</summary>
    public int? MetricsPort { get; init; }
}
