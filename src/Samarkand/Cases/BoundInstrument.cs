using System.Collections.Immutable;
using Samarkand.Cases.Binding;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Cases;

/// <summary>The part of a case that an instrument acts for.</summary>
internal enum InstrumentRole
{
    /// <summary>The case's <c>package</c>.</summary>
    Package,

    /// <summary>The case's block <c>over-compliance</c>.</summary>
    OverCompliance,

    /// <summary>The coalition's <c>secondary</c> package.</summary>
    Secondary,

    /// <summary>The target's <c>retaliation</c>.</summary>
    Retaliation,

    /// <summary>An action of the target.</summary>
    Action,

    /// <summary>The <c>means</c> of a player that comes to the rescue.</summary>
    Means,
}

/// <summary>An instrument with its flows and payments in a world.</summary>
/// <param name="Instrument">The instrument.</param>
/// <param name="Flows">The flows that it acts on: one block, two where it acts in both directions, none for money.</param>
/// <param name="Payments">The yearly payments that it causes, in million USD.</param>
internal sealed record BoundInstrument(Instrument Instrument, ImmutableArray<FlowBlock> Flows, ImmutableArray<Payment> Payments)
{
    /// <summary>The part of the case that it acts for.</summary>
    public InstrumentRole Role { get; init; }

    /// <summary>Whose stance makes it act, in the world's order: those it falls on, or whose means it is; empty for the package.</summary>
    public ImmutableArray<Region> Players { get; init; } = [];

    /// <summary>What it rests on: its own evidence; where it has none, that of its block or player.</summary>
    public ImmutableArray<EvidenceName> Evidence { get; init; } = [];

    /// <summary>The wedges of a <c>supply</c>, each owned by who pays.</summary>
    public ImmutableArray<Wedge> Wedges { get; init; } = [];

    /// <summary>The purchases of <c>arms</c>.</summary>
    public ImmutableArray<Purchase> Purchases { get; init; } = [];

    /// <summary>The sales that firms leave.</summary>
    public ImmutableArray<Departure> Departures { get; init; } = [];

    /// <summary>What is left of it where some regions have no part in it: their flows, payments and purchases go, and nothing takes their place.</summary>
    internal BoundInstrument Without(ImmutableArray<Region> absent) => absent.IsEmpty ? this : this with
    {
        Flows = [.. Flows.Select(block => Without(block, absent)).Where(Acts)],
        Payments = Payments.RemoveAll(payment => absent.Contains(payment.From) || absent.Contains(payment.To)),
        Wedges =
        [
            .. Wedges.Where(wedge => wedge.Owner is not { } owner || !absent.Contains(owner))
                .Select(wedge => wedge with { Flows = Without(wedge.Flows, absent) }).Where(wedge => Acts(wedge.Flows)),
        ],
        Purchases = Purchases.RemoveAll(purchase => absent.Contains(purchase.Buyer)),
    };

    private static FlowBlock Without(FlowBlock block, ImmutableArray<Region> absent) =>
        block with { Origins = block.Origins.RemoveRange(absent), Destinations = block.Destinations.RemoveRange(absent) };

    private static bool Acts(FlowBlock block) => !block.Origins.IsEmpty && !block.Destinations.IsEmpty;
}

/// <summary>Sales of one state in one sector that its firms leave in part without being told.</summary>
/// <param name="Exporter">Whose firms.</param>
/// <param name="Destination">Whom they leave.</param>
/// <param name="Sector">What they sell.</param>
/// <param name="SalesMusd">What they sell there in the baseline, million USD at basic prices, above 0.</param>
/// <param name="SalesToCoalitionMusd">What they sell of it to the coalition, above 0.</param>
/// <param name="Share">The share that leaves, in (0, 1).</param>
internal sealed record Departure(
    Region Exporter, Region Destination, Sector Sector, double SalesMusd, double SalesToCoalitionMusd, double Share);
