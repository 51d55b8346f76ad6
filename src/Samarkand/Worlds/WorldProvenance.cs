using System.Collections.Immutable;
using System.Globalization;

namespace Samarkand.Worlds;

/// <summary>
/// Where the numbers of a world come from. An entry is <c>kind:source</c>; the kind is <c>observed</c> (a figure of the world's year),
/// <c>corrected</c> (moved to agree with another one), <c>scaled</c> (of another year, of a group or at other prices, carried to this one)
/// or <c>imputed</c>.
/// </summary>
/// <param name="Pairs">Flows between two regions.</param>
/// <param name="Technologies">The cost structure of each sector of each region.</param>
internal sealed record WorldProvenance(ImmutableArray<PairProvenance> Pairs, ImmutableArray<TechnologyProvenance> Technologies);

/// <summary>Where the flows from one region to another come from.</summary>
/// <param name="Origin">The seller.</param>
/// <param name="Destination">The buyer.</param>
/// <param name="Goods">The total of goods.</param>
/// <param name="Profile">How that total is divided by sector.</param>
/// <param name="Services">Services.</param>
internal sealed record PairProvenance(string Origin, string Destination, string Goods, string Profile, string Services)
{
    internal static readonly string[] Header = ["origin", "destination", "goods", "profile", "services"];

    /// <summary>The kinds, the best first.</summary>
    internal static readonly string[] Kinds = ["observed", "corrected", "scaled", "imputed"];

    /// <summary>How good each of the pair's flows of goods is: the weaker kind of its total and of its division by sector.</summary>
    public string Kind => Kinds[Math.Max(Place(Goods), Place(Profile))];

    internal static PairProvenance Of(string[] row) => new(row[0], row[1], row[2], row[3], row[4]);

    internal string[] Row => [Origin, Destination, Goods, Profile, Services];

    private static int Place(string entry) => Array.FindIndex(Kinds, kind => entry.StartsWith(kind, StringComparison.Ordinal)) is >= 0 and var place ? place : Kinds.Length - 1;
}

/// <summary>Where a sector's cost structure comes from.</summary>
/// <param name="Region">The region.</param>
/// <param name="Sector">The sector.</param>
/// <param name="Source">Whose coefficients balancing started from.</param>
/// <param name="Change">How far balancing moved them: half the sum of the absolute changes of cost shares, from 0 to 1.</param>
/// <param name="IsRaised">Whether output was raised so that something is left to sell at home.</param>
internal sealed record TechnologyProvenance(string Region, string Sector, string Source, double Change, bool IsRaised)
{
    internal static readonly string[] Header = ["region", "sector", "source", "change", "raised"];

    internal static TechnologyProvenance Of(string[] row) =>
        new(row[0], row[1], row[2], double.Parse(row[3], CultureInfo.InvariantCulture), row[4] == "true");

    internal string[] Row => [Region, Sector, Source, Change.ToString("R", CultureInfo.InvariantCulture), IsRaised ? "true" : ""];
}
