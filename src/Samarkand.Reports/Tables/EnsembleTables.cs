using System.Collections.Immutable;
using Samarkand.Analyses.Ensembles;
using Samarkand.Reports.Words;

namespace Samarkand.Reports.Tables;

/// <summary>The tables of a sweep. Names and columns are stable.</summary>
/// <example>
/// <code>
/// using Samarkand.Analyses.Ensembles;
/// using Samarkand.Cases;
/// using Samarkand.Reports.Tables;
/// using Samarkand.Worlds;
///
/// var source = CaseSource.FromFile("cases/taiwan-embargo.yaml");
/// var answer = EnsembleStudy.Solve(source, WorldCatalog.Open(source.World), draws: 10, seed: 1);
/// TableWriter.WriteCsv(EnsembleTables.All.Make(EnsembleTables.Groups, answer), Console.Out);
/// </code>
/// </example>
public static class EnsembleTables
{
    /// <summary>The table that is printed for programs where none is named.</summary>
    public const string Default = "effects-bands";

    /// <summary>Bands of the groups.</summary>
    public const string Groups = "group-bands";

    /// <summary>Bands of the target's trade.</summary>
    public const string Trade = "target-trade-bands";

    /// <summary>Shares of the variance by prior.</summary>
    public const string Sobol = "sobol";

    /// <summary>A row for each draw.</summary>
    public const string Draws = "draws";

    /// <summary>The draws without an equilibrium.</summary>
    public const string Failed = "failed-draws";

    private const string Region = "The region.";

    /// <summary>Every table, in the order in which they are listed.</summary>
    public static ImmutableArray<TableSpec<EnsembleAnswer>> All { get; } =
    [
        Bands(Groups, "Bands of the totals of target, coalition and others", Measures.Groups, draft => draft.Text("group", "Group", Units.Word, "`target`, `coalition`, `others` or `world`.", row => row.Measure.Of)),
        Bands(Default, "Bands of real income, prices and trade by region", Measures.Effects, draft => draft.RegionCode("region", "Region", Region, row => row.Measure.Of)),
        Bands("sector-output-bands", "Bands of output and price by region and sector", Measures.Output, draft => draft
            .RegionCode("region", "Region", Region, row => row.Measure.Of.Split('/')[0])
            .SectorCode("sector", "Sector", "The sector.", row => row.Measure.Of.Split('/')[1])),
        Bands(Trade, "Bands of the target's trade by partner, million USD", Measures.Trade, draft => draft.RegionCode("partner", "Partner", "With whom the target trades.", row => row.Measure.Of)),
        Bands("conduit-bands", "Bands of the banned goods that go through each third state, and of what it earns, million USD", Measures.Conduits, draft => draft.RegionCode("conduit", "Through", "The third state through which the goods go.", row => row.Measure.Of)),
        new(Sobol, "Share of the variance of real income that each prior explains alone (first-order Sobol index)", Indices),
        new(Draws, "What was drawn and what came out, one row for each draw", EveryDraw),
        new(Failed, "Draws without an equilibrium", OfFailed),
    ];

    /// <summary>The priors, and what was drawn of each; the page shows it.</summary>
    internal static TableSpec<EnsembleAnswer> Priors { get; } = new("priors", "The priors, and the values that were drawn", () => TableDraft
        .Of((EnsembleAnswer answer) => answer.Priors.Zip(answer.Drawn, (prior, drawn) => (Prior: prior, What: PriorText.Of(answer.Central.Case, prior), Band: MeasureBand.Of(drawn))).ToArray())
        .Text("what", "What", Units.Text, "What is not known, in words.", row => row.What)
        .Text("prior", "Prior", Units.Text, "The path of what is not known.", row => row.Prior.Path)
        .Text("distribution", "Distribution", Units.Text, "Its distribution, as the case writes it.", row => row.Prior.Text)
        .Number("p5", "5 %", Units.OfTheRow, "The 5th percentile of what was drawn.", row => row.Band.P5, 4)
        .Number("p50", "Median", Units.OfTheRow, "The median of what was drawn.", row => row.Band.P50, 4)
        .Number("p95", "95 %", Units.OfTheRow, "The 95th percentile of what was drawn.", row => row.Band.P95, 4)
        .Shape());

    /// <summary>The same where a line has to be short: bands without their means.</summary>
    internal static Table ForPeople(string name, EnsembleAnswer answer)
    {
        var table = All.Make(name, answer);
        if (name == Sobol)
            return table with { Columns = [table.Columns[^1], .. table.Columns[1..^1]] };
        return name.EndsWith("-bands", StringComparison.Ordinal) ? table.Without(column => column.Name is "mean" or "standard_error" or "draws") : table;
    }

    /// <summary>The bands of real income of the groups.</summary>
    internal static Table RealIncomeByGroup(EnsembleAnswer answer) => RealIncome(Groups, "Real income, percent: target, coalition and others", answer);

    /// <summary>The bands of real income by region, who loses most first.</summary>
    internal static Table RealIncomeByRegion(EnsembleAnswer answer)
    {
        var table = RealIncome(Default, "Real income by region, percent, who loses most first", answer);
        var medians = table.Numbers("p50");
        return table.Pick([.. Enumerable.Range(0, medians.Length).OrderBy(row => medians[row])]);
    }

    private static Table RealIncome(string name, string title, EnsembleAnswer answer)
    {
        var table = All.Make(name, answer);
        var measures = table.Texts("measure");
        var made = table.Pick([.. Enumerable.Range(0, measures.Length).Where(row => measures[row] == Measures.RealIncome)]).Without(column => column.Name is "measure" or "draws");
        return made with { Title = title, Columns = [.. made.Columns.Select(column => column is NumberColumn number ? number with { Format = "N3", Unit = Units.Percent } : column)] };
    }

    private static TableSpec<EnsembleAnswer> Bands(string name, string title, string measures, Func<TableDraft<EnsembleAnswer, BandRow>, TableDraft<EnsembleAnswer, BandRow>> labels) => new(name, title, () =>
    {
        var draft = TableDraft.Of((EnsembleAnswer answer) => answer.Measures.Where(measure => measure.Table == measures && (measures != Measures.Trade || measure.Of != Target(answer))).Select(measure => new BandRow(measure, answer.Band(measure), answer.AtCase(measure))).ToArray(), answer => answer.Central.Case.World);
        return labels(draft)
            .Text("measure", "Measure", Units.Word, "What the row is about: a column of the table of effects, with its unit as a suffix.", row => row.Measure.Column)
            .Value("case_value", "Case", "The value that the case's own numbers give.", row => row.Case)
            .Value("mean", "Mean", "The mean of the draws.", row => row.Band.Mean)
            .Value("standard_error", "Error of mean", "The standard error of the mean of the draws.", row => row.Band.StandardError)
            .Value("p5", "5 %", "The 5th percentile of the draws.", row => row.Band.P5)
            .Value("p25", "25 %", "The 25th percentile of the draws.", row => row.Band.P25)
            .Value("p50", "Median", "The median of the draws.", row => row.Band.P50)
            .Value("p75", "75 %", "The 75th percentile of the draws.", row => row.Band.P75)
            .Value("p95", "95 %", "The 95th percentile of the draws.", row => row.Band.P95)
            .Number("draws", "Draws", Units.Count, "How many draws have a value.", row => row.Band.Draws, 0)
            .Shape();
    });

    // Elsewhere percent and millions of USD stand in one column.
    private static TableDraft<EnsembleAnswer, BandRow> Value(this TableDraft<EnsembleAnswer, BandRow> draft, string name, string heading, string meaning, Func<BandRow, double> value) =>
        draft.Number(name, heading, Units.OfTheRow, meaning, value, 3, rows => rows.All(row => row.Measure.Column.EndsWith("_pct", StringComparison.Ordinal)) ? "N3" : "G5");

    private static TableShape<EnsembleAnswer> Indices()
    {
        const string Share = "of the variance of real income would vanish if the prior's value were known (first-order Sobol index).";
        return TableDraft
            .Of((EnsembleAnswer answer) => answer.Moving.Select((prior, at) => (answer.Priors[prior].Path, What: PriorText.Of(answer.Central.Case, answer.Priors[prior]), Target: At(answer.Target, at), Coalition: At(answer.Coalition, at))).ToArray())
            .Text("prior", "Prior", Units.Text, "The path of what is not known.", row => row.Path)
            .Number("target_first_order", "Target's real income", Units.Share, $"Of the target: how much {Share}", row => row.Target?.FirstOrder ?? double.NaN, 3)
            .Number("target_standard_error", "Standard error", Units.Share, "The standard error of the target's share.", row => row.Target?.StandardError ?? double.NaN, 3)
            .Number("coalition_first_order", "Coalition's real income", Units.Share, $"Of the coalition, empty where there is none: how much {Share}", row => row.Coalition?.FirstOrder ?? double.NaN, 3)
            .Number("coalition_standard_error", "Standard error", Units.Share, "The standard error of the coalition's share.", row => row.Coalition?.StandardError ?? double.NaN, 3)
            .Text("what", "What it is", Units.Text, "What is not known, in words.", row => row.What)
            .Shape();
    }

    private static SobolIndex? At(ImmutableArray<SobolIndex> indices, int at) => indices.IsEmpty ? null : indices[at];

    private static TableShape<EnsembleAnswer> EveryDraw() => TableDraft
        .Of((EnsembleAnswer answer) => Enumerable.Range(0, answer.KeptDraws).Select(draw => (Draw: draw, Residual: answer.Residuals[draw])).ToArray())
        .Number("draw", "Draw", Units.Number, "The number of the draw, from 0.", row => row.Draw, 0)
        .Each(
            new ColumnSpec("prior_*", "The path of the prior", Units.OfTheRow, "The value that was drawn for what the column names.", true),
            (answer, _) => answer.Priors.Select((prior, p) => new NumberColumn(ColumnOf(prior.Path), prior.Path, answer.Drawn[p], 4)))
        .Each(
            new ColumnSpec("*_real_income_pct", "Real income % of target and coalition", Units.Percent, "Change of real income in the draw; empty where it has no equilibrium.", true),
            (answer, _) => answer.Central.Groups.Select(totals => totals.Name).Where(name => name is "target" or "coalition")
                .Select(group => new NumberColumn($"{group}_real_income_pct", $"Real income % of the {group}", answer.Values(EnsembleAnswer.RealIncomeOf(group)), 3)))
        .Number("residual", "Largest residual", Units.Residual, "The largest relative residual of the draw's equilibrium.", row => row.Residual, 16, "0.0e+0")
        .Shape();

    private static TableShape<EnsembleAnswer> OfFailed() => TableDraft
        .Of((EnsembleAnswer answer) => answer.Failed)
        .Number("draw", "Draw", Units.Number, "The number of the draw, from 0.", row => row.Draw, 0)
        .Text("reason", "Reason", Units.Text, "Why the model has no answer to it.", row => row.Reason)
        .Shape();

    private static string ColumnOf(string path) => $"prior_{string.Concat(path.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '_'))}";

    private static string Target(EnsembleAnswer answer) => answer.Central.Case.World.Code(answer.Central.Case.Target);

    private sealed record BandRow(Measure Measure, MeasureBand Band, double Case);
}
