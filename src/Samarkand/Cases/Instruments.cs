using System.Collections.Immutable;
using Samarkand.Core;

namespace Samarkand.Cases;

/// <summary>What every instrument has.</summary>
/// <param name="Path">Its path in the case, such as <c>package.0</c>.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="FromDate">The first day on which it holds, or null.</param>
/// <param name="UntilDate">The first day on which it no longer holds, after <paramref name="FromDate"/>, or null.</param>
/// <param name="Evidence">The evidence that it rests on; empty where there is none.</param>
public sealed record InstrumentHead(
    string Path,
    Place Place,
    DateOnly? FromDate,
    DateOnly? UntilDate,
    ImmutableArray<EvidenceName> Evidence);

/// <summary>One sanction: a kind, its scope and its size. Each kind is a record of its own.</summary>
/// <param name="Head">What every instrument has.</param>
public abstract record Instrument(InstrumentHead Head)
{
    /// <summary>The kind as a case writes it.</summary>
    public abstract string Kind { get; }

    /// <summary>
    /// The instrument for a year in which it is in force for a share of the days: what it touches of the year's trade, or the money
    /// that it moves in the year, is that share of what it would be.
    /// </summary>
    /// <param name="share">The share, above 0 and at most 1; with 1 nothing changes.</param>
    public abstract Instrument Prorated(double share);
}

/// <summary>The flows that an instrument acts on, as written; what is empty takes the default of the kind.</summary>
/// <param name="From">Origins; empty for the default side.</param>
/// <param name="To">Destinations; empty for the default side.</param>
/// <param name="Both">True for the opposite direction too.</param>
/// <param name="Sectors">Sectors; empty for the default of the kind.</param>
public sealed record FlowScope(
    ImmutableArray<RegionName> From,
    ImmutableArray<RegionName> To,
    bool Both,
    ImmutableArray<SectorName> Sectors);

/// <summary>An instrument that acts on trade flows.</summary>
/// <param name="Head">What every instrument has.</param>
/// <param name="Scope">The flows.</param>
public abstract record FlowInstrument(InstrumentHead Head, FlowScope Scope) : Instrument(Head)
{
    /// <summary>True where, by default, the flow runs from receiver to sender: what the sender buys.</summary>
    public virtual bool IsOnPurchases => false;

    /// <summary>The sectors where the case names none.</summary>
    public virtual string DefaultSectors => "goods";
}

/// <summary>An instrument that moves money.</summary>
/// <param name="Head">What every instrument has.</param>
/// <param name="AmountMusd">The amount in million USD, above 0; a stock for a freeze and a seizure, a yearly flow for the others.</param>
public abstract record MoneyInstrument(InstrumentHead Head, double AmountMusd) : Instrument(Head)
{
    /// <inheritdoc/>
    public override Instrument Prorated(double share) => this with { AmountMusd = share * AmountMusd };
}
