using Samarkand.Worlds;

namespace Samarkand.Analyses.Explanation;

/// <summary>By what a region's real income changes. What they are is said in docs/method.md, section 9.</summary>
public enum ChannelKind
{
    /// <summary>What its own factors earn, less what the same costs it in its home prices: on what it sells abroad, by buyer and sector.</summary>
    ExportPrices,

    /// <summary>What it pays for foreign goods of final use at the producer's price, by seller and sector.</summary>
    ImportPrices,

    /// <summary>The same for foreign goods that its own producers put into what it consumes.</summary>
    InputPrices,

    /// <summary>Trade costs, bans and the loss of varieties on what it buys abroad, for final use and as inputs, by seller and sector.</summary>
    Barriers,

    /// <summary>What it pays more between basic and buyers' prices, for final use and as inputs, by seller and sector.</summary>
    Wedges,

    /// <summary>What it receives of wedges, less what it passes on, by partner and sector.</summary>
    Revenue,

    /// <summary>What it earns on goods that pass through it, beside the services that these buy, by buyer and sector.</summary>
    Transit,

    /// <summary>Payments received less paid, lump sums and on flows, by the other side and, on flows, by sector.</summary>
    Payments,

    /// <summary>Purchases for another state, by sector.</summary>
    Purchases,

    /// <summary>The change of its deficit.</summary>
    Deficit,
}

/// <summary>One contribution to the change of a region's real income.</summary>
/// <param name="Kind">By what.</param>
/// <param name="Partner">The other region; null where there is none.</param>
/// <param name="Sector">The sector; null where there is none.</param>
/// <param name="Log">The contribution to the change of the logarithm of real income.</param>
public readonly record struct Channel(ChannelKind Kind, Region? Partner, Sector? Sector, double Log);
