using System.Globalization;
using Samarkand.Analyses.Design;
using Samarkand.Cases;
using Samarkand.Cases.Instruments;
using Samarkand.Reports.Tables;
using Samarkand.Worlds;

namespace Samarkand.Reports.Words;

/// <summary>A design in words, each sentence or two a line.</summary>
internal static class DesignText
{
    private const int MostNamed = 3;
    private const double Negligible = 0.02;

    /// <summary>The lines: the package and what it beats, leverage, the frontier, and what is held.</summary>
    public static IReadOnlyList<string> Of(DesignStudy study) =>
    [
        .. Package(study),
        Leverage(study),
        .. Frontier(study),
        .. RisingHarm(study),
        Held(study),
    ];

    /// <summary>How exactly it holds.</summary>
    public static string Certificate(DesignStudy study)
    {
        var (packages, gaps) = (study.Points.Select(point => point.Package).Append(study.Chosen.Package), study.Points.Append(study.Chosen).Max(point => point.Gap));
        return Invariant($"largest residual of the packages' equilibria {packages.Max(package => package.Residual):0.0e+0}; what a change of all coverages could still gain, to first order, is at most {gaps:0.0e+0} of a full ban's effect; {study.Model.Solved:N0} equilibria");
    }

    /// <summary>The bans of a package, the largest trade first.</summary>
    public static string Bans(DesignStudy study, int most = int.MaxValue)
    {
        var bans = study.Model.Levers.Zip(study.Chosen.Package.Coverages).Where(ban => ban.Second > 0.0005).OrderByDescending(ban => ban.First.Trade * ban.Second).ToArray();
        var named = bans.Take(most).Select(ban => Invariant($"{(ban.First.IsExport ? "exports" : "imports")} of {Sector(study, ban.First.Sector)}{(ban.Second >= 0.995 ? "" : Invariant($" ({100 * ban.Second:0} percent)"))}"));
        return string.Join(", ", named) + (bans.Length > most ? Invariant($", and {bans.Length - most} more") : "");
    }

    private static IEnumerable<string> Package(DesignStudy study)
    {
        var (package, target) = (study.Chosen.Package, Target(study));
        var own = Invariant($"The case as it stands {Does(study.OwnHarm, target)} and {Does(study.OwnCost, "the coalition", "")}");
        if (study.IsForOwnHarm)
            yield return Invariant($"{own}. Bans alone can do the same harm in a way that {Does(package.Cost, "the coalition")}{Cheaper(package.Cost, study.OwnCost)}.");
        else if (study.Question is { Budget: null, Harm: null })
            yield return Invariant($"{own}. No package of bans is looked for that does the same, since a full ban of everything costs {target} {Money(study.Full.Harm)} and {Does(study.Full.Cost, "the coalition")}. Half of that harm at the least cost {Does(package.Cost, "the coalition")}.");
        else if (study.Question.Budget is { } budget)
            yield return Invariant($"For a cost of at most {Money(budget)} the most harm is {Money(package.Harm)} a year, {Percent(package.Harm / study.TargetIncome)} percent of {target}'s income; the coalition's own cost is {Money(package.Cost)}. {own}.");
        else
            yield return Invariant($"A harm of {Money(package.Harm)} a year, {Percent(package.Harm / study.TargetIncome)} percent of {target}'s income, {Does(package.Cost, "the coalition")} at the least. {own}.");
        string[] others = [.. study.Own.Case.Instruments.Select(bound => bound.Instrument).Where(instrument => instrument is not (Ban or TradeCost { Factor: double.PositiveInfinity })).Select(instrument => instrument.Kind).Distinct(StringComparer.Ordinal)];
        if (others.Length > 0)
            yield return $"The case also has what a design of bans leaves out: {string.Join(", ", others)}.";
        yield return $"The package: a ban on {Bans(study, 8)}.";
        if (study.Chosen.Uniform is { } uniform)
            yield return Invariant($"A uniform ban that costs the coalition the same, {100 * uniform.Coverages.Max():0.0} percent of everything, costs {target} {Money(uniform.Harm)}: the package does {study.Chosen.MoreThanUniformPct:0} percent more{(study.UniformOfHarm is { Cost: > 0 } same ? Invariant($". A uniform ban of the same harm costs the coalition {Money(same.Cost)}") : "")}.");
    }

    private static string Leverage(DesignStudy study)
    {
        var rows = DesignTables.Rows(study, LeverageBy.Sector);
        var least = Negligible * rows.Sum(row => Math.Max(0, row.Harm));
        var best = rows.Where(row => row.Harm > least && row.Cost > 0).Take(MostNamed).Select(row => Invariant($"{What(study, row)} ({row.Harm / row.Cost:0.00} dollars)"));
        var worst = rows.LastOrDefault(row => row.Harm > least && row.Cost > 0);
        var (free, helps) = (rows.Where(row => row.Harm > 0 && row.Cost <= 0).ToArray(), rows.Where(row => row.Harm <= 0).ToArray());
        return Invariant($"Where nothing is banned yet, and counting only bans that do a fiftieth of all harm or more, the first percent of a ban does the most harm for each dollar of own cost on {string.Join(", ", best)}; the least on {(worst is null ? "nothing" : What(study, worst))}{(worst is null ? "" : Invariant($" ({worst.Harm / worst.Cost:0.00})"))}.")
            + (free.Length == 0 ? "" : $" A ban on {string.Join(", ", free.Take(MostNamed).Select(row => What(study, row)))} would harm the target and even gain the coalition a little.")
            + (helps.Length == 0 ? "" : $" A ban on {string.Join(", ", helps.Take(MostNamed).Select(row => What(study, row)))} would help the target.");
    }

    // Where the harm of the next dollar rises, a reader who knows of falling returns will think that it is a mistake.
    private static IEnumerable<string> RisingHarm(DesignStudy study)
    {
        var prices = study.Points.Where(point => double.IsFinite(point.Price)).OrderBy(point => point.Share).ToArray();
        var rises = prices.Zip(prices.Skip(1)).Where(pair => pair.Second.Price > (1 + Negligible) * pair.First.Price).ToArray();
        if (rises.Length == 0)
            yield break;
        var (before, after) = rises.MaxBy(pair => pair.Second.Price / pair.First.Price);
        yield return Invariant($"The harm of the next dollar does not fall all the way: it is {before.Price:0.00} at {100 * before.Share:0} percent of a full ban's cost and {after.Price:0.00} at {100 * after.Share:0}. Bans reinforce each other: once a part of the suppliers or buyers of a good is closed, or of the goods that go into another, closing more of them does more harm than the first part did. Each package is the best that was found at its own cost, from several starts; a better one may be missed.");
    }

    private static IEnumerable<string> Frontier(DesignStudy study)
    {
        var inner = study.Points.Where(point => point.Share < 1 && point.Uniform is not null).ToArray();
        if (study.Points.IsEmpty)
            yield return Invariant($"A full ban costs the coalition nothing (it {(study.Full.Cost < 0 ? "gains" : "loses")} {Money(Math.Abs(study.Full.Cost))}), so there is no trade-off to choose on.");
        else if (inner.Length > 0)
            yield return Invariant($"Along the frontier a package does {inner[0].MoreThanUniformPct:0} percent more harm than a uniform ban of the same cost at {100 * inner[0].Share:0} percent of a full ban's cost{(inner.Length > 2 ? Invariant($", {inner[inner.Length / 2].MoreThanUniformPct:0} at {100 * inner[inner.Length / 2].Share:0}") : "")}{(inner.Length > 1 ? Invariant($" and {inner[^1].MoreThanUniformPct:0} at {100 * inner[^1].Share:0}") : "")}: the nearer to a full ban, the less there is to choose. Hausmann, Schetter and Yildirim (2024) find about 80 percent more harm at hardly any more cost from bans on single products sold to Russia that are better coordinated and targeted than those of 2022. That is another comparison, on finer goods.");
    }

    private static string Held(DesignStudy study) => Invariant(
        $"What is assumed: none of the case's own instruments and stances are in force (its package, payments, over-compliance, secondary sanctions, retaliation); every member of the coalition bans the same share; banned goods do not go through third states{(study.Model.Case.Case.PoolsGas ? "; states that pipes connect share the gas that bans leave" : "")}. The package is chosen from {study.Model.Levers.Length} bans, and what they do is solved exactly. A better package far from those that were tried cannot be ruled out.");

    private static string What(DesignStudy study, FlowLeverage row) => $"{(row.IsExport ? "exports" : "imports")} of {Sector(study, row.Sector)}";

    private static string Cheaper(double cost, double own) => own > 0
        ? Invariant($", {Math.Abs(100 * (1 - cost / own)):0} percent {(cost <= own ? "less" : "more")}")
        : "";

    private static string Does(double loss, string whom, string verb = "costs ") => loss >= 0 ? $"{verb}{whom} {Money(loss)} a year" : $"gains {whom} {Money(-loss)} a year";

    private static string Money(double musd) => Amounts.Money(musd);

    private static string Percent(double share) => Invariant($"{100 * share:0.00}");

    private static string Target(DesignStudy study) => study.Model.Case.World.Name(study.Model.Case.Target);

    private static string Sector(DesignStudy study, Sector sector) => study.Model.Case.World.Name(sector);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
