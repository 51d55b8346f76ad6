using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Core;
using Draws = MathNet.Numerics.Distributions;

namespace Samarkand.Analyses.Ensembles;

/// <summary>Draws from a case's priors. A draw depends on the seed, its number and the place of the prior alone, so draws may be made in any order.</summary>
internal sealed class PriorSampler(ImmutableArray<Prior> priors, int seed)
{
    /// <summary>The values of one draw, in the order of the priors.</summary>
    public double[] Draw(int number)
    {
        var values = new double[priors.Length];
        for (var p = 0; p < values.Length; p++)
            values[p] = Quantile(priors[p].Distribution, SplitMix.Uniform(seed, number, p));
        return values;
    }

    private static double Quantile(Distribution distribution, double u) => distribution switch
    {
        Uniform uniform => uniform.Low + u * (uniform.High - uniform.Low),
        Lognormal lognormal => lognormal.Median * Math.Exp(lognormal.Sigma * Draws.Normal.InvCDF(0, 1, u)),
        Normal normal => Draws.Normal.InvCDF(normal.Mean, normal.StandardDeviation, u),
        Triangular triangular => Draws.Triangular.InvCDF(triangular.Low, triangular.High, triangular.Mode, u),
        _ => throw new InvalidOperationException($"unknown distribution {distribution.GetType().Name}"),
    };
}
