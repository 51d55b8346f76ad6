using System.Collections.Immutable;
using Samarkand.Effects;

namespace Samarkand.Analyses.Scenarios;

/// <summary>What is told of every scenario.</summary>
/// <param name="TargetPct">Change of the target's real income in percent.</param>
/// <param name="Harm">What the target loses, million USD a year.</param>
/// <param name="CoalitionPct">Change of the coalition's real income in percent; NaN without a coalition.</param>
/// <param name="Cost">What the coalition loses, million USD a year; NaN without a coalition.</param>
/// <param name="Residual">The largest relative residual of the equilibrium.</param>
internal sealed record ScenarioFigures(double TargetPct, double Harm, double CoalitionPct, double Cost, double Residual)
{
    /// <summary>Names of the figures where they are kept.</summary>
    public static ImmutableArray<string> Names { get; } = ["target_real_income_pct", "harm_musd", "coalition_real_income_pct", "cost_musd", "residual"];

    /// <summary>Dollars of harm for each dollar of own cost; NaN where the target loses nothing, or the coalition does not.</summary>
    public double Leverage => Harm > 0 && Cost > 0 ? Harm / Cost : double.NaN;

    /// <summary>The figures in the order of their names.</summary>
    public ImmutableArray<double> Values => [TargetPct, Harm, CoalitionPct, Cost, Residual];

    public static ScenarioFigures Of(CaseAnswer answer)
    {
        var target = answer.Effects.Regions[answer.Case.Target.Index];
        var coalition = answer.Groups.FirstOrDefault(group => group.Name == "coalition");
        return new ScenarioFigures(
            target.RealIncomePct,
            0 - target.EquivalentVariation,
            coalition?.RealIncomePct ?? double.NaN,
            0 - coalition?.EquivalentVariation ?? double.NaN,
            answer.Equilibrium.Certificate.Largest);
    }

    public static ScenarioFigures Of(ReadOnlySpan<double> values) => new(values[0], values[1], values[2], values[3], values[4]);
}
