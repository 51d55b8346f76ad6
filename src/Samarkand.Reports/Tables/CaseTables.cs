using System.Collections.Immutable;
using Samarkand.Analyses.Rescue;
using Samarkand.Effects;

namespace Samarkand.Reports.Tables;

/// <summary>Every table of a solved case, by name: its effects, its stances, its horizons side by side, its certificates.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Horizons">The same case at every horizon; empty where nobody asked for it.</param>
public sealed record CaseTables(CaseAnswer Answer, ImmutableArray<HorizonAnswer> Horizons)
{
    /// <summary>What the table <c>recorded-exports-of-coalition</c> counts.</summary>
    public RecordedScope Recorded { get; init; } = RecordedScope.All;

    /// <summary>Every table with the line that describes it, in the order in which they are listed.</summary>
    public static IReadOnlyList<(string Name, string Title)> All { get; } =
    [
        .. EffectTables.All,
        .. RouteTables.All,
        .. RescueTables.All,
        ("stances", "The stance of each third state, and what sets it"),
        ("over-compliance", "Sales to the target that firms give up of their own accord, million USD a year"),
        (CommitmentReport.Table, "What states pay for abroad, and what of it they can still pay"),
        ("horizons", "Real income by horizon, percent"),
        ("certificate", "How exactly each equilibrium is solved: largest relative residuals"),
        (TimelineTable.Name, "Month by month as instruments start and end: each month as if its measures lasted a year"),
    ];

    /// <summary>The case month by month, or null where nobody asked for it.</summary>
    public Timeline? Timeline { get; init; }

    /// <summary>Who comes to the rescue, or null where nobody asked or nobody may.</summary>
    public RescueAnswer? Rescue { get; init; }

    /// <summary>Whether what a table shows was solved.</summary>
    public bool Holds(string name) =>
        name == TimelineTable.Name ? Timeline is not null : NeedsRescue(name) ? Rescue is not null : !NeedsHorizons(name) || !Horizons.IsEmpty;

    /// <summary>Whether a table needs the game of stances.</summary>
    public static bool NeedsRescue(string name) => RescueTables.All.Any(table => table.Name == name);

    /// <summary>Every equilibrium behind the tables: the case's, the one that it is compared with, those of the other horizons and of the months.</summary>
    public IReadOnlyList<(string Name, CaseAnswer Answer)> Equilibria
    {
        get
        {
            var equilibria = new List<(string, CaseAnswer)>();
            Add("case", Answer);
            foreach (var other in Horizons)
            {
                if (other.Answer is { } answer && answer.Horizon != Answer.Horizon)
                    Add("case", answer);
            }

            foreach (var (month, answer) in Timeline?.Answers ?? [])
                Add(month.Name, answer);
            return equilibria;

            void Add(string name, CaseAnswer answer)
            {
                equilibria.Add((name, answer));
                if (answer.Other is { } compared)
                    Add($"against {compared.Case.Source}", compared);
            }
        }
    }

    /// <summary>Whether a table needs the other horizons.</summary>
    public static bool NeedsHorizons(string name) => name == "horizons";

    /// <summary>One table by its name.</summary>
    /// <exception cref="ArgumentException">There is no table of that name, or it needs horizons or months that were not solved.</exception>
    public Table Make(string name) => name switch
    {
        _ when RouteTables.All.Any(table => table.Name == name) => RouteTables.Make(name, Answer, Recorded),
        _ when NeedsRescue(name) => RescueTables.Make(name, Rescue ?? throw new ArgumentException("the game of stances was not solved", nameof(name))),
        "horizons" when Horizons.IsEmpty => throw new ArgumentException("the other horizons were not solved", nameof(name)),
        "horizons" => HorizonTable.Of(Answer, Horizons),
        "stances" => StanceTables.Stances(Answer.Case),
        "over-compliance" => StanceTables.OverCompliance(Answer.Case),
        CommitmentReport.Table => CommitmentReport.Of(Answer),
        TimelineTable.Name when Timeline is null => throw new ArgumentException("the months were not solved", nameof(name)),
        TimelineTable.Name => TimelineTable.Of(Timeline),
        "certificate" => CertificateTable.Of(Equilibria),
        _ => EffectTables.Make(name, Answer.Effects, Answer.Groups),
    };

    internal static string Title(string name) => All.First(table => table.Name == name).Title;
}
