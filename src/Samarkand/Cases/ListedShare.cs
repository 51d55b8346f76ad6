using System.Collections.Immutable;

namespace Samarkand.Cases;

/// <summary>A coverage that comes from a law's list of goods, of which only those count whose ban was in force on a day.</summary>
/// <param name="List">The list, one of <see cref="BanLists.Names"/>.</param>
/// <param name="Sectors">The codes of the sectors that the ban names, all of them on the list.</param>
/// <param name="Day">The day on which the case stands; null where all of the list counts.</param>
internal sealed record ListedShare(string List, ImmutableArray<string> Sectors, DateOnly? Day)
{
    /// <summary>What it comes to on the case's own day, in [0, 1).</summary>
    public double Own => At(Day);

    /// <summary>What it comes to where all of the list counts.</summary>
    public double Whole => At(null);

    /// <summary>The first day on which goods of the sectors were on the list.</summary>
    public DateOnly First => BanLists.Days(List, Sectors)[0];

    /// <summary>The mean over days in a row. What came after the case's own day counts on none of them.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="until">The first that no longer belongs to them, later than <paramref name="from"/>.</param>
    public double Mean(DateOnly from, DateOnly until)
    {
        var (sum, at) = (0.0, from);
        foreach (var next in BanLists.Days(List, Sectors).Where(day => day > from && day < until).Append(until))
        {
            sum += (next.DayNumber - at.DayNumber) * At(Day < at ? Day : at);
            at = next;
        }

        return sum / (until.DayNumber - from.DayNumber);
    }

    /// <inheritdoc/>
    public bool Equals(ListedShare? other) => other is not null && List == other.List && Sectors.SequenceEqual(other.Sectors) && Day == other.Day;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(List, Sectors.Length, Day);

    private double At(DateOnly? day) => BanLists.Coverage(List, Sectors, day)!.Value;
}
