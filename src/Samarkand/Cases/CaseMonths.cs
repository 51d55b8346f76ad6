using System.Collections.Immutable;
using Samarkand.Core;

namespace Samarkand.Cases;

/// <summary>The months over which a case's instruments come and go.</summary>
internal static class CaseMonths
{
    /// <summary>The largest number of months.</summary>
    public const int Most = 120;

    /// <summary>The calendar months from that of the case's first date to the one after that of its last.</summary>
    /// <exception cref="InputException">No instrument has a date, a date is outside the years of <see cref="Period"/>, or there are more than <see cref="Most"/> months.</exception>
    public static ImmutableArray<Period> Of(Case theCase)
    {
        var problems = new ProblemList(theCase.Source);
        var dates = new List<DateOnly>();
        foreach (var head in CaseDates.Instruments(theCase).Select(instrument => instrument.Head))
        {
            foreach (var date in new[] { head.FromDate, head.UntilDate }.OfType<DateOnly>())
            {
                dates.Add(date);
                if (date.Year is < Period.FirstYear or > Period.LastYear)
                {
                    problems.Add(
                        head.Place,
                        FormattableString.Invariant($"{head.Path} has the date {date:yyyy-MM-dd}; a timeline goes from {Period.FirstYear} to {Period.LastYear}"),
                        "correct the date, or leave it out where there is no end");
                }
            }
        }

        if (dates.Count == 0)
            problems.Add(theCase.Source, 0, 0, "no instrument has a date, so that there is no timeline", $"give one a `from-date: 2022-12-05` or an `until-date`, or leave out {new Parameter("timeline")}");
        problems.ThrowIfAny();
        var (first, last) = (dates.Min(), dates.Max());
        var count = 12 * (last.Year - first.Year) + last.Month - first.Month + 2;
        if (count > Most)
        {
            throw new InputException(new InputProblem(
                theCase.Source,
                0,
                0,
                FormattableString.Invariant($"its dates run from {Period.Day(first).Name} to {Period.Day(last).Name}: a timeline of {count} months, and {Most} is the most"),
                $"leave out the date that is far from the others, or ask for single dates with {new Parameter("as-of")} or {new Parameter("year")}"));
        }

        return [.. Enumerable.Range(0, count).Select(month => Period.Month(first.Year + (first.Month - 1 + month) / 12, (first.Month - 1 + month) % 12 + 1))];
    }
}
