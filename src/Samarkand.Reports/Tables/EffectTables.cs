using Samarkand.Effects;
using Samarkand.Worlds;

namespace Samarkand.Reports.Tables;

/// <summary>The tables of a case's effects. Names and columns are stable.</summary>
public static class EffectTables
{
    /// <summary>Every table with the line that describes it, in the order in which they are listed.</summary>
    public static IReadOnlyList<(string Name, string Title)> All { get; } =
    [
        ("effects", "Who pays: real income, prices and trade by region"),
        ("groups", "Totals of target, coalition and others"),
        ("terms-of-trade", "Prices of exports and imports by region"),
        ("trade-by-partner", "Trade between each pair of regions, all sectors"),
        ("bilateral-trade", "Trade between each pair of regions by sector, home sales included"),
        ("sector-output", "Output, price and value added by region and sector"),
        ("first-order-welfare", "First-order welfare of Caliendo and Parro, beside the exact change"),
    ];

    /// <summary>One table by its name.</summary>
    /// <exception cref="ArgumentException">There is no table of that name.</exception>
    public static Table Make(string name, CaseEffects effects, IReadOnlyList<GroupEffects> groups) => name switch
    {
        "effects" => ByRegion(effects),
        "groups" => Groups(groups),
        "terms-of-trade" => Terms(effects),
        "trade-by-partner" => ByPartner(effects),
        "bilateral-trade" => Bilateral(effects),
        "sector-output" => Sectors(effects),
        "first-order-welfare" => FirstOrder(effects),
        _ => throw new ArgumentException($"there is no table {name}", nameof(name)),
    };

    private static string Title(string name)
    {
        foreach (var table in All)
        {
            if (table.Name == name)
                return table.Title;
        }

        throw new ArgumentException($"there is no table {name}", nameof(name));
    }

    private static Table ByRegion(CaseEffects effects) => new("effects", Title("effects"),
    [
        Regions(effects),
        Number("real_income_pct", "Real income %", effects, r => r.RealIncomePct, 3),
        Number("ev_musd", "EV, m USD", effects, r => r.EquivalentVariation, 0),
        Number("nominal_income_pct", "Income %", effects, r => r.NominalIncomePct, 3),
        Number("wage_pct", "Wage %", effects, r => r.WagePct, 3),
        Number("price_index_pct", "Prices %", effects, r => r.PriceIndexPct, 3),
        Number("exports_pct", "Exports %", effects, r => r.ExportsPct, 2),
        Number("imports_pct", "Imports %", effects, r => r.ImportsPct, 2),
    ]);

    private static Table Groups(IReadOnlyList<GroupEffects> groups) => new("groups", Title("groups"),
    [
        new TextColumn("group", "Group", [.. groups.Select(g => g.Name)]),
        new NumberColumn("regions", "Regions", [.. groups.Select(g => (double)g.Regions)], 0),
        new NumberColumn("income_musd", "Income, m USD", [.. groups.Select(g => g.Income)], 0),
        new NumberColumn("ev_musd", "EV, m USD", [.. groups.Select(g => g.EquivalentVariation)], 0),
        new NumberColumn("real_income_pct", "Real income %", [.. groups.Select(g => g.RealIncomePct)], 3),
        new NumberColumn("exports_pct", "Exports %", [.. groups.Select(g => g.ExportsPct)], 2),
    ]);

    private static Table Terms(CaseEffects effects)
    {
        var terms = TermsOfTrade.Of(effects);
        return new Table("terms-of-trade", Title("terms-of-trade"),
        [
            Regions(effects),
            new NumberColumn("export_price_pct", "Export prices %", [.. terms.Select(t => t.ExportPricePct)], 3),
            new NumberColumn("import_price_pct", "Import prices %", [.. terms.Select(t => t.ImportPricePct)], 3),
            new NumberColumn("terms_of_trade_pct", "Terms of trade %", [.. terms.Select(t => t.TermsOfTradePct)], 3),
        ]);
    }

    private static Table FirstOrder(CaseEffects effects)
    {
        var welfare = FirstOrderWelfare.Of(effects);
        return new Table("first-order-welfare", Title("first-order-welfare"),
        [
            Regions(effects),
            new NumberColumn("terms_of_trade_pct", "Terms of trade %", [.. welfare.Select(w => w.TermsOfTradePct)], 3),
            new NumberColumn("volume_of_trade_pct", "Volume of trade %", [.. welfare.Select(w => w.VolumeOfTradePct)], 3),
            new NumberColumn("first_order_pct", "First order %", [.. welfare.Select(w => w.TotalPct)], 3),
            Number("exact_real_income_pct", "Exact %", effects, r => r.RealIncomePct, 3),
        ]);
    }

    private static Table ByPartner(CaseEffects effects)
    {
        var (n, s) = (effects.World.Regions.Length, effects.World.Sectors.Length);
        var (before, after) = (new double[n * n], new double[n * n]);
        for (var k = 0; k < s; k++)
        {
            for (var pair = 0; pair < n * n; pair++)
            {
                before[pair] += effects.Before.Flows.Basic[k * n * n + pair];
                after[pair] += effects.After.Flows.Basic[k * n * n + pair];
            }
        }

        return new Table("trade-by-partner", Title("trade-by-partner"),
        [
            Labels("origin", "Origin", n * n, pair => effects.World.Regions[pair / n].Code),
            Labels("destination", "Destination", n * n, pair => effects.World.Regions[pair % n].Code),
            new NumberColumn("before_musd", "Before, m USD", before, 0),
            new NumberColumn("after_musd", "After, m USD", after, 0),
            Change("change_pct", before, after),
        ]);
    }

    private static Table Bilateral(CaseEffects effects)
    {
        var (n, world) = (effects.World.Regions.Length, effects.World);
        var (before, after) = (effects.Before.Flows.Basic.ToArray(), effects.After.Flows.Basic.ToArray());
        return new Table("bilateral-trade", Title("bilateral-trade"),
        [
            Labels("origin", "Origin", before.Length, row => world.Regions[row / n % n].Code),
            Labels("destination", "Destination", before.Length, row => world.Regions[row % n].Code),
            Labels("sector", "Sector", before.Length, row => world.Sectors[row / (n * n)].Code),
            new NumberColumn("before_musd", "Before, m USD", before, 1),
            new NumberColumn("after_musd", "After, m USD", after, 1),
            Change("change_pct", before, after),
        ]);
    }

    private static Table Sectors(CaseEffects effects)
    {
        var (world, baseline) = (effects.World, effects.Before.Baseline);
        var s = world.Sectors.Length;
        var (before, after) = (effects.Before.Outputs.ToArray(), effects.After.Outputs.ToArray());
        return new Table("sector-output", Title("sector-output"),
        [
            Labels("region", "Region", before.Length, row => world.Regions[row / s].Code),
            Labels("sector", "Sector", before.Length, row => world.Sectors[row % s].Code),
            new NumberColumn("output_before_musd", "Output before", before, 0),
            new NumberColumn("output_after_musd", "after, m USD", after, 0),
            Change("output_pct", before, after),
            new NumberColumn("price_pct", "Price %", [.. Enumerable.Range(0, before.Length).Select(r => 100 * (effects.After.ProducerPrices[r] / effects.Before.ProducerPrices[r] - 1))], 2),
            new NumberColumn("value_added_before_musd", "Value added before", [.. before.Select((y, r) => y * baseline.ValueAddedShares[r])], 0),
            new NumberColumn("value_added_after_musd", "after, m USD", [.. after.Select((y, r) => y * baseline.ValueAddedShares[r])], 0),
        ]);
    }

    private static TextColumn Regions(CaseEffects effects) =>
        Labels("region", "Region", effects.World.Regions.Length, r => effects.World.Regions[r].Code);

    private static NumberColumn Number(string name, string heading, CaseEffects effects, Func<RegionEffects, double> value, int digits)
    {
        var values = new double[effects.Regions.Length];
        for (var r = 0; r < values.Length; r++)
            values[r] = value(effects.Regions[r]);
        return new NumberColumn(name, heading, values, digits);
    }

    private static TextColumn Labels(string name, string heading, int rows, Func<int, string> label)
    {
        var values = new string[rows];
        for (var row = 0; row < rows; row++)
            values[row] = label(row);
        return new TextColumn(name, heading, values);
    }

    private static NumberColumn Change(string name, double[] before, double[] after)
    {
        var change = new double[before.Length];
        for (var row = 0; row < change.Length; row++)
            change[row] = before[row] > 0 ? 100 * (after[row] / before[row] - 1) : double.NaN;
        return new NumberColumn(name, "Change %", change, 2);
    }
}
