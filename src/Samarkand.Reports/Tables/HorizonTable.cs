using Samarkand.Effects;

namespace Samarkand.Reports.Tables;

/// <summary>The horizons of one case side by side.</summary>
internal static class HorizonTable
{
    public const string Name = "horizons";

    /// <summary>Real income of the case's sides by horizon; a horizon without an answer has no values.</summary>
    public static TableSpec<CaseTables> Spec { get; } = new(Name, "Real income by horizon, percent", () => TableDraft
        .Of((CaseTables tables) => tables.Answer.Groups)
        .Text("group", "Group", Units.Word, "`target`, `coalition`, `others` or `world`.", row => row.Name)
        .Each(
            new ColumnSpec("*_real_income_pct", "Short, Medium, Long", Units.Percent, "Change of real income if firms have had that long to adapt; empty where the model has no answer.", true),
            (tables, groups) => tables.Horizons.Select(horizon => Column(horizon, groups)))
        .Shape());

    private static NumberColumn Column(HorizonAnswer horizon, IReadOnlyList<GroupEffects> groups) => new(
        $"{horizon.Horizon.ToString().ToLowerInvariant()}_real_income_pct",
        horizon.Horizon.ToString(),
        [.. horizon.Answer?.Groups.Select(group => group.RealIncomePct) ?? groups.Select(_ => double.NaN)],
        3);
}
