using Samarkand.Model;

namespace Samarkand.Cases;

/// <summary>An instrument that moves money.</summary>
/// <param name="Head">What every instrument has.</param>
/// <param name="AmountMusd">The amount in million USD, above 0; a stock for a freeze and a seizure, a yearly flow for the others.</param>
internal abstract record MoneyInstrument(InstrumentHead Head, double AmountMusd) : Instrument(Head)
{
    /// <inheritdoc/>
    internal override Instrument Prorated(double share) => this with { AmountMusd = share * AmountMusd };

    internal override FormattableString Size => $"{Money(AmountMusd)}";

    internal override Shock ToShock(BoundInstrument bound) => new() { Payments = bound.Payments };
}
