using Samarkand.Effects;

namespace Samarkand.Reports.Tables;

/// <summary>The horizons of one case side by side.</summary>
public static class HorizonTable
{
    /// <summary>Real income of the case's sides by horizon; a horizon without an answer has no values.</summary>
    public static Table Of(CaseAnswer answer, IReadOnlyList<HorizonAnswer> horizons)
    {
        var groups = answer.Groups;
        return new Table("horizons", CaseTables.Title("horizons"),
        [
            new TextColumn("group", "Group", [.. groups.Select(g => g.Name)]),
            .. horizons.Select(h => new NumberColumn(
                $"{h.Horizon.ToString().ToLowerInvariant()}_real_income_pct",
                h.Horizon.ToString(),
                [.. h.Answer?.Groups.Select(g => g.RealIncomePct) ?? groups.Select(_ => double.NaN)],
                3)),
        ]);
    }
}
