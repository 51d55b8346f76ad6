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

    // The share that most conduits have is said once; of shares by sector the least and the largest.
    private static string ReExports(World world, RoutePlan plan)
    {
        var groups = plan.Conduits.GroupBy(k => Shares(world, plan.Terms, k)).OrderByDescending(group => group.Count()).ThenBy(group => group.Key.Most).ToArray();
        if (groups.Length == 1)
            return $"{Text(groups[0].Key)} for every conduit";
        var apart = groups.Skip(1).SelectMany(group => group.Select(k => (Conduit: k, Shares: group.Key))).OrderByDescending(x => x.Shares.Most).ThenBy(x => x.Conduit.Index)
            .Select(x => $"{Code(world, x.Conduit)} {Text(x.Shares)}");
        return $"{string.Join(", ", apart)}, every other conduit {Text(groups[0].Key)}";
    }

    private static (double Least, double Most) Shares(World world, RouteTerms terms, Region conduit)
    {
        var shares = Enumerable.Range(0, world.Sectors.Length).Where(s => world.Sectors[s].Tags.Contains("goods")).Select(s => terms.ReExports[s * world.Regions.Length + conduit.Index]).ToArray();
        return (shares.Min(), shares.Max());
    }

    private static string Text((double Least, double Most) shares) =>
        shares.Least == shares.Most ? Figures.Percent(shares.Most) : string.Create(CultureInfo.InvariantCulture, $"{100 * shares.Least:0.#} to {Figures.Percent(shares.Most)} by sector");

    private static string Code(World world, Region region) => world.Code(region);
}
