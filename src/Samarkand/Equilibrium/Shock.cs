using System.Collections.Immutable;
using Samarkand.Worlds;

namespace Samarkand.Equilibrium;

/// <summary>What a case does to the model's primitives, as numbers. Changes on one flow combine by multiplication.</summary>
public sealed record Shock
{
    /// <summary>Nothing changes.</summary>
    public static Shock None { get; } = new();

    /// <summary>Changes of trade cost, bans included.</summary>
    public ImmutableArray<CostChange> Costs { get; init; } = [];

    /// <summary>Bans of one list of goods common to all senders.</summary>
    public ImmutableArray<ListedBan> ListedBans { get; init; } = [];

    /// <summary>Ad valorem rates added to the importer's tariff.</summary>
    public ImmutableArray<TariffChange> Tariffs { get; init; } = [];

    /// <summary>New wedges between basic and buyer's price, beside the tariff.</summary>
    public ImmutableArray<Wedge> Wedges { get; init; } = [];

    /// <summary>Payments in proportion to the value of flows.</summary>
    public ImmutableArray<FlowPayment> FlowPayments { get; init; } = [];

    /// <summary>Lump payments.</summary>
    public ImmutableArray<Payment> Payments { get; init; } = [];

    /// <summary>Sectors that a region may lose altogether; elsewhere a lost sector is an error.</summary>
    public ImmutableArray<Sector> MayVanish { get; init; } = [];
}

/// <summary>
/// A set of flows: every origin, destination and sector named, except that home sales (origin = destination) never belong to it.
/// </summary>
public sealed record FlowBlock(
    ImmutableArray<Region> Origins,
    ImmutableArray<Region> Destinations,
    ImmutableArray<Sector> Sectors);

/// <summary>
/// A change of iceberg cost on a share of each flow's varieties: the weight pi k^-theta is multiplied by
/// (1 - share) + share factor^-theta. A factor of infinity is a ban, exactly.
/// </summary>
/// <param name="Flows">The flows.</param>
/// <param name="Factor">Cost factor, above 0; infinity bans.</param>
/// <param name="Share">Share of varieties that it touches, in (0, 1].</param>
public sealed record CostChange(FlowBlock Flows, double Factor, double Share = 1);

/// <summary>
/// A ban of one list of goods by all origins of the block together: in each destination the sector splits into a listed part
/// (a share <paramref name="Coverage"/>, closed to the origins) and a free part, with equal baseline shares.
/// Lists of different coverage in one market are nested.
/// </summary>
/// <param name="Flows">The flows.</param>
/// <param name="Coverage">Share of the sector that is on the list, in (0, 1].</param>
public sealed record ListedBan(FlowBlock Flows, double Coverage);

/// <summary>A rate added to the importer's ad valorem tariff, on the value at basic prices.</summary>
public sealed record TariffChange(FlowBlock Flows, double Rate);

/// <summary>An ad valorem wedge (above -1) between basic and buyer's price.</summary>
/// <param name="Flows">The flows.</param>
/// <param name="Rate">The rate; negative for a subsidy.</param>
/// <param name="Owner">Who receives it (or pays a negative one); null for the importer.</param>
public sealed record Wedge(FlowBlock Flows, double Rate, Region? Owner);

/// <summary>A payment of <paramref name="Rate"/> times each flow's value at basic prices, from the exporter's income to the importer's.</summary>
public sealed record FlowPayment(FlowBlock Flows, double Rate);

/// <summary>A lump payment in million USD a year, in units of the numeraire.</summary>
public sealed record Payment(Region From, Region To, double Amount);
