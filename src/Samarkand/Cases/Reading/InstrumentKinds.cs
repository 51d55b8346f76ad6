using System.Collections.Immutable;
using Samarkand.Cases.Instruments;

namespace Samarkand.Cases.Reading;

/// <summary>The kinds of instrument. A kind that is not in this list cannot be written in a case; a test finds it.</summary>
internal static class InstrumentKinds
{
    public static ImmutableArray<InstrumentForm> All { get; } =
    [
        TradeCost.Written, ExportBan.Written, ImportBan.Written, Tariff.Written, PriceCap.Written, PaymentsCut.Written,
        TransportInterruption.Written, AssetFreeze.Written, AssetSeizure.Written, OverCompliance.Written, Supply.Written, Transfer.Written,
        Arms.Written, InvestmentStop.Written, Exit.Written,
    ];

    public static string[] Names { get; } = [.. All.Select(form => form.Name)];

    /// <summary>What a rescuer may lend.</summary>
    public static string[] Means { get; } =
    [
        Supply.Written.Name, Transfer.Written.Name, Arms.Written.Name, TradeCost.Written.Name, Tariff.Written.Name, PriceCap.Written.Name,
    ];

    /// <summary>What a triggered package may hold: what firms fear is told once, for the target.</summary>
    public static string[] Triggered { get; } = [.. Names.Where(name => name != OverCompliance.Written.Name)];

    /// <summary>Says which kinds a key belongs to; null where it belongs to none.</summary>
    public static string? Owners(string key, string kind)
    {
        var owners = All.Where(form => form.Keys.Contains(key)).Select(form => form.Name).ToArray();
        return owners.Length == 0 ? null : $"`{key}` does not belong to {kind}, but to {string.Join(", ", owners)}";
    }
}
