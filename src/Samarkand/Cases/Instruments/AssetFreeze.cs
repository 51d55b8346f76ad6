using System.Collections.Immutable;
using Samarkand.Cases.Binding;
using Samarkand.Cases.Reading;

namespace Samarkand.Cases.Instruments;

/// <summary>Assets abroad are frozen: their owner loses the yield, and the holders keep it in trust, as nobody's income.</summary>
/// <param name="Head">What every instrument has.</param>
/// <param name="AmountMusd">The frozen stock in million USD.</param>
/// <param name="Yield">Yearly yield, a share of the stock, at least 0.</param>
/// <param name="Owner">The owner; null for the receiver.</param>
/// <param name="Holders">The holders; empty for the sender.</param>
/// <param name="DrawdownYears">Years over which the owner would have drawn the stock down, or null where it would not.</param>
internal sealed record AssetFreeze(
    InstrumentHead Head,
    double AmountMusd,
    double Yield,
    RegionName? Owner,
    ImmutableArray<RegionName> Holders,
    double? DrawdownYears) : MoneyInstrument(Head, AmountMusd)
{
    /// <summary>The yearly yield where the case gives none.</summary>
    public const double DefaultYield = 0.02;

    internal static InstrumentForm Written { get; } = new("asset-freeze", Read);

    internal override InstrumentForm Form => Written;

    internal override FormattableString Size
    {
        get
        {
            var drawn = DrawdownYears is { } years ? Words($", and would have been drawn down over {Number(years)} years") : Words($"");
            return $"{Money(AmountMusd)} frozen, with a yield of {Percent(Yield)}{drawn}";
        }
    }

    internal override Instrument Renamed(Func<RegionName, RegionName> rename) =>
        this with { Owner = Owner is null ? null : rename(Owner), Holders = Renamed(Holders, rename) };

    internal override BoundInstrument Bind(InstrumentBinder binder, Sides sides) =>
        new(this, [], [.. binder.Held(this, sides, Owner, Holders, AmountMusd * Yield + (DrawdownYears is { } years ? AmountMusd / years : 0)).Select(payment => payment with { InTrust = true })]);

    internal override void Check(UnusedNames names) => names.CheckHolding(Owner, Holders);

    private static AssetFreeze Read(InstrumentHead head, Fields fields)
    {
        var amount = fields.Amount("amount", NumberRange.AboveZero, "300 bn USD") ?? double.NaN;
        var isDrawdown = fields.Choice("against", ["drawdown"]) is not null;
        var years = fields.Number("years", NumberRange.AboveZero);
        if (fields.Has("against") && !fields.Has("years"))
            fields.Refuse("`against: drawdown` needs `years`", "add the years over which the owner would have drawn the stock down, for instance `years: 5`");
        if (fields.Has("years") && !fields.Has("against"))
            fields.Refuse("`years` of an asset-freeze needs `against: drawdown`", "add `against: drawdown` or remove `years`");
        return new AssetFreeze(
            head,
            amount,
            fields.Fraction("yield", Fraction.Yield) ?? DefaultYield,
            fields.Region("owner"),
            fields.Regions("holders"),
            isDrawdown ? years : null);
    }
}
