using System.Collections.Immutable;

namespace Samarkand.Cases;

/// <summary>How the target's banned exports find other buyers; null where the case leaves a figure to the method.</summary>
internal sealed record OtherBuyersRule
{
    /// <summary>The sectors whose goods are alike whoever made them; empty for fuels.</summary>
    public ImmutableArray<SectorName> Sectors { get; init; } = [];

    /// <summary>The share of what is banned that can be shipped elsewhere, in [0, 1].</summary>
    public double? Share { get; init; }

    /// <summary>What the target gives up of the price on it, in [0, 1).</summary>
    public double? Discount { get; init; }

    /// <summary>By how many percent sales fall where the buyer is one percent farther away, at least 0.</summary>
    public double? Distance { get; init; }

    /// <summary>The weight of gravity beside the observed sales, in [0, 1].</summary>
    public double? Gravity { get; init; }

    /// <summary>The largest share of a buyer's other imports that the target may take over, in [0, 1).</summary>
    public double? Limit { get; init; }

    /// <summary>What it rests on.</summary>
    public ImmutableArray<EvidenceName> Evidence { get; init; } = [];
}
