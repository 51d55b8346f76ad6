using System.Collections.Immutable;
using Samarkand.Worlds;

namespace Samarkand.Model;

/// <summary>What a case does to the model's primitives, as numbers. Changes on one flow combine by multiplication.</summary>
public sealed record Shock
{
    /// <summary>Nothing changes.</summary>
    public static Shock None { get; } = new();

    /// <summary>Changes of trade cost, bans included.</summary>
    public ImmutableArray<CostChange> Costs { get; init; } = [];

    /// <summary>Weights of sellers that change places.</summary>
    internal ImmutableArray<Reweighting> Reweightings { get; init; } = [];

    /// <summary>Bans of one list of goods common to all senders.</summary>
    internal ImmutableArray<ListedBan> ListedBans { get; init; } = [];

    /// <summary>Ad valorem rates added to the importer's tariff.</summary>
    public ImmutableArray<TariffChange> Tariffs { get; init; } = [];

    /// <summary>New wedges between basic and buyer's price, beside the tariff.</summary>
    internal ImmutableArray<Wedge> Wedges { get; init; } = [];

    /// <summary>Payments in proportion to the value of flows.</summary>
    internal ImmutableArray<FlowPayment> FlowPayments { get; init; } = [];

    /// <summary>Lump payments.</summary>
    public ImmutableArray<Payment> Payments { get; init; } = [];

    /// <summary>Banned or taxed goods that go through third states.</summary>
    internal ImmutableArray<Detour> Detours { get; init; } = [];

    /// <summary>What conduits pay of their margins for services of their own; null where all of it is rent.</summary>
    internal Handling? Handling { get; init; }

    /// <summary>The state whose balance answers under <see cref="Closure.Unfinanced"/> and <see cref="Closure.Unspent"/>; null for none.</summary>
    internal Region? Confined { get; init; }

    /// <summary>Markets that are one market with so much to share.</summary>
    internal ImmutableArray<Pool> Pools { get; init; } = [];

    /// <summary>Purchases that serve nobody's welfare, such as arms for another state: the buyer pays them out of its income.</summary>
    internal ImmutableArray<Purchase> Purchases { get; init; } = [];

    /// <summary>Sectors that a region may lose altogether; elsewhere a lost sector is an error.</summary>
    public ImmutableArray<Sector> MayVanish { get; init; } = [];

    /// <summary>True where nothing changes: what may vanish, how conduits handle goods, and whose balance answers changes nothing by itself.</summary>
    public bool IsNone => this with { MayVanish = [], Handling = null, Confined = null } == None;
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
/// A change of who sells in one market, whatever the elasticities: each origin's weight is multiplied by its ratio, home sales left out.
/// </summary>
/// <param name="Sector">The sector.</param>
/// <param name="Destination">Whose market.</param>
/// <param name="Ratios">By origin, in the world's order, at least 0; 1 for no change.</param>
internal sealed record Reweighting(Sector Sector, Region Destination, ImmutableArray<double> Ratios);

/// <summary>
/// A ban of one list of goods by all origins of the block together: in each destination the sector splits into a listed part
/// (a share <paramref name="Coverage"/>, closed to the origins) and a free part, with equal baseline shares.
/// Lists of different coverage in one market are nested.
/// </summary>
/// <param name="Flows">The flows.</param>
/// <param name="Coverage">Share of the sector that is on the list, in (0, 1].</param>
internal sealed record ListedBan(FlowBlock Flows, double Coverage);

/// <summary>A rate added to the importer's ad valorem tariff, on the value at basic prices.</summary>
public sealed record TariffChange(FlowBlock Flows, double Rate);

/// <summary>An ad valorem wedge (above -1) between basic and buyer's price.</summary>
/// <param name="Flows">The flows.</param>
/// <param name="Rate">The rate; negative for a subsidy.</param>
/// <param name="Owner">Who receives it (or pays a negative one); null for the importer.</param>
internal sealed record Wedge(FlowBlock Flows, double Rate, Region? Owner);

/// <summary>A payment of <paramref name="Rate"/> times each flow's value at basic prices, from the exporter's income to the importer's.</summary>
internal sealed record FlowPayment(FlowBlock Flows, double Rate);

/// <summary>A lump payment in million USD a year, in units of the numeraire.</summary>
public sealed record Payment(Region From, Region To, double Amount)
{
    /// <summary>
    /// True where the receiver holds the money in trust: it is nobody's income. The trust saves it abroad as its owner would have; see
    /// docs/method.md, section 1a.
    /// </summary>
    internal bool InTrust { get; init; }
}

/// <summary>A yearly purchase out of the buyer's income, in its own markets (home and imported varieties alike), in units of the numeraire.</summary>
/// <param name="Buyer">Who buys.</param>
/// <param name="Sector">What.</param>
/// <param name="Amount">Million USD a year, at buyers' prices.</param>
internal sealed record Purchase(Region Buyer, Sector Sector, double Amount);

/// <summary>
/// A part of one flow that goes through third states: it adds share x pi x cost^-theta to the flow's weight, beside what is left of
/// the direct trade. Its buyers pay basic price x (1 + margin) x (1 + the baseline's tariff); costs and tariffs of the direct flow
/// do not touch it.
/// </summary>
/// <param name="Sector">The sector.</param>
/// <param name="Origin">Who makes the goods.</param>
/// <param name="Destination">Who uses them.</param>
/// <param name="Share">The share of varieties that takes this way, where no list closes the market to the origin; in [0, 1].</param>
/// <param name="ListedShare">The same where a <see cref="ListedBan"/> closes it.</param>
/// <param name="CostFactor">The hat of the cost of the way, margins included; at least 1.</param>
/// <param name="Legs">The conduits, at least one; their shares sum to 1.</param>
internal sealed record Detour(
    Sector Sector,
    Region Origin,
    Region Destination,
    double Share,
    double ListedShare,
    double CostFactor,
    ImmutableArray<DetourLeg> Legs);

/// <summary>One conduit of a detour.</summary>
/// <param name="Conduit">The third state.</param>
/// <param name="Share">Its share of what buyers pay for the detour's goods.</param>
/// <param name="Margin">What it adds to the basic price, ad valorem; its own, at least 0.</param>
internal readonly record struct DetourLeg(Region Conduit, double Share, double Margin);

/// <summary>What conduits buy with their margins: services of their own, in proportion to the baseline's outputs. The rest is rent.</summary>
/// <param name="Share">The share of each margin, in [0, 1].</param>
/// <param name="Sectors">The sectors that handle goods.</param>
internal sealed record Handling(double Share, ImmutableArray<Sector> Sectors);
