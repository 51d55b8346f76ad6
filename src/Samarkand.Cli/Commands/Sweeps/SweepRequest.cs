using Samarkand.Analyses.Ensembles;

namespace Samarkand.Cli.Commands.Sweeps;

/// <summary>What the command line asks of a sweep.</summary>
internal sealed record SweepRequest : CaseRequest
{
    public SweepRequest(CaseRequest shared)
        : base(shared)
    {
    }

    /// <summary>How many draws.</summary>
    public int Draws { get; init; }

    /// <summary>Their seed.</summary>
    public int Seed { get; init; }

    /// <summary>What is kept of them.</summary>
    public DrawKeeping Keeping { get; init; }

    /// <summary>How many are written together.</summary>
    public int Chunk { get; init; }

    /// <summary>Which part is made, or whether all are gathered.</summary>
    public ShardChoice Parts { get; init; }
}
