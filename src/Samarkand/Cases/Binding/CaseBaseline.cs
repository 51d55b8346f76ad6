using System.Collections.Immutable;
using Samarkand.Model;
using Samarkand.Model.Nests;
using Samarkand.Worlds;

namespace Samarkand.Cases.Binding;

/// <summary>A world as it was, in the terms of the model that a case asks for.</summary>
internal static class CaseBaseline
{
    /// <summary>The elasticity between home and foreign goods over that among foreign ones (the rule of two; Feenstra and others 2018).</summary>
    public const double HomeRatio = 0.5;

    /// <summary>What a horizon does to the elasticity of each sector: factors of the world's.</summary>
    public static ImmutableArray<double> Factors(Case theCase, World world, Horizon horizon) => theCase.Adjustment == Adjustment.Uniform
        ? [.. Enumerable.Repeat(horizon.ElasticityScale(), world.Sectors.Length)]
        : TradeAdjustment.Factors(world, horizon);

    /// <summary>The baseline.</summary>
    /// <param name="theCase">The case.</param>
    /// <param name="world">The world.</param>
    /// <param name="horizon">The horizon.</param>
    /// <param name="elasticities">The case's trade elasticities before the horizon's factor.</param>
    public static Baseline Of(Case theCase, World world, Horizon horizon, ReadOnlySpan<double> elasticities)
    {
        var baseline = theCase.Adjustment == Adjustment.Uniform ? Baseline.Of(world, horizon, elasticities) : Adapted(world, horizon, elasticities);
        if (theCase.Origins == OriginForm.TwoTier)
            baseline = baseline.WithHomeRatio(HomeRatio);
        return theCase.Inputs == InputForm.Nested ? baseline.WithNesting(Nesting.Of(world, horizon)) : baseline;
    }

    private static Baseline Adapted(World world, Horizon horizon, ReadOnlySpan<double> elasticities)
    {
        var (baseline, factors) = (Baseline.Of(world, Horizon.Long, elasticities), TradeAdjustment.Factors(world, horizon));
        return baseline.WithElasticities([.. baseline.Elasticities.ToArray().Select((theta, k) => theta * factors[k])]);
    }
}
