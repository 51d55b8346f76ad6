using System.Collections.Immutable;
using Samarkand.Effects;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Reports.Tables;

/// <summary>Tables that look at the target alone; the page shows them.</summary>
internal static class TargetTables
{
    /// <summary>The target's trade with each partner, all sectors, at basic prices: imports and exports before and after.</summary>
    public static TableSpec<CaseAnswer> Trade { get; } = new("target-trade", "Trade of the target by partner, million USD a year", () => TableDraft
        .Of((CaseAnswer answer) => Partners(answer), answer => answer.Case.World)
        .Titled(answer => $"Trade of {answer.Case.World.Name(answer.Case.Target)} by partner, million USD a year")
        .Region("partner", "Partner", "With whom the target trades.", row => row.Region)
        .Text("side", "Side", Units.Word, "`coalition` or `others`.", row => row.IsMember ? "coalition" : "others")
        .Number("imports_before_musd", "Imports before", Units.MillionUsd, "What the target buys from it before, at basic prices.", row => row.Imports.Before, 0)
        .Number("imports_after_musd", "Imports after", Units.MillionUsd, "What the target buys from it after, at basic prices.", row => row.Imports.After, 0)
        .Number("change_imports_musd", "Change", Units.MillionUsd, "Imports after less imports before.", row => row.Imports.Difference, 0)
        .Number("imports_pct", "Change %", Units.Percent, "Change of imports; empty where there were none.", row => row.Imports.Percent, 1)
        .Number("exports_before_musd", "Exports before", Units.MillionUsd, "What the target sells to it before, at basic prices.", row => row.Exports.Before, 0)
        .Number("exports_after_musd", "Exports after", Units.MillionUsd, "What the target sells to it after, at basic prices.", row => row.Exports.After, 0)
        .Number("change_exports_musd", "Change", Units.MillionUsd, "Exports after less exports before.", row => row.Exports.Difference, 0)
        .Number("exports_pct", "Change %", Units.Percent, "Change of exports; empty where there were none.", row => row.Exports.Percent, 1)
        .Shape());

    private static readonly TableSpec<CaseAnswer> ByRegion = EffectTables.All.Find("sector-output");

    /// <summary>The target's rows of the table <c>sector-output</c>.</summary>
    public static TableSpec<CaseAnswer> Output { get; } = new(
        "target-output",
        "Output of the target by sector, million USD a year",
        () => new TableShape<CaseAnswer>(
            ByRegion.Columns.RemoveAll(column => column.Name == "region"),
            answer =>
            {
                var (first, count) = (answer.Case.Target.Index * answer.Case.World.Sectors.Length, answer.Case.World.Sectors.Length);
                return ByRegion.Make(answer).Pick([.. Enumerable.Range(first, count)]).Without(column => column.Name == "region").Columns;
            },
            answer => $"Output of {answer.Case.World.Name(answer.Case.Target)} by sector, million USD a year"));

    /// <summary>Both.</summary>
    public static ImmutableArray<TableSpec<CaseAnswer>> All { get; } = [Trade, Output];

    private static Partner[] Partners(CaseAnswer answer)
    {
        var (world, target, members) = (answer.Case.World, answer.Case.Target, answer.Case.Coalition.ToHashSet());
        var (before, after) = (answer.Effects.Before.Flows, answer.Effects.After.Flows);
        Change Sum(Region origin, Region destination) =>
            new(Total(before, origin, destination, world.Sectors.Length), Total(after, origin, destination, world.Sectors.Length));
        return
        [
            .. Enumerable.Range(0, world.Regions.Length).Select(r => new Region(r)).Where(r => r != target)
                .Select(r => new Partner(r, members.Contains(r), Sum(r, target), Sum(target, r))),
        ];
    }

    private static double Total(TradeFlows flows, Region origin, Region destination, int sectors)
    {
        var sum = 0.0;
        for (var s = 0; s < sectors; s++)
            sum += flows[new Sector(s), origin, destination];
        return sum;
    }

    private sealed record Partner(Region Region, bool IsMember, Change Imports, Change Exports);

    private readonly record struct Change(double Before, double After)
    {
        public double Difference => After - Before;

        public double Percent => Before > 0 ? 100 * (After / Before - 1) : double.NaN;
    }
}
