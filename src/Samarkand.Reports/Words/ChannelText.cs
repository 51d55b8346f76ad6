using Samarkand.Analyses.Explanation;

namespace Samarkand.Reports.Words;

/// <summary>The channels by name, for programs and for people.</summary>
internal static class ChannelText
{
    /// <summary>The name in a table, such as <c>export-prices</c>; it is stable.</summary>
    public static string Name(ChannelKind kind) => kind switch
    {
        ChannelKind.ExportPrices => "export-prices",
        ChannelKind.ImportPrices => "import-prices",
        ChannelKind.InputPrices => "input-prices",
        ChannelKind.Barriers => "barriers",
        ChannelKind.Wedges => "wedges",
        ChannelKind.Revenue => "revenue",
        ChannelKind.Transit => "transit",
        ChannelKind.Payments => "payments",
        ChannelKind.Purchases => "purchases",
        ChannelKind.Deficit => "deficit",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>What it is, as a label.</summary>
    public static string Label(ChannelKind kind) => kind switch
    {
        ChannelKind.ExportPrices => "what its exports earn",
        ChannelKind.ImportPrices => "prices of imports for final use",
        ChannelKind.InputPrices => "prices of imported inputs",
        ChannelKind.Barriers => "bans and trade costs on imports",
        ChannelKind.Wedges => "tariffs and margins that buyers pay",
        ChannelKind.Revenue => "revenue of tariffs and wedges",
        ChannelKind.Transit => "margins on goods in transit",
        ChannelKind.Payments => "payments: freezes, caps, transfers",
        ChannelKind.Purchases => "purchases for another state",
        ChannelKind.Deficit => "the change of its deficit",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
