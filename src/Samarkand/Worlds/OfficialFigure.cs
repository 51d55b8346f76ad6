using System.Collections.Immutable;
using System.Globalization;

namespace Samarkand.Worlds;

/// <summary>An official figure of 2021 beside the world's own.</summary>
/// <param name="What"><c>gdp</c>, or <c>goods</c> for the value of goods that one region sold to another.</param>
/// <param name="From">The region, or the seller: a region or a bloc.</param>
/// <param name="To">The buyer; empty for <c>gdp</c>.</param>
/// <param name="Official">The figure, million USD.</param>
/// <param name="World">What the world has, million USD.</param>
/// <param name="Source">Who publishes the figure.</param>
/// <param name="OverruledBy">The source that went first where two disagree; empty where this figure is a constraint.</param>
internal sealed record OfficialFigure(string What, string From, string To, double Official, double World, string Source, string OverruledBy)
{
    internal static readonly string[] Header = ["what", "from", "to", "official", "world", "source", "overruled-by"];

    /// <summary>The distance of the world from the figure, percent of the figure; null where the figure is zero and the world is not.</summary>
    public double? Distance => Official == World ? 0 : Official == 0 ? null : 100 * (World / Official - 1);

    internal string[] Row =>
    [
        What, From, To, Official.ToString("F3", CultureInfo.InvariantCulture), World.ToString("F3", CultureInfo.InvariantCulture), Source, OverruledBy,
    ];

    internal static OfficialFigure Of(string[] row) => new(row[0], row[1], row[2], Number(row[3]), Number(row[4]), row[5], row[6]);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
