using System.Collections.Immutable;
using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Cases.Binding.Routes;

/// <summary>Settles every figure of a case's block <c>routes</c>: what the case says, else what the method knows.</summary>
internal static class RouteTermsBinder
{
    private static readonly string[] CustomsUnions = ["EAEU", "EU"];

    /// <summary>The customs unions of a world of which the case says nothing.</summary>
    public static IEnumerable<Bloc> KnownUnions(World world) => world.Blocs.Where(bloc => CustomsUnions.Contains(bloc.Code));

    /// <param name="theCase">The case.</param>
    /// <param name="world">The world.</param>
    /// <param name="target">The target.</param>
    /// <param name="regions">Looks up the regions and blocs that the block names.</param>
    /// <param name="sectors">Looks up the sectors that the block names.</param>
    public static RouteTerms Bind(Case theCase, World world, Region target, RegionNames regions, SectorNames sectors)
    {
        var mean = TradeAdjustment.OfRoutes(theCase.Horizon);
        var rule = theCase.Routes ?? RouteRule.Default;
        var terms = At(mean, theCase, rule, new RouteTerms
        {
            Elasticity = 0,
            Margin = 0,
            Evasion = 0,
            Threat = 0,
            Handling = rule.Handling ?? RouteTerms.DefaultHandling,
            ReExports = ReExports(rule, world, regions),
            Reach = rule.Reach ?? 0,
            Ghosts = Ghosts(rule, world, regions),
            Back = rule.Back.IsEmpty ? [] : sectors.Set(rule.Back),
            InUnionWithTarget = Union(rule, world, target, regions),
        });
        if (theCase.Adjustment == Adjustment.Uniform)
            return terms;
        // The ways of goods that trade slowly are found slowly, too.
        var paces = TradeAdjustment.OfRoutes(world, theCase.Horizon);
        if (paces.All(pace => pace == mean))
            return terms;
        var known = paces.Distinct().ToDictionary(pace => pace, pace => At(pace, theCase, rule, terms));
        return terms with { BySector = [.. paces.Select(pace => known[pace])] };
    }

    private static RouteTerms At(double pace, Case theCase, RouteRule rule, RouteTerms terms)
    {
        var evasion = rule.Evasion ?? RouteTerms.DefaultEvasion;
        var isThreatened = theCase.Secondary?.Triggers.Contains(Stance.Conduit) == true;
        return terms with
        {
            Elasticity = (rule.Elasticity ?? RouteTerms.DefaultElasticity) * pace,
            Margin = AtPace(rule.Margin ?? RouteTerms.DefaultMargin, pace),
            Evasion = AtPace(evasion, pace),
            Threat = isThreatened ? AtPace(rule.Threat ?? evasion, pace) : 0,
            Congestion = (rule.Congestion ?? 0) / pace,
        };
    }

    // What a detour adds keeps its power to turn goods away, (1 + cost)^-rho: the calibration knows no more than that.
    private static double AtPace(double cost, double pace) => pace == 1 ? cost : Math.Pow(1 + cost, 1 / pace) - 1;

    private static ImmutableArray<double> ReExports(RouteRule rule, World world, RegionNames regions)
    {
        var (n, shares) = (world.Regions.Length, new double[world.Sectors.Length * world.Regions.Length]);
        Array.Fill(shares, rule.OrdinaryReExports ?? KnownHubs.OrdinaryReExports);
        foreach (var hub in KnownHubs.All)
        {
            if (world.Names.Home(hub.Region) is { } home)
                Fill(home, sector => sector.Tags.Contains("goods") && sector.Tags.Contains(hub.Goods), hub.ReExports);
        }

        foreach (var (name, share) in rule.ReExports)
        {
            foreach (var region in regions.Members(name))
                Fill(region, _ => true, share);
        }

        return [.. shares];

        void Fill(Region region, Func<SectorInfo, bool> holds, double share)
        {
            for (var s = 0; s < world.Sectors.Length; s++)
                shares[s * n + region.Index] = holds(world.Sectors[s]) ? share : shares[s * n + region.Index];
        }
    }

    private static ImmutableArray<double> Ghosts(RouteRule rule, World world, RegionNames regions)
    {
        var shares = new double[world.Regions.Length];
        foreach (var region in rule.GhostThrough.SelectMany(name => regions.Members(name)))
            shares[region.Index] = rule.Ghost ?? 0;
        return [.. shares];
    }

    private static ImmutableArray<bool> Union(RouteRule rule, World world, Region target, RegionNames regions)
    {
        var isInside = new bool[world.Regions.Length];
        var unions = rule.Unions.IsEmpty
            ? KnownUnions(world).Select(bloc => bloc.Members)
            : rule.Unions.Select(regions.Members);
        foreach (var members in unions)
        {
            foreach (var member in members.Contains(target) ? members : [])
                isInside[member.Index] = true;
        }

        return [.. isInside];
    }
}
