using System.Globalization;
using Samarkand.Cases;
using Samarkand.Effects;
using Samarkand.Reports.Tables;

namespace Samarkand.Reports.Words;

/// <summary>What an answer rests on: world, data, elasticities, horizon, evidence or its absence, certificate.</summary>
internal static class Grounds
{
    /// <summary>One line for each ground; a quote stands once, with all that rests on it.</summary>
    public static IReadOnlyList<string> Of(CaseAnswer answer)
    {
        var bound = answer.Case;
        var lines = new List<string>(Beginning(answer));
        lines.AddRange(SizeGrounds.Of(bound));
        lines.AddRange(Quotes(bound));
        if (StanceText.Stances(bound) is { } stances)
            lines.Add(stances);
        if (DatesText.Of(bound.Case) is { } dates)
            lines.Add($"Dates: {dates}");
        lines.AddRange(NameGrounds.Of(answer).Select(name => $"Names: {name}"));
        lines.AddRange(RouteGrounds.Of(answer));
        lines.AddRange(End(answer));
        return lines;
    }

    /// <summary>The same in short: every size without its scope; quotes are only counted, stances and terms of routes left out.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="omitsMeans">True where the means of a rescue are told elsewhere.</param>
    public static IReadOnlyList<string> Short(CaseAnswer answer, bool omitsMeans = false)
    {
        var (bound, (least, most)) = (answer.Case, Elasticities(answer));
        var lines = new List<string>
        {
            FormattableString.Invariant($"{bound.World.About.Name}: {bound.World.Regions.Length} regions, {bound.World.Sectors.Length} sectors; horizon {Lower(bound.Horizon)}; elasticities {least:0.00} to {most:0.00}; deficits {Lower(bound.Closure)}{(IsNested(answer) ? "; inputs nested" : "")}{(IsBySector(answer) ? "; adjustment by sector" : "")}{(IsTwoTier(answer) ? "; origins in two tiers" : "")}."),
        };
        lines.AddRange(DataQualityText.Short(answer.Case));
        lines.AddRange(SizeGrounds.Line(answer.Case, omitsMeans));
        lines.AddRange(NameGrounds.Of(answer).Select(name => $"Names: {name}"));
        var (resting, without) = (answer.Case.Instruments.Where(i => !i.Evidence.IsEmpty).ToArray(), answer.Case.Instruments.Count(i => i.Evidence.IsEmpty && i.Instrument.Head.Law is null));
        var laws = answer.Case.Instruments.Count(i => i.Evidence.IsEmpty && i.Instrument.Head.Law is not null);
        var passages = resting.SelectMany(i => i.Evidence).Select(e => e.Text).Distinct().Count();
        var quoted = resting.Length == 0 ? "" : $"{Counted(resting.Length, "instrument rests", "instruments rest")} on {Counted(passages, "quoted passage", "quoted passages")}";
        var legal = laws == 0 ? "" : $"{Counted(laws, "instrument rests on the law that it names", "instruments rest on the law that they name")}";
        var assumed = without == 0 ? "" : $"{Counted(without, "instrument is an assumption", "instruments are assumptions")} without evidence";
        var left = answer.Case.LeftOut.IsEmpty ? "" : $" Left out (not in this world): {string.Join(", ", answer.Case.LeftOut)}.";
        if (quoted.Length + legal.Length + assumed.Length + left.Length > 0)
            lines.Add($"Evidence: {string.Join("; ", new[] { quoted, legal, assumed }.Where(words => words.Length > 0))}.{left}");
        lines.AddRange(answer.Case.NotUsedYet.Select(unused => $"Not used: {unused}"));
        lines.AddRange(GasGrounds.Of(answer));
        lines.AddRange(ScarcityGrounds.Of(answer));
        lines.Add(FormattableString.Invariant($"Certificate: largest residual {answer.Equilibrium.Certificate.Largest:0.0e+0}, {answer.Equilibrium.Certificate.Iterations} passes: how far the equations are from holding."));
        return lines;
    }

    private static bool IsBySector(CaseAnswer answer) => answer.Case.Case.Adjustment == Adjustment.BySector;

    private static bool IsTwoTier(CaseAnswer answer) => answer.Equilibrium.Baseline.HomeRatio != 1;

    private static bool IsNested(CaseAnswer answer) => answer.Equilibrium.Baseline.Nesting is not null;

    private static string Inputs(CaseAnswer answer) => answer.Equilibrium.Baseline.Nesting is { Elasticities: var e }
        ? FormattableString.Invariant($" Inputs are nested, with elasticities of {e.Energy:0.##} between energy and the rest, {e.Fuels:0.##} among its kinds, {e.Added:0.##} between value added and materials, {e.Materials:0.##} among these.")
        : "";

    private static (double Least, double Most) Elasticities(CaseAnswer answer)
    {
        var (least, most) = (double.MaxValue, 0.0);
        foreach (var theta in answer.Equilibrium.Baseline.Elasticities)
            (least, most) = (Math.Min(least, theta), Math.Max(most, theta));
        return (least, most);
    }

    private static IEnumerable<string> Beginning(CaseAnswer answer)
    {
        var (bound, (least, most)) = (answer.Case, Elasticities(answer));
        var world = bound.World;
        yield return $"World: {world.About.Name}, {world.About.Title.TrimEnd('.')}; {world.Regions.Length} regions, {world.Sectors.Length} sectors.";
        yield return FormattableString.Invariant($"Horizon: {Lower(bound.Horizon)}; trade elasticities from {least:0.00} to {most:0.00}. Closure of deficits: {Lower(bound.Closure)}.{(IsBySector(answer) ? " Trade adapts by sector." : "")}{(IsTwoTier(answer) ? " Buyers choose between home and abroad with half the elasticity." : "")}{Inputs(answer)}");
        foreach (var line in DataQualityText.Of(bound))
            yield return line;
    }

    private static IEnumerable<string> End(CaseAnswer answer)
    {
        foreach (var left in answer.Case.LeftOut)
            yield return $"Left out: {left}";
        foreach (var unused in answer.Case.NotUsedYet)
            yield return $"Not used: {unused}";
        foreach (var scarce in GasGrounds.Of(answer).Concat(ScarcityGrounds.Of(answer)))
            yield return scarce;
        yield return $"Certificate: {CertificateTable.Line(answer.Equilibrium.Certificate)}.";
    }

    private static IEnumerable<string> Quotes(BoundCase bound)
    {
        var resting = bound.Instruments.SelectMany(instrument => instrument.Evidence.Select(reference => (reference.Text, Title: StanceText.Title(bound, instrument))));
        foreach (var passage in resting.GroupBy(pair => pair.Text))
        {
            var entry = bound.Case.Evidence.First(e => e.Name == passage.Key);
            yield return $"\"{entry.Quote}\" ({entry.Source}). On this rest: {string.Join(", ", passage.Select(pair => pair.Title))}.";
        }

        var without = bound.Instruments.Where(instrument => instrument.Evidence.IsEmpty && instrument.Instrument.Head.Law is null).Select(instrument => StanceText.Title(bound, instrument)).ToArray();
        if (without.Length > 0)
            yield return $"Assumptions without evidence: {string.Join(", ", without)}.";
    }

    private static string Counted(int count, string one, string several) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : several)}");

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
