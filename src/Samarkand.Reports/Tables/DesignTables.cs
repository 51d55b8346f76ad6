using System.Collections.Immutable;
using Samarkand.Analyses.Design;
using Samarkand.Worlds;

namespace Samarkand.Reports.Tables;

/// <summary>How the table <c>leverage</c> adds up flows.</summary>
internal enum LeverageBy
{
    /// <summary>A row for each sector and direction, the coalition together.</summary>
    Sector,

    /// <summary>A row for each member and direction, all sectors together.</summary>
    Sender,

    /// <summary>A row for each flow.</summary>
    Flow,
}

/// <summary>What the tables of a design show.</summary>
/// <param name="Study">The design.</param>
public sealed record DesignResult(DesignStudy Study)
{
    /// <summary>The rows of the table <c>leverage</c>.</summary>
    internal LeverageBy By { get; init; }
}

/// <summary>The tables of a design. Names and columns are stable.</summary>
/// <example>
/// <code>
/// using Samarkand.Analyses.Design;
/// using Samarkand.Cases;
/// using Samarkand.Effects;
/// using Samarkand.Reports.Tables;
///
/// var bound = new CaseDraft("What is the cheapest way to the same harm?", "RUS") { Coalition = ["EU"] }.ExportBan(0.1).Open();
/// var study = DesignStudy.Solve(CaseAnswer.Solve(bound), new DesignQuestion { Directions = BanDirections.Exports, Points = 2 });
/// TableWriter.WriteCsv(DesignTables.All.Make(DesignTables.PackageName, new DesignResult(study)), Console.Out);
/// </code>
/// </example>
public static class DesignTables
{
    /// <summary>The name of the table of leverage.</summary>
    public const string LeverageName = "leverage";

    /// <summary>The name of the table of the frontier.</summary>
    public const string FrontierName = "frontier";

    /// <summary>The name of the table of the package.</summary>
    public const string PackageName = "package";

    private const string Whole = "coalition";

    private const string ADirection = "`exports`, what the coalition sells to the target, or `imports`, what it buys.";

    /// <summary>Every table, in the order in which they are listed.</summary>
    public static ImmutableArray<TableSpec<DesignResult>> All { get; } =
    [
        new(LeverageName, "What the first percent of a ban does, the most harm for each dollar of own cost first", Leverage),
        new(FrontierName, "The most harm for each level of own cost, beside a uniform ban of the same cost", Frontier),
        new(PackageName, "The bans of the package that was found", Package),
    ];

    /// <summary>What harm for each dollar of own cost means, in words, where it is no plain ratio.</summary>
    internal static string Reading(FlowLeverage flow) =>
        flow.Harm > 0
            ? flow.Cost > 0 ? "harms at a cost" : "harms, and the coalition gains"
            : flow.Cost > 0 ? "helps the target, at a cost" : "helps both";

    /// <summary>Harm for each dollar of own cost: infinite where the coalition gains by it, negative where the target does, NaN where both do.</summary>
    internal static double Ratio(FlowLeverage flow) =>
        flow.Cost > 0 ? flow.Harm / flow.Cost : flow.Harm > 0 ? double.PositiveInfinity : double.NaN;

    /// <summary>Leverage in rows of the asked kind, the most harm for each dollar of own cost first.</summary>
    internal static ImmutableArray<FlowLeverage> Rows(DesignStudy study, LeverageBy by) =>
    [
        .. (by switch
        {
            LeverageBy.Sector => study.Leverage.GroupBy(flow => (flow.IsExport, flow.Sector, default(Region))).Select(Sum),
            LeverageBy.Sender => study.Leverage.GroupBy(flow => (flow.IsExport, default(Sector), flow.Member)).Select(Sum),
            _ => study.Leverage,
        })
        .OrderByDescending(flow => double.IsNaN(Ratio(flow)) ? double.NegativeInfinity : Ratio(flow)).ThenByDescending(flow => flow.Harm),
    ];

    private static FlowLeverage Sum(IGrouping<(bool IsExport, Sector Sector, Region Member), FlowLeverage> flows) =>
        new(flows.Key.IsExport, flows.Key.Sector, flows.Key.Member, flows.Sum(flow => flow.Trade), flows.Sum(flow => flow.Harm), flows.Sum(flow => flow.Cost));

    private static TableShape<DesignResult> Leverage() => TableDraft
        .Of((DesignResult result) => Rows(result.Study, result.By).Select(row => new LeverageRow(row, result)).ToArray(), World)
        .Text("direction", "Direction", Units.Word, ADirection, row => Direction(row.Flow.IsExport))
        .SectorCode("sector", "Sector", "What is banned; `all` where sectors are added up.", row => row.Sector)
        .RegionCode("sender", "Sender", "Who bans it; `coalition` where members are added up.", row => row.Sender)
        .Number("trade_musd", "Trade, m USD", Units.MillionUsd, "The trade that is banned, before the ban, at basic prices.", row => row.Flow.Trade, 0)
        .Number("harm_musd", "Harm, m USD", Units.MillionUsd, "What the target loses by the first percent of the ban.", row => row.Flow.Harm / 100, 1)
        .Number("own_cost_musd", "Own cost, m USD", Units.MillionUsd, "What the coalition loses by the first percent of the ban.", row => row.Flow.Cost / 100, 1)
        .Number("harm_per_cost", "Harm per own cost", Units.DollarsForADollar, "Harm over own cost; infinite where the coalition gains, empty where both do.", row => Ratio(row.Flow), 2)
        .Text("reading", "Reading", Units.Text, "What the ratio of harm to own cost means, in words.", row => Reading(row.Flow))
        .Shape();

    private static TableShape<DesignResult> Frontier() => TableDraft
        .Of((DesignResult result) => result.Study.Points.Select(point => (Point: point, Income: result.Study.TargetIncome)).ToArray())
        .Number("cost_share", "Share of a full ban's own cost", Units.Share, "The level of own cost, over that of a full ban of everything.", row => row.Point.Share, 2)
        .Number("own_cost_musd", "Own cost, m USD", Units.MillionUsd, "What the package costs the coalition.", row => row.Point.Package.Cost, 0)
        .Number("harm_musd", "Harm, m USD", Units.MillionUsd, "What the package costs the target: the most for that own cost.", row => row.Point.Package.Harm, 0)
        .Number("target_loss_pct", "Target's loss %", Units.Percent, "What the package costs the target, percent of its income.", row => 100 * row.Point.Package.Harm / row.Income, 3)
        .Number("uniform_coverage", "Uniform coverage", Units.Share, "The share of everything that a uniform ban of the same own cost covers.", row => row.Point.Uniform?.Coverages.Max() ?? double.NaN, 3)
        .Number("uniform_harm_musd", "Harm of the uniform ban, m USD", Units.MillionUsd, "What a uniform ban of the same own cost costs the target.", row => row.Point.Uniform?.Harm ?? double.NaN, 0)
        .Number("uniform_target_loss_pct", "Target's loss % by the uniform ban", Units.Percent, "What a uniform ban of the same own cost costs the target, percent of its income.", row => 100 * (row.Point.Uniform?.Harm ?? double.NaN) / row.Income, 3)
        .Number("more_than_uniform_pct", "More harm than the uniform ban %", Units.Percent, "How much more harm the package does than the uniform ban; empty where there is none.", row => row.Point.MoreThanUniformPct, 1)
        .Number("harm_per_cost", "Harm for the next dollar of cost", Units.DollarsForADollar, "What one more dollar of own cost would add to the harm, to first order; empty where cost does not bind.", row => row.Point.Price, 2)
        .Shape();

    private static TableShape<DesignResult> Package() => TableDraft
        .Of((DesignResult result) => result.Study.Model.Levers.Zip(result.Study.Chosen.Package.Coverages, (lever, coverage) => (Lever: lever, Coverage: coverage)).Where(ban => ban.Coverage > 0).ToArray(), World)
        .Text("direction", "Direction", Units.Word, ADirection, ban => Direction(ban.Lever.IsExport))
        .Sector("sector", "Sector", "What is banned.", ban => ban.Lever.Sector)
        .Number("coverage", "Coverage", Units.Share, "The share of varieties that is banned.", ban => ban.Coverage, 3)
        .Number("trade_musd", "Trade before, m USD", Units.MillionUsd, "The trade that is banned, before the ban, at basic prices.", ban => ban.Lever.Trade, 0)
        .Shape();

    private static World World(DesignResult result) => result.Study.Model.Case.World;

    private static string Direction(bool isExport) => isExport ? "exports" : "imports";

    private sealed record LeverageRow(FlowLeverage Flow, DesignResult Of)
    {
        public string Sector => Of.By == LeverageBy.Sender ? "all" : World(Of).Code(Flow.Sector);

        public string Sender => Of.By == LeverageBy.Sector ? Whole : World(Of).Code(Flow.Member);
    }
}
