using System.Collections.Immutable;
using Samarkand.Cases.Binding;
using Samarkand.Cases.Reading;

namespace Samarkand.Cases.Instruments;

/// <summary>Money from one to another.</summary>
/// <param name="Head">What every instrument has.</param>
/// <param name="AmountMusd">Million USD a year.</param>
/// <param name="From">Who pays; empty for the sender.</param>
/// <param name="To">Who receives; empty for the receiver.</param>
internal sealed record Transfer(
    InstrumentHead Head, double AmountMusd, ImmutableArray<RegionName> From, ImmutableArray<RegionName> To)
    : MoneyInstrument(Head, AmountMusd)
{
    internal static InstrumentForm Written { get; } = new("transfer", (head, fields) => new Transfer(
        head, fields.Amount("amount", NumberRange.AboveZero, "5 bn USD") ?? double.NaN, fields.Regions("from"), fields.Regions("to")));

    internal override InstrumentForm Form => Written;

    internal override Instrument Renamed(Func<RegionName, RegionName> rename) =>
        this with { From = Renamed(From, rename), To = Renamed(To, rename) };

    internal override BoundInstrument Bind(InstrumentBinder binder, Sides sides)
    {
        var (from, to) = binder.Parties(this, sides, From, To, "would pay itself");
        return new BoundInstrument(this, [], binder.Payments(from, to, AmountMusd));
    }

    internal override void Check(UnusedNames names) => names.CheckParties(From, To);
}
