using Samarkand.Effects;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Reports.Tables;

/// <summary>Tables that look at the target alone.</summary>
public static class TargetTables
{
    /// <summary>The target's trade with each partner, all sectors, at basic prices: imports and exports before and after.</summary>
    public static Table Trade(CaseAnswer answer)
    {
        var (world, target, members) = (answer.Case.World, answer.Case.Target, answer.Case.Coalition.ToHashSet());
        var partners = Enumerable.Range(0, world.Regions.Length).Select(r => new Region(r)).Where(r => r != target).ToArray();
        var (before, after) = (answer.Effects.Before.Flows, answer.Effects.After.Flows);
        double[] Sum(TradeFlows flows, Func<Region, (Region Origin, Region Destination)> pair) =>
            [.. partners.Select(r => Total(flows, pair(r), world.Sectors.Length))];
        var imports = (Before: Sum(before, r => (r, target)), After: Sum(after, r => (r, target)));
        var exports = (Before: Sum(before, r => (target, r)), After: Sum(after, r => (target, r)));
        return new Table("target-trade", $"Trade of {world.Name(target)} by partner, million USD a year",
        [
            new TextColumn("partner", "Partner", [.. partners.Select(r => world.Code(r))]),
            new TextColumn("side", "Side", [.. partners.Select(r => members.Contains(r) ? "coalition" : "others")]),
            new NumberColumn("imports_before_musd", "Imports before", imports.Before, 0),
            new NumberColumn("imports_after_musd", "Imports after", imports.After, 0),
            new NumberColumn("change_imports_musd", "Change", Difference(imports), 0),
            new NumberColumn("imports_pct", "Change %", Change(imports), 1),
            new NumberColumn("exports_before_musd", "Exports before", exports.Before, 0),
            new NumberColumn("exports_after_musd", "Exports after", exports.After, 0),
            new NumberColumn("change_exports_musd", "Change", Difference(exports), 0),
            new NumberColumn("exports_pct", "Change %", Change(exports), 1),
        ]);
    }

    /// <summary>The target's rows of the table <c>sector-output</c>.</summary>
    public static Table Output(CaseAnswer answer)
    {
        var (world, target) = (answer.Case.World, answer.Case.Target);
        var all = EffectTables.Make("sector-output", answer.Effects, answer.Groups);
        var (from, count) = (target.Index * world.Sectors.Length, world.Sectors.Length);
        return new Table("target-output", $"Output of {world.Name(target)} by sector, million USD a year",
        [
            .. all.Columns.Where(column => column.Name != "region").Select(column => column switch
            {
                TextColumn text => (Column)(text with { Values = text.Values[from..(from + count)] }),
                NumberColumn number => number with { Values = number.Values[from..(from + count)] },
                _ => throw new InvalidOperationException($"unknown kind of column {column.Name}"),
            }),
        ]);
    }

    private static double Total(TradeFlows flows, (Region Origin, Region Destination) pair, int sectors)
    {
        var sum = 0.0;
        for (var s = 0; s < sectors; s++)
            sum += flows[new Sector(s), pair.Origin, pair.Destination];
        return sum;
    }

    private static double[] Difference((double[] Before, double[] After) flows) =>
        [.. flows.Before.Zip(flows.After, (before, after) => after - before)];

    private static double[] Change((double[] Before, double[] After) flows) =>
        [.. flows.Before.Zip(flows.After, (before, after) => before > 0 ? 100 * (after / before - 1) : double.NaN)];
}
