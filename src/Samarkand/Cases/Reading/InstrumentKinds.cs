namespace Samarkand.Cases.Reading;

/// <summary>The kinds of instrument and the keys of each.</summary>
internal static class InstrumentKinds
{
    public static readonly string[] Names =
    [
        "trade-cost", "export-ban", "import-ban", "tariff", "price-cap", "payments-cut", "transport-interruption", "asset-freeze",
        "asset-seizure", "over-compliance", "supply", "transfer", "arms", "investment-stop",
    ];

    /// <summary>What a rescuer may lend.</summary>
    public static readonly string[] Means = ["supply", "transfer", "arms", "trade-cost"];

    /// <summary>What a triggered package may hold: what firms fear is told once, for the target.</summary>
    public static readonly string[] Triggered = [.. Names.Where(name => name != "over-compliance")];

    /// <summary>The keys of a kind, beside those that every kind has.</summary>
    public static string[] Keys(string kind) => kind switch
    {
        "trade-cost" => ["from", "to", "both", "sectors", "factor"],
        "export-ban" or "import-ban" => ["from", "to", "both", "sectors", "coverage", "common-list"],
        "tariff" => ["from", "to", "both", "sectors", "rate"],
        "price-cap" => ["from", "to", "both", "sectors", "discount", "volume"],
        "payments-cut" => ["from", "to", "both", "sectors", "cost", "settled"],
        "transport-interruption" => ["from", "to", "both", "sectors", "cost"],
        "asset-freeze" => ["amount", "yield", "owner", "holders", "against", "years"],
        "asset-seizure" => ["amount", "years", "owner", "holders"],
        "over-compliance" => ["from", "to", "both", "sectors", "risk", "slope", "risk-comply", "risk-conduit", "risk-rescue"],
        "supply" => ["from", "to", "both", "sectors", "discount", "paid-by"],
        _ => ["from", "to", "amount"],
    };

    /// <summary>Says which kinds a key belongs to; null where it belongs to none.</summary>
    public static string? Owners(string key, string kind)
    {
        var owners = new List<string>();
        foreach (var name in Names)
        {
            if (Array.IndexOf(Keys(name), key) >= 0)
                owners.Add(name);
        }

        return owners.Count == 0 ? null : $"`{key}` does not belong to {kind}, but to {string.Join(", ", owners)}";
    }
}
