using System.Collections.Immutable;
using System.Xml.Linq;
using Samarkand.Analyses.Ensembles;
using Samarkand.Reports.Pages.Charts;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;
using static Samarkand.Reports.Pages.Markup;

namespace Samarkand.Reports.Pages;

/// <summary>The sections of a sweep's page, and what its charts draw.</summary>
internal static class EnsembleSections
{
    public static PageSection Answer(EnsembleAnswer answer, Cast people) => PageSection.Of(
        "answer",
        "Answer",
        "The answer, and how sure it is",
        PageSection.Words(EnsembleText.Of(answer)),
        HtmlTable.Of(EnsembleTables.RealIncomeByGroup(answer), people),
        Element("p", Class("certificate"), FormattableString.Invariant($"Certificate: the largest relative residual of {answer.Draws - answer.FailedDraws:N0} equilibria is {answer.LargestResidual:0.0e+0}. A draw that has no equilibrium is counted and left out; there are {answer.FailedDraws:N0}.")));

    public static PageSection Bands(IEnumerable<Figure> figures, Cast people) => PageSection.Of(
        "bands",
        "Who pays",
        "Who pays, with bands",
        PageSection.Note("Change of real income in percent. A line covers nine draws of ten. It does not cover what the model leaves out. A band that is much longer than all others is cut off, and marked."),
        figures.Select(figure => figure.Elements(people)));

    public static PageSection Drivers(IEnumerable<Figure> figures, Cast people) => PageSection.Of(
        "drivers",
        "What drives it",
        "Which prior drives it",
        PageSection.Note("First-order Sobol indices: the share of the variance of real income that would vanish if the prior’s value were known and all others were not. What the bars leave to 100 percent is due to priors acting together, and to the error of the estimate."),
        figures.Select(figure => Element("div", Element("h3", figure.Description), figure.Elements(people))));

    public static PageSection Drawn(EnsembleAnswer answer, Cast people) => PageSection.Of(
        "priors",
        "What was drawn",
        "What was drawn",
        PageSection.Note(FormattableString.Invariant($"{answer.Draws:N0} draws with seed {answer.Seed}. Every draw is an equilibrium of its own, solved at its own values.")),
        HtmlTable.Of(EnsembleTables.Priors.Make(answer), people));

    public static PageSection Tables(EnsembleAnswer answer, Cast people) => PageSection.Of(
        "tables",
        "Tables",
        "More tables",
        PageSection.Note($"The bands of output by sector are in the table sector-output-bands, and {(answer.KeptDraws < answer.Draws ? FormattableString.Invariant($"the first {answer.KeptDraws:N0} draws are") : "every draw is")} in the table draws."),
        ((string[])[EnsembleTables.Groups, EnsembleTables.Default, EnsembleTables.Trade, .. answer.Failed.IsEmpty ? (string[])[] : [EnsembleTables.Failed]])
            .Select(name => EnsembleTables.All.Make(name, answer)).Select(table => HtmlTable.Folded(table, table.Title, people)));

    /// <summary>The bands by group and by region.</summary>
    public static ImmutableArray<Figure> BandFigures(EnsembleAnswer answer, Cast people) =>
    [
        Chart("regions", EnsembleTables.RealIncomeByRegion(answer), people.Name, people.Side, "Bands of the change of real income by region, who loses most first."),
    ];

    /// <summary>The indices for the target, and for the coalition.</summary>
    public static ImmutableArray<Figure> DriverFigures(EnsembleAnswer answer, Cast people)
    {
        var table = EnsembleTables.All.Make(EnsembleTables.Sobol, answer);
        ShareBars Bars(string side, string who) => new(
            $"drivers-{side}", table, $"Real income of {who}", "percent of the variance", side, "what", $"{side}_first_order", $"{side}_standard_error");
        return [Bars(Cast.Target, people.TargetName), .. answer.Coalition.IsEmpty ? (Figure[])[] : [Bars(Cast.Coalition, "the coalition")]];
    }

    private static IntervalChart Chart(string id, Table table, Func<string, string> name, Func<string, string> side, string description) => new(
        id, table, description, "real income, percent", [.. ((TextColumn)table.Columns[0]).Values.Select(code => (name(code), side(code)))]);
}
