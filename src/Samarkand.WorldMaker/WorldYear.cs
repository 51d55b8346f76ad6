using System.Collections.Immutable;
using System.Globalization;

namespace Samarkand.WorldMaker;

/// <summary>
/// The year of which a world is made, and what the sources have of it. Only 2021 has them all; what another year lacks is left to the OECD's tables
/// of that year, or to the nearest year that there is, and <see cref="Lacks"/> says so.
/// </summary>
/// <param name="Year">The year.</param>
internal sealed record WorldYear(int Year)
{
    /// <summary>The first and the last year that the recipe makes: the OECD's tables of 2011 have holes in Russia's trade, and there are none of 2012.</summary>
    public const int First = 2013;

    public const int Last = 2021;

    private const string Prefix = "samarkand-";

    /// <summary>US dollars for a euro, annual averages (European Central Bank).</summary>
    private static readonly double[] Euros = [1.3281, 1.3285, 1.1095, 1.1069, 1.1297, 1.1810, 1.1195, 1.1422, 1.1827];

    /// <summary>The names of all worlds of the series, from the first year on.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Enumerable.Range(First, Last - First + 1).Select(year => $"{Prefix}{year}")];

    /// <summary>The year of the shipped world.</summary>
    public static WorldYear Shipped { get; } = new(Last);

    public string Name => $"{Prefix}{Year}";

    /// <summary>How the year stands in tables.</summary>
    public string Text { get; } = Year.ToString(CultureInfo.InvariantCulture);

    public double DollarsPerEuro => Euros[Year - First];

    /// <summary>The year of trade in services by partner, of which there are 2015 to 2019.</summary>
    public int Services => Math.Clamp(Year, 2015, 2019);

    /// <summary>Whether there is what each state bought of Russian fuels.</summary>
    public bool HasFuels => Year >= 2016;

    /// <summary>Whether there is Russia's trade with every partner (IMF); before, Russian customs name 29.</summary>
    public bool HasImf => Year >= 2016;

    /// <summary>Whether there is Russia's trade by HS chapter.</summary>
    public bool HasChapters => Year == Last;

    /// <summary>Whether there is Kazakhstan's trade by partner.</summary>
    public bool HasKazakhstan => Year >= 2018;

    /// <summary>Whether there is Armenia's.</summary>
    public bool HasArmenia => Year >= 2017;

    /// <summary>Whether there are exports by member of the European Union.</summary>
    public bool HasMembers => Year >= 2019;

    /// <summary>Whether Armenia and Kyrgyzstan were in the customs union of Belarus, Kazakhstan and Russia.</summary>
    public bool HasEurasianUnion => Year >= 2015;

    /// <summary>Whether the United Kingdom paid no tariff in the European Union and levied none on it.</summary>
    public bool HasBritain => Year <= 2020;

    /// <summary>The year of a world of the series; null for any other name.</summary>
    public static WorldYear? Find(string name) => Names.IndexOf(name) is >= 0 and var place ? new WorldYear(First + place) : null;

    /// <summary>What this year has not, in sentences; none for 2021.</summary>
    public ImmutableArray<string> Lacks { get; } = [.. All(Year)];

    private static IEnumerable<string> All(int year)
    {
        if (year == Last)
            yield break;
        yield return "Russia's trade by HS chapter is of 2021 only, so that its trade is not balanced with it.";
        if (year < 2016)
            yield return "Russian fuels by buyer begin in 2016: before, they are the OECD's.";
        if (year < 2016)
            yield return "The IMF's table of Russian customs begins in 2016: before, 29 partners have a total.";
        if (year < 2017)
            yield return "Armenia's table by partner begins in 2017.";
        if (year < 2018)
            yield return "Kazakhstan's table by partner begins in 2018.";
        if (year < 2019)
            yield return "Exports by member of the European Union begin in 2019: before, the Union's total is divided by the OECD's tables.";
        yield return "Tariffs are those of 2021 but for the trade war's, which are the year's own.";
        if (year < 2015)
            yield return "Duties paid in the United States begin in 2015: before, they are those of the tariff database.";
        if (year is < 2015 or 2020)
            yield return "Trade in services by partner is of 2015 to 2019: the nearest year stands, moved with GDP.";
        yield return "Lending is committed over 2000 to 2021 and left out. Blocs are those of 2022; memberships those that had begun and still stood in 2022.";
    }
}
