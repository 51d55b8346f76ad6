using System.Collections.Immutable;
using System.Globalization;
using Samarkand.Analyses.Ensembles;
using Samarkand.Core;
using Samarkand.Reports.Tables;

namespace Samarkand.Reports.Words;

/// <summary>A sweep in words, each sentence or two a line.</summary>
internal static class EnsembleText
{
    /// <summary>Who loses how much and within which band, and what that hangs on.</summary>
    public static IReadOnlyList<string> Of(EnsembleAnswer answer)
    {
        var (bound, lines) = (answer.Central.Case, new List<string>());
        var target = bound.World.Name(bound.Target);
        lines.Add(Sentence(answer, target, "target"));
        if (!bound.Coalition.IsEmpty)
            lines.Add(Sentence(answer, "The coalition", "coalition"));
        lines.Add(Driver(answer, answer.Target, target));
        if (!answer.Coalition.IsEmpty)
            lines.Add(Driver(answer, answer.Coalition, "the coalition"));
        if (Failures(answer) is { } failures)
            lines.Add(failures);
        if (Sketched(answer) is { } sketched)
            lines.Add(sketched);
        var others = answer.Priors.Where(prior => !DrawnCase.MovesEffects(prior)).Select(prior => PriorText.Of(bound, prior)).ToArray();
        if (others.Length > 0)
            lines.Add($"{string.Join(", ", others)}: weights of players, which change no effect at given stances.");
        return lines;
    }

    /// <summary>How many draws are without an equilibrium, and why; null where all have one.</summary>
    public static string? Failures(EnsembleAnswer answer)
    {
        if (answer.FailedDraws == 0)
            return null;
        if (answer.Failed.IsEmpty)
            return Invariant($"{answer.FailedDraws} of {answer.Draws} draws have no equilibrium and are left out of every band; none of them is among the {answer.KeptDraws} that are kept.");
        var reasons = answer.Failed.GroupBy(failed => failed.Reason).OrderByDescending(group => group.Count()).ToArray();
        var more = reasons.Length > 1 ? Invariant($"; {reasons.Length - 1} more reasons are in the table {EnsembleTables.Failed}") : "";
        return Invariant($"{answer.FailedDraws} of {answer.Draws} draws have no equilibrium and are left out of every band; {reasons[0].Count()} times{(answer.KeptDraws < answer.Draws ? " among those that are kept" : "")}: {reasons[0].Key}{more}.");
    }

    /// <summary>How exact percentiles are that come from sketches; null where they come from every draw.</summary>
    public static string? Sketched(EnsembleAnswer answer) => answer.IsSketched
        ? Invariant($"Percentiles come from counts in narrow buckets, and are within {100 * ValueSketch.RelativeError:0.0} percent of their own size; means and their errors are exact.{(answer.KeptDraws < answer.Draws ? Invariant($" What priors explain, and the tables of draws, are of the first {answer.KeptDraws:N0} draws.") : "")}")
        : null;

    private static string Sentence(EnsembleAnswer answer, string who, string group)
    {
        var measure = EnsembleAnswer.RealIncomeOf(group);
        var (band, own) = (answer.Band(measure), answer.AtCase(measure));
        var range = band.P5 < 0 == band.P95 < 0 && band.P5 < 0 == band.P50 < 0
            ? Invariant($"{Verb(band.P50)} {Math.Min(Math.Abs(band.P5), Math.Abs(band.P95)):0.000} to {Math.Max(Math.Abs(band.P5), Math.Abs(band.P95)):0.000} (median {Math.Abs(band.P50):0.000})")
            : Invariant($"sees a change of {band.P5:+0.000;-0.000;0.000} to {band.P95:+0.000;-0.000;0.000} (median {band.P50:+0.000;-0.000;0.000})");
        return Invariant(
            $"{who} {Verb(own)} {Math.Abs(own):0.000} percent of real income with the case's own values. In nine of ten of {band.Draws:N0} draws, each of which gives every number that is not known one of its likely values, it {range}.");
    }

    private static string Verb(double change) => change < 0 ? "loses" : "gains";

    private static string Driver(EnsembleAnswer answer, ImmutableArray<SobolIndex> indices, string what)
    {
        var ranked = indices.Select((index, i) => (Index: index, Prior: PriorText.Of(answer.Central.Case, answer.Priors[answer.Moving[i]]))).Where(one => double.IsFinite(one.Index.FirstOrder))
            .OrderByDescending(one => one.Index.FirstOrder).ToArray();
        if (ranked.Length == 0)
            return Invariant($"Which prior drives the result for {what} cannot be said: it does not vary, or there are fewer than {SobolIndices.LeastDraws} draws.");
        // Two standard errors, about 95 percent, tell an influence from none.
        var felt = ranked.Where(one => one.Index.FirstOrder > 2 * one.Index.StandardError).Take(3).ToArray();
        return felt.Length == 0
            ? $"No prior alone drives the result for {what} beyond the error of its share of the variance."
            : $"What drives the result for {what}: {string.Join("; ", felt.Select((one, f) => Invariant($"{one.Prior}, {100 * one.Index.FirstOrder:0} percent{(f == 0 ? " of the variance" : "")} (standard error {100 * one.Index.StandardError:0.0})")))}.";
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
