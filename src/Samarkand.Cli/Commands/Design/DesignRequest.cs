using Samarkand.Analyses.Design;
using Samarkand.Core;
using Samarkand.Reports.Tables;

namespace Samarkand.Cli.Commands.Design;

/// <summary>What the command line asks of a design.</summary>
internal sealed record DesignRequest : CaseRequest
{
    public DesignRequest(CaseRequest shared)
        : base(shared)
    {
    }

    /// <summary>An own cost as it is typed, or null.</summary>
    public string? Budget { get; init; }

    /// <summary>A harm as it is typed, or null.</summary>
    public string? Harm { get; init; }

    /// <summary>The file for the package, or null.</summary>
    public OutputFile? CaseFile { get; init; }

    /// <summary>How many points of the frontier to compute.</summary>
    public int Points { get; init; }

    /// <summary>What may be banned.</summary>
    public BanDirections Directions { get; init; }

    /// <summary>Names of sectors and tags with commas between them.</summary>
    public string Sectors { get; init; } = "";

    /// <summary>The rows of the table of leverage.</summary>
    public LeverageBy By { get; init; }
}
