using System.Collections.Immutable;
using System.Globalization;

namespace Samarkand.Worlds;

/// <summary>
/// Where the numbers of a world come from. An entry is <c>kind:source</c>; the kind is <c>observed</c> (an official figure of 2021),
/// <c>scaled</c> (a figure of another year, or of a group, carried to this one) or <c>imputed</c>.
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

    internal static PairProvenance Of(string[] row) => new(row[0], row[1], row[2], row[3], row[4]);

    internal string[] Row => [Origin, Destination, Goods, Profile, Services];
}

/// <summary>Where a sector's cost structure comes from.</summary>
/// <param name="Region">The region.</param>
/// <param name="Sector">The sector.</param>
/// <param name="Source">Whose coefficients of 2011 balancing started from.</param>
/// <param name="Change">How far balancing moved them: half the sum of the absolute changes of cost shares, from 0 to 1.</param>
/// <param name="IsRaised">Whether output was raised so that something is left to sell at home.</param>
internal sealed record TechnologyProvenance(string Region, string Sector, string Source, double Change, bool IsRaised)
{
    internal static readonly string[] Header = ["region", "sector", "source", "change", "raised"];

    internal static TechnologyProvenance Of(string[] row) =>
        new(row[0], row[1], row[2], double.Parse(row[3], CultureInfo.InvariantCulture), row[4] == "true");

    internal string[] Row => [Region, Sector, Source, Change.ToString("R", CultureInfo.InvariantCulture), IsRaised ? "true" : ""];
}
