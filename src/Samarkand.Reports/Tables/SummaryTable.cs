using Samarkand.Effects;
using Samarkand.Reports.Words;
using Samarkand.Worlds;

namespace Samarkand.Reports.Tables;

/// <summary>The first table of an answer: the target, the rescuer, the coalition's total, and the states that lose and gain most.</summary>
internal static class SummaryTable
{
    public const string Name = "summary";
    public const string Title = "Who gains and who loses: the target, the coalition, and the largest changes of real income";

    /// <param name="answer">The answer.</param>
    /// <param name="rescuer">The state that is asked about, or null.</param>
    /// <param name="most">How many of those that lose, and of those that gain the most.</param>
    public static Table Of(CaseAnswer answer, Region? rescuer, int most)
    {
        var (world, effects) = (answer.Case.World, answer.Effects);
        var rows = new List<(string Who, double Pct, double Money, double Exports)>();
        var shown = new HashSet<Region> { answer.Case.Target };
        AddRegion(answer.Case.Target, "target");
        if (rescuer is { } one && shown.Add(one))
            AddRegion(one, "asked about");
        if (answer.Case.Coalition is [var only] && shown.Add(only))
            AddRegion(only, "coalition");
        foreach (var group in answer.Groups.Where(group => group.Name == "others" || group is { Name: "coalition", Regions: > 1 }))
            rows.Add((Group(group), group.RealIncomePct, group.EquivalentVariation, group.ExportsPct));
        var rest = effects.Regions.Where(region => !shown.Contains(region.Region)).ToArray();
        foreach (var region in rest.Where(region => region.RealIncomePct < 0).OrderBy(region => region.RealIncomePct).Take(most))
            AddRegion(region.Region, "");
        foreach (var region in rest.Where(region => region.RealIncomePct > 0).OrderByDescending(region => region.RealIncomePct).Take(most).Reverse())
            AddRegion(region.Region, "");
        return new Table(Name, Title,
        [
            new TextColumn("who", "Who", [.. rows.Select(row => row.Who)]) { Unit = Units.Text, Meaning = "A state, or a group of them with its size." },
            new NumberColumn("real_income_pct", "Real income %", [.. rows.Select(row => row.Pct)], 3) { Unit = Units.Percent, Meaning = "Income over the price index of consumption, change in percent." },
            new NumberColumn("ev_musd", "Worth, m USD a year", [.. rows.Select(row => row.Money)], 0) { Unit = Units.MillionUsd, Meaning = "The same as money at the prices before: equivalent variation." },
            new NumberColumn("exports_pct", "Exports %", [.. rows.Select(row => row.Exports)], 1) { Unit = Units.Percent, Meaning = "Exports at basic prices, change in percent." },
        ]);

        void AddRegion(Region region, string role)
        {
            var found = effects.Regions[region.Index];
            var name = Named.Sentence(Named.Of(world, region));
            rows.Add((role.Length == 0 ? name : $"{name} ({role})", found.RealIncomePct, found.EquivalentVariation, found.ExportsPct));
        }
    }

    private static string Group(GroupEffects group) => group.Name switch
    {
        "coalition" => FormattableString.Invariant($"The coalition ({group.Regions})"),
        _ => FormattableString.Invariant($"All others ({group.Regions})"),
    };
}
