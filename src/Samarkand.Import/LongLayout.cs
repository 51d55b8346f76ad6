using System.Collections.Immutable;

namespace Samarkand.Import;

/// <summary>The names that a published long table gives its columns.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Columns">Origin, sector, destination, use, value.</param>
/// <param name="Finals">Its final categories that have the names of sectors elsewhere.</param>
/// <param name="Currency">The currency of its values where that is not the dollar, or null.</param>
internal sealed record LongLayout(string Name, ImmutableArray<string> Columns, ImmutableArray<string> Finals, string? Currency)
{
    private static readonly LongLayout[] Known =
    [
        new("FIGARO, industry by industry", ["refArea", "rowIi", "counterpartArea", "colIi", "obsValue"], [], "euro"),
        new("FIGARO, product by product", ["refArea", "rowPi", "counterpartArea", "colPi", "obsValue"], [], "euro"),
        new("FIGARO of Eurostat's data browser, industry by industry", ["c_orig", "ind_ava", "c_dest", "ind_use", "OBS_VALUE"], [], "euro"),
        new("FIGARO of Eurostat's data browser, product by product", ["c_orig", "prd_ava", "c_dest", "prd_use", "OBS_VALUE"], [], "euro"),
        new("WIOD, long form", ["row_country", "row_item", "col_country", "col_item", "value"], ["37", "38", "39", "41", "42", "c37", "c38", "c39", "c41", "c42"], null),
        new("WIOD, long-run tables", ["row_country", "row_isic3", "col_country", "col_isic3", "value"], [], null),
    ];

    /// <summary>The layout all of whose columns are among those found; null where there is none.</summary>
    public static LongLayout? Of(string[] found) =>
        Array.Find(Known, layout => layout.Columns.All(column => found.Contains(column, StringComparer.OrdinalIgnoreCase)));
}
