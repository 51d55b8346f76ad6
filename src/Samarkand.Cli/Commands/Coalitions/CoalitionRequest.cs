namespace Samarkand.Cli.Commands.Coalitions;

/// <summary>What the command line asks of a coalition.</summary>
internal sealed record CoalitionRequest : CaseRequest
{
    public CoalitionRequest(CaseRequest shared)
        : base(shared)
    {
    }

    /// <summary>Names of members, or null for every region of the coalition.</summary>
    public IReadOnlyList<string>? Members { get; init; }

    /// <summary>Third states that might join.</summary>
    public IReadOnlyList<string> Joins { get; init; } = [];

    /// <summary>True to solve every subset.</summary>
    public bool Subsets { get; init; }

    /// <summary>How many random orders, or null.</summary>
    public int? Permutations { get; init; }

    /// <summary>Their seed.</summary>
    public int Seed { get; init; }

    /// <summary>How many subsets are written together.</summary>
    public int Chunk { get; init; }

    /// <summary>Which part is made, or whether all are gathered.</summary>
    public ShardChoice Parts { get; init; }
}
