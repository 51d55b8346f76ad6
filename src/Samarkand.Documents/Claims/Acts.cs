using System.Collections.Immutable;

namespace Samarkand.Documents.Claims;

/// <summary>What may be claimed: kinds of instruments and stances by the names that a case gives them, and what a case has no word for.</summary>
internal static class Acts
{
    public const string ExportBan = "export-ban";
    public const string ImportBan = "import-ban";
    public const string Tariff = "tariff";
    public const string PriceCap = "price-cap";
    public const string PaymentsCut = "payments-cut";
    public const string AssetFreeze = "asset-freeze";
    public const string AssetSeizure = "asset-seizure";
    public const string Transport = "transport-interruption";
    public const string InvestmentStop = "investment-stop";
    public const string OverCompliance = "over-compliance";
    public const string Supply = "supply";
    public const string Transfer = "transfer";
    public const string Arms = "arms";
    public const string Join = "join";
    public const string Comply = "comply";
    public const string Neutral = "neutral";
    public const string Conduit = "conduit";
    public const string Rescue = "rescue";
    public const string Sanctions = "sanctions";
    public const string Lends = "lends";
    public const string Votes = "votes";
    public const string Promises = "promises";
    public const string Threatens = "threatens";
    public const string Warns = "warns";
    public const string Guarantees = "guarantees";
    public const string PaysFor = "pays-for";
    public const string Fears = "fears";
    public const string Depends = "depends";

    /// <summary>Every act with what it means.</summary>
    public static ImmutableArray<(string Act, string Meaning)> All { get; } =
    [
        (ExportBan, "sells no longer, or less"),
        (ImportBan, "buys no longer, or less"),
        (Tariff, "puts a duty on goods"),
        (PriceCap, "pays no more than a price"),
        (PaymentsCut, "cuts banks, cards or payments off"),
        (AssetFreeze, "freezes assets or reserves"),
        (AssetSeizure, "takes assets"),
        (Transport, "stops transport, closes ports, skies or borders"),
        (InvestmentStop, "stops investment or lending on capital markets"),
        (OverCompliance, "a firm leaves, or suspends its business"),
        (Supply, "supplies goods"),
        (Transfer, "gives money"),
        (Arms, "supplies arms"),
        (Join, "joins sanctions of others"),
        (Comply, "keeps to sanctions of others"),
        (Neutral, "takes no side"),
        (Conduit, "lets banned goods through"),
        (Rescue, "comes to the aid of"),
        (Sanctions, "imposes sanctions that are not named"),
        (Lends, "lends money"),
        (Votes, "votes"),
        (Promises, "promises"),
        (Threatens, "threatens"),
        (Warns, "warns"),
        (Guarantees, "guarantees another's security"),
        (PaysFor, "pays for something abroad"),
        (Fears, "fears punishment"),
        (Depends, "depends on another"),
    ];

    /// <summary>True for what hurts the one that it is done to.</summary>
    public static bool IsRestrictive(string act) =>
        act is ExportBan or ImportBan or Tariff or PriceCap or PaymentsCut or AssetFreeze or AssetSeizure or Transport or InvestmentStop or Sanctions;
}
