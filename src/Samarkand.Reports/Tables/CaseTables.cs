using System.Collections.Immutable;
using Samarkand.Analyses.Rescue;
using Samarkand.Effects;

namespace Samarkand.Reports.Tables;

/// <summary>Every table of a solved case, by name: its effects, its stances, its horizons side by side, its certificates.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Horizons">The same case at every horizon; empty where nobody asked for it.</param>
/// <example>
/// <code>
/// using Samarkand.Cases;
/// using Samarkand.Effects;
/// using Samarkand.Reports.Tables;
///
/// var bound = new CaseDraft("Who pays?", "RUS") { Coalition = ["EU", "USA"] }.ExportBan(0.5, "electronics").Open();
/// var tables = new CaseTables(CaseAnswer.Solve(bound), []);
/// foreach (var spec in CaseTables.All.Where(spec => tables.Holds(spec.Name)))
///     Console.WriteLine($"{spec.Name}: {tables.Make(spec.Name).RowCount} rows");
/// </code>
/// </example>
public sealed record CaseTables(CaseAnswer Answer, ImmutableArray<HorizonAnswer> Horizons)
{
    /// <summary>What the tables of recorded exports count.</summary>
    internal RecordedScope Recorded { get; init; } = RecordedScope.OfGoods;

    /// <summary>Every table, in the order in which they are listed.</summary>
    public static ImmutableArray<TableSpec<CaseTables>> All { get; } =
    [
        .. EffectTables.All.Select(table => table.From<CaseTables>(tables => tables.Answer)),
        .. RouteTables.All,
        MirrorTable.Spec,
        .. RescueTables.All.Select(table => table.From<CaseTables>(tables => tables.Rescue ?? throw Unsolved("the game of stances was not solved"))),
        .. StanceTables.All.Select(table => table.From<CaseTables>(tables => tables.Answer.Case)),
        CommitmentReport.Table.From<CaseTables>(tables => tables.Answer),
        HorizonTable.Spec.From<CaseTables>(tables => tables.Horizons.IsEmpty ? throw Unsolved("the other horizons were not solved") : tables),
        CertificateTable.Spec,
        TimelineTable.ByRegion.From<CaseTables>(Months),
        RouteTimelineTable.ByConduit.From<CaseTables>(Months),
    ];

    /// <summary>The case month by month, or null where nobody asked for it.</summary>
    public Timeline? Timeline { get; init; }

    /// <summary>Who comes to the rescue, or null where nobody asked or nobody may.</summary>
    public RescueAnswer? Rescue { get; init; }

    /// <summary>Whether what a table shows was solved.</summary>
    public bool Holds(string name) =>
        NeedsMonths(name) ? Timeline is not null : NeedsRescue(name) ? Rescue is not null : !NeedsHorizons(name) || !Horizons.IsEmpty;

    /// <summary>Whether a table needs the case month by month.</summary>
    internal static bool NeedsMonths(string name) => name is TimelineTable.Name or RouteTimelineTable.Name;

    /// <summary>Whether a table needs the game of stances.</summary>
    internal static bool NeedsRescue(string name) => RescueTables.All.Has(name);

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
    internal static bool NeedsHorizons(string name) => name == HorizonTable.Name;

    /// <summary>One table by its name.</summary>
    /// <exception cref="ArgumentException">There is no table of that name, or it needs horizons or months that were not solved.</exception>
    public Table Make(string name) => All.Make(name, this);

    private static Timeline Months(CaseTables tables) => tables.Timeline ?? throw Unsolved("the months were not solved");

    private static ArgumentException Unsolved(string what) => new(what);
}
