using System.Collections.Immutable;
using System.Globalization;
using Samarkand.Worlds;

namespace Samarkand.WorldMaker;

/// <summary>Whose structure stands in for that of a region which the input-output tables do not show.</summary>
/// <param name="Technology">Whose input coefficients and final demand shares; empty for a region that has its own.</param>
/// <param name="Exports">Whose exports of goods by sector, with weights that sum to 1; empty where customs data show the region's own.</param>
/// <param name="Imports">Whose imports of goods by sector from each origin; empty for those of the rest of the world.</param>
internal sealed record Donors(string Technology, ImmutableArray<(string Region, double Weight)> Exports, string Imports)
{
    /// <summary>Reads <c>RUS</c>, <c>KAZ 0.7; IND 0.3</c>, <c>KAZ</c>.</summary>
    public static Donors Parse(string technology, string exports, string imports) =>
        new(technology, [.. exports.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Weighted)], imports);

    private static (string, double) Weighted(string text)
    {
        var parts = text.Split(' ');
        return (parts[0], double.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
