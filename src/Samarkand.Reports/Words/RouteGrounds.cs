using System.Globalization;
using Samarkand.Cases;
using Samarkand.Effects;
using Samarkand.Reports.Pages.Charts;
using Samarkand.Worlds;

namespace Samarkand.Reports.Words;

/// <summary>What the ways of banned goods rest on: the elasticity among them, and what each costs.</summary>
internal static class RouteGrounds
{
    /// <summary>One line for each ground; none where no state opens a route.</summary>
    public static IReadOnlyList<string> Of(CaseAnswer answer)
    {
        if (answer.Case.Routes is not { } plan)
            return [];
        var terms = plan.Terms;
        return
        [
            string.Create(CultureInfo.InvariantCulture, $"Elasticity among routes (rho): {terms.Elasticity:0.##}. A route that gets one percent dearer loses about so many percent of its goods to the others."),
            $"Margin: a conduit adds {Figures.Percent(terms.Margin)} to the price. Handling: {Figures.Percent(terms.Handling)} of the margin pays for its own transport and trade services, the rest is rent.",
            $"Evasion: {Figures.Percent(terms.Evasion)} of the price on top for each border that is checked; {Union(answer.Case, plan)}.",
            terms.Threat > 0
                ? $"Threat: {Figures.Percent(terms.Threat)} on top for every conduit, since secondary sanctions may fall on it."
                : "Threat: none; no secondary sanctions fall on conduits.",
            $"Re-exports over imports of goods before any ban: {ReExports(answer.Case.World, plan)}.",
        ];
    }

    private static string Union(BoundCase bound, RoutePlan plan)
    {
        var target = bound.World.Name(bound.Target);
        var inside = plan.Conduits.Where(k => plan.Terms.InUnionWithTarget[k.Index]).Select(k => Code(bound.World, k)).ToArray();
        return inside.Length == 0 ? $"no conduit is in a customs union with {target}" : $"not checked is that of {string.Join(", ", inside)} with {target}, a customs union";
    }

    // The share that most conduits have is said once.
    private static string ReExports(World world, RoutePlan plan)
    {
        var groups = plan.Conduits.GroupBy(k => plan.Terms.ReExports[k.Index]).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).ToArray();
        if (groups.Length == 1)
            return $"{Figures.Percent(groups[0].Key)} for every conduit";
        var apart = groups.Skip(1).SelectMany(group => group.Select(k => (Conduit: k, Share: group.Key))).OrderByDescending(x => x.Share).ThenBy(x => x.Conduit.Index)
            .Select(x => $"{Code(world, x.Conduit)} {Figures.Percent(x.Share)}");
        return $"{string.Join(", ", apart)}, every other conduit {Figures.Percent(groups[0].Key)}";
    }

    private static string Code(World world, Region region) => world.Code(region);
}
