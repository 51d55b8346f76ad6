using System.Collections.Immutable;
using Samarkand.Cases.Binding;
using Samarkand.Cases.Reading;

namespace Samarkand.Cases.Instruments;

/// <summary>Assets abroad pass from owner to holders.</summary>
/// <param name="Head">What every instrument has.</param>
/// <param name="AmountMusd">The stock in million USD.</param>
/// <param name="Years">Years over which it passes, above 0.</param>
/// <param name="Owner">The owner; null for the receiver.</param>
/// <param name="Holders">The holders; empty for the sender.</param>
internal sealed record AssetSeizure(
    InstrumentHead Head,
    double AmountMusd,
    double Years,
    RegionName? Owner,
    ImmutableArray<RegionName> Holders) : MoneyInstrument(Head, AmountMusd)
{
    internal static InstrumentForm Written { get; } = new("asset-seizure", (head, fields) => new AssetSeizure(
        head,
        fields.Amount("amount", NumberRange.AboveZero, "300 bn USD") ?? double.NaN,
        fields.Number("years", NumberRange.AboveZero, "5") ?? double.NaN,
        fields.Region("owner"),
        fields.Regions("holders")));

    internal override InstrumentForm Form => Written;

    internal override FormattableString Size => $"{Money(AmountMusd)} seized over {Number(Years)} years";

    internal override Instrument Renamed(Func<RegionName, RegionName> rename) =>
        this with { Owner = Owner is null ? null : rename(Owner), Holders = Renamed(Holders, rename) };

    internal override BoundInstrument Bind(InstrumentBinder binder, Sides sides) =>
        new(this, [], binder.Held(this, sides, Owner, Holders, AmountMusd / Years));

    internal override void Check(UnusedNames names) => names.CheckHolding(Owner, Holders);
}
