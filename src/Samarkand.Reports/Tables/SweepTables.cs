using Samarkand.Analyses.Ensembles;

namespace Samarkand.Reports.Tables;

/// <summary>The tables of a sweep. Names and columns are stable.</summary>
public static class SweepTables
{
    /// <summary>The table that is printed for programs where none is named.</summary>
    public const string Default = "effects-bands";

    /// <summary>Shares of the variance by prior.</summary>
    public const string Sobol = "sobol";

    /// <summary>A row a draw.</summary>
    public const string Draws = "draws";

    /// <summary>The draws without an equilibrium.</summary>
    public const string Failed = "failed-draws";

    /// <summary>Every table with the line that describes it, in the order in which they are listed.</summary>
    public static IReadOnlyList<(string Name, string Title)> All { get; } =
    [
        ("group-bands", "Bands of the totals of target, coalition and others"),
        (Default, "Bands of real income, prices and trade by region"),
        ("sector-output-bands", "Bands of output and price by region and sector"),
        ("target-trade-bands", "Bands of the target's trade by partner, million USD"),
        (Sobol, "Share of the variance of real income that each prior explains alone (first-order Sobol index)"),
        (Draws, "What was drawn and what came out, one row for each draw"),
        (Failed, "Draws without an equilibrium"),
    ];

    /// <summary>One table by its name.</summary>
    /// <exception cref="ArgumentException">There is no table of that name.</exception>
    public static Table Make(string name, SweepAnswer answer) => name switch
    {
        "group-bands" => Bands(name, answer, [("group", "Group")], answer.Measures.Where(measure => measure.Table == Measures.Groups)),
        Default => Bands(name, answer, [("region", "Region")], answer.Measures.Where(measure => measure.Table == Measures.Effects)),
        "sector-output-bands" => Bands(name, answer, [("region", "Region"), ("sector", "Sector")], answer.Measures.Where(measure => measure.Table == Measures.Output)),
        "target-trade-bands" => Bands(name, answer, [("partner", "Partner")], answer.Measures.Where(measure => measure.Table == Measures.Trade && measure.Of != Target(answer))),
        Sobol => Indices(answer),
        Draws => EveryDraw(answer),
        Failed => new Table(Failed, Title(Failed),
        [
            new NumberColumn("draw", "Draw", [.. answer.Failed.Select(failed => (double)failed.Draw)], 0),
            new TextColumn("reason", "Reason", [.. answer.Failed.Select(failed => failed.Reason)]),
        ]),
        _ => throw new ArgumentException($"there is no table {name}", nameof(name)),
    };

    /// <summary>The same where a line has to be short: bands without their means.</summary>
    public static Table ForPeople(string name, SweepAnswer answer)
    {
        var table = Make(name, answer);
        return name.EndsWith("-bands", StringComparison.Ordinal)
            ? table with { Columns = table.Columns.RemoveAll(column => column.Name is "mean" or "standard_error" or "draws") }
            : table;
    }

    /// <summary>The bands of real income of the groups.</summary>
    public static Table RealIncomeByGroup(SweepAnswer answer) =>
        RealIncome("group-bands", "Real income, percent: target, coalition and others", ("group", "Group"), answer, answer.Measures);

    /// <summary>The bands of real income by region, who loses most first.</summary>
    public static Table RealIncomeByRegion(SweepAnswer answer) =>
        RealIncome(Default, "Real income by region, percent, who loses most first", ("region", "Region"), answer, answer.Measures.OrderBy(measure => answer.Band(measure).P50));

    private static Table RealIncome(string name, string title, (string, string) label, SweepAnswer answer, IEnumerable<Measure> measures)
    {
        var table = name == Default ? Measures.Effects : Measures.Groups;
        var made = Bands(name, answer, [label], measures.Where(measure => measure.Table == table && measure.Column == Measures.RealIncome));
        return made with { Title = title, Columns = made.Columns.RemoveAll(column => column.Name is "measure" or "draws") };
    }

    private static Table Bands(string name, SweepAnswer answer, (string Name, string Heading)[] labels, IEnumerable<Measure> measures)
    {
        Measure[] rows = [.. measures];
        var bands = Array.ConvertAll(rows, answer.Band);
        // Elsewhere percent and millions of USD stand in one column.
        var format = rows.All(row => row.Column.EndsWith("_pct", StringComparison.Ordinal)) ? "N3" : "G5";
        NumberColumn Number(string column, string heading, Func<MeasureBand, double> value) => new(column, heading, Array.ConvertAll(bands, band => value(band)), 3) { Format = format };
        return new Table(name, Title(name),
        [
            .. labels.Select((label, l) => new TextColumn(label.Name, label.Heading, Array.ConvertAll(rows, row => row.Of.Split('/')[l]))),
            new TextColumn("measure", "Measure", Array.ConvertAll(rows, row => row.Column)),
            new NumberColumn("case_value", "Case", Array.ConvertAll(rows, answer.AtCase), 3) { Format = format },
            Number("mean", "Mean", band => band.Mean),
            Number("standard_error", "Error of mean", band => band.StandardError),
            Number("p5", "5 %", band => band.P5),
            Number("p25", "25 %", band => band.P25),
            Number("p50", "Median", band => band.P50),
            Number("p75", "75 %", band => band.P75),
            Number("p95", "95 %", band => band.P95),
            new NumberColumn("draws", "Draws", Array.ConvertAll(bands, band => (double)band.Draws), 0),
        ]);
    }

    private static Table Indices(SweepAnswer answer)
    {
        var moving = answer.Moving;
        NumberColumn Of(string name, string heading, IReadOnlyList<SobolIndex> indices, Func<SobolIndex, double> value) =>
            new(name, heading, [.. moving.Select((_, i) => indices.Count == 0 ? double.NaN : value(indices[i]))], 3);
        return new Table(Sobol, Title(Sobol),
        [
            new TextColumn("prior", "Prior", [.. moving.Select(p => answer.Priors[p].Path)]),
            Of("target_first_order", "Target's real income", answer.Target, index => index.FirstOrder),
            Of("target_standard_error", "Standard error", answer.Target, index => index.StandardError),
            Of("coalition_first_order", "Coalition's real income", answer.Coalition, index => index.FirstOrder),
            Of("coalition_standard_error", "Standard error", answer.Coalition, index => index.StandardError),
        ]);
    }

    private static Table EveryDraw(SweepAnswer answer)
    {
        var groups = answer.Central.Groups.Select(totals => totals.Name).Where(name => name is "target" or "coalition");
        return new Table(Draws, Title(Draws),
        [
            new NumberColumn("draw", "Draw", [.. Enumerable.Range(0, answer.Draws).Select(draw => (double)draw)], 0),
            .. answer.Priors.Select((prior, p) => new NumberColumn(ColumnOf(prior.Path), prior.Path, answer.Drawn[p], 4)),
            .. groups.Select(group => new NumberColumn($"{group}_real_income_pct", $"Real income % of the {group}", answer.Values(SweepAnswer.RealIncomeOf(group)), 3)),
            new NumberColumn("residual", "Largest residual", answer.Residuals, 16) { Format = "0.0e+0" },
        ]);
    }

    private static string ColumnOf(string path) => $"prior_{string.Concat(path.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '_'))}";

    private static string Target(SweepAnswer answer) => answer.Central.Case.World.Code(answer.Central.Case.Target);

    private static string Title(string name) => All.First(table => table.Name == name).Title;
}
