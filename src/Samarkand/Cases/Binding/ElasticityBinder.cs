using System.Collections.Immutable;
using Samarkand.Worlds;

namespace Samarkand.Cases.Binding;

/// <summary>Applies a case's trade elasticities to those of a world.</summary>
internal static class ElasticityBinder
{
    /// <summary>Theta by sector before the horizon's factor, the rules applied in the case's order; the world's where the case has none.</summary>
    public static ImmutableArray<double> Bind(Case theCase, World world, SectorNames sectors)
    {
        var elasticities = world.Elasticities.ToArray();
        foreach (var rule in theCase.Elasticities)
        {
            foreach (var sector in sectors.Set([rule.Sectors]))
                elasticities[sector.Index] = rule.IsScale ? elasticities[sector.Index] * rule.Value : rule.Value;
        }

        return [.. elasticities];
    }
}
