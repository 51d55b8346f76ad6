using System.Collections.Immutable;
using Samarkand.Analyses.Scenarios;

namespace Samarkand.Reports.Tables;

/// <summary>What many scenarios come to, with the tables of all of them beneath each other.</summary>
/// <param name="Study">The scenarios.</param>
/// <param name="Long">The tables of cases that were asked for.</param>
internal sealed record ScenarioAnswers(ScenarioStudy Study, ImmutableArray<Table> Long);

/// <summary>The tables of many scenarios. Names and columns are stable.</summary>
internal static class ScenarioTables
{
    /// <summary>A row for each scenario.</summary>
    public const string Scenarios = "scenarios";

    /// <summary>Scenarios without an answer.</summary>
    public const string Failed = "failed";

    /// <summary>The table that is printed for programs where none is named.</summary>
    public const string Default = EffectTables.ByRegion;

    private const string TheScenario = "The file of the case, and each varied number as it was set.";

    /// <summary>The tables of the scenarios themselves.</summary>
    public static ImmutableArray<TableSpec<ScenarioAnswers>> Own { get; } =
    [
        new(Scenarios, "Each scenario: what it does to the target and to the coalition", OfScenarios),
        new(Failed, "Scenarios without an answer, and cases that cannot be read", OfFailed),
    ];

    /// <summary>The tables of a case that are given for every scenario.</summary>
    public static ImmutableArray<TableSpec<CaseTables>> OfCases { get; } =
    [
        .. CaseTables.All.Where(table => !CaseTables.NeedsRescue(table.Name) && !CaseTables.NeedsHorizons(table.Name) && table.Name != TimelineTable.Name),
        .. TargetTables.All.Select(table => table.From<CaseTables>(tables => tables.Answer)),
    ];

    /// <summary>Every table with its title, in the order in which they are listed.</summary>
    public static IReadOnlyList<(string Name, string Title)> List =>
    [
        (Scenarios, Own.Find(Scenarios).Title),
        .. OfCases.Select(table => (table.Name, $"{table.Title}, by scenario")),
        (Failed, Own.Find(Failed).Title),
    ];

    /// <summary>One table by its name.</summary>
    public static Table Make(ScenarioAnswers answers, string name) => Own.Has(name) ? Own.Make(name, answers) : answers.Long.Single(table => table.Name == name);

    /// <summary>The table of scenarios where a line has to be short: the varied numbers stand in columns of their own, and one case in the title.</summary>
    public static Table ForPeople(ScenarioAnswers answers)
    {
        var set = answers.Study.Set;
        string[] dropped = ["title", "world", "horizon", "closure", "residual", .. set is { Cases.Length: 1, Grid.Axes.IsEmpty: false } ? (string[])["scenario", "target"] : []];
        var table = Own.Make(Scenarios, answers).Without(column => dropped.Contains(column.Name));
        return table with
        {
            Columns =
            [
                .. table.Columns.Select(column => column is TextColumn { Name: "scenario" } scenario
                    ? scenario with { Heading = "Case", Values = [.. answers.Study.Answered.Select(one => set[one.Number].Of.Source.Source)] }
                    : column),
            ],
        };
    }

    /// <summary>The columns that say which scenario a row is of.</summary>
    /// <param name="set">The scenarios.</param>
    /// <param name="rows">The number of the scenario of each row.</param>
    public static IEnumerable<Column> Labels(ScenarioSet set, IReadOnlyList<int> rows)
    {
        var names = new Dictionary<int, string>();
        yield return new TextColumn("scenario", "Scenario", [.. rows.Select(number => names.TryGetValue(number, out var known) ? known : names[number] = set[number].Name)])
        {
            Unit = Units.Text,
            Meaning = TheScenario,
        };
        foreach (var column in Varied(set, [.. rows]))
            yield return column with { Unit = Units.OfTheRow, Meaning = Varied().Meaning };
    }

    private static TableShape<ScenarioAnswers> OfScenarios() => TableDraft
        .Of((ScenarioAnswers answers) => answers.Study.Answered.Select(one => (Scenario: answers.Study.Set[one.Number], one.Figures)).ToArray())
        .Text("scenario", "Scenario", Units.Text, TheScenario, row => row.Scenario.Name)
        .Each(Varied(), (answers, rows) => Varied(answers.Study.Set, [.. rows.Select(row => row.Scenario.Number)]))
        .Text("title", "Title", Units.Text, "The title of the case.", row => row.Scenario.Of.Bound.Title)
        .Text("world", "World", Units.Name, "The world that it stands on.", row => row.Scenario.Of.World.About.Name)
        .Text("horizon", "Horizon", Units.Word, "How long firms have had to adapt: `short`, `medium` or `long`.", row => StanceTables.Word(row.Scenario.Of.Bound.Horizon))
        .Text("closure", "Closure", Units.Word, "What happens to trade deficits: `fixed`, `proportional` or `closed`.", row => StanceTables.Word(row.Scenario.Of.Bound.Closure))
        .Each(
            new ColumnSpec("target", "Target", Units.Code, "The state that the package falls on.", false) { HasName = true },
            (answers, rows) => [new TextColumn("target", "Target", [.. rows.Select(row => Code(row.Scenario.Of))]) { Names = Targets(answers.Study.Set) }])
        .Number("target_real_income_pct", "Target's real income %", Units.Percent, "Change of the target's real income.", row => row.Figures.TargetPct, 3)
        .Number("harm_musd", "Harm to the target, m USD", Units.MillionUsd, "What the target loses; below zero is a gain.", row => row.Figures.Harm, 0)
        .Number("coalition_real_income_pct", "Coalition's real income %", Units.Percent, "Change of the coalition's real income; empty where there is none.", row => row.Figures.CoalitionPct, 3)
        .Number("cost_musd", "The coalition's own cost, m USD", Units.MillionUsd, "What the coalition loses; below zero is a gain, empty where there is none.", row => row.Figures.Cost, 0)
        .Number("leverage", "Leverage", Units.DollarsForADollar, "Harm to the target for each dollar of the coalition's own cost; empty where one of them loses nothing.", row => row.Figures.Leverage, 2)
        .Number("residual", "Largest residual", Units.Residual, "The largest relative residual of the scenario's equilibrium.", row => row.Figures.Residual, 16, "0.0e+0")
        .Shape();

    private static TableShape<ScenarioAnswers> OfFailed() => TableDraft
        .Of((ScenarioAnswers answers) => answers.Study.Failed)
        .Text("scenario", "Scenario", Units.Text, "The file of the case, and each varied number as it was set; the file alone where the case cannot be read.", row => row.Scenario)
        .Each(Varied(), (answers, rows) => Varied(answers.Study.Set, [.. rows.Select(row => row.Number)]))
        .Text("kind", "What", Units.Word, "`case` where the case is wrong, `equilibrium` where the model has no answer to it.", row => row.IsRead ? "equilibrium" : "case")
        .Text("reason", "Reason", Units.Text, "Why there is no answer, with its place in the case.", row => row.Reason)
        .Shape();

    private static ColumnSpec Varied() => new("*", "The path of the varied number", Units.OfTheRow, "The value of the varied number that the column names, as it was set.", true);

    private static IEnumerable<NumberColumn> Varied(ScenarioSet set, IReadOnlyList<int?> rows) => set.Grid.Axes.Select((axis, a) =>
        new NumberColumn(axis.Path, axis.Unit.Length > 0 ? $"{axis.Path}, {axis.Unit}" : axis.Path, [.. rows.Select(row => row is { } number ? axis.Values[set.Grid.At(number % set.Grid.Count)[a]] : double.NaN)], 4) { Format = "G9" });

    private static IEnumerable<NumberColumn> Varied(ScenarioSet set, IReadOnlyList<int> rows) => Varied(set, [.. rows.Select(row => (int?)row)]);

    private static string Code(ScenarioCase one) => one.World.Code(one.Bound.Target);

    private static Dictionary<string, string> Targets(ScenarioSet set) =>
        set.Cases.DistinctBy(Code).ToDictionary(Code, one => one.World.Name(one.Bound.Target), StringComparer.Ordinal);
}
