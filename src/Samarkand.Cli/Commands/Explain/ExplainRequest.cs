namespace Samarkand.Cli.Commands.Explain;

/// <summary>What the command line asks to be explained.</summary>
internal sealed record ExplainRequest : CaseRequest
{
    public ExplainRequest(CaseRequest shared)
        : base(shared)
    {
    }

    /// <summary>Whose channels, or null for those that matter the most.</summary>
    public IReadOnlyList<string>? Regions { get; init; }

    /// <summary>How many random orders, or null for every subset.</summary>
    public int? Permutations { get; init; }

    /// <summary>Their seed.</summary>
    public int Seed { get; init; }
}
