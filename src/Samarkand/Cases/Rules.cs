using System.Collections.Immutable;

namespace Samarkand.Cases;

/// <summary>
/// A package that falls on the states whose stance is in a list, all of them together: an amount of money in it is the total, which
/// they bear in proportion to value added.
/// </summary>
/// <param name="Triggers">The stances that it falls on.</param>
/// <param name="Package">The instruments, at least one.</param>
/// <param name="Evidence">What it rests on.</param>
public sealed record TriggeredPackage(
    ImmutableArray<Stance> Triggers,
    ImmutableArray<Instrument> Package,
    ImmutableArray<EvidenceName> Evidence);

/// <summary>How banned goods find another way; null where the case leaves a figure to the method.</summary>
/// <param name="Elasticity">Elasticity of substitution between routes, above 0.</param>
/// <param name="Margin">The conduit's ad valorem margin, at least 0.</param>
/// <param name="Evasion">Ad valorem premium of crossing a checked border, at least 0.</param>
/// <param name="Evidence">What it rests on.</param>
public sealed record RouteRule(double? Elasticity, double? Margin, double? Evasion, ImmutableArray<EvidenceName> Evidence);

/// <summary>What an alliance obliges its members to.</summary>
public enum Obligation
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
public sealed record Guarantee(RegionName Alliance, Obligation Obligation, ImmutableArray<EvidenceName> Evidence);

/// <summary>What a state pays for abroad.</summary>
/// <param name="Of">The state.</param>
/// <param name="Name">What it is.</param>
/// <param name="CostMusd">Million USD a year, above 0.</param>
/// <param name="Priority">1 is paid first.</param>
/// <param name="Evidence">What it rests on.</param>
public sealed record Commitment(RegionName Of, string Name, double CostMusd, int Priority, ImmutableArray<EvidenceName> Evidence);

/// <summary>What a state pays its commitments from.</summary>
/// <param name="Of">The state.</param>
/// <param name="ShareOfIncome">Share of income, in [0, 1].</param>
/// <param name="ShareOfEnergyExports">Share of the value of energy exports, in [0, 1].</param>
/// <param name="Evidence">What it rests on.</param>
public sealed record Revenue(RegionName Of, double ShareOfIncome, double ShareOfEnergyExports, ImmutableArray<EvidenceName> Evidence);
