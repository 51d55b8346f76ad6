using System.Globalization;
using System.Text;
using Samarkand.Cases;
using Samarkand.Effects;

namespace Samarkand.Analyses.Design;

/// <summary>Writes a package of bans as a case of its own.</summary>
internal static class DesignCase
{
    private const string Tolerance = "1e-7";
    private const int MostWidth = 100;

    /// <summary>The case file of a study's package, which gives the study's figures and expects them.</summary>
    /// <param name="study">The study.</param>
    /// <param name="cancellation">Stops the solve that finds what the case expects.</param>
    /// <returns>The text, and the case solved.</returns>
    public static (string Text, CaseAnswer Answer) Make(DesignStudy study, CancellationToken cancellation = default)
    {
        var text = Text(study);
        var answer = CaseAnswer.Solve(CaseSource.FromText(text, "the designed case").Open(study.Model.Case.World), cancellation);
        var expected = new StringBuilder(text);
        expected.Append(CultureInfo.InvariantCulture, $"\n# What the design found, in percent: a regression test, not a forecast.\nexpected:\n  tolerance: {Tolerance}\n");
        foreach (var region in study.Model.Case.Coalition.Prepend(study.Model.Case.Target))
            expected.Append(CultureInfo.InvariantCulture, $"  {Code(study, region)}: {{ real_income_pct: {answer.Effects.Regions[region.Index].RealIncomePct:0.0000000000} }}\n");
        return (expected.ToString(), answer);
    }

    private static string Text(DesignStudy study)
    {
        var (bound, package) = (study.Model.Case, study.Chosen.Package);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"title: {Quoted($"Designed bans: {bound.Case.Title}")}\n");
        text.Append("description: >\n");
        foreach (var line in Lines(string.Join(' ', About(study))))
            text.Append(CultureInfo.InvariantCulture, $"  {line}\n");
        text.Append(CultureInfo.InvariantCulture, $"world: {Quoted(bound.Case.World)}\n");
        text.Append(CultureInfo.InvariantCulture, $"horizon: {bound.Case.Horizon.ToString().ToLowerInvariant()}\n");
        text.Append(CultureInfo.InvariantCulture, $"closure: {bound.Case.Closure.ToString().ToLowerInvariant()}\n");
        text.Append(Form(bound.Case));
        text.Append(CultureInfo.InvariantCulture, $"target: {Code(study, bound.Target)}\n");
        text.Append(CultureInfo.InvariantCulture, $"coalition: [{string.Join(", ", bound.Coalition.Select(member => Code(study, member)))}]\n");
        if (!bound.Case.Elasticities.IsEmpty)
            text.Append(CultureInfo.InvariantCulture, $"elasticities: {{ {string.Join(", ", bound.Case.Elasticities.Select(Written))} }}\n");
        text.Append("package:\n");
        for (var k = 0; k < package.Coverages.Length; k++)
        {
            var (lever, coverage) = (study.Model.Levers[k], package.Coverages[k]);
            if (coverage > 0)
                text.Append(CultureInfo.InvariantCulture, $"  - {{ kind: {lever.Kind}, sectors: [{Quoted(bound.World.Code(lever.Sector))}], coverage: {coverage:R} }}\n");
        }

        return text.ToString();
    }

    private static IEnumerable<string> About(DesignStudy study)
    {
        var (bound, package, version) = (study.Model.Case, study.Chosen.Package, typeof(DesignCase).Assembly.GetName().Version!.ToString(3));
        yield return Invariant($"Found by samarkand {version} design for the case with the title {Quoted(bound.Case.Title)}: bans by sector and direction, the same for every member of the coalition.");
        yield return Invariant($"The target loses {package.Harm:0.000} million USD a year ({100 * package.Harm / study.TargetIncome:0.0000} percent of its income), the coalition {package.Cost:0.000}.");
        yield return "No other instrument is in force, and banned goods do not go through third states.";
    }

    private static IEnumerable<string> Lines(string text)
    {
        var line = new StringBuilder();
        foreach (var word in text.Split(' '))
        {
            if (line.Length + word.Length > MostWidth)
            {
                yield return line.ToString();
                line.Clear();
            }

            line.Append(line.Length == 0 ? "" : " ").Append(word);
        }

        yield return line.ToString();
    }

    // What the model is asked to know, where it is not what a case has that says nothing.
    private static string Form(Case theCase)
    {
        var text = new StringBuilder();
        if (theCase.Inputs == InputForm.Nested)
            text.Append("inputs: nested\n");
        if (theCase.Adjustment == Adjustment.BySector)
            text.Append("adjustment: by-sector\n");
        if (theCase.Origins == OriginForm.TwoTier)
            text.Append("origins: two-tier\n");
        if (theCase.Gas is { } gas)
            text.Append(CultureInfo.InvariantCulture, $"gas: {gas.ToString().ToLowerInvariant()}\n");
        if (theCase.GasPool is not null && GasPoolTerms.Of(theCase) is { } terms)
            text.Append(CultureInfo.InvariantCulture, $"gas-pool: {{ spare: {terms.Spare:R}, passed: {terms.Passed:R} }}\n");
        return text.ToString();
    }

    private static string Written(ElasticityRule rule) => Invariant($"{Quoted(rule.Sectors.Text)}: {(rule.IsScale ? "scale " : "")}{rule.Value:R}");

    private static string Code(DesignStudy study, Worlds.Region region) => study.Model.Case.World.Code(region);

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Quoted(string text) => $"\"{OneLine(text).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
