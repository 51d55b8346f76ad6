using System.Collections.Immutable;
using Samarkand.Worlds;

namespace Samarkand.Model.Nests;

/// <summary>
/// Which inputs form the bundle of energy, and how well bundles replace each other: cost is CES in energy and the rest, the rest in value
/// added and the bundle of materials and services (docs/method.md, section 1b).
/// </summary>
/// <param name="IsEnergy">By sector: it belongs to the bundle of energy.</param>
/// <param name="MakesFuel">By sector: it makes fuels, so that the elasticity of feedstock holds for what it uses.</param>
/// <param name="Elasticities">The elasticities of substitution.</param>
internal sealed record Nesting(ImmutableArray<bool> IsEnergy, ImmutableArray<bool> MakesFuel, Substitution Elasticities)
{
    /// <summary>The nests of a world at a horizon; null where the world names no fuels apart, so that its inputs stay Cobb-Douglas.</summary>
    public static Nesting? Of(World world, Horizon horizon) => Of(world, Substitution.At(horizon));

    /// <summary>The same with other elasticities.</summary>
    /// <exception cref="ArgumentException">An elasticity is negative, or one of the two beside the rest is 1 and the other is not.</exception>
    public static Nesting? Of(World world, Substitution elasticities)
    {
        if (elasticities is not { Energy: >= 0, Fuels: >= 0, Added: >= 0, Materials: >= 0, Feedstock: >= 0 } || (elasticities.Energy == 1) != (elasticities.Feedstock == 1))
            throw new ArgumentException("elasticities of substitution are at least 0, and that of energy is 1 only where that of feedstock is", nameof(elasticities));
        ImmutableArray<bool> makesFuel = [.. world.Sectors.Select(sector => Has(sector, "fuel") || Has(sector, "crude") || Has(sector, "gas") || Has(sector, "coal"))];
        return makesFuel.Contains(true)
            ? new Nesting([.. world.Sectors.Select((sector, k) => makesFuel[k] || Has(sector, "electricity"))], makesFuel, elasticities)
            : null;
    }

    private static bool Has(SectorInfo sector, string tag) => sector.Tags.Contains(tag);
}
