using System.Globalization;
using Samarkand.Analyses.Scenarios;

namespace Samarkand.Reports.Words;

/// <summary>What many scenarios come to, in words.</summary>
internal static class ScenarioText
{
    public static IEnumerable<string> Of(ScenarioStudy study)
    {
        var set = study.Set;
        yield return string.Create(CultureInfo.InvariantCulture, $"{Count(set.Count, "scenario")} of {Count(set.Cases.Length, "case")}{Varied(set.Grid)}.");
        if (study.Answered.IsEmpty)
            yield break;
        var hardest = study.Answered.MinBy(one => one.Figures.TargetPct);
        if (set.Count > 1 && hardest.Figures.TargetPct < 0)
        {
            var of = set[hardest.Number].Of;
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"The target loses most in {set[hardest.Number].Name}: {Named.Of(of.World, of.Bound.Target)} loses {-hardest.Figures.TargetPct:N3} percent of real income.");
        }

        var levers = study.Answered.Where(one => double.IsFinite(one.Figures.Leverage)).ToArray();
        if (levers.Length > 1 && levers.MaxBy(one => one.Figures.Leverage) is var best)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Leverage is what the target loses for each dollar that the coalition loses. It is highest in {set[best.Number].Name}: {best.Figures.Leverage:N2}.");
        }
    }

    /// <summary>How many scenarios have no answer; null where all have one.</summary>
    public static string? Failures(ScenarioStudy study)
    {
        var unread = study.Set.Unread.Length;
        var failed = study.Failed.Length - unread;
        var parts = (string[])
        [
            .. unread > 0 ? (string[])[$"{Count(unread, "case")} cannot be read"] : [],
            .. failed > 0 ? (string[])[$"{failed.ToString("N0", CultureInfo.InvariantCulture)} of {Count(study.Set.Count, "scenario")} {(failed == 1 ? "has" : "have")} no answer"] : [],
        ];
        return parts.Length > 0 ? $"{string.Join(", and ", parts)}; the table `failed` says why." : null;
    }

    private static string Varied(ScenarioGrid grid) => grid.Axes.IsEmpty ? "" : $": {string.Join("; ", grid.Axes.Select(axis => axis.Numbers.Length == 1
        ? $"{axis.Path} at {axis.Numbers[0]}{Unit(axis)}"
        : $"{axis.Path} from {axis.Numbers[0]} to {axis.Numbers[^1]}{Unit(axis)}, {Count(axis.Numbers.Length, "value")}"))}";

    private static string Unit(GridAxis axis) => axis.Unit.Length > 0 ? $" {axis.Unit}" : "";

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}{(count == 1 ? "" : "s")}");
}
