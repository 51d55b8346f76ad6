using System.Collections.Immutable;
using Samarkand.Core;

namespace Samarkand.Analyses.Scenarios;

/// <summary>One case at one combination of values.</summary>
/// <param name="Number">Its place among all, from 0.</param>
/// <param name="Of">The case.</param>
/// <param name="At">Which value of each varied number it has.</param>
internal readonly record struct Scenario(int Number, ScenarioCase Of, ImmutableArray<int> At)
{
    /// <summary>What it is called; no other has the same name.</summary>
    public string Name => Of.Name(At);
}

/// <summary>Why a scenario has no answer.</summary>
/// <param name="Scenario">What it is called, or the file of a case that cannot be read.</param>
/// <param name="Number">Its place among all; null for a whole case.</param>
/// <param name="IsRead">True where the model has no answer, false where the case cannot be read.</param>
/// <param name="Reason">The reason, in words.</param>
internal sealed record FailedScenario(string Scenario, int? Number, bool IsRead, string Reason)
{
    /// <summary>What is wrong, in one line; what is named already is not named again.</summary>
    public static string ReasonOf(InputException wrong, string scenario) => string.Join(' ', wrong.Problems.Select(problem =>
        problem.ToString() is var text && text.StartsWith($"{scenario}: ", StringComparison.Ordinal) ? text[(scenario.Length + 2)..] : text));
}
