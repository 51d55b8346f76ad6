using System.Globalization;
using Samarkand.Cases;
using Samarkand.Cases.Binding;
using Samarkand.Reports.Tables;
using Samarkand.Worlds;

namespace Samarkand.Reports.Words;

/// <summary>Stances, fear and punishment in words.</summary>
internal static class StanceText
{
    private const int MostNames = 4;

    private static readonly (InstrumentRole Role, string Words)[] Punishments =
    [
        (InstrumentRole.Secondary, "The coalition's secondary sanctions fall"), (InstrumentRole.Retaliation, "The target's retaliation falls"),
    ];

    /// <summary>Where an instrument stands and what it is: <c>secondary.package.0 (tariff, secondary against China)</c>.</summary>
    public static string Title(BoundCase bound, BoundInstrument instrument) => instrument.Instrument.Titled(Against(bound, instrument));

    /// <summary>What an instrument of a package other than the case's own falls on: <c>secondary against China</c>; empty for the package.</summary>
    public static string Against(BoundCase bound, BoundInstrument instrument) => instrument.Role switch
    {
        InstrumentRole.Secondary => $"secondary against {Names(bound, instrument.Players)}",
        InstrumentRole.Retaliation => $"retaliation against {Names(bound, instrument.Players)}",
        InstrumentRole.Action => "action of the target",
        InstrumentRole.Means => $"means of {Names(bound, instrument.Players)}",
        _ => "",
    };

    /// <summary>The stances of players and those that were set, with that of all others; null where every third state takes the default and it is neutral.</summary>
    public static string? Stances(BoundCase bound)
    {
        var theirs = Regions(bound).Where(r => bound.StanceSources[r.Index] is StanceSource.Player or StanceSource.Set).ToArray();
        if (theirs.Length == 0 && bound.Case.DefaultStance == Stance.Neutral)
            return null;
        var words = theirs.GroupBy(r => bound.Stances[r.Index]).OrderBy(group => group.Key)
            .Select(group => $"{StanceTables.Word(group.Key)}: {string.Join(", ", group.Select(r => bound.World.Code(r)))}");
        return $"Stances: {string.Join("; ", [.. words, $"every other third state: {StanceTables.Word(bound.Case.DefaultStance)}"])}.";
    }

    /// <summary>A sentence each for rescue, secondary sanctions, retaliation and fear, where there are such.</summary>
    public static IEnumerable<string> Sentences(BoundCase bound)
    {
        foreach (var means in bound.Instruments.Where(i => i.Role == InstrumentRole.Means).GroupBy(i => i.Players[0]))
            yield return $"{Name(bound, means.Key)} comes to the rescue with {string.Join(", ", means.Select(i => i.Instrument.Kind).Distinct())}.";
        foreach (var (role, whose) in Punishments)
        {
            if (bound.Instruments.FirstOrDefault(i => i.Role == role) is { } first)
                yield return $"{whose} on {Names(bound, first.Players)}.";
        }

        var left = bound.Instruments.SelectMany(i => i.Departures).Where(d => d.Destination == bound.Target).ToArray();
        if (left.Length == 0)
            yield break;
        var most = left.GroupBy(d => d.Exporter).Select(g => (Exporter: g.Key, Sales: g.Sum(Lost))).OrderByDescending(x => x.Sales).ToArray();
        var exporter = Name(bound, most[0].Exporter);
        yield return most.Length == 1
            ? $"Firms of {exporter} leave sales of {Money(most[0].Sales)} to the target without being told."
            : string.Create(CultureInfo.InvariantCulture, $"Firms of {most.Length} states leave sales of {Money(left.Sum(Lost))} to the target without being told, above all those of {exporter} ({Money(most[0].Sales)}).");
    }

    private static double Lost(Departure departure) => departure.Share * departure.SalesMusd;

    private static IEnumerable<Region> Regions(BoundCase bound) => Enumerable.Range(0, bound.World.Regions.Length).Select(r => new Region(r));

    private static string Names(BoundCase bound, IReadOnlyCollection<Region> regions) => regions.Count <= MostNames
        ? string.Join(", ", regions.Select(r => Name(bound, r)))
        : string.Create(CultureInfo.InvariantCulture, $"{regions.Count} states");

    private static string Name(BoundCase bound, Region region) => bound.World.Name(region);

    private static string Money(double musd) => musd >= 1000
        ? string.Create(CultureInfo.InvariantCulture, $"{musd / 1000:0.0} bn USD")
        : string.Create(CultureInfo.InvariantCulture, $"{musd:0} m USD");
}
