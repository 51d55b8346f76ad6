using Samarkand.Cases.Binding.Routes;
using Samarkand.Cases.Reading;
using Samarkand.Model;

namespace Samarkand.Cases.Instruments;

/// <summary>
/// A cap on the price that the exporter keeps: a discount, or a <c>price</c> below a <c>reference</c> that binds whoever uses the
/// coalition's ships and insurers. Then each seller takes the cheaper of two: the cap, or other ships at a cost of its own, which is spread
/// evenly between 0 and twice its mean.
/// </summary>
/// <param name="Head">What every instrument has.</param>
/// <param name="Scope">The flows.</param>
/// <param name="Discount">Share of the market price that the exporter loses under the cap, in [0, 1).</param>
/// <param name="MarketVolume">True for <c>volume: market</c>: a wedge of the importer, which also lowers the quantity.</param>
internal sealed record PriceCap(InstrumentHead Head, FlowScope Scope, double Discount, bool MarketVolume) : FlowInstrument(Head, Scope)
{
    /// <summary>The mean cost of other ships and insurers, over the value, where a case gives none: an assumption.</summary>
    public const double DefaultAvoidance = 0.15;

    internal static InstrumentForm Written { get; } = new("price-cap", Read);

    /// <summary>The share of the trade that the coalition's ships and insurers served, in (0, 1]; null where the cap is a plain discount.</summary>
    public double? Services { get; init; }

    /// <summary>The mean cost of others' ships and insurers, over the value, above 0.</summary>
    public double Avoidance { get; init; } = DefaultAvoidance;

    /// <summary>The share of the trade that stays below the cap.</summary>
    public double Capped => Services is { } services ? services * (1 - Avoiding) : 1;

    /// <summary>The share of the trade that turns to other ships.</summary>
    public double Shadow => (Services ?? 0) * Avoiding;

    /// <summary>What that costs those who do, on average: they are the ones for whom it is cheaper than the cap.</summary>
    public double ShadowCost => Services is null ? 0 : Math.Min(Discount, 2 * Avoidance) / 2;

    private double Avoiding => Services is null ? 0 : Math.Min(1, Discount / (2 * Avoidance));

    internal override InstrumentForm Form => Written;

    internal override FormattableString Size => Services is null
        ? Words($"{Percent(Discount)} below the market{(MarketVolume ? ", so that less is sold" : "")}")
        : Words($"{Percent(Discount)} below the market on {Percent(Capped)} of the trade; {Percent(Shadow)} goes on other ships, at {Percent(ShadowCost)} of its value");

    internal override RouteImpact OnRoutes => RouteImpact.None;

    /// <inheritdoc/>
    public override bool IsOnPurchases => true;

    /// <inheritdoc/>
    internal override Instrument Prorated(double share) => Services is { } services ? this with { Services = share * services } : this with { Discount = share * Discount };

    internal override Shock ToShock(BoundInstrument bound)
    {
        if (Discount == 0)
            return Shock.None;
        if (Services is not null)
        {
            return new()
            {
                Costs = [.. bound.Flows.Where(_ => Shadow > 0).Select(block => new CostChange(block, 1 + ShadowCost, Shadow))],
                FlowPayments = [.. bound.Flows.Where(_ => Capped > 0).Select(block => new FlowPayment(block, Discount * Capped))],
            };
        }

        // With the market's volume the buyer pays the market price, of which the exporter keeps 1 - discount.
        return MarketVolume
            ? new() { Wedges = [.. bound.Flows.Select(block => new Wedge(block, Discount / (1 - Discount), null))] }
            : new() { FlowPayments = [.. bound.Flows.Select(block => new FlowPayment(block, Discount))] };
    }

    private static PriceCap Read(InstrumentHead head, Fields fields)
    {
        var scope = FlowScope.Read(fields);
        var isMarket = fields.Choice("volume", ["market"]) is not null;
        var (price, reference) = (fields.Number("price", NumberRange.AboveZero), fields.Number("reference", NumberRange.AboveZero));
        var (services, avoidance) = (fields.Fraction("services", Fraction.Share), fields.Fraction("avoidance", Fraction.Cost));
        var isPriced = fields.Has("price") || fields.Has("reference") || fields.Has("services") || fields.Has("avoidance");
        var discount = fields.Fraction("discount", Fraction.ProperShare, isPriced ? null : "0.3");
        if (!isPriced)
            return new PriceCap(head, scope, discount ?? double.NaN, isMarket);
        if (fields.Has("discount") || isMarket)
            fields.Refuse("a price-cap with a `price` has no `discount` and no `volume`: they follow from it", "remove them, or `price`, `reference`, `services` and `avoidance`");
        if (!fields.Has("price") || !fields.Has("reference"))
            fields.Refuse("a price-cap with one of `price`, `reference`, `services` and `avoidance` needs `price` and `reference`", "write both in one unit, such as price: 60, reference: 80");
        return new PriceCap(head, scope, Math.Max(0, 1 - (price ?? double.NaN) / (reference ?? double.NaN)), false) { Services = services ?? 1, Avoidance = avoidance ?? DefaultAvoidance };
    }
}
