using System.Collections.Immutable;
using Samarkand.Cases;
using Samarkand.Cases.Binding;
using Samarkand.Effects;
using Samarkand.Reports.Pages;
using Samarkand.Reports.Tables;

namespace Samarkand.Reports.Words;

/// <summary>What an answer rests on: world, elasticities, horizon, evidence or its absence, certificate.</summary>
public static class Grounds
{
    /// <summary>One line for each ground.</summary>
    public static IReadOnlyList<string> Of(CaseAnswer answer)
    {
        var (bound, baseline) = (answer.Case, answer.Equilibrium.Baseline);
        var (least, most) = (double.MaxValue, 0.0);
        foreach (var theta in baseline.Elasticities)
            (least, most) = (Math.Min(least, theta), Math.Max(most, theta));
        var world = bound.World;
        var lines = new List<string>
        {
            $"World: {world.About.Name}, {world.About.Title}; {world.Regions.Length} regions, {world.Sectors.Length} sectors.",
            FormattableString.Invariant($"Horizon: {Lower(bound.Case.Horizon)}; trade elasticities from {least:0.00} to {most:0.00}. Closure of deficits: {Lower(bound.Case.Closure)}."),
        };
        var people = new Cast(bound);
        foreach (var assumption in ElasticityText.Of(bound))
            lines.AddRange(Resting(bound, $"{assumption.Text}.", assumption.Evidence));
        foreach (var instrument in bound.Instruments)
            lines.AddRange(Resting(bound, $"{StanceText.Title(bound, instrument)}: {InstrumentText.Of(instrument, people)}", instrument.Evidence));
        var acting = bound.Instruments.Select(instrument => instrument.Instrument.Head.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var instrument in CaseDates.Instruments(bound.Case).Where(instrument => !acting.Contains(instrument.Head.Path)))
            lines.Add($"{instrument.Title}: {InstrumentText.SizeAndSectors(instrument, people)}. It does not act at these stances.");
        if (StanceText.Stances(bound) is { } stances)
            lines.Add(stances);
        if (DatesText.Of(bound.Case) is { } dates)
            lines.Add($"Dates: {dates}");
        lines.AddRange(NameGrounds.Of(answer).Select(name => $"Names: {name}"));
        lines.AddRange(RouteGrounds.Of(answer));
        foreach (var left in bound.LeftOut)
            lines.Add($"Left out: {left}");
        foreach (var unused in bound.NotUsedYet)
            lines.Add($"Not used: {unused}");
        lines.Add($"Certificate: {CertificateTable.Line(answer.Equilibrium.Certificate)}.");
        return lines;
    }

    // The first passage follows what rests on it, the others stand in lines of their own.
    private static IEnumerable<string> Resting(BoundCase bound, string what, ImmutableArray<EvidenceName> evidence)
    {
        if (evidence.IsEmpty)
            yield return $"{what} An assumption without evidence.";
        for (var e = 0; e < evidence.Length; e++)
        {
            var entry = bound.Case.Evidence.First(entry => entry.Name == evidence[e].Text);
            yield return $"{(e == 0 ? what : "Also")} \"{entry.Quote}\" ({entry.Source})";
        }
    }

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
