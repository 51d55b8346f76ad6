using Samarkand.Cases;
using Samarkand.Cases.Binding;
using Samarkand.Effects;
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
        lines.AddRange(SizeGrounds.Of(bound));
        foreach (var instrument in bound.Instruments)
            lines.AddRange(Evidence(bound, instrument));
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

    private static IEnumerable<string> Evidence(BoundCase bound, BoundInstrument instrument)
    {
        var name = StanceText.Title(bound, instrument);
        if (instrument.Evidence.IsEmpty)
            yield return $"{name}: an assumption without evidence.";
        foreach (var reference in instrument.Evidence)
        {
            var entry = bound.Case.Evidence.First(e => e.Name == reference.Text);
            yield return $"{name}: \"{entry.Quote}\" ({entry.Source})";
        }
    }

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
