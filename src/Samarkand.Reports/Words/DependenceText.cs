using System.Globalization;
using Samarkand.Analyses.Dependence;
using Samarkand.Worlds;

namespace Samarkand.Reports.Words;

/// <summary>The dependence of two states in words.</summary>
internal static class DependenceText
{
    private const int SectorsNamed = 3;

    /// <summary>A few sentences, each a line.</summary>
    /// <param name="world">The world.</param>
    /// <param name="before">The pair before any sanctions.</param>
    /// <param name="after">The pair after a case's sanctions, or null.</param>
    /// <param name="ties">What ties the two beside trade.</param>
    public static IReadOnlyList<string> Of(World world, DependenceProfile before, DependenceProfile? after, PairTies ties)
    {
        var pair = before.Pair;
        var (one, two) = (Name(world, pair.One.Region), Name(world, pair.Two.Region));
        var lines = new List<string>
        {
            $"If all trade between {one} and {two} were cut, {one} would {Change(pair.One)} and {two} would {Change(pair.Two)} a year.",
            Junior(world, pair),
        };
        foreach (var loser in new[] { pair.Junior ?? pair.One, pair.Senior ?? pair.Two })
            lines.Add(Through(world, before, loser.Region));
        if (after is not null)
            lines.Add(After(world, pair, after.Pair));
        if (!ties.IsEmpty)
            lines.Add(Beside(world, ties));
        return lines;
    }

    private static string Junior(World world, PairDependence pair) =>
        pair.Junior is not { } junior ? "Neither is the junior partner: both lose the same share of their income."
        : double.IsNaN(pair.Asymmetry) ? $"{Name(world, junior.Region)} is the junior partner: it alone loses."
        : Invariant($"{Name(world, junior.Region)} is the junior partner: in percent of its own income it loses {pair.Asymmetry:0.0} times as much.");

    private static string Through(World world, DependenceProfile profile, Region loser)
    {
        var most = profile.Sectors.Where(loss => loss.Loser == loser && loss.RealIncomePct < 0).Take(SectorsNamed)
            .Select(loss => Invariant($"{(loss.Origin == loser ? "sales" : "purchases")} of {world.Name(loss.Sector)} ({loss.RealIncomePct:+0.000;-0.000;0.000} percent alone)"))
            .ToArray();
        return most.Length == 0 ? $"{Name(world, loser)} loses through no single sector." : $"{Name(world, loser)} depends most through its {string.Join(", its ", most)}.";
    }

    private static string After(World world, PairDependence before, PairDependence after)
    {
        var deeper = new[] { (Was: before.One, Is: after.One), (Was: before.Two, Is: after.Two) }
            .Select(x => Invariant($"{Name(world, x.Was.Region)} would lose {-x.Is.RealIncomePct:0.000} percent instead of {-x.Was.RealIncomePct:0.000}, {(x.Is.RealIncomePct < x.Was.RealIncomePct ? "deeper" : "less")} dependent"));
        return $"After the case's sanctions {string.Join("; ", deeper)}.";
    }

    private static string Beside(World world, PairTies ties)
    {
        var parts = new List<string>();
        foreach (var lending in ties.Lending)
            parts.Add(Invariant($"{ByCode(world, lending.With)} committed loans and grants of {100 * lending.Value:0.0} percent of GDP to {ByCode(world, lending.Region)} ({lending.Date})"));
        if (ties.Distance is { } distance)
            parts.Add(Invariant($"their ideal points in the General Assembly are {distance:0.00} apart ({ties.IdealPoints[0].Date})"));
        parts.Add(ties.Memberships.IsEmpty
            ? "they share no organisation that the world lists"
            : $"both belong to {string.Join(", ", ties.Memberships.Select(common => $"{common.Organisation} ({Owed(common.Obligation)})"))}");
        return $"Beside trade: {string.Join("; ", parts)}.";
    }

    private static string Owed(string obligation) => obligation switch
    {
        "none" => "no obligation",
        "defence" => "defence clause",
        "customs-union" => "customs union",
        _ => obligation,
    };

    private static string ByCode(World world, string code) => world.Regions.FirstOrDefault(region => region.Code == code)?.Name ?? code;

    private static string Name(World world, Region region) => world.Name(region);

    private static string Change(OneSidedDependence loss) => Invariant(
        $"{(loss.RealIncomePct < 0 ? "lose" : "gain")} {Math.Abs(loss.RealIncomePct):0.000} percent of its real income ({Math.Abs(loss.EquivalentVariation) / 1000:0.0} bn USD)");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
