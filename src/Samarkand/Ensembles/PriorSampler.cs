using System.Collections.Immutable;
using Samarkand.Cases;
using Draws = MathNet.Numerics.Distributions;

namespace Samarkand.Ensembles;

/// <summary>Draws from a case's priors. A draw depends on the seed, its number and the place of the prior alone, so draws may be made in any order.</summary>
internal sealed class PriorSampler(ImmutableArray<Prior> priors, int seed)
{
    /// <summary>The values of one draw, in the order of the priors.</summary>
    public double[] Draw(int number)
    {
        var values = new double[priors.Length];
        for (var p = 0; p < values.Length; p++)
            values[p] = Quantile(priors[p].Distribution, Uniform(number, p));
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

    // SplitMix64 (Steele, Lea and Flood 2014) of the three numbers, strictly between 0 and 1.
    private double Uniform(int number, int prior)
    {
        var state = Mix(Mix(Mix((ulong)(uint)seed) + (ulong)(uint)number) + (ulong)(uint)prior);
        return ((state >> 11) + 0.5) * (1.0 / (1UL << 53));
    }

    private static ulong Mix(ulong z)
    {
        z += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
