using System.Globalization;
using Samarkand.Cases;
using Samarkand.Effects;
using Samarkand.Worlds;

namespace Samarkand.Reports.Tables;

/// <summary>A timeline as a table. A month without an answer has no values.</summary>
internal static class TimelineTable
{
    /// <summary>The name of the table.</summary>
    public const string Name = "timeline";

    /// <summary>What the figures of a month are.</summary>
    public const string Note = "Each month is a yearly rate: the effects if that month's measures lasted a year, at the case's horizon. An instrument in force for a part of a month applies by its share of the days.";

    private const string Title = "Month by month as instruments start and end: each month as if its measures lasted a year";

    /// <summary>For programs: a row for each month and region, with the paths of the instruments in force, and their share where it is less than 1.</summary>
    public static TableSpec<Timeline> ByRegion { get; } = new(Name, Title, () => TableDraft
        .Of((Timeline timeline) => Rows(timeline), timeline => timeline.Case.World)
        .Text("month", "Month", Units.Date, "The calendar month.", row => row.Month.Period.Name)
        .Region("region", "Region", "The region.", row => row.Region)
        .Number("real_income_pct", "Real income %", Units.Percent, "Change of real income if the month's measures lasted a year; empty where the model has no answer.", row => row.Value(effects => effects.RealIncomePct), 3)
        .Number("ev_musd", "EV, m USD", Units.MillionUsd, "Equivalent variation: the change of real income as money at the prices before, a yearly rate.", row => row.Value(effects => effects.EquivalentVariation), 0)
        .Number("exports_pct", "Exports %", Units.Percent, "Change of exports, values at basic prices.", row => row.Value(effects => effects.ExportsPct), 2)
        .Number("imports_pct", "Imports %", Units.Percent, "Change of imports, values at basic prices.", row => row.Value(effects => effects.ImportsPct), 2)
        .Text("instruments", "Instruments", Units.Text, "The paths of the instruments in force, with the share of the month's days where that is less than 1.", row => Instruments(row.Month))
        .Shape());

    /// <summary>For people: a row for each month, with the real income of the case's sides and the instruments that start or end in it.</summary>
    public static TableSpec<Timeline> BySide { get; } = new("timeline-by-side", Title, () => TableDraft
        .Of((Timeline timeline) => timeline.Months.Select(month => (Month: month, Changes: Changes(timeline.Case, month.Period))).ToArray())
        .Text("month", "Month", Units.Date, "The calendar month.", row => row.Month.Period.Name)
        .Each(
            new ColumnSpec("*_real_income_pct", "Target %, Coalition %, Others %", Units.Percent, "Change of real income of target, coalition and others if the month's measures lasted a year.", true),
            (timeline, rows) => Sides(timeline).Select(side => new NumberColumn(
                $"{side}_real_income_pct",
                $"{char.ToUpperInvariant(side[0])}{side[1..]} %",
                [.. rows.Select(row => row.Month.Answer?.Groups.First(group => group.Name == side).RealIncomePct ?? double.NaN)],
                3)))
        .Text("changes", "Starts or ends", Units.Text, "The instruments that start or end in the month, with the day.", row => row.Changes)
        .Shape());

    /// <summary>A line for each month that has no answer.</summary>
    public static IEnumerable<string> WithoutAnswer(Timeline timeline) =>
        timeline.Months.Where(month => month.Answer is null).Select(month => $"{month.Period.Name}: {month.Reason}");

    private static MonthOfRegion[] Rows(Timeline timeline) =>
        [.. timeline.Months.SelectMany(month => timeline.Case.World.Regions.Select((_, r) => new MonthOfRegion(month, new Region(r))))];

    private static IEnumerable<string> Sides(Timeline timeline) =>
        timeline.Months.First(month => month.Answer is not null).Answer!.Groups.Select(group => group.Name).Where(name => name != "world");

    private static string Instruments(TimelineMonth month) => string.Join(' ', month.Instruments.Select(inForce =>
        inForce.Share == 1 ? inForce.Instrument.Head.Path : string.Create(CultureInfo.InvariantCulture, $"{inForce.Instrument.Head.Path} ({inForce.Share:0.00})")));

    private static string Changes(BoundCase bound, Period month)
    {
        var changes = new List<(DateOnly Day, string Text)>();
        foreach (var instrument in CaseDates.Instruments(bound.Case))
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

    private sealed record MonthOfRegion(TimelineMonth Month, Region Region)
    {
        public double Value(Func<RegionEffects, double> value) => Month.Answer is { } answer ? value(answer.Effects.Regions[Region.Index]) : double.NaN;
    }
}
