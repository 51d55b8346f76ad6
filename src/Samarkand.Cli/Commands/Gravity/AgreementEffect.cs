using System.Collections.Immutable;
using MathNet.Numerics.Distributions;
using Samarkand.Core;
using Samarkand.Estimation.Regression;

namespace Samarkand.Cli.Commands.Gravity;

/// <summary>By how much an agreement shifts trade at given prices, in logs, and the trade elasticity by which prices answer.</summary>
internal readonly record struct AgreementEffect(double Coefficient, double Theta)
{
    /// <summary>The effect that a request takes from an estimate: the elasticity that it names, or that of the term it names.</summary>
    public static AgreementEffect Of(Estimate estimate, GravityRequest request) =>
        new(estimate.Coefficients[Term(estimate, request)].Value, request.Theta ?? Estimated(Elasticity.Of(estimate, request.Elasticity!, request.IsBeforeDuty).Theta));

    private static double Estimated(double theta) => theta > 0
        ? theta
        : throw new Parameter("elasticity").Wrong(FormattableString.Invariant($"the estimated trade elasticity is {theta:0.###}, and no general equilibrium has one below zero"), $"name an elasticity of substitution with {new Parameter("sigma")}");

    /// <summary>The number of the term of the agreement.</summary>
    public static int Term(Estimate estimate, GravityRequest request) => estimate.Find(request.Agreement!, "ge");

    /// <summary>Draws from the normal distribution of the estimate: of the coefficient, and with its covariance of the elasticity where that is estimated.</summary>
    public static ImmutableArray<AgreementEffect> Draws(Estimate estimate, GravityRequest request)
    {
        var (at, centre, covariance) = (Term(estimate, request), Of(estimate, request), estimate.Covariance);
        var other = request.Theta is null ? estimate.Find(request.Elasticity!, "elasticity") : -1;
        var (error, slope, rest) = (covariance.Error(at), 0.0, 0.0);
        if (other >= 0)
        {
            // The elasticity is minus its coefficient, up to a constant.
            slope = error > 0 ? -covariance.Matrix[at, other] / covariance.Matrix[at, at] : 0;
            rest = Math.Sqrt(Math.Max(0, covariance.Matrix[other, other] - slope * slope * covariance.Matrix[at, at]));
        }

        double Deviate(int draw, int place) => Normal.InvCDF(0, 1, SplitMix.Uniform(request.Seed, draw, place));
        return
        [
            .. Enumerable.Range(0, request.Draws).Select(draw =>
            {
                var moved = error * Deviate(draw, 0);
                return new AgreementEffect(centre.Coefficient + moved, centre.Theta + slope * moved + (rest > 0 ? rest * Deviate(draw, 1) : 0));
            }),
        ];
    }
}
