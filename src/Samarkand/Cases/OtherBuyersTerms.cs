using System.Collections.Immutable;
using Samarkand.Worlds;

namespace Samarkand.Cases;

/// <summary>How the target's banned exports find other buyers, every figure settled. Sources: docs/track-record.md.</summary>
internal sealed record OtherBuyersTerms
{
    /// <summary>The share that can be shipped elsewhere where a case gives none.</summary>
    public const double DefaultShare = 0.7;

    /// <summary>The discount where a case gives none.</summary>
    public const double DefaultDiscount = 0.2;

    /// <summary>The elasticity of trade to distance where a case gives none.</summary>
    public const double DefaultDistance = 0.9;

    /// <summary>The weight of gravity where a case gives none.</summary>
    public const double DefaultGravity = 0.5;

    /// <summary>The largest share of a buyer's other imports where a case gives none.</summary>
    public const double DefaultLimit = 0.5;

    /// <summary>Whether both say the same.</summary>
    public bool IsSame(OtherBuyersTerms other) => this with { Sectors = other.Sectors } == other && Sectors.AsSpan().SequenceEqual(other.Sectors.AsSpan());

    /// <summary>The sectors.</summary>
    public required ImmutableArray<Sector> Sectors { get; init; }

    /// <summary>The share of what is banned that can be shipped elsewhere, in [0, 1].</summary>
    public double Share { get; init; } = DefaultShare;

    /// <summary>What the target gives up of the price on it, in [0, 1).</summary>
    public double Discount { get; init; } = DefaultDiscount;

    /// <summary>By how many percent sales fall where the buyer is one percent farther away.</summary>
    public double Distance { get; init; } = DefaultDistance;

    /// <summary>The weight of gravity beside the observed sales, in [0, 1].</summary>
    public double Gravity { get; init; } = DefaultGravity;

    /// <summary>The largest share of a buyer's other imports that the target may take over, in [0, 1).</summary>
    public double Limit { get; init; } = DefaultLimit;
}
