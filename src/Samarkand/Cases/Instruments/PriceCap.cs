using Samarkand.Cases.Binding.Routes;
using Samarkand.Cases.Reading;
using Samarkand.Model;

namespace Samarkand.Cases.Instruments;

/// <summary>A cap on the price that the exporter keeps.</summary>
/// <param name="Head">What every instrument has.</param>
/// <param name="Scope">The flows.</param>
/// <param name="Discount">Share of the market price that the exporter loses, in (0, 1).</param>
/// <param name="MarketVolume">True for <c>volume: market</c>: a wedge of the importer, which also lowers the quantity.</param>
internal sealed record PriceCap(InstrumentHead Head, FlowScope Scope, double Discount, bool MarketVolume) : FlowInstrument(Head, Scope)
{
    internal static InstrumentForm Written { get; } = new("price-cap", (head, fields) => new PriceCap(
        head,
        FlowScope.Read(fields),
        fields.Fraction("discount", Fraction.ProperShare, "0.3") ?? double.NaN,
        fields.Choice("volume", ["market"]) is not null));

    internal override InstrumentForm Form => Written;

    internal override FormattableString Size => $"{Percent(Discount)} below the market{(MarketVolume ? ", so that less is sold" : "")}";

    internal override RouteImpact OnRoutes => RouteImpact.None;

    /// <inheritdoc/>
    public override bool IsOnPurchases => true;

    /// <inheritdoc/>
    internal override Instrument Prorated(double share) => this with { Discount = share * Discount };

    // With the market's volume the buyer pays the market price, of which the exporter keeps 1 - discount.
    internal override Shock ToShock(BoundInstrument bound) => MarketVolume
        ? new() { Wedges = [.. bound.Flows.Select(block => new Wedge(block, Discount / (1 - Discount), null))] }
        : new() { FlowPayments = [.. bound.Flows.Select(block => new FlowPayment(block, Discount))] };
}
