using Samarkand.Cases.Binding.Routes;
using Samarkand.Cases.Reading;
using Samarkand.Model;

namespace Samarkand.Cases.Instruments;

/// <summary>Transport is interrupted: an iceberg cost on goods.</summary>
/// <param name="Head">What every instrument has.</param>
/// <param name="Scope">The flows.</param>
/// <param name="Cost">Ad valorem cost, above 0.</param>
internal sealed record TransportInterruption(InstrumentHead Head, FlowScope Scope, double Cost) : FlowInstrument(Head, Scope)
{
    internal static InstrumentForm Written { get; } = new("transport-interruption", (head, fields) =>
        new TransportInterruption(head, FlowScope.Read(fields), fields.Fraction("cost", Fraction.Cost, "0.1") ?? double.NaN));

    /// <summary>Share of each flow that it touches, in (0, 1]; less than 1 where the dates of the case are applied.</summary>
    public double Share { get; init; } = 1;

    internal override InstrumentForm Form => Written;

    internal override FormattableString Size => $"{Percent(Cost)} of the value on top{OfTheTrade(Share)}";

    internal override RouteImpact OnRoutes => new() { LegShare = Share, LegFactor = 1 + Cost };

    /// <inheritdoc/>
    internal override Instrument Prorated(double share) => this with { Share = share * Share };

    internal override Shock ToShock(BoundInstrument bound) => new() { Costs = [.. bound.Flows.Select(block => new CostChange(block, 1 + Cost, Share))] };
}
