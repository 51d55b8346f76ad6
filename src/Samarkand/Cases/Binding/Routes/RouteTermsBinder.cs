using System.Collections.Immutable;
using Samarkand.Worlds;

namespace Samarkand.Cases.Binding.Routes;

/// <summary>Settles every figure of a case's block <c>routes</c>: what the case says, else what the method knows.</summary>
internal static class RouteTermsBinder
{
    private static readonly string[] CustomsUnions = ["EAEU", "EU"];

    /// <param name="theCase">The case.</param>
    /// <param name="world">The world.</param>
    /// <param name="target">The target.</param>
    /// <param name="regions">Looks up the regions and blocs that the block names.</param>
    public static RouteTerms Bind(Case theCase, World world, Region target, RegionNames regions)
    {
        var rule = theCase.Routes ?? RouteRule.Default;
        var evasion = rule.Evasion ?? RouteTerms.DefaultEvasion;
        var isThreatened = theCase.Secondary?.Triggers.Contains(Stance.Conduit) == true;
        return new RouteTerms
        {
            Elasticity = rule.Elasticity ?? RouteTerms.DefaultElasticity,
            Margin = rule.Margin ?? RouteTerms.DefaultMargin,
            Evasion = evasion,
            Threat = isThreatened ? rule.Threat ?? evasion : 0,
            Handling = rule.Handling ?? RouteTerms.DefaultHandling,
            ReExports = ReExports(rule, world, regions),
            InUnionWithTarget = Union(rule, world, target, regions),
        };
    }

    private static ImmutableArray<double> ReExports(RouteRule rule, World world, RegionNames regions)
    {
        var shares = new double[world.Regions.Length];
        for (var r = 0; r < shares.Length; r++)
        {
            shares[r] = KnownHubs.All.TryGetValue(world.Regions[r].Code, out var hub)
                ? hub.ReExports
                : rule.OrdinaryReExports ?? KnownHubs.OrdinaryReExports;
        }

        foreach (var (name, share) in rule.ReExports)
        {
            foreach (var region in regions.Members(name))
                shares[region.Index] = share;
        }

        return [.. shares];
    }

    private static ImmutableArray<bool> Union(RouteRule rule, World world, Region target, RegionNames regions)
    {
        var isInside = new bool[world.Regions.Length];
        var unions = rule.Unions.IsEmpty
            ? world.Blocs.Where(bloc => CustomsUnions.Contains(bloc.Code)).Select(bloc => bloc.Members)
            : rule.Unions.Select(regions.Members);
        foreach (var members in unions)
        {
            foreach (var member in members.Contains(target) ? members : [])
                isInside[member.Index] = true;
        }

        return [.. isInside];
    }
}
