using System.Collections.Immutable;
using Samarkand.Analyses.Coalitions;
using Samarkand.Analyses.Design;
using Samarkand.Analyses.Ensembles;
using Samarkand.Analyses.Explanation;
using Samarkand.Core;
using Samarkand.Effects;
using Samarkand.Reports.Pages;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;
using Samarkand.Worlds;

namespace Samarkand.Reports.Documents;

/// <summary>The documents of what is asked of a case beside its effects: coalition, explanation, design, sweep. Each shows one table alone where that is asked for.</summary>
internal static class StudyDocuments
{
    private const int MostMembers = 40;
    private const int MostSingles = 12;
    private const int MostRegions = 30;

    /// <summary>A coalition.</summary>
    /// <param name="study">What is known of it.</param>
    /// <param name="only">The one table that is asked for, or null: every subset only where it is asked for by name.</param>
    public static AnswerDocument Of(CoalitionStudy study, string? only)
    {
        var tables = only is null
            ? CoalitionTables.All.Where(table => table.Name != CoalitionTables.Subsets).Select(table => table.Make(study)).Where(table => table.RowCount > 0).ToArray()
            : [CoalitionTables.All.Make(only, study)];
        var certificate = new CertificateDocument(CoalitionText.Certificate(study), study.LargestResidual)
        {
            Checks = study.Shared is { } shared ? [new KeyFigure("largest_difference_pct", shared.Gap, Units.Percent, "The largest difference between members' real incomes after transfers.")] : [],
        };
        return AnswerDocumentStart.Of("coalition", study.Answer, tables, certificate) with
        {
            Words = only is null ? [new Passage("answer", [.. CoalitionText.Of(study)])] : [],
            Figures = Orders(study.Question.Orders),
            Shown = [.. tables.Select(table => new ShownTable(table.Name == CoalitionTables.Members ? CoalitionTables.MembersForPeople(study) : table, only is null ? MostMembers : int.MaxValue))],
        };
    }

    /// <summary>An explanation.</summary>
    /// <param name="explanation">The explanation.</param>
    /// <param name="regions">Whose channels, at least one.</param>
    /// <param name="only">The one table that is asked for, or null.</param>
    public static AnswerDocument Of(CaseExplanation explanation, ImmutableArray<Region> regions, string? only)
    {
        var worths = explanation.Instruments;
        var of = new ExplainedRegions(explanation, regions);
        var certificate = new CertificateDocument(ExplanationText.Certificate(explanation), Math.Max(worths.LargestResidual, explanation.Answer.Equilibrium.Certificate.Largest))
        {
            Checks = [new KeyFigure("largest_gap_of_channels_pct", explanation.Gap, Units.Percent, "The largest difference between a region's change of real income and the sum of its channels.")],
        };
        var tables = ExplanationTables.All.Where(table => only is null || table.Name == only).Select(table => table.Make(of)).ToArray();
        return AnswerDocumentStart.Of("explain", explanation.Answer, tables, certificate) with
        {
            Words = only is null ? [new Passage("answer", [.. ExplanationText.Of(explanation)])] : [],
            Figures =
            [
                new KeyFigure("harm_musd", worths.Whole.Harm, Units.MillionUsd, "What the whole case costs the target."),
                new KeyFigure("cost_musd", worths.Whole.Cost, Units.MillionUsd, "What the whole case costs the coalition."),
                new KeyFigure("equilibria", worths.Equilibria + 1, Units.Count, "How many equilibria were solved."),
                .. Orders(worths.Orders),
            ],
            Shown =
            [
                .. only is null or ExplanationTables.Instruments ? (ShownTable[])[new(ExplanationTables.InstrumentsForPeople(explanation))] : [],
                .. only is null or ExplanationTables.Totals ? (ShownTable[])[new(ExplanationTables.TotalsForPeople(explanation, regions))] : [],
                .. only is null ? [new(ExplanationTables.Largest(explanation, regions[0], MostSingles))] : only == ExplanationTables.Channels ? (ShownTable[])[new(tables[0])] : [],
            ],
        };
    }

    /// <summary>A design.</summary>
    /// <param name="study">The design.</param>
    /// <param name="by">The rows of the table <c>leverage</c>.</param>
    /// <param name="designed">The package solved as a case.</param>
    /// <param name="designedText">That case's text.</param>
    /// <param name="only">The one table that is asked for, or null.</param>
    public static AnswerDocument Of(DesignStudy study, LeverageBy by, CaseAnswer designed, string designedText, string? only)
    {
        var points = study.Points.Append(study.Chosen).ToArray();
        var certificate = new CertificateDocument($"Certificate: {DesignText.Certificate(study)}.", Math.Max(designed.Equilibrium.Certificate.Largest, points.Max(point => point.Package.Residual)))
        {
            Checks = [new KeyFigure("largest_first_order_gain", points.Max(point => point.Gap), Units.Share, "What a change of all coverages could still add to first order, of a full ban's harm.")],
        };
        var tables = DesignTables.All.Where(table => only is null || table.Name == only).Select(table => table.Make(new DesignResult(study) { By = by })).ToArray();
        return AnswerDocumentStart.Of("design", study.Own, tables, certificate) with
        {
            Words = only is null ? [new Passage("answer", [.. DesignText.Of(study)])] : [],
            Figures =
            [
                new KeyFigure("harm_musd", study.Chosen.Package.Harm, Units.MillionUsd, "What the package costs the target."),
                new KeyFigure("own_cost_musd", study.Chosen.Package.Cost, Units.MillionUsd, "What the package costs the coalition."),
                new KeyFigure("harm_of_case_musd", study.OwnHarm, Units.MillionUsd, "What the case as it stands costs the target."),
                new KeyFigure("own_cost_of_case_musd", study.OwnCost, Units.MillionUsd, "What the case as it stands costs the coalition."),
                new KeyFigure("uniform_harm_at_same_cost_musd", study.Chosen.Uniform?.Harm ?? double.NaN, Units.MillionUsd, "What a uniform ban of the package's own cost costs the target."),
                new KeyFigure("more_than_uniform_pct", study.Chosen.MoreThanUniformPct, Units.Percent, "How much more harm the package does than that uniform ban."),
            ],
            Files = [new TextFile(DesignReport.CaseName, designedText)],
            Shown = [.. tables.Select(table => new ShownTable(table, only is null ? MostSingles : int.MaxValue))],
        };
    }

    /// <summary>A sweep.</summary>
    /// <param name="answer">What the draws say.</param>
    /// <param name="only">The one table that is asked for, or null.</param>
    public static AnswerDocument Of(EnsembleAnswer answer, string? only)
    {
        string[] names = only is null ? [EnsembleTables.Groups, EnsembleTables.Default, EnsembleTables.Sobol, EnsembleTables.Failed] : [only];
        var certificate = new CertificateDocument(
            FormattableString.Invariant($"Certificate: largest residual of all equilibria {answer.LargestResidual:0.0e+0}."), answer.LargestResidual);
        var begun = AnswerDocumentStart.Of("sweep", answer.Central, names.Select(name => EnsembleTables.All.Make(name, answer)), certificate);
        return begun with
        {
            Words = only is null ? [new Passage("answer", [.. EnsembleText.Of(answer)])] : [],
            Figures =
            [
                new KeyFigure("draws", answer.Draws, Units.Count, "How many draws were made."),
                new KeyFigure("seed", answer.Seed, Units.Number, "Their seed."),
                new KeyFigure("without_equilibrium", answer.FailedDraws, Units.Count, "How many of them have no equilibrium, and are left out of every band."),
                .. answer.IsSketched ? (KeyFigure[])[new("percentile_relative_error", ValueSketch.RelativeError, Units.Share, "How far a percentile may be from that of the draws themselves, as a share of its size.")] : [],
            ],
            Notes = [.. ((string?[])[EnsembleText.Failures(answer), EnsembleText.Sketched(answer)]).OfType<string>(), .. begun.Notes],
            Shown = only is null
                ? [new(EnsembleTables.RealIncomeByGroup(answer)), new(EnsembleTables.RealIncomeByRegion(answer), MostRegions), new(EnsembleTables.All.Make(EnsembleTables.Sobol, answer))]
                : [new(EnsembleTables.ForPeople(only, answer))],
        };
    }

    private static ImmutableArray<KeyFigure> Orders(int? orders) =>
        orders is { } count ? [new KeyFigure("orders", count, Units.Count, "How many random orders the Shapley values are means of.")] : [];
}
