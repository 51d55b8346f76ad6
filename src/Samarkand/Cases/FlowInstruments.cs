namespace Samarkand.Cases;

/// <summary>An iceberg cost.</summary>
/// <param name="Head">What every instrument has.</param>
/// <param name="Scope">The flows.</param>
/// <param name="Factor">Cost factor, above 0; infinity cuts the flow.</param>
public sealed record TradeCost(InstrumentHead Head, FlowScope Scope, double Factor) : FlowInstrument(Head, Scope)
{
    /// <inheritdoc/>
    public override string Kind => "trade-cost";

    /// <summary>Share of each flow that it touches, in (0, 1]; less than 1 where the dates of the case are applied.</summary>
    public double Share { get; init; } = 1;

    /// <inheritdoc/>
    public override Instrument Prorated(double share) => this with { Share = share * Share };
}

/// <summary>A ban of what the sender sells.</summary>
/// <param name="Head">What every instrument has.</param>
/// <param name="Scope">The flows.</param>
/// <param name="Coverage">Share of varieties banned, in (0, 1].</param>
/// <param name="CommonList">True where all senders ban one common list of goods.</param>
public sealed record ExportBan(InstrumentHead Head, FlowScope Scope, double Coverage, bool CommonList) : FlowInstrument(Head, Scope)
{
    /// <inheritdoc/>
    public override string Kind => "export-ban";

    /// <inheritdoc/>
    public override Instrument Prorated(double share) => this with { Coverage = share * Coverage };
}

/// <summary>A ban of what the sender buys.</summary>
/// <param name="Head">What every instrument has.</param>
/// <param name="Scope">The flows.</param>
/// <param name="Coverage">Share of varieties banned, in (0, 1].</param>
/// <param name="CommonList">True where one list of goods is closed to all origins.</param>
public sealed record ImportBan(InstrumentHead Head, FlowScope Scope, double Coverage, bool CommonList) : FlowInstrument(Head, Scope)
{
    /// <inheritdoc/>
    public override string Kind => "import-ban";

    /// <inheritdoc/>
    public override Instrument Prorated(double share) => this with { Coverage = share * Coverage };

    /// <inheritdoc/>
    public override bool IsOnPurchases => true;
}

/// <summary>A tariff added to the baseline's.</summary>
/// <param name="Head">What every instrument has.</param>
/// <param name="Scope">The flows.</param>
/// <param name="Rate">Ad valorem rate, above -1.</param>
public sealed record Tariff(InstrumentHead Head, FlowScope Scope, double Rate) : FlowInstrument(Head, Scope)
{
    /// <inheritdoc/>
    public override string Kind => "tariff";

    /// <inheritdoc/>
    public override Instrument Prorated(double share) => this with { Rate = share * Rate };

    /// <inheritdoc/>
    public override bool IsOnPurchases => true;
}

/// <summary>A cap on the price that the exporter keeps.</summary>
/// <param name="Head">What every instrument has.</param>
/// <param name="Scope">The flows.</param>
/// <param name="Discount">Share of the market price that the exporter loses, in (0, 1).</param>
/// <param name="MarketVolume">True for <c>volume: market</c>: a wedge of the importer, which also lowers the quantity.</param>
public sealed record PriceCap(InstrumentHead Head, FlowScope Scope, double Discount, bool MarketVolume) : FlowInstrument(Head, Scope)
{
    /// <inheritdoc/>
    public override string Kind => "price-cap";

    /// <inheritdoc/>
    public override Instrument Prorated(double share) => this with { Discount = share * Discount };

    /// <inheritdoc/>
    public override bool IsOnPurchases => true;
}

/// <summary>Card networks and correspondent banks are cut off: an iceberg cost on what they settled.</summary>
/// <param name="Head">What every instrument has.</param>
/// <param name="Scope">The flows; by default all sectors, services included.</param>
/// <param name="Cost">Ad valorem cost, above 0.</param>
/// <param name="Settled">Share of the flows that they settled, in (0, 1].</param>
public sealed record PaymentsCut(InstrumentHead Head, FlowScope Scope, double Cost, double Settled) : FlowInstrument(Head, Scope)
{
    /// <inheritdoc/>
    public override string Kind => "payments-cut";

    /// <inheritdoc/>
    public override Instrument Prorated(double share) => this with { Settled = share * Settled };

    /// <inheritdoc/>
    public override string DefaultSectors => "all";
}

/// <summary>Transport is interrupted: an iceberg cost on goods.</summary>
/// <param name="Head">What every instrument has.</param>
/// <param name="Scope">The flows.</param>
/// <param name="Cost">Ad valorem cost, above 0.</param>
public sealed record TransportInterruption(InstrumentHead Head, FlowScope Scope, double Cost) : FlowInstrument(Head, Scope)
{
    /// <inheritdoc/>
    public override string Kind => "transport-interruption";

    /// <summary>Share of each flow that it touches, in (0, 1]; less than 1 where the dates of the case are applied.</summary>
    public double Share { get; init; } = 1;

    /// <inheritdoc/>
    public override Instrument Prorated(double share) => this with { Share = share * Share };
}

/// <summary>
/// Firms leave without being told: of what exporter i sells of sector s to the target, the share 1 / (1 + (x / (p m))^nu) leaves, x
/// being those sales and m what i sells of s to the coalition, both in the world's baseline; nobody leaves where m or p is 0.
/// </summary>
/// <param name="Head">What every instrument has.</param>
/// <param name="Scope">The flows; by default from every third state to the target. Who joins never leaves: it bans.</param>
/// <param name="Risk">Perceived risk p of a neutral state's firms, at least 0.</param>
/// <param name="Slope">Slope nu of the share that leaves, above 0.</param>
/// <param name="RiskComply">Perceived risk of the firms of a state that complies, at least 0.</param>
/// <param name="RiskConduit">That of a conduit's firms, at least 0.</param>
/// <param name="RiskRescue">That of a rescuer's firms, at least 0.</param>
public sealed record OverCompliance(
    InstrumentHead Head, FlowScope Scope, double Risk, double Slope, double RiskComply, double RiskConduit, double RiskRescue)
    : FlowInstrument(Head, Scope)
{
    /// <inheritdoc/>
    public override string Kind => "over-compliance";

    /// <summary>The perceived risk p of the firms of a state with a stance.</summary>
    public double RiskOf(Stance stance) => stance switch
    {
        Stance.Comply => RiskComply,
        Stance.Neutral => Risk,
        Stance.Conduit => RiskConduit,
        Stance.Rescue => RiskRescue,
        _ => 0,
    };

    /// <summary>The share that leaves, in [0, 1).</summary>
    /// <param name="sales">Sales to the target, x, above 0.</param>
    /// <param name="atRisk">Sales to the coalition, m, at least 0, in the same unit.</param>
    /// <param name="risk">Perceived risk p.</param>
    public double ShareLeaving(double sales, double atRisk, double risk)
    {
        if (risk * atRisk is not > 0)
            return 0;
        var share = 1 / (1 + Math.Pow(sales / (risk * atRisk), Slope));

        // A share that rounds to 1 would be a ban, which cuts a market off.
        return Share * Math.Min(share, Math.BitDecrement(1.0));
    }

    /// <summary>What the share that leaves is multiplied by, in (0, 1]; less than 1 where the dates of the case are applied.</summary>
    public double Share { get; init; } = 1;

    /// <inheritdoc/>
    public override Instrument Prorated(double share) => this with { Share = share * Share };
}

/// <summary>A rescuer's goods reach the target cheaper, at somebody's expense.</summary>
/// <param name="Head">What every instrument has.</param>
/// <param name="Scope">The flows.</param>
/// <param name="Discount">Share of the price that <paramref name="PaidBy"/> pays, in (0, 1).</param>
/// <param name="PaidBy">Who pays; null for the sender, or, where several send, for each its own trade.</param>
public sealed record Supply(InstrumentHead Head, FlowScope Scope, double Discount, RegionName? PaidBy) : FlowInstrument(Head, Scope)
{
    /// <inheritdoc/>
    public override string Kind => "supply";

    /// <inheritdoc/>
    public override Instrument Prorated(double share) => this with { Discount = share * Discount };
}
