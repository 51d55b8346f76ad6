using Samarkand.Model;
using Samarkand.Model.Nests;
using Samarkand.Worlds;

namespace Samarkand.Cases.Binding;

/// <summary>A world as it was, in the terms of the model that a case asks for.</summary>
internal static class CaseBaseline
{
    /// <summary>The baseline.</summary>
    /// <param name="theCase">The case.</param>
    /// <param name="world">The world.</param>
    /// <param name="horizon">The horizon.</param>
    /// <param name="elasticities">The case's trade elasticities before the horizon's factor.</param>
    public static Baseline Of(Case theCase, World world, Horizon horizon, ReadOnlySpan<double> elasticities)
    {
        var baseline = Baseline.Of(world, horizon, elasticities);
        return theCase.Inputs == InputForm.Nested ? baseline.WithNesting(Nesting.Of(world, horizon)) : baseline;
    }
}
