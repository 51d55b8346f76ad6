using System.Collections.Immutable;
using Samarkand.Effects;
using Samarkand.Worlds;

namespace Samarkand.Reports.Tables;

/// <summary>The tables of a case's effects. Names and columns are stable.</summary>
internal static class EffectTables
{
    /// <summary>The name of the table of effects by region.</summary>
    public const string ByRegion = "effects";

    /// <summary>The name of the table of totals.</summary>
    public const string Groups = "groups";

    private const string TheRegion = "The region.";

    /// <summary>Every table, in the order in which they are listed.</summary>
    public static ImmutableArray<TableSpec<CaseAnswer>> All { get; } =
    [
        new(ByRegion, "Who pays: real income, prices and trade by region", Effects),
        new(Groups, "Totals of target, coalition and others", Totals),
        new("terms-of-trade", "Prices of exports and imports by region", Terms),
        new("trade-by-partner", "Trade between each pair of regions, all sectors", ByPartner),
        new("bilateral-trade", "Trade between each pair of regions by sector, home sales included", Bilateral),
        new("sector-output", "Output, price and value added by region and sector", Output),
        new("first-order-welfare", "First-order welfare of Caliendo and Parro, beside the exact change", FirstOrder),
    ];

    private static TableShape<CaseAnswer> Effects() => TableDraft
        .Of((CaseAnswer answer) => answer.Effects.Regions, World)
        .Region("region", "Region", TheRegion, row => row.Region)
        .Number("real_income_pct", "Real income %", Units.Percent, "Change of real income, income over the price index of consumption: what a year's income buys.", row => row.RealIncomePct, 3)
        .Number("ev_musd", "EV, m USD", Units.MillionUsd, "Equivalent variation: the change of real income as money at the prices before; below zero is a loss.", row => row.EquivalentVariation, 0)
        .Number("nominal_income_pct", "Income %", Units.Percent, "Change of income; world value added is the unit of account.", row => row.NominalIncomePct, 3)
        .Number("wage_pct", "Wage %", Units.Percent, "Change of the wage; world value added is the unit of account.", row => row.WagePct, 3)
        .Number("price_index_pct", "Prices %", Units.Percent, "Change of the price index of consumption; world value added is the unit of account.", row => row.PriceIndexPct, 3)
        .Number("exports_pct", "Exports %", Units.Percent, "Change of exports, values at basic prices, home sales left out.", row => row.ExportsPct, 2)
        .Number("imports_pct", "Imports %", Units.Percent, "Change of imports, values at basic prices, home sales left out.", row => row.ImportsPct, 2)
        .Shape();

    private static TableShape<CaseAnswer> Totals() => TableDraft
        .Of((CaseAnswer answer) => answer.Groups.Select(group => (Group: group, Leverage: group.Name == "coalition" ? Leverage.Of(answer) : null)).ToArray())
        .Text("group", "Group", Units.Word, "`target`, `coalition`, `others` or `world`.", row => row.Group.Name)
        .Number("regions", "Regions", Units.Count, "How many regions it holds.", row => row.Group.Regions, 0)
        .Number("income_musd", "Income, m USD", Units.MillionUsd, "The income of its regions before.", row => row.Group.Income, 0)
        .Number("ev_musd", "EV, m USD", Units.MillionUsd, "Equivalent variation, the sum over its regions; below zero is a loss.", row => row.Group.EquivalentVariation, 0)
        .Number("real_income_pct", "Real income %", Units.Percent, "Change of real income: the equivalent variation of its regions over their income before.", row => row.Group.RealIncomePct, 3)
        .Number("exports_pct", "Exports %", Units.Percent, "Change of the sum of its regions' exports, values at basic prices.", row => row.Group.ExportsPct, 2)
        .Number("transfers_musd", "Transfers, m USD", Units.MillionUsd, "Lump payments from others less those to others, at the prices before; a part of the equivalent variation.", row => row.Group.Transfers, 0)
        .Number("in_trust_musd", "In trust, m USD", Units.MillionUsd, "What of its money is frozen and held in trust, at the prices before: a part of its loss that is nobody's gain.", row => row.Group.InTrust, 0)
        .Number("harm_per_cost", "Harm per own cost", Units.DollarsForADollar, "In the row of the coalition: the target's loss over the coalition's, both without transfers; empty where one of them loses nothing.", row => row.Leverage?.WithoutTransfers ?? double.NaN, 2)
        .Number("harm_per_cost_with_transfers", "with transfers", Units.DollarsForADollar, "The same with transfers; empty where one of them then gains.", row => row.Leverage?.WithTransfers ?? double.NaN, 2)
        .Shape();

    private static TableShape<CaseAnswer> Terms() => TableDraft
        .Of((CaseAnswer answer) => TermsOfTrade.Of(answer.Effects).Select((terms, r) => (Region: new Region(r), Terms: terms)).ToArray(), World)
        .Region("region", "Region", TheRegion, row => row.Region)
        .Number("export_price_pct", "Export prices %", Units.Percent, "Change of the price of what it exported before.", row => row.Terms.ExportPricePct, 3)
        .Number("import_price_pct", "Import prices %", Units.Percent, "Change of the price of what it imported before.", row => row.Terms.ImportPricePct, 3)
        .Number("terms_of_trade_pct", "Terms of trade %", Units.Percent, "Change of the price of exports over that of imports.", row => row.Terms.TermsOfTradePct, 3)
        .Shape();

    private static TableShape<CaseAnswer> ByPartner() => TableDraft
        .Of((CaseAnswer answer) => PairFlow.OfAllSectors(answer.Effects), World)
        .Region("origin", "Origin", "Who sells.", row => row.Origin)
        .Region("destination", "Destination", "Who buys; home sales are there too.", row => row.Destination)
        .Number("before_musd", "Before, m USD", Units.MillionUsd, "The flow before, at basic prices.", row => row.Before, 0)
        .Number("after_musd", "After, m USD", Units.MillionUsd, "The flow after, at basic prices in units of world value added.", row => row.After, 0)
        .Number("change_pct", "Change %", Units.Percent, "Change of the flow; empty where there was none.", row => Change(row.Before, row.After), 2)
        .Shape();

    private static TableShape<CaseAnswer> Bilateral() => TableDraft
        .Of((CaseAnswer answer) => PairFlow.BySector(answer.Effects), World)
        .Region("origin", "Origin", "Who sells.", row => row.Origin)
        .Region("destination", "Destination", "Who buys.", row => row.Destination)
        .Sector("sector", "Sector", "What is sold.", row => row.Sector)
        .Number("before_musd", "Before, m USD", Units.MillionUsd, "The flow before, at basic prices.", row => row.Before, 1)
        .Number("after_musd", "After, m USD", Units.MillionUsd, "The flow after, at basic prices in units of world value added.", row => row.After, 1)
        .Number("change_pct", "Change %", Units.Percent, "Change of the flow; empty where there was none.", row => Change(row.Before, row.After), 2)
        .Shape();

    private static TableShape<CaseAnswer> Output() => TableDraft
        .Of((CaseAnswer answer) => SectorOutput.Of(answer.Effects), World)
        .Region("region", "Region", TheRegion, row => row.Region)
        .Sector("sector", "Sector", "The sector.", row => row.Sector)
        .Number("output_before_musd", "Output before", Units.MillionUsd, "Gross output before, at basic prices.", row => row.Before, 0)
        .Number("output_after_musd", "after, m USD", Units.MillionUsd, "Gross output after, at basic prices in units of world value added.", row => row.After, 0)
        .Number("output_pct", "Change %", Units.Percent, "Change of output; empty where there was none.", row => Change(row.Before, row.After), 2)
        .Number("price_pct", "Price %", Units.Percent, "Change of the producer's price.", row => row.PricePct, 2)
        .Number("value_added_before_musd", "Value added before", Units.MillionUsd, "Value added of the sector before.", row => row.ValueAddedBefore, 0)
        .Number("value_added_after_musd", "after, m USD", Units.MillionUsd, "Value added of the sector after, in units of world value added.", row => row.ValueAddedAfter, 0)
        .Shape();

    private static TableShape<CaseAnswer> FirstOrder() => TableDraft
        .Of((CaseAnswer answer) => FirstOrderWelfare.Of(answer.Effects).Zip(answer.Effects.Regions, (welfare, exact) => (Welfare: welfare, Exact: exact)).ToArray(), World)
        .Region("region", "Region", TheRegion, row => row.Exact.Region)
        .Number("terms_of_trade_pct", "Terms of trade %", Units.Percent, "What prices of exports and imports add to real income, to first order.", row => row.Welfare.TermsOfTradePct, 3)
        .Number("volume_of_trade_pct", "Volume of trade %", Units.Percent, "What the change of the volume of taxed trade adds, to first order.", row => row.Welfare.VolumeOfTradePct, 3)
        .Number("first_order_pct", "First order %", Units.Percent, "Change of real income to first order, from terms and volume of trade: an approximation.", row => row.Welfare.TotalPct, 3)
        .Number("exact_real_income_pct", "Exact %", Units.Percent, "The exact change of real income.", row => row.Exact.RealIncomePct, 3)
        .Shape();

    private static World World(CaseAnswer answer) => answer.Case.World;

    private static double Change(double before, double after) => before > 0 ? 100 * (after / before - 1) : double.NaN;

    /// <summary>A flow between two regions, before and after.</summary>
    private readonly record struct PairFlow(Region Origin, Region Destination, Sector Sector, double Before, double After)
    {
        public static PairFlow[] OfAllSectors(CaseEffects effects)
        {
            var (n, flows) = (effects.World.Regions.Length, new PairFlow[effects.World.Regions.Length * effects.World.Regions.Length]);
            foreach (var flow in BySector(effects))
            {
                ref var sum = ref flows[flow.Origin.Index * n + flow.Destination.Index];
                sum = flow with { Before = sum.Before + flow.Before, After = sum.After + flow.After };
            }

            return flows;
        }

        public static PairFlow[] BySector(CaseEffects effects)
        {
            var n = effects.World.Regions.Length;
            var before = effects.Before.Flows.Basic;
            var after = effects.After.Flows.Basic;
            var flows = new PairFlow[before.Length];
            for (var at = 0; at < flows.Length; at++)
                flows[at] = new PairFlow(new Region(at / n % n), new Region(at % n), new Sector(at / (n * n)), before[at], after[at]);
            return flows;
        }
    }

    /// <summary>What a sector of a region makes, before and after.</summary>
    private readonly record struct SectorOutput(Region Region, Sector Sector, double Before, double After, double PricePct, double ShareBefore, double ShareAfter)
    {
        public double ValueAddedBefore => Before * ShareBefore;

        public double ValueAddedAfter => After * ShareAfter;

        public static SectorOutput[] Of(CaseEffects effects)
        {
            var s = effects.World.Sectors.Length;
            var (sharesBefore, sharesAfter) = (effects.Before.ValueAddedShares, effects.After.ValueAddedShares);
            var before = effects.Before.Outputs;
            var after = effects.After.Outputs;
            var outputs = new SectorOutput[before.Length];
            for (var at = 0; at < outputs.Length; at++)
            {
                outputs[at] = new SectorOutput(
                    new Region(at / s), new Sector(at % s), before[at], after[at], 100 * (effects.After.ProducerPrices[at] / effects.Before.ProducerPrices[at] - 1), sharesBefore[at], sharesAfter[at]);
            }

            return outputs;
        }
    }
}
