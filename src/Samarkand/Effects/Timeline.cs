using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Model;

namespace Samarkand.Effects;

/// <summary>
/// A case month by month, as its instruments come and go. Each month is a counterfactual of its own at the case's horizon, as if the
/// month's measures lasted a year: money is a yearly rate, and nothing passes from one month to the next.
/// </summary>
/// <param name="Case">The case, with every instrument in full.</param>
/// <param name="Months">The months in order, without gaps.</param>
public sealed record Timeline(BoundCase Case, ImmutableArray<TimelineMonth> Months)
{
    /// <summary>The months' answers, each once.</summary>
    public IReadOnlyList<(Period Month, CaseAnswer Answer)> Answers
    {
        get
        {
            var seen = new HashSet<CaseAnswer>(ReferenceEqualityComparer.Instance);
            return [.. Months.Where(month => month.Answer is { } answer && seen.Add(answer)).Select(month => (month.Period, month.Answer!))];
        }
    }

    /// <summary>Solves every month of a case; months in which the same instruments are in force for the same shares are solved once.</summary>
    /// <exception cref="InputException">The case has no timeline; see <see cref="CaseMonths.Of"/>.</exception>
    /// <exception cref="NoEquilibriumException">There is no equilibrium in any month.</exception>
    /// <example>
    /// <code>
    /// using Samarkand.Cases;
    /// using Samarkand.Effects;
    ///
    /// var bound = new CaseDraft("Who pays when?", "RUS") { Coalition = ["EU"] }
    ///     .Add("export-ban", ("coverage", 0.5), ("from-date", "2022-03-15"))
    ///     .Add("tariff", ("rate", 0.25), ("from-date", "2022-05-01"))
    ///     .Open();
    /// foreach (var month in Timeline.Solve(bound).Months)
    ///     Console.WriteLine($"{month.Period.Name}: {month.Answer?.Effects.Regions[bound.Target.Index].RealIncomePct:0.000} percent");
    /// </code>
    /// </example>
    public static Timeline Solve(BoundCase bound, CancellationToken cancellation = default)
    {
        var months = CaseMonths.Of(bound.Case).Select(period => (Period: period, Instruments: InForce(bound.Case, period))).ToArray();
        var states = months.DistinctBy(month => Key(month.Instruments)).ToArray();
        var solved = new (CaseAnswer? Answer, string? Reason)[states.Length];
        InParallel.For(states.Length, cancellation, s => solved[s] = One(bound.Over(states[s].Period), cancellation));
        if (Array.TrueForAll(solved, state => state.Answer is null))
            throw new NoEquilibriumException(solved[0].Reason!);
        var byKey = states.Zip(solved).ToDictionary(pair => Key(pair.First.Instruments), pair => pair.Second, StringComparer.Ordinal);
        return new Timeline(
            bound,
            [.. months.Select(month => new TimelineMonth(month.Period, month.Instruments, byKey[Key(month.Instruments)].Answer, byKey[Key(month.Instruments)].Reason))]);
    }

    private static ImmutableArray<InForce> InForce(Case theCase, Period period) =>
    [
        .. CaseDates.Instruments(theCase).Select(instrument => new InForce(instrument, period.ShareInForce(instrument.Head)))
            .Where(inForce => inForce.Share > 0),
    ];

    // In full precision, so that shares that only look alike stay apart.
    private static string Key(ImmutableArray<InForce> instruments) =>
        string.Join(' ', instruments.Select(inForce => FormattableString.Invariant($"{inForce.Instrument.Head.Path}:{inForce.Share:R}")));

    private static (CaseAnswer? Answer, string? Reason) One(BoundCase month, CancellationToken cancellation)
    {
        try
        {
            return (CaseAnswer.Solve(month, cancellation), null);
        }
        catch (NoEquilibriumException none)
        {
            return (null, none.Message);
        }
    }
}

/// <summary>One month of a timeline: its answer, or the reason why the model has none.</summary>
public sealed record TimelineMonth
{
    internal TimelineMonth(Period period, ImmutableArray<InForce> instruments, CaseAnswer? answer, string? reason) =>
        (Period, Instruments, Answer, Reason) = (period, instruments, answer, reason);

    /// <summary>The calendar month.</summary>
    public Period Period { get; init; }

    /// <summary>The instruments in force on at least one of its days, in the case's order.</summary>
    internal ImmutableArray<InForce> Instruments { get; init; }

    /// <summary>The answer, shared by months that are alike; its case names the first of them. Or null.</summary>
    public CaseAnswer? Answer { get; init; }

    /// <summary>Why there is no answer, or null.</summary>
    public string? Reason { get; init; }
}

/// <summary>An instrument in force.</summary>
/// <param name="Instrument">The instrument, in full.</param>
/// <param name="Share">The share of the month's days on which it is in force, above 0 and at most 1.</param>
internal sealed record InForce(Instrument Instrument, double Share);
