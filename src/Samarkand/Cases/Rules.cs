using System.Collections.Immutable;

namespace Samarkand.Cases;

/// <summary>
/// A package that falls on the states whose stance is in a list, all of them together: an amount of money in it is the total, which
/// they bear in proportion to value added.
/// </summary>
/// <param name="Triggers">The stances that it falls on.</param>
/// <param name="Package">The instruments, at least one.</param>
/// <param name="Evidence">What it rests on.</param>
internal sealed record TriggeredPackage(
    ImmutableArray<Stance> Triggers,
    ImmutableArray<Instrument> Package,
    ImmutableArray<EvidenceName> Evidence);

/// <summary>The coalition moves first: what it may commit to, and what it weighs.</summary>
/// <param name="Severities">Shares of the secondary package's size, in [0, 1], ascending; empty for the method's own.</param>
/// <param name="Weight">Dollars of its own that it gives for a dollar of the target's loss, at least 0; null where the case names none.</param>
/// <param name="Evidence">What it rests on.</param>
internal sealed record CoalitionFirstRule(ImmutableArray<double> Severities, double? Weight, ImmutableArray<EvidenceName> Evidence);

/// <summary>How banned goods find another way; null where the case leaves a figure to the method.</summary>
internal sealed record RouteRule
{
    /// <summary>Elasticity of substitution between routes, above 0.</summary>
    public double? Elasticity { get; init; }

    /// <summary>The conduit's ad valorem margin, at least 0.</summary>
    public double? Margin { get; init; }

    /// <summary>Ad valorem premium of crossing a checked border, at least 0.</summary>
    public double? Evasion { get; init; }

    /// <summary>Ad valorem premium of a conduit under threat of secondary sanctions, at least 0.</summary>
    public double? Threat { get; init; }

    /// <summary>Share of the margin that buys the conduit's own transport and trade services, in [0, 1].</summary>
    public double? Handling { get; init; }

    /// <summary>Re-exports over imports of goods of a region that is no known hub, in [0, 1].</summary>
    public double? OrdinaryReExports { get; init; }

    /// <summary>The same by region, over what the method knows.</summary>
    public ImmutableArray<ReExportShare> ReExports { get; init; } = [];

    /// <summary>By how many percent a conduit's cost rises where what it handles for the target rises by one percent, at least 0.</summary>
    public double? Congestion { get; init; }

    /// <summary>The weight of a conduit's sales of all goods to the target beside those of the sector, in [0, 1].</summary>
    public double? Reach { get; init; }

    /// <summary>The share of a conduit's banned goods that are declared for it and never arrive there, in [0, 1].</summary>
    public double? Ghost { get; init; }

    /// <summary>The states to which the way leads through the target, so that goods can be lost on it.</summary>
    public ImmutableArray<RegionName> GhostThrough { get; init; } = [];

    /// <summary>The sectors whose goods may also take ways from the target to those that ban them.</summary>
    public ImmutableArray<SectorName> Back { get; init; } = [];

    /// <summary>Blocs inside which no border is checked.</summary>
    public ImmutableArray<RegionName> Unions { get; init; } = [];

    /// <summary>What it rests on.</summary>
    public ImmutableArray<EvidenceName> Evidence { get; init; } = [];

    /// <summary>Every figure left to the method.</summary>
    public static RouteRule Default { get; } = new();
}

/// <summary>What a region sells on of the goods that it imports.</summary>
/// <param name="Region">The region.</param>
/// <param name="Share">Re-exports over imports, in [0, 1].</param>
internal sealed record ReExportShare(RegionName Region, double Share);

/// <summary>What an alliance obliges its members to.</summary>
internal enum Obligation
{
    /// <summary>Members defend each other.</summary>
    Defence,

    /// <summary>Members consult each other.</summary>
    Consultation,

    /// <summary>Nothing.</summary>
    None,
}

/// <summary>An alliance and its obligation.</summary>
/// <param name="Alliance">The bloc.</param>
/// <param name="Obligation">What it obliges to.</param>
/// <param name="Evidence">What it rests on.</param>
/// <param name="Cost">What a member pays that leaves another without rescue, as a share of its income; null for the obligation's default.</param>
internal sealed record Guarantee(RegionName Alliance, Obligation Obligation, ImmutableArray<EvidenceName> Evidence, double? Cost = null)
{
    /// <summary>The cost of abandonment under a defence clause where the case gives none, as a share of income: an assumption.</summary>
    public const double DefaultDefenceCost = 0.01;

    /// <summary>What leaving a member without rescue costs another, as a share of its income; a consultation forum costs nothing.</summary>
    public double CostOfAbandonment => Cost ?? (Obligation == Obligation.Defence ? DefaultDefenceCost : 0);
}

/// <summary>What a state pays for abroad.</summary>
/// <param name="Of">The state.</param>
/// <param name="Name">What it is.</param>
/// <param name="CostMusd">Million USD a year, above 0.</param>
/// <param name="Priority">1 is paid first.</param>
/// <param name="Evidence">What it rests on.</param>
internal sealed record Commitment(RegionName Of, string Name, double CostMusd, int Priority, ImmutableArray<EvidenceName> Evidence);

/// <summary>What a state pays its commitments from.</summary>
/// <param name="Of">The state.</param>
/// <param name="ShareOfIncome">Share of income, in [0, 1].</param>
/// <param name="ShareOfEnergyExports">Share of the value of energy exports, in [0, 1].</param>
/// <param name="Evidence">What it rests on.</param>
internal sealed record Revenue(RegionName Of, double ShareOfIncome, double ShareOfEnergyExports, ImmutableArray<EvidenceName> Evidence);
