using System.Collections.Immutable;
using System.Globalization;
using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Effects;
using Samarkand.Estimation.Leaks;
using Samarkand.Reports.Tables;

namespace Samarkand.Cli.Commands.Leaks;

/// <summary>What the detector answers.</summary>
internal sealed record LeaksAnswer(LeakStudy Study, ImmutableArray<string> Words, ImmutableArray<Table> Shown, ImmutableArray<string> Notes)
{
    /// <summary>Every pair that was looked at; its columns are stable.</summary>
    public Table Leaks => Table(Study.Rows);

    /// <summary>What it rests on.</summary>
    public ImmutableArray<string> Grounds =>
    [
        $"Before: {TradePanel.Month(Study.Panel.Months[0])} to {TradePanel.Month(Study.Question.Since - 1)}; after: to {TradePanel.Month(Study.Panel.Months[^1])}. Values in million USD a month.",
        Study.WithMonths
            ? FormattableString.Invariant($"What would have been: a Poisson model of the months before and of {Study.Question.Placebos.Length} states far away, with effects of partner and product and of month and product.")
            : $"What would have been: a Poisson model of the months before, with effects of partner and product{(Study.WithSeason ? " and of calendar month and product" : "; effects of the calendar month predict windows before the bans no better, and are left out")}. No state far away is in the data or was named, so a rise of all trade in a product looks like a leak.",
        FormattableString.Invariant($"A surprise is compared with {Study.Placebos:N0} placebos of its own size: the same pairs in windows before the bans{(Study.WithMonths ? ", and states far away after them" : "")}. q holds the share of false discoveries over all pairs that trade (Benjamini and Hochberg 1995), of which the {Study.Rows.Length:N0} of at least {Study.Question.Least:N0} USD a month are listed."),
        "Customs data show who buys, not where goods end: a high score is a reason to ask, not a proof.",
        .. Notes,
    ];

    public static LeaksAnswer Of(LeaksRequest request, CancellationToken cancellation)
    {
        if (request.IsExample)
            return Example(request, cancellation);
        var bound = request.Case is null ? null : CaseSource.FromFile(request.Case).Open();
        var targets = request.Targets ?? (bound is null ? ["RUS"] : [bound.World.Code(bound.Target)]);
        var panel = LeakReader.Read(new LeakData(request.Files)
        {
            Columns = Columns(request.Columns),
            Coalition = request.Coalition,
            Targets = targets,
            By = Enum.Parse<ProductGroups>(request.By, ignoreCase: true),
            List = request.List is null ? HighPriority.Common : HighPriority.Of(request.List),
            ListedAlone = request.ListedAlone,
            Rate = request.Rate,
        });
        if (request.Placebos is ["rest"] && request.States.IsEmpty)
            throw new Parameter("states").Wrong("no states are named to look at, so nothing is left for placebos", "name the states to look at");
        var placebos = request.Placebos is ["rest"] ? [.. panel.Partners.Where(partner => !request.States.Contains(partner) && !targets.Contains(partner))] : request.Placebos;
        var question = new LeakQuestion(request.Month, targets) { States = request.States, Placebos = placebos, FalseDiscoveries = request.FalseDiscoveries, Least = request.Least };
        var study = LeakStudy.Of(question, panel, cancellation);
        var shown = new List<Table> { Table([.. study.Found.Any() ? study.Found : study.Rows.Take(10)]), Evidence(study) };
        var words = Summary(study).ToList();
        if (bound is not null)
            shown.Add(BesideModel(study, bound, words));
        return new LeaksAnswer(study, [.. words], [.. shown], panel.Notes);
    }

    /// <summary>The files of a folder of results.</summary>
    public IEnumerable<(string Name, string Text)> Files()
    {
        yield return ("leaks.csv", Csv(Leaks));
        foreach (var table in Shown.Skip(1))
            yield return ($"{table.Name}.csv", Csv(table));
        yield return ("leaks.html", LeakPage.Of(this));
    }

    private static LeaksAnswer Example(LeaksRequest request, CancellationToken cancellation)
    {
        var process = new PlantedTrade { Seed = request.Seed };
        var (panel, leaks) = process.Make();
        var study = LeakStudy.Of(process.Question with { FalseDiscoveries = request.FalseDiscoveries }, panel, cancellation);
        var right = study.Found.Count(row => leaks.Contains((row.State, row.Product)));
        var words = Summary(study).Append(string.Create(CultureInfo.InvariantCulture, $"The process planted {leaks.Count} leaks of {100 * process.Excess:0} percent over {process.After} months among {process.Near * process.Products} pairs: {right} of them are found, and {study.Found.Count() - right} pairs without a leak."));
        return new LeaksAnswer(study, [.. words], [Table([.. study.Found]), Evidence(study)], ["The data are no statistics: seasons, a drift that all states share, noise and the planted leaks come from a stated process (docs/leaks.md)."]);
    }

    private static IEnumerable<string> Summary(LeakStudy study)
    {
        var found = study.Found.ToArray();
        yield return found.Length == 0
            ? string.Create(CultureInfo.InvariantCulture, $"Of {study.Rows.Length} pairs of a state and a product group, none exceeds what would have been by more than placebos do, at a share of false discoveries of {study.Question.FalseDiscoveries}.")
            : string.Create(CultureInfo.InvariantCulture, $"Of {study.Rows.Length} pairs of a state and a product group, {found.Length} exceed what would have been by more than placebos do, at a share of false discoveries of {study.Question.FalseDiscoveries}: together {found.Sum(row => row.Excess):N1} million USD a month.");
        foreach (var state in found.GroupBy(row => row.State).OrderByDescending(rows => rows.Sum(row => row.Excess)).Take(5))
            yield return string.Create(CultureInfo.InvariantCulture, $"{state.Key}: {state.Sum(row => row.Excess):N1} million USD a month above what would have been, in {state.Count()} product groups, most in {state.MaxBy(row => row.Excess)!.Product}.");
    }

    private static Table Table(IReadOnlyList<LeakRow> rows) => new("leaks", "States and product groups, the highest score first",
    [
        new TextColumn("state", "State", [.. rows.Select(row => row.State)]),
        new TextColumn("product", "Product", [.. rows.Select(row => row.Product)]),
        new NumberColumn("excess_musd_month", "Excess, m USD a month", [.. rows.Select(row => row.Excess)], 2),
        new NumberColumn("low_musd", "low", [.. rows.Select(row => row.Low)], 2),
        new NumberColumn("high_musd", "high", [.. rows.Select(row => row.High)], 2),
        new NumberColumn("q_value", "q", [.. rows.Select(row => row.Q)], 4),
        new TextColumn("since", "Since", [.. rows.Select(row => TradePanel.Month(row.Since))]),
        new NumberColumn("score", "Score", [.. rows.Select(row => row.Score)], 1),
    ]);

    private static Table Evidence(LeakStudy study)
    {
        var rows = study.Found.Any() ? study.Found.ToArray() : [.. study.Rows.Take(10)];
        return new Table("evidence", "The evidence for each",
        [
            new TextColumn("state", "State", [.. rows.Select(row => row.State)]),
            new TextColumn("product", "Product", [.. rows.Select(row => row.Product)]),
            new NumberColumn("actual_musd_month", "Actual, m USD", [.. rows.Select(row => row.Actual)], 2),
            new NumberColumn("expected_musd_month", "Would have been", [.. rows.Select(row => row.Expected)], 2),
            new NumberColumn("p_value", "p", [.. rows.Select(row => row.P)], 5),
            new NumberColumn("surprise", "Surprise", [.. rows.Select(row => row.Surprise)], 1),
            new NumberColumn("sold_on_musd_month", "Sold on, m USD", [.. rows.Select(row => row.SoldOn)], 2),
            new NumberColumn("mirror_gap_musd_month", "Mirror gap", [.. rows.Select(row => row.MirrorGap)], 2),
            new NumberColumn("unit_value_pct", "Unit value %", [.. rows.Select(row => row.UnitValuePct)], 1),
            new NumberColumn("listed_share", "Listed", [.. rows.Select(row => row.Listed)], 2),
        ]);
    }

    private static Table BesideModel(LeakStudy study, BoundCase bound, List<string> words)
    {
        var conduits = new CaseTables(CaseAnswer.Solve(bound), []).Make("conduits");
        var (names, flows) = (conduits.Texts("conduit"), conduits.Numbers("flow_musd"));
        var seen = study.Found.GroupBy(row => row.State).ToDictionary(rows => rows.Key, rows => rows.Sum(row => row.Excess));
        var states = names.Union(seen.Keys).Order(StringComparer.Ordinal).ToArray();
        double Predicted(string state) => Array.IndexOf(names, state) is >= 0 and var at ? flows[at] / 12 : 0;
        var looked = study.Rows.Select(row => row.State).ToHashSet();
        var (all, there, part) = (states.Sum(Predicted), states.Where(looked.Contains).Sum(Predicted), states.Sum(state => Math.Min(Predicted(state), seen.GetValueOrDefault(state))));
        words.Add(all > 0
            ? string.Create(CultureInfo.InvariantCulture, $"The case predicts {all:N1} million USD a month through third states, {there:N1} of it through those looked at; {(there > 0 ? 100 * part / there : 0):0.0} percent of that is seen in the states where it is predicted.")
            : "The case predicts no goods through third states: give states the stance conduit to compare.");
        return new Table("beside-model", "What the case predicts and what the data show, m USD a month",
        [
            new TextColumn("state", "State", states),
            new NumberColumn("predicted_musd_month", "Predicted", [.. states.Select(Predicted)], 2),
            new NumberColumn("seen_musd_month", "Seen", [.. states.Select(state => seen.GetValueOrDefault(state))], 2),
        ]);
    }

    private static ImmutableDictionary<string, string> Columns(string? text)
    {
        string[] known = ["reporter", "partner", "product", "period", "value", "quantity", "flow", "currency"];
        var columns = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var part in (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split('=') is not [var what, { Length: > 0 } name] || !known.Contains(what))
                throw new Parameter("columns").Wrong($"`{part}` names no column", $"write WHAT=NAME, where WHAT is one of {string.Join(", ", known)}");
            columns[what] = name;
        }

        return columns.ToImmutable();
    }

    private static string Csv(Table table)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        TableWriter.WriteCsv(table, writer);
        return writer.ToString();
    }
}
