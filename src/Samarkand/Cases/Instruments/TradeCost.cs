using Samarkand.Cases.Binding.Routes;
using Samarkand.Cases.Reading;
using Samarkand.Model;

namespace Samarkand.Cases.Instruments;

/// <summary>An iceberg cost.</summary>
/// <param name="Head">What every instrument has.</param>
/// <param name="Scope">The flows.</param>
/// <param name="Factor">Cost factor, above 0; infinity cuts the flow.</param>
internal sealed record TradeCost(InstrumentHead Head, FlowScope Scope, double Factor) : FlowInstrument(Head, Scope)
{
    internal static InstrumentForm Written { get; } = new("trade-cost", (head, fields) =>
        new TradeCost(head, FlowScope.Read(fields), fields.Number("factor", NumberRange.AboveZero, "1.5", orInfinity: true) ?? double.NaN));

    /// <summary>Share of each flow that it touches, in (0, 1]; less than 1 where the dates of the case are applied.</summary>
    public double Share { get; init; } = 1;

    internal override InstrumentForm Form => Written;

    internal override FormattableString Size => double.IsInfinity(Factor)
        ? Words($"no trade at all{OfTheTrade(Share)}")
        : Words($"costs times {Number(Factor)}{OfTheTrade(Share)}");

    internal override RouteImpact OnRoutes => new()
    {
        Banned = double.IsInfinity(Factor) ? Share : 0,
        IsEnforcedAtOrigin = double.IsInfinity(Factor),
        LegShare = Share,
        LegFactor = Factor,
    };

    /// <inheritdoc/>
    internal override Instrument Prorated(double share) => this with { Share = share * Share };

    internal override Shock ToShock(BoundInstrument bound) => new() { Costs = [.. bound.Flows.Select(block => new CostChange(block, Factor, Share))] };
}
