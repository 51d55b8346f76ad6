using Samarkand.Cases.Binding.Routes;
using Samarkand.Cases.Reading;
using Samarkand.Model;

namespace Samarkand.Cases.Instruments;

/// <summary>Card networks and correspondent banks are cut off: an iceberg cost on what they settled.</summary>
/// <param name="Head">What every instrument has.</param>
/// <param name="Scope">The flows; by default all sectors, services included.</param>
/// <param name="Cost">Ad valorem cost, above 0.</param>
/// <param name="Settled">Share of the flows that they settled, in (0, 1].</param>
internal sealed record PaymentsCut(InstrumentHead Head, FlowScope Scope, double Cost, double Settled) : FlowInstrument(Head, Scope)
{
    internal static InstrumentForm Written { get; } = new("payments-cut", (head, fields) => new PaymentsCut(
        head,
        FlowScope.Read(fields),
        fields.Fraction("cost", Fraction.Cost, "0.05") ?? double.NaN,
        fields.Fraction("settled", Fraction.Share) ?? 1));

    internal override InstrumentForm Form => Written;

    internal override FormattableString Size => $"{Percent(Cost)} dearer on {Percent(Settled)} of the trade";

    internal override RouteImpact OnRoutes => new() { LegShare = Settled, LegFactor = 1 + Cost };

    /// <inheritdoc/>
    public override string DefaultSectors => "all";

    /// <inheritdoc/>
    internal override Instrument Prorated(double share) => this with { Settled = share * Settled };

    internal override Shock ToShock(BoundInstrument bound) => new() { Costs = [.. bound.Flows.Select(block => new CostChange(block, 1 + Cost, Settled))] };
}
