using System.Collections.Immutable;
using Samarkand.Analyses.Design;
using Samarkand.Worlds;

namespace Samarkand.Reports.Tables;

/// <summary>How the table <c>leverage</c> adds up flows.</summary>
public enum LeverageBy
{
    /// <summary>A row for each sector and direction, the coalition together.</summary>
    Sector,

    /// <summary>A row for each member and direction, all sectors together.</summary>
    Sender,

    /// <summary>A row for each flow.</summary>
    Flow,
}

/// <summary>The tables of a design. Names and columns are stable.</summary>
public static class DesignTables
{
    /// <summary>The name of the table of leverage.</summary>
    public const string LeverageName = "leverage";

    /// <summary>The name of the table of the frontier.</summary>
    public const string FrontierName = "frontier";

    /// <summary>The name of the table of the package.</summary>
    public const string PackageName = "package";

    private const string Whole = "coalition";

    /// <summary>Every table with the line that describes it.</summary>
    public static IReadOnlyList<(string Name, string Title)> All { get; } =
    [
        (LeverageName, "What the first percent of a ban does, the most harm for each dollar of own cost first"),
        (FrontierName, "The most harm for each level of own cost, beside a uniform ban of the same cost"),
        (PackageName, "The bans of the package that was found"),
    ];

    /// <summary>One table by its name.</summary>
    /// <exception cref="ArgumentException">There is no table of that name.</exception>
    public static Table Make(string name, DesignStudy study, LeverageBy by) => name switch
    {
        LeverageName => Leverage(study, by),
        FrontierName => Frontier(study),
        PackageName => Package(study),
        _ => throw new ArgumentException($"there is no table {name}", nameof(name)),
    };

    /// <summary>What harm for each dollar of own cost means, in words, where it is no plain ratio.</summary>
    public static string Reading(FlowLeverage flow) =>
        flow.Harm > 0
            ? flow.Cost > 0 ? "harms at a cost" : "harms, and the coalition gains"
            : flow.Cost > 0 ? "helps the target, at a cost" : "helps both";

    /// <summary>Harm for each dollar of own cost: infinite where the coalition gains by it, negative where the target does, NaN where both do.</summary>
    public static double Ratio(FlowLeverage flow) =>
        flow.Cost > 0 ? flow.Harm / flow.Cost : flow.Harm > 0 ? double.PositiveInfinity : double.NaN;

    /// <summary>Leverage in rows of the asked kind, the most harm for each dollar of own cost first.</summary>
    public static ImmutableArray<FlowLeverage> Rows(DesignStudy study, LeverageBy by) =>
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

    private static Table Leverage(DesignStudy study, LeverageBy by)
    {
        var (world, rows) = (study.Model.Case.World, Rows(study, by));
        return new Table(LeverageName, All[0].Title,
        [
            new TextColumn("direction", "Direction", [.. rows.Select(row => Direction(row.IsExport))]),
            new TextColumn("sector", "Sector", [.. rows.Select(row => by == LeverageBy.Sender ? "all" : world.Code(row.Sector))]),
            new TextColumn("sender", "Sender", [.. rows.Select(row => by == LeverageBy.Sector ? Whole : world.Code(row.Member))]),
            new NumberColumn("trade_musd", "Trade, m USD", [.. rows.Select(row => row.Trade)], 0),
            new NumberColumn("harm_musd", "Harm, m USD", [.. rows.Select(row => row.Harm / 100)], 1),
            new NumberColumn("own_cost_musd", "Own cost, m USD", [.. rows.Select(row => row.Cost / 100)], 1),
            new NumberColumn("harm_per_cost", "Harm per own cost", [.. rows.Select(Ratio)], 2),
            new TextColumn("reading", "Reading", [.. rows.Select(Reading)]),
        ]);
    }

    private static Table Frontier(DesignStudy study)
    {
        var points = study.Points;
        return new Table(FrontierName, All[1].Title,
        [
            new NumberColumn("cost_share", "Share of a full ban's own cost", [.. points.Select(point => point.Share)], 2),
            new NumberColumn("own_cost_musd", "Own cost, m USD", [.. points.Select(point => point.Package.Cost)], 0),
            new NumberColumn("harm_musd", "Harm, m USD", [.. points.Select(point => point.Package.Harm)], 0),
            new NumberColumn("target_loss_pct", "Target's loss %", [.. points.Select(point => 100 * point.Package.Harm / study.TargetIncome)], 3),
            new NumberColumn("uniform_coverage", "Uniform coverage", [.. points.Select(point => point.Uniform?.Coverages.Max() ?? double.NaN)], 3),
            new NumberColumn("uniform_harm_musd", "Harm of the uniform ban, m USD", [.. points.Select(point => point.Uniform?.Harm ?? double.NaN)], 0),
            new NumberColumn("uniform_target_loss_pct", "Target's loss % by the uniform ban", [.. points.Select(point => 100 * (point.Uniform?.Harm ?? double.NaN) / study.TargetIncome)], 3),
            new NumberColumn("more_than_uniform_pct", "More harm than the uniform ban %", [.. points.Select(point => point.MoreThanUniformPct)], 1),
            new NumberColumn("harm_per_cost", "Harm for the next dollar of cost", [.. points.Select(point => point.Price)], 2),
        ]);
    }

    private static Table Package(DesignStudy study)
    {
        var bans = study.Model.Levers.Zip(study.Chosen.Package.Coverages).Where(ban => ban.Second > 0).ToArray();
        return new Table(PackageName, All[2].Title,
        [
            new TextColumn("direction", "Direction", [.. bans.Select(ban => Direction(ban.First.IsExport))]),
            new TextColumn("sector", "Sector", [.. bans.Select(ban => study.Model.Case.World.Code(ban.First.Sector))]),
            new NumberColumn("coverage", "Coverage", [.. bans.Select(ban => ban.Second)], 3),
            new NumberColumn("trade_musd", "Trade before, m USD", [.. bans.Select(ban => ban.First.Trade)], 0),
        ]);
    }

    private static string Direction(bool isExport) => isExport ? "exports" : "imports";
}
