using System.Globalization;
using Samarkand.Cases;
using Samarkand.Effects;

namespace Samarkand.Reports.Tables;

/// <summary>A timeline as a table. A month without an answer has no values.</summary>
public static class TimelineTable
{
    /// <summary>The name of the table.</summary>
    public const string Name = "timeline";

    /// <summary>What the figures of a month are.</summary>
    public const string Note = "Each month is a yearly rate: the effects if that month's measures lasted a year, at the case's horizon. An instrument in force for a part of a month applies by its share of the days.";

    private static string Title => CaseTables.Title(Name);

    /// <summary>For programs: a row for each month and region, with the paths of the instruments in force, and their share where it is less than 1.</summary>
    public static Table Of(Timeline timeline)
    {
        var world = timeline.Case.World;
        var rows = timeline.Months.SelectMany(month => world.Regions.Select((region, r) => (Month: month, region.Code, Effects: month.Answer?.Effects.Regions[r]))).ToArray();
        return new Table(Name, Title,
        [
            new TextColumn("month", "Month", [.. rows.Select(row => row.Month.Period.Name)]),
            new TextColumn("region", "Region", [.. rows.Select(row => row.Code)]),
            Number("real_income_pct", "Real income %", effects => effects.RealIncomePct, 3),
            Number("ev_musd", "EV, m USD", effects => effects.EquivalentVariation, 0),
            Number("exports_pct", "Exports %", effects => effects.ExportsPct, 2),
            Number("imports_pct", "Imports %", effects => effects.ImportsPct, 2),
            new TextColumn("instruments", "Instruments", [.. rows.Select(row => Instruments(row.Month))]),
        ]);

        NumberColumn Number(string name, string heading, Func<RegionEffects, double> value, int digits) =>
            new(name, heading, [.. rows.Select(row => row.Effects is { } effects ? value(effects) : double.NaN)], digits);
    }

    /// <summary>For people: a row for each month, with the real income of the case's sides and the instruments that start or end in it.</summary>
    public static Table ForPeople(Timeline timeline)
    {
        var sides = timeline.Months.First(month => month.Answer is not null).Answer!.Groups.Select(group => group.Name).Where(name => name != "world").ToArray();
        return new Table("timeline-by-side", Title,
        [
            new TextColumn("month", "Month", [.. timeline.Months.Select(month => month.Period.Name)]),
            .. sides.Select(side => new NumberColumn(
                $"{side}_real_income_pct",
                $"{char.ToUpperInvariant(side[0])}{side[1..]} %",
                [.. timeline.Months.Select(month => month.Answer?.Groups.First(group => group.Name == side).RealIncomePct ?? double.NaN)],
                3)),
            new TextColumn("changes", "Starts or ends", [.. timeline.Months.Select(month => Changes(timeline.Case.Case, month.Period))]),
        ]);
    }

    /// <summary>A line for each month that has no answer.</summary>
    public static IEnumerable<string> WithoutAnswer(Timeline timeline) =>
        timeline.Months.Where(month => month.Answer is null).Select(month => $"{month.Period.Name}: {month.Reason}");

    private static string Instruments(TimelineMonth month) => string.Join(' ', month.Instruments.Select(inForce =>
        inForce.Share == 1 ? inForce.Instrument.Head.Path : string.Create(CultureInfo.InvariantCulture, $"{inForce.Instrument.Head.Path} ({inForce.Share:0.00})")));

    private static string Changes(Case theCase, Period month)
    {
        var changes = new List<(DateOnly Day, string Text)>();
        foreach (var instrument in CaseDates.Instruments(theCase))
        {
            Add(instrument.Head.FromDate, "from");
            Add(instrument.Head.UntilDate, "until");

            void Add(DateOnly? date, string word)
            {
                if (date is { } day && day >= month.From && day < month.Until)
                    changes.Add((day, $"{instrument.Label} {instrument.Kind} {word} {Period.Day(day).Name}"));
            }
        }

        return string.Join(", ", changes.OrderBy(change => change.Day).Select(change => change.Text));
    }
}
