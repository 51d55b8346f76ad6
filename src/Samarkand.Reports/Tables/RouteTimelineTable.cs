using System.Globalization;
using Samarkand.Effects;
using Samarkand.Reports.Words;
using Samarkand.Worlds;

namespace Samarkand.Reports.Tables;

/// <summary>The goods that go through third states, month by month. A month without an answer has no values.</summary>
internal static class RouteTimelineTable
{
    public const string Name = "routes-timeline";

    private const int MostNames = 3;

    private const string Title = "Banned goods by month: what is banned, what still arrives through third states, and through whom; each month as a yearly rate";

    /// <summary>For programs: a row for each month and third state that lets goods through in any month.</summary>
    public static TableSpec<Timeline> ByConduit { get; } = new(Name, Title, () => TableDraft
        .Of((Timeline timeline) => Rows(timeline), timeline => timeline.Case.World)
        .Text("month", "Month", Units.Date, "The calendar month.", row => row.Month.Period.Name)
        .Region("conduit", "Through", "The third state through which the goods go.", row => row.Conduit)
        .Number("flow_musd", "Goods, m USD", Units.MillionUsd, "Banned goods that go this way, at basic prices before what the third state adds, a yearly rate; empty where the model has no answer.", row => row.Flow, 0)
        .Number("share_of_banned_pct", "of the banned, %", Units.Percent, "The goods that go this way over all that the month's measures ban of sales to the target; empty where they ban nothing.", row => Percent(row.Flow, row.Month), 2)
        .Number("margin_musd", "Margin, m USD", Units.MillionUsd, "What the third state adds to the price, in all, a yearly rate.", row => row.Margin, 0)
        .Shape());

    /// <summary>For people: a row for each month.</summary>
    public static TableSpec<Timeline> ByMonth { get; } = new("routes-timeline-by-month", Title, () => TableDraft
        .Of((Timeline timeline) => timeline.Months.Select(month => new MonthOfRoutes(month)).ToArray())
        .Text("month", "Month", Units.Date, "The calendar month.", row => row.Month.Period.Name)
        .Number("banned_musd", "Banned, m USD", Units.MillionUsd, "Sales to the target that the month's measures ban, a yearly rate.", row => row.Month.Answer?.BannedTrade.Total ?? double.NaN, 0)
        .Number("arrives_musd", "Arrives", Units.MillionUsd, "Banned goods that still arrive through third states, a yearly rate.", row => row.Arrives, 0)
        .Number("share_of_banned_pct", "of it, %", Units.Percent, "What still arrives over what is banned; empty where nothing is.", row => Percent(row.Arrives, row.Month), 1)
        .Text("mostly", "Mostly through", Units.Text, "The third states through which most goes.", row => row.Mostly)
        .Shape());

    private static double Percent(double flow, TimelineMonth month) => month.Answer?.BannedTrade.Total > 0 ? 100 * flow / month.Answer.BannedTrade.Total : double.NaN;

    private static Row[] Rows(Timeline timeline)
    {
        var months = timeline.Months.Select(month => new MonthOfRoutes(month)).ToArray();
        Region[] conduits = [.. months.SelectMany(month => month.Ways.Keys).Distinct().OrderBy(conduit => conduit.Index)];
        return [.. months.SelectMany(month => conduits.Select(conduit => month.Of(conduit)))];
    }

    private sealed record Row(TimelineMonth Month, Region Conduit, double Flow, double Margin);

    private sealed record MonthOfRoutes(TimelineMonth Month)
    {
        public Dictionary<Region, (double Flow, double Margin)> Ways { get; } = Month.Answer is { } answer
            ? RouteTotals.Of(answer).GroupBy(way => way.Conduit).ToDictionary(ways => ways.Key, ways => (ways.Sum(way => way.Flow), ways.Sum(way => way.Margin)))
            : [];

        public double Arrives => Month.Answer is null ? double.NaN : Ways.Values.Sum(way => way.Flow);

        public string Mostly => Month.Answer is not { } answer ? "" : string.Join(", ", Ways.OrderByDescending(way => way.Value.Flow).Take(MostNames)
            .Select(way => string.Create(CultureInfo.InvariantCulture, $"{Named.Of(answer.Case.World, way.Key)} ({way.Value.Flow:#,0})")));

        public Row Of(Region conduit)
        {
            var (flow, margin) = Month.Answer is null ? (double.NaN, double.NaN) : Ways.GetValueOrDefault(conduit);
            return new Row(Month, conduit, flow, margin);
        }
    }
}
