using Samarkand.Analyses.Scenarios;

namespace Samarkand.Cli.Commands.Batches;

/// <summary>What the command line asks of many cases.</summary>
internal sealed record BatchRequest : CaseRequest
{
    public BatchRequest(CaseRequest shared)
        : base(shared)
    {
    }

    /// <summary>What is varied.</summary>
    public ScenarioGrid Grid { get; init; } = new([]);

    /// <summary>The same as it was typed.</summary>
    public IReadOnlyList<string> Vary { get; init; } = [];

    /// <summary>How many scenarios are written together.</summary>
    public int Chunk { get; init; }

    /// <summary>Which part is made, or whether all are gathered.</summary>
    public ShardChoice Parts { get; init; }
}
