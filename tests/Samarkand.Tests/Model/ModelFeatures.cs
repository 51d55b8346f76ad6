using Samarkand.Model;
using Samarkand.Worlds;

namespace Samarkand.Tests.Model;

/// <summary>Nested inputs, two tiers, or both, at random: a world's baseline, and the same for the plain model.</summary>
internal sealed class ModelFeatures
{
    public ModelFeatures(World world, int seed)
    {
        var (elasticities, isNested) = (NestedWorlds.Elasticities(seed), seed % 3 != 1);
        var ratio = seed % 3 == 0 ? 1 : seed % 2 == 0 ? 0.5 : 0.25 + 0.7 * new Random(seed).NextDouble();
        Baseline = (isNested ? NestedWorlds.Baseline(world, elasticities) : Samarkand.Model.Baseline.Of(world, Horizon.Long)).WithHomeRatio(ratio);
        Plain = new PlainEconomy(world) { HomeRatio = ratio, Nests = isNested ? NestedWorlds.Plain(world, elasticities).Nests : null };
    }

    public Baseline Baseline { get; }

    public PlainEconomy Plain { get; }
}
