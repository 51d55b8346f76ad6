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

/// <summary>Firms leave without being told.</summary>
/// <param name="Head">What every instrument has.</param>
/// <param name="Scope">The flows.</param>
/// <param name="Risk">Perceived risk p of a neutral state's firms, at least 0.</param>
/// <param name="Slope">Slope nu of the share that leaves, above 0.</param>
/// <param name="RiskComply">Perceived risk of the firms of a state that complies, at least 0.</param>
public sealed record OverCompliance(InstrumentHead Head, FlowScope Scope, double Risk, double Slope, double RiskComply)
    : FlowInstrument(Head, Scope)
{
    /// <inheritdoc/>
    public override string Kind => "over-compliance";

    /// <summary>What the share that leaves is multiplied by, in (0, 1]; less than 1 where the dates of the case are applied.</summary>
    public double Share { get; init; } = 1;

    /// <inheritdoc/>
    public override Instrument Prorated(double share) => this with { Share = share * Share };
}

/// <summary>A rescuer's goods reach the target cheaper.</summary>
/// <param name="Head">What every instrument has.</param>
/// <param name="Scope">The flows.</param>
/// <param name="Discount">Share of the price that <paramref name="PaidBy"/> pays, in (0, 1).</param>
/// <param name="PaidBy">Who pays; null for the sender.</param>
public sealed record Supply(InstrumentHead Head, FlowScope Scope, double Discount, RegionName? PaidBy) : FlowInstrument(Head, Scope)
{
    /// <inheritdoc/>
    public override string Kind => "supply";

    /// <inheritdoc/>
    public override Instrument Prorated(double share) => this with { Discount = share * Discount };
}
