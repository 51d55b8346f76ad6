using System.Collections.Immutable;
using Samarkand.Worlds.Files;

namespace Samarkand.Worlds;

/// <summary>
/// Where a code of the Harmonized System falls among the sectors of <c>samarkand-2021</c>: by way of ISIC, revision 4, a row for each
/// chapter and for the headings and subheadings that leave it. The longest row that begins a code holds.
/// </summary>
internal static class HsConcordance
{
    private static readonly string[] Header = ["hs", "sector", "what"];

    private static readonly Lazy<Dictionary<string, HsPlace>> Rows = new(() =>
        RecordTable.Rows("hs.csv", EmbeddedWorlds.Resource("samarkand-2021/hs.csv"), Header)
            .ToDictionary(row => row[0], row => new HsPlace(row[0], row[1], row[2]), StringComparer.Ordinal));

    /// <summary>Every row, in the order of codes.</summary>
    public static ImmutableArray<HsPlace> All => [.. Rows.Value.Values.OrderBy(row => row.Code, StringComparer.Ordinal)];

    /// <summary>The row that holds a code of two to ten digits, dots and spaces left out; null where no row begins it.</summary>
    /// <param name="code">Such as <c>854231</c>.</param>
    public static HsPlace? Find(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var digits = new string([.. code.Where(char.IsAsciiDigit)]);
        for (var length = Math.Min(6, digits.Length); length >= 2; length--)
        {
            if (Rows.Value.TryGetValue(digits[..length], out var place))
                return place;
        }

        return null;
    }
}

/// <summary>A row of the concordance.</summary>
/// <param name="Code">A chapter, heading or subheading.</param>
/// <param name="Sector">The code of the sector.</param>
/// <param name="What">What the goods are.</param>
internal sealed record HsPlace(string Code, string Sector, string What);
