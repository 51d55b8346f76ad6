using System.Globalization;
using Samarkand.Effects;
using Samarkand.Reports.Tables;
using Samarkand.Worlds;

namespace Samarkand.Reports.Words;

/// <summary>The short answer in words: who pays, how much, where the trade went.</summary>
public static class Briefing
{
    /// <summary>A few sentences, each a line.</summary>
    public static IReadOnlyList<string> Of(CaseAnswer answer)
    {
        var (bound, effects, groups) = (answer.Case, answer.Effects, answer.Groups);
        if (bound.Shock.IsNone && bound.Package.IsEmpty && answer.Other is null)
            return ["Nothing changes: no instrument is in force."];
        var target = groups[0];
        var lines = new List<string> { $"{Name(bound.World, bound.Target)} {Change(target)} a year." };
        if (!bound.Coalition.IsEmpty)
        {
            var coalition = groups[1];
            lines.Add(coalition.Regions == 1
                ? $"{Name(bound.World, bound.Coalition[0])} {Change(coalition)}."
                : $"The coalition of {coalition.Regions} {Change(coalition)}; {MostHurt(bound.World, effects, bound.Coalition)}.");
            if (target.EquivalentVariation < 0 && coalition.EquivalentVariation < 0)
                lines.Add(Invariant($"Each dollar that the coalition loses costs the target {target.EquivalentVariation / coalition.EquivalentVariation:0.00}."));
            lines.Add(TradeWithCoalition(answer));
        }

        lines.AddRange(StanceText.Sentences(bound));
        if (RouteText.Arrival(answer) is { } arrival)
            lines.Add(arrival);
        lines.AddRange(CommitmentReport.Words(answer));
        if (Diversion(answer) is { } diversion)
            lines.Add(diversion);
        return lines;
    }

    private static string Change(GroupEffects group) => Invariant(
        $"{(group.RealIncomePct < 0 ? "loses" : "gains")} {Percent(group.RealIncomePct)} percent of real income, {Money(group.EquivalentVariation)}");

    private static string MostHurt(World world, CaseEffects effects, IEnumerable<Region> members)
    {
        var most = members.OrderBy(r => effects.Regions[r.Index].RealIncomePct).Take(3)
            .Select(r => Invariant($"{Name(world, r)} {effects.Regions[r.Index].RealIncomePct:+0.000;-0.000;0.000} percent"));
        return $"most affected are {string.Join(", ", most)}";
    }

    private static string TradeWithCoalition(CaseAnswer answer)
    {
        var (members, target) = (answer.Case.Coalition, answer.Case.Target);
        var sales = Flow(answer, members, [target]);
        var purchases = Flow(answer, [target], members);
        return Invariant(
            $"The coalition's exports to the target go from {Billions(sales.Before)} to {Billions(sales.After)} ({Pct(sales)}), its imports from {Billions(purchases.Before)} to {Billions(purchases.After)} ({Pct(purchases)}).");
    }

    private static string? Diversion(CaseAnswer answer)
    {
        var (world, target) = (answer.Case.World, answer.Case.Target);
        var others = Enumerable.Range(0, world.Regions.Length).Select(r => new Region(r))
            .Where(r => r != target && !answer.Case.Coalition.Contains(r)).ToArray();
        if (others.Length == 0)
            return null;
        return $"Instead, the target buys more from {Most(answer, others, r => Flow(answer, [r], [target]))}, and sells more to {Most(answer, others, r => Flow(answer, [target], [r]))}.";
    }

    private static string Most(CaseAnswer answer, Region[] others, Func<Region, (double Before, double After)> flow)
    {
        var most = others.Select(r => (Region: r, Flow: flow(r))).Where(x => x.Flow.After > x.Flow.Before)
            .OrderByDescending(x => x.Flow.After - x.Flow.Before).Take(3)
            .Select(x => $"{Name(answer.Case.World, x.Region)} ({Money(x.Flow.After - x.Flow.Before)}, {Pct(x.Flow)})").ToArray();
        return most.Length == 0 ? "nobody else" : string.Join(", ", most);
    }

    private static (double Before, double After) Flow(CaseAnswer answer, IEnumerable<Region> origins, IReadOnlyCollection<Region> destinations)
    {
        var (before, after, effects) = (0.0, 0.0, answer.Effects);
        foreach (var i in origins)
        {
            foreach (var j in destinations)
            {
                for (var s = 0; s < answer.Case.World.Sectors.Length; s++)
                {
                    before += effects.Before.Flows[new Sector(s), i, j];
                    after += effects.After.Flows[new Sector(s), i, j];
                }
            }
        }

        return (before, after);
    }

    private static string Name(World world, Region region) => world.Name(region);

    private static string Pct((double Before, double After) flow) =>
        flow.Before > 0 ? Invariant($"{100 * (flow.After / flow.Before - 1):+0.0;-0.0;0.0} percent") : "from nothing";

    private static string Percent(double value) => Invariant($"{Math.Abs(value):0.000}");

    internal static string Money(double musd) => Math.Abs(musd) >= 1000 ? Billions(Math.Abs(musd)) : Invariant($"{Math.Abs(musd):0} m USD");

    private static string Billions(double musd) => Invariant($"{musd / 1000:0.0} bn USD");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
