using System.Collections.Immutable;
using Samarkand.Cases.Binding.Outlets;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Cases;

/// <summary>
/// The other buyers that the target's banned exports find, as changes of the model's primitives: what each takes over of its imports, the
/// sellers who make room for it and sell to those that ban instead, and the discount.
/// </summary>
internal sealed record OutletPlan
{
    /// <summary>The world that it was found in.</summary>
    public required World World { get; init; }

    /// <summary>Whose exports they are.</summary>
    public required Region Target { get; init; }

    /// <summary>Of which nobody buys.</summary>
    public required ImmutableArray<Region> Coalition { get; init; }

    /// <summary>What bans stop.</summary>
    public required BannedSales Banned { get; init; }

    /// <summary>What it rests on.</summary>
    public required OtherBuyersTerms Terms { get; init; }

    /// <summary>What each buyer takes over, by sector and buyer.</summary>
    public required ImmutableArray<Outlet> Outlets { get; init; }

    /// <summary>The largest discount at which another sale pays for the target, in [0, 1).</summary>
    public required double Worth { get; init; }

    /// <summary>The share of the target's sales of each sector to each buyer that is placed elsewhere, [sector, buyer].</summary>
    public required double[] Placed { get; init; }

    /// <summary>The weights of flows that change hands; at prices as they were, every market and every seller keeps its size.</summary>
    public required ImmutableArray<Reweighting> Weights { get; init; }

    /// <summary>The discount that the target gives its new buyers.</summary>
    public required ImmutableArray<FlowPayment> Discounts { get; init; }

    /// <summary>The shock with these buyers; the same where nothing is shipped elsewhere.</summary>
    public Shock Open(Shock shock) => Weights.IsEmpty ? shock : shock with
    {
        Reweightings = [.. shock.Reweightings, .. Weights],
        FlowPayments = [.. shock.FlowPayments, .. Discounts],
    };
}

/// <summary>What one buyer takes over of the target's banned exports.</summary>
/// <param name="Sector">The sector.</param>
/// <param name="Buyer">Who buys it instead.</param>
/// <param name="BeforeMusd">What it bought of the target before, million USD at basic prices.</param>
/// <param name="MovedMusd">What it buys besides, at prices as they were.</param>
internal sealed record Outlet(Sector Sector, Region Buyer, double BeforeMusd, double MovedMusd);
