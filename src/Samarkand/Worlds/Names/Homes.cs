using System.Collections.Immutable;

namespace Samarkand.Worlds.Names;

/// <summary>Which countries the regions of a world are, by their codes, names and parts.</summary>
/// <param name="Home">The region that is a country and nothing else, by alpha-3 code.</param>
/// <param name="Around">The region into which a country was merged with others.</param>
/// <param name="CountriesOf">The countries of each region; empty where nobody can tell.</param>
/// <param name="Remainder">The region that stands for all others.</param>
internal sealed record Homes(
    Dictionary<string, Region> Home, Dictionary<string, Region> Around, ImmutableArray<ImmutableArray<string>> CountriesOf, Region? Remainder)
{
    public static Homes Of(ImmutableArray<RegionInfo> regions)
    {
        var (home, around, twice) = (new Dictionary<string, Region>(StringComparer.Ordinal), new Dictionary<string, Region>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var countries = ImmutableArray.CreateBuilder<ImmutableArray<string>>(regions.Length);
        Region? remainder = null;
        for (var r = 0; r < regions.Length; r++)
        {
            var (info, region) = (regions[r], new Region(r));
            remainder ??= info.IsRemainder ? region : null;
            countries.Add(CountriesIn(info));
            foreach (var country in countries[r])
            {
                if (countries[r].Length > 1 || info.IsRemainder)
                    around.TryAdd(country, region);
                else if (!home.TryAdd(country, region))
                    twice.Add(country);
            }
        }

        // Two regions of one country are its parts, and neither is the country.
        foreach (var country in twice)
            home.Remove(country);
        return new Homes(home, around, countries.MoveToImmutable(), remainder);
    }

    private static ImmutableArray<string> CountriesIn(RegionInfo region)
    {
        if (!region.Parts.IsEmpty)
            return [.. region.Parts.Select(Meant).OfType<string>()];
        if (region.IsRemainder)
            return [];
        // Nearly every region of the usual worlds, and no list needs reading for it.
        if (Countries.NameOf(region.Code) == region.Name)
            return [region.Code];
        var (byCode, byName) = (Meant(region.Code), Meant(region.Name));
        // A code of one country under the name of another is of a list that is not known here.
        return byCode is not null && byName is not null && byCode != byName ? [] : (byCode ?? byName) is { } country ? [country] : [];
    }

    // Blocs have meanings too, and are no country.
    private static string? Meant(string name) => Countries.MeaningOf(name)?.Certain is { } code && Countries.NameOf(code) is not null ? code : null;
}
