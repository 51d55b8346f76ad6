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
        (InstrumentRole.Secondary, "The coalition's secondary sanctions, which punish whoever helps the target, fall"), (InstrumentRole.Retaliation, "The target's retaliation falls"),
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
        var (exporter, whom) = (Name(bound, most[0].Exporter), Name(bound, bound.Target));
        yield return most.Length == 1
            ? $"Out of fear, firms of {exporter} give up sales of {Amounts.Money(most[0].Sales)} a year to {whom} that nobody forbids them."
            : string.Create(CultureInfo.InvariantCulture, $"Out of fear, firms of {most.Length} states give up sales of {Amounts.Money(left.Sum(Lost))} a year to {whom} that nobody forbids them, mostly those of {exporter} ({Amounts.Money(most[0].Sales)}).");
    }

    private static double Lost(Departure departure) => departure.Share * departure.SalesMusd;

    private static IEnumerable<Region> Regions(BoundCase bound) => Enumerable.Range(0, bound.World.Regions.Length).Select(r => new Region(r));

    private static string Names(BoundCase bound, IReadOnlyCollection<Region> regions) => regions.Count <= MostNames
        ? Named.List([.. regions.Select(r => Name(bound, r))])
        : string.Create(CultureInfo.InvariantCulture, $"{regions.Count} states");

    private static string Name(BoundCase bound, Region region) => Named.Of(bound.World, region);
}
