using Samarkand.Reports.Tables;

namespace Samarkand.Cli.Commands.Answers;

/// <summary>What the command line asks of a case.</summary>
internal sealed record AnswerRequest : CaseRequest
{
    public AnswerRequest(CaseRequest shared)
        : base(shared)
    {
    }

    /// <summary>What is shown unless a table is asked for.</summary>
    public AnswerView View { get; init; }

    /// <summary>True for the case month by month.</summary>
    public bool Timeline { get; init; }

    /// <summary>True for every reason, every ground and the effects of every region.</summary>
    public bool Full { get; init; }

    /// <summary>The case to compare with, or null.</summary>
    public string? Against { get; init; }

    /// <summary>What the table of the coalition's recorded exports counts.</summary>
    public RecordedRequest Recorded { get; init; } = new(null, RecordedGoods.Goods);

    /// <summary>What is asked of the game of stances.</summary>
    public GameRequest Game { get; init; } = new(new(), false);

    /// <summary>The database of the cluster whose workers make the draws, as it was typed; null for none.</summary>
    public string? Cluster { get; init; }
}
