using System.Collections.Immutable;

namespace Samarkand.Cases;

/// <summary>Applies the dates of a case's instruments. Until that is done, every instrument applies in full.</summary>
internal static class CaseDates
{
    /// <summary>The case with the instruments that are in force on a day, each in full.</summary>
    /// <exception cref="ArgumentException">Dates were applied to the case before.</exception>
    public static Case AsOf(Case theCase, DateOnly day) => Over(theCase, Period.Day(day));

    /// <summary>The case with each instrument by the share of a calendar year's days on which it is in force.</summary>
    /// <exception cref="ArgumentException">Dates were applied to the case before.</exception>
    public static Case InYear(Case theCase, int year) => Over(theCase, Period.Year(year));

    /// <summary>
    /// The case with each instrument by the share of a period's days on which it is in force, in every package of the case; those that
    /// are in force on none of them are left out. What a share does to each kind is said in <see cref="Instrument.Prorated"/>.
    /// </summary>
    /// <returns>The case for that period, whose packages may be empty; without expected figures, which are for the case in full.</returns>
    /// <exception cref="ArgumentException">Dates were applied to the case before.</exception>
    public static Case Over(Case theCase, Period period)
    {
        if (theCase.Period is { } before)
            throw new ArgumentException($"the case's dates were applied before, for {before.Name}", nameof(theCase));
        return theCase with
        {
            Period = period,
            NotInForce = [.. Instruments(theCase).Where(instrument => period.DaysInForce(instrument.Head) == 0)],
            Expected = [],
            Package = Prorated(theCase.Package),
            Secondary = theCase.Secondary is { } secondary ? secondary with { Package = Prorated(secondary.Package) } : null,
            Retaliation = theCase.Retaliation is { } retaliation ? retaliation with { Package = Prorated(retaliation.Package) } : null,
            Players = [.. theCase.Players.Select(player => player with
            {
                Means = Prorated(player.Means),
                Actions = [.. player.Actions.Select(action => action with { Package = Prorated(action.Package) })],
            })],
        };

        ImmutableArray<Instrument> Prorated(ImmutableArray<Instrument> package) =>
        [
            .. package.Where(instrument => period.DaysInForce(instrument.Head) > 0)
                .Select(instrument => instrument.Over(period)),
        ];
    }

    /// <summary>Every instrument of a case: of its package, of those against players and the target's, of players' means and actions.</summary>
    public static IEnumerable<Instrument> Instruments(Case theCase) =>
    [
        .. theCase.Package,
        .. theCase.Secondary?.Package ?? [],
        .. theCase.Retaliation?.Package ?? [],
        .. theCase.Players.SelectMany(player => player.Means.Concat(player.Actions.SelectMany(action => action.Package))),
    ];
}
