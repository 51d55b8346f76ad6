using System.Collections.Immutable;

namespace Samarkand.Web;

/// <summary>Where the server listens, who may ask, and how much at once.</summary>
internal sealed record ServeSettings
{
    /// <summary>The largest body that is read, in bytes: as much as a case file may hold.</summary>
    public const int LargestBody = 1 << 20;

    /// <summary>The address or name to listen on.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>The port; 0 for a free one.</summary>
    public int Port { get; init; }

    /// <summary>What every request to the API has to name; null where anyone who reaches the server may ask.</summary>
    public string? Key { get; init; }

    /// <summary>The SHA-256 hashes of more keys, each as good as <see cref="Key"/>.</summary>
    public ImmutableArray<ImmutableArray<byte>> KeyHashes { get; init; } = [];

    /// <summary>Whether every request to the API needs a key.</summary>
    public bool NeedsKey => Key is not null || !KeyHashes.IsEmpty;

    /// <summary>Whether what the server counts can be read, for Prometheus.</summary>
    public bool Metrics { get; init; }

    /// <summary>Whether the tools are served too, under the Model Context Protocol.</summary>
    public bool Mcp { get; init; }

    /// <summary>The connection string of the cluster in which jobs are shared; null where they run on this machine alone.</summary>
    public string? Cluster { get; init; }

    /// <summary>How long one request may take, its time in the queue included.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How many requests are solved at once.</summary>
    public int AtOnce { get; init; } = Math.Max(2, Environment.ProcessorCount);

    /// <summary>How many more wait for their turn before others are sent away.</summary>
    public int Waiting { get; init; } = 64;

    /// <summary>How many bytes of finished answers are kept, for who asks the same again.</summary>
    public long KeptAnswers { get; init; } = 64L << 20;

    /// <summary>How many bytes the solvers that stay ready may take, about.</summary>
    public long KeptSolvers { get; init; } = 512L << 20;
}
