using System.Collections.Immutable;

namespace Samarkand.Cases;

/// <summary>Assets abroad are frozen: their owner loses the yield, the holders keep it.</summary>
/// <param name="Head">What every instrument has.</param>
/// <param name="AmountMusd">The frozen stock in million USD.</param>
/// <param name="Yield">Yearly yield, a share of the stock, at least 0.</param>
/// <param name="Owner">The owner; null for the receiver.</param>
/// <param name="Holders">The holders; empty for the sender.</param>
/// <param name="DrawdownYears">Years over which the owner would have drawn the stock down, or null where it would not.</param>
public sealed record AssetFreeze(
    InstrumentHead Head,
    double AmountMusd,
    double Yield,
    RegionName? Owner,
    ImmutableArray<RegionName> Holders,
    double? DrawdownYears) : MoneyInstrument(Head, AmountMusd)
{
    /// <summary>The yearly yield where the case gives none.</summary>
    public const double DefaultYield = 0.02;

    /// <inheritdoc/>
    public override string Kind => "asset-freeze";
}

/// <summary>Assets abroad pass from owner to holders.</summary>
/// <param name="Head">What every instrument has.</param>
/// <param name="AmountMusd">The stock in million USD.</param>
/// <param name="Years">Years over which it passes, above 0.</param>
/// <param name="Owner">The owner; null for the receiver.</param>
/// <param name="Holders">The holders; empty for the sender.</param>
public sealed record AssetSeizure(
    InstrumentHead Head,
    double AmountMusd,
    double Years,
    RegionName? Owner,
    ImmutableArray<RegionName> Holders) : MoneyInstrument(Head, AmountMusd)
{
    /// <inheritdoc/>
    public override string Kind => "asset-seizure";
}

/// <summary>Money from one to another.</summary>
/// <param name="Head">What every instrument has.</param>
/// <param name="AmountMusd">Million USD a year.</param>
/// <param name="From">Who pays; empty for the sender.</param>
/// <param name="To">Who receives; empty for the receiver.</param>
public sealed record Transfer(
    InstrumentHead Head, double AmountMusd, ImmutableArray<RegionName> From, ImmutableArray<RegionName> To)
    : MoneyInstrument(Head, AmountMusd)
{
    /// <inheritdoc/>
    public override string Kind => "transfer";
}

/// <summary>A rescuer's own demand for machinery and vehicles for the target's war.</summary>
/// <param name="Head">What every instrument has.</param>
/// <param name="AmountMusd">Million USD a year.</param>
/// <param name="From">Who supplies; empty for the sender.</param>
/// <param name="To">Who receives; empty for the receiver.</param>
public sealed record Arms(
    InstrumentHead Head, double AmountMusd, ImmutableArray<RegionName> From, ImmutableArray<RegionName> To)
    : MoneyInstrument(Head, AmountMusd)
{
    /// <inheritdoc/>
    public override string Kind => "arms";
}

/// <summary>A capital flow that ends: the receiver loses it, the sender keeps it.</summary>
/// <param name="Head">What every instrument has.</param>
/// <param name="AmountMusd">Million USD a year.</param>
/// <param name="From">Whose capital flowed; empty for the sender.</param>
/// <param name="To">Where it flowed; empty for the receiver.</param>
public sealed record InvestmentStop(
    InstrumentHead Head, double AmountMusd, ImmutableArray<RegionName> From, ImmutableArray<RegionName> To)
    : MoneyInstrument(Head, AmountMusd)
{
    /// <inheritdoc/>
    public override string Kind => "investment-stop";
}
