using System.Collections.Immutable;
using Samarkand.Core;
using Samarkand.Model;

namespace Samarkand.Effects;

/// <summary>One case at one horizon: its answer, or the reason why the model has none.</summary>
/// <param name="Horizon">The horizon.</param>
/// <param name="Answer">The answer, or null.</param>
/// <param name="Reason">Why there is no answer, or null.</param>
public sealed record HorizonAnswer(Horizon Horizon, CaseAnswer? Answer, string? Reason)
{
    /// <summary>The short, medium and long horizon of a case that is solved at one of them.</summary>
    /// <example>
    /// <code>
    /// using Samarkand.Cases;
    /// using Samarkand.Effects;
    ///
    /// var bound = new CaseDraft("Who pays?", "RUS") { Coalition = ["EU", "USA"] }.ExportBan(0.5, "electronics").Open();
    /// foreach (var at in HorizonAnswer.All(CaseAnswer.Solve(bound)))
    ///     Console.WriteLine($"{at.Horizon}: {at.Answer?.Effects.Regions[bound.Target.Index].RealIncomePct:0.000} percent {at.Reason}");
    /// </code>
    /// </example>
    public static ImmutableArray<HorizonAnswer> All(CaseAnswer answer, CancellationToken cancellation = default)
    {
        Horizon[] horizons = [Horizon.Short, Horizon.Medium, Horizon.Long];
        var answers = new HorizonAnswer[horizons.Length];
        InParallel.For(horizons.Length, cancellation, h => answers[h] = One(answer, horizons[h], cancellation));
        return [.. answers];
    }

    private static HorizonAnswer One(CaseAnswer answer, Horizon horizon, CancellationToken cancellation)
    {
        try
        {
            return new HorizonAnswer(horizon, answer.At(horizon, cancellation), null);
        }
        catch (NoEquilibriumException none)
        {
            return new HorizonAnswer(horizon, null, none.Message);
        }
    }
}
