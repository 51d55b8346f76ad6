using System.Collections.Immutable;
using Samarkand.Effects;
using Samarkand.Worlds;

namespace Samarkand.Analyses.Ensembles;

/// <summary>One number that every draw gives, such as Russia's <c>real_income_pct</c> in the table of effects.</summary>
/// <param name="Table">The table whose bands it belongs to.</param>
/// <param name="Of">What it is of: a region, a group, or a region and a sector as <c>RUS/ele</c>.</param>
/// <param name="Column">The column of the table, with its unit as a suffix.</param>
public sealed record Measure(string Table, string Of, string Column)
{
    /// <summary>A name that no other measure has.</summary>
    public string Key => $"{Table}/{Of}/{Column}";
}

/// <summary>What is recorded of a draw's effects, always in the same order.</summary>
internal static class Measures
{
    public const string Effects = "effects";
    public const string Groups = "groups";
    public const string Output = "sector-output";
    public const string Trade = "target-trade";
    public const string Conduits = "conduits";
    public const string RealIncome = "real_income_pct";

    private static readonly string[] OfRegions = [RealIncome, "ev_musd", "nominal_income_pct", "wage_pct", "price_index_pct", "exports_pct", "imports_pct"];
    private static readonly string[] OfGroups = ["ev_musd", RealIncome, "exports_pct"];
    private static readonly string[] OfSectors = ["output_pct", "price_pct"];
    private static readonly string[] OfPartners = ["imports_after_musd", "exports_after_musd"];
    private static readonly string[] OfConduits = ["flow_musd", "margin_musd"];

    /// <summary>The measures of a case, in the order of <see cref="Values"/>.</summary>
    public static ImmutableArray<Measure> List(CaseAnswer answer)
    {
        var world = answer.Case.World;
        var codes = world.Regions.Select(region => region.Code).ToArray();
        return
        [
            .. from code in codes from column in OfRegions select new Measure(Effects, code, column),
            .. from totals in answer.Groups from column in OfGroups select new Measure(Groups, totals.Name, column),
            .. from code in codes from sector in world.Sectors from column in OfSectors select new Measure(Output, $"{code}/{sector.Code}", column),
            .. from code in codes from column in OfPartners select new Measure(Trade, code, column),
            .. from conduit in Through(answer) from column in OfConduits select new Measure(Conduits, world.Code(conduit), column),
        ];
    }

    /// <summary>The values of an answer; NaN where a change starts from nothing.</summary>
    public static double[] Values(CaseAnswer answer)
    {
        var (effects, target) = (answer.Effects, answer.Case.Target);
        var values = new List<double>();
        foreach (var r in effects.Regions)
            values.AddRange(r.RealIncomePct, r.EquivalentVariation, r.NominalIncomePct, r.WagePct, r.PriceIndexPct, r.ExportsPct, r.ImportsPct);
        foreach (var totals in answer.Groups)
            values.AddRange(totals.EquivalentVariation, totals.RealIncomePct, totals.ExportsPct);
        var (before, after) = (effects.Before, effects.After);
        for (var cell = 0; cell < before.Outputs.Length; cell++)
        {
            values.Add(before.Outputs[cell] > 0 ? 100 * (after.Outputs[cell] / before.Outputs[cell] - 1) : double.NaN);
            values.Add(100 * (after.ProducerPrices[cell] / before.ProducerPrices[cell] - 1));
        }

        for (var r = 0; r < effects.Regions.Length; r++)
            values.AddRange(Flow(after, new Region(r), target), Flow(after, target, new Region(r)));
        var ways = RouteTotals.Of(answer).ToLookup(way => way.Conduit);
        foreach (var conduit in Through(answer))
            values.AddRange(ways[conduit].Sum(way => way.Flow), ways[conduit].Sum(way => way.Margin));
        return [.. values];
    }

    // Who lets goods through is a matter of stances, which are the same in every draw.
    private static ImmutableArray<Region> Through(CaseAnswer answer) => answer.Case.Routes?.Conduits ?? [];

    // Home sales are no trade.
    private static double Flow(Outcome outcome, Region from, Region to)
    {
        var sum = from == to ? double.NaN : 0;
        for (var s = 0; s < outcome.Baseline.SectorCount; s++)
            sum += outcome.Flows[new Sector(s), from, to];
        return sum;
    }
}
