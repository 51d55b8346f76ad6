using Samarkand.Cases.Binding.Routes;
using Samarkand.Cases.Reading;
using Samarkand.Model;

namespace Samarkand.Cases.Instruments;

/// <summary>A tariff added to the baseline's.</summary>
/// <param name="Head">What every instrument has.</param>
/// <param name="Scope">The flows.</param>
/// <param name="Rate">Ad valorem rate, above -1.</param>
internal sealed record Tariff(InstrumentHead Head, FlowScope Scope, double Rate) : FlowInstrument(Head, Scope)
{
    internal static InstrumentForm Written { get; } = new("tariff", (head, fields) =>
        new Tariff(head, FlowScope.Read(fields), fields.Fraction("rate", Fraction.Rate, "0.1") ?? double.NaN));

    internal override InstrumentForm Form => Written;

    internal override FormattableString Size => $"{Percent(Rate)} on top of the world's";

    // Goods in transit pay no duty.
    internal override RouteImpact OnRoutes => new() { Tariff = Rate };

    /// <inheritdoc/>
    public override bool IsOnPurchases => true;

    /// <inheritdoc/>
    internal override Instrument Prorated(double share) => this with { Rate = share * Rate };

    internal override Shock ToShock(BoundInstrument bound) => new() { Tariffs = [.. bound.Flows.Select(block => new TariffChange(block, Rate))] };
}
