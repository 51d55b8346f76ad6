using Samarkand.Cases;
using Samarkand.Core;

namespace Samarkand.Analyses.Ensembles;

/// <summary>How a value that a prior drew, and the case cannot have, is told.</summary>
internal static class PriorProblem
{
    public static InputProblem Of(Prior prior, double value, string why) => new(
        prior.Place.Source,
        prior.Place.Line,
        prior.Place.Column,
        FormattableString.Invariant($"the prior `{prior.Path}` draws {value:R}: {why}"),
        "give it a distribution that stays in range, such as uniform(low, high)");
}
