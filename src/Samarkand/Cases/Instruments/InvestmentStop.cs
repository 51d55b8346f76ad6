using System.Collections.Immutable;
using Samarkand.Cases.Binding;
using Samarkand.Cases.Reading;

namespace Samarkand.Cases.Instruments;

/// <summary>A capital flow that ends: the receiver loses it, the sender keeps it.</summary>
/// <param name="Head">What every instrument has.</param>
/// <param name="AmountMusd">Million USD a year.</param>
/// <param name="From">Whose capital flowed; empty for the sender.</param>
/// <param name="To">Where it flowed; empty for the receiver.</param>
internal sealed record InvestmentStop(
    InstrumentHead Head, double AmountMusd, ImmutableArray<RegionName> From, ImmutableArray<RegionName> To)
    : MoneyInstrument(Head, AmountMusd)
{
    internal static InstrumentForm Written { get; } = new("investment-stop", (head, fields) => new InvestmentStop(
        head, fields.Amount("amount", NumberRange.AboveZero, "5 bn USD") ?? double.NaN, fields.Regions("from"), fields.Regions("to")));

    internal override InstrumentForm Form => Written;

    internal override Instrument Renamed(Func<RegionName, RegionName> rename) =>
        this with { From = Renamed(From, rename), To = Renamed(To, rename) };

    // What no longer flows is lost where it went and kept where it came from.
    internal override BoundInstrument Bind(InstrumentBinder binder, Sides sides)
    {
        var (from, to) = binder.Parties(this, sides, From, To, "would pay itself");
        return new BoundInstrument(this, [], binder.Payments(to, from, AmountMusd));
    }

    internal override void Check(UnusedNames names) => names.CheckParties(From, To);
}
