using System.Globalization;

namespace Samarkand.Cases;

/// <summary>Days in a row over which a case is looked at: a day, a month, a year, or any others.</summary>
public sealed record Period
{
    /// <summary>The first year that dates on the command line and in a timeline may name.</summary>
    public const int FirstYear = 1900;

    /// <summary>The last such year.</summary>
    public const int LastYear = 2100;

    /// <summary>The days from one to before another.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="until">The first day that no longer belongs to it.</param>
    /// <exception cref="ArgumentException">It holds no day.</exception>
    public Period(DateOnly from, DateOnly until)
    {
        if (until <= from)
            throw new ArgumentException("a period holds at least one day", nameof(until));
        (From, Until) = (from, until);
    }

    /// <summary>The first day.</summary>
    public DateOnly From { get; }

    /// <summary>The first day that no longer belongs to it.</summary>
    public DateOnly Until { get; }

    /// <summary>The number of days, at least 1.</summary>
    public int Days => Until.DayNumber - From.DayNumber;

    /// <summary>The period as ISO 8601 writes it: <c>2022-12-05</c>, <c>2022-12</c>, <c>2022</c>; any other as <c>2022-12-05/2022-12-08</c>, the last day included.</summary>
    public string Name =>
        Days == 1 ? Text(From, "yyyy-MM-dd")
        : this == Month(From.Year, From.Month) ? Text(From, "yyyy-MM")
        : this == Year(From.Year) ? Text(From, "yyyy")
        : $"{Text(From, "yyyy-MM-dd")}/{Text(Until.AddDays(-1), "yyyy-MM-dd")}";

    /// <summary>One day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is the last day that there is.</exception>
    public static Period Day(DateOnly day) => new(day, day.AddDays(1));

    /// <summary>One calendar month.</summary>
    public static Period Month(int year, int month) => new(new DateOnly(year, month, 1), new DateOnly(year, month, 1).AddMonths(1));

    /// <summary>One calendar year.</summary>
    public static Period Year(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 1, 1).AddYears(1));

    /// <summary>The number of the period's days on which an instrument is in force: from its first day to before the day that ends it.</summary>
    internal int DaysInForce(InstrumentHead head)
    {
        var (from, until) = InForce(head);
        return Math.Max(0, until.DayNumber - from.DayNumber);
    }

    /// <summary>The period's days on which an instrument is in force: the first, and the first that is not; none where the second is not later.</summary>
    internal (DateOnly From, DateOnly Until) InForce(InstrumentHead head) =>
        (head.FromDate is { } first && first > From ? first : From, head.UntilDate is { } end && end < Until ? end : Until);

    /// <summary>The same as a share of the period's days, from 0 to 1.</summary>
    internal double ShareInForce(InstrumentHead head) => (double)DaysInForce(head) / Days;

    private static string Text(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}
