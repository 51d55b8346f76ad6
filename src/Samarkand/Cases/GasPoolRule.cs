using System.Collections.Immutable;
using Samarkand.Core;

namespace Samarkand.Cases;

/// <summary>Sizes of the pools of gas; null where a case leaves one to the method.</summary>
internal sealed record GasPoolRule
{
    /// <summary>What pipes and terminals can bring beyond what they brought, as a multiple of the table's; at least 0.</summary>
    public double? Spare { get; init; }

    /// <summary>The share of the price of scarcity that sellers abroad get, in [0, 1].</summary>
    public double? Passed { get; init; }

    /// <summary>Where the block stands.</summary>
    public required Place Place { get; init; }

    /// <summary>What it rests on.</summary>
    public ImmutableArray<EvidenceName> Evidence { get; init; } = [];
}

/// <summary>The same, settled. Sources: docs/method.md, section 1e.</summary>
/// <param name="Spare">As in the rule.</param>
/// <param name="Passed">As in the rule.</param>
internal sealed record GasPoolTerms(double Spare, double Passed)
{
    /// <summary>Times the table's where a case gives none.</summary>
    public const double DefaultSpare = 1;

    /// <summary>The sellers' share where a case gives none.</summary>
    public const double DefaultPassed = 0.8;

    /// <summary>The terms of a case; null where it does not pool gas.</summary>
    public static GasPoolTerms? Of(Case theCase) => theCase.PoolsGas ? new(theCase.GasPool?.Spare ?? DefaultSpare, theCase.GasPool?.Passed ?? DefaultPassed) : null;
}
