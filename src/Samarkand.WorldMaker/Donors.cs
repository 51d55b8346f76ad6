using System.Collections.Immutable;
using System.Globalization;

namespace Samarkand.WorldMaker;

/// <summary>Whose trade by sector stands in for that of a state which the input-output tables do not show.</summary>
/// <param name="Exports">Whose exports of goods by sector, with weights that sum to 1; empty where a source shows the state's own.</param>
/// <param name="Imports">Whose imports of goods by sector from each origin; empty for those of the rest of the world.</param>
/// <param name="Gas">The declared share of gas in what the state sells of crude oil and gas; null where data show it.</param>
internal sealed record Donors(ImmutableArray<(string Region, double Weight)> Exports, string Imports, double? Gas)
{
    /// <summary>Reads <c>KAZ 0.7; IND 0.3</c>, <c>KAZ</c>.</summary>
    public static Donors Parse(string exports, string imports, double? gas) =>
        new([.. exports.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Weighted)], imports, gas);

    private static (string, double) Weighted(string text)
    {
        var parts = text.Split(' ');
        return (parts[0], double.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
