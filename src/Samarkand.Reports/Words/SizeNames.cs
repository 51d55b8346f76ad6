namespace Samarkand.Reports.Words;

/// <summary>What the numbers of an instrument are called where people read them.</summary>
internal static class SizeNames
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["coverage"] = "share banned",
        ["share"] = "share of the trade",
        ["factor"] = "cost factor",
        ["rate"] = "rate",
        ["discount"] = "discount",
        ["cost"] = "extra cost",
        ["settled"] = "share of the trade",
        ["amount"] = "amount",
        ["yield"] = "yield a year",
        ["years"] = "years",
        ["risk"] = "risk that firms see",
        ["risk-comply"] = "risk where a state complies",
        ["risk-conduit"] = "risk where a state lets goods through",
        ["risk-rescue"] = "risk where a state helps",
        ["slope"] = "slope",
    };

    /// <summary>The name of the number under a key.</summary>
    public static string Of(string key) => Names.GetValueOrDefault(key, key.Replace('-', ' '));
}
