using System.Collections.Immutable;
using System.Globalization;
using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Effects;
using Samarkand.Estimation.Leaks;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Tables;

namespace Samarkand.Cli.Commands.Leaks;

/// <summary>What the detector answers.</summary>
internal sealed record LeaksAnswer(LeakStudy Study, LeakResult Result, ImmutableArray<string> Words, ImmutableArray<string> Notes)
{
    public const string Title = "Which third states and goods look like evasion?";

    private const int MostRows = 25;

    /// <summary>Every table that it has, the pairs first.</summary>
    public ImmutableArray<Table> Tables => [.. LeakTables.All.Where(table => table.Name != LeakTables.BesideModel || !Result.Predicted.IsEmpty).Select(table => table.Make(Result))];

    /// <summary>The same for people: of the pairs those that are found, or the first ten.</summary>
    public ImmutableArray<Table> Shown => [.. Tables.Select(table => table.Name == LeakTables.Leaks ? LeakTables.All.Make(LeakTables.Leaks, Result with { Pairs = Result.Found }) : table)];

    /// <summary>What it rests on.</summary>
    public ImmutableArray<string> Grounds =>
    [
        $"Before: {TradePanel.Month(Study.Panel.Months[0])} to {TradePanel.Month(Study.Question.Since - 1)}; after: to {TradePanel.Month(Study.Panel.Months[^1])}. Values in million USD a month.",
        Study.WithMonths
            ? FormattableString.Invariant($"What would have been: a Poisson model of the months before and of {Study.Question.Placebos.Length} states far away, with effects of partner and product and of month and product.")
            : $"What would have been: a Poisson model of the months before, with effects of partner and product{(Study.WithSeason ? " and of calendar month and product" : "; effects of the calendar month predict windows before the bans no better, and are left out")}. No state far away is in the data or was named, so a rise of all trade in a product looks like a leak.",
        Study.Rows.Any(row => !double.IsNaN(row.LostP))
            ? FormattableString.Invariant($"Candidates are the {Study.Rows.Where(row => row.Q < 1).DistinctBy(row => row.Product).Count()} of {Study.Rows.DistinctBy(row => row.Product).Count()} product groups whose direct sales to the targets fell by more than placebos do: where nothing was lost there is nothing to divert.")
            : Study.Rows.Any(row => !double.IsNaN(row.Lost))
            ? "There are too few product groups and months before the bans to tell by how much direct sales to the targets fall by chance, so every product group is a candidate, and a boom looks like a leak. Group products finer (`--by`), or give a longer time before."
            : "Direct sales to the targets are not in the data, so every product group is a candidate. Keep the targets among the partners where you can.",
        FormattableString.Invariant($"Growth that all goods of a state share is taken out, as far as states grew in placebos: {string.Join(", ", Study.Rows.DistinctBy(row => row.State).OrderByDescending(row => row.GrowthPct).Take(6).Select(row => FormattableString.Invariant($"{row.State} {(int)Math.Round(row.GrowthPct)} percent")))}. A small leak in all goods of a state is hidden so."),
        FormattableString.Invariant($"A surprise is compared with {Study.Placebos:N0} placebos of its own size: the same pairs in windows before the bans{(Study.WithMonths ? ", and states far away after them" : "")}. q holds the share of false discoveries over all pairs of candidates that trade (Benjamini and Hochberg 1995); the {Study.Rows.Length:N0} of at least {Study.Question.Least:N0} USD a month are listed."),
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
        var words = Summary(study).ToList();
        var result = ResultOf(study);
        if (bound is not null)
            result = result with { Predicted = BesideModel(study, bound, words) };
        return new LeaksAnswer(study, result, [.. words], panel.Notes);
    }

    /// <summary>The answer as every command gives it.</summary>
    /// <param name="only">The one table that is asked for, or null.</param>
    public AnswerDocument Document(string? only)
    {
        var tables = Tables.Where(table => only is null || table.Name == only).ToArray();
        return new AnswerDocument
        {
            Command = "leaks",
            Title = Title,
            World = null,
            Horizon = null,
            Closure = null,
            Tables = [.. tables.Select(table => new TableDocument(table))],
            Shown = [.. (only is null ? Shown : [.. tables]).Select(table => new ShownTable(table, only is null ? MostRows : int.MaxValue))],
            Words = only is null ? [new Passage("answer", Words)] : [],
            Notes = only is null ? [] : [.. Words, .. Notes],
            Grounds = only is null ? [.. Grounds] : [],
            Certificate = new CertificateDocument(FormattableString.Invariant($"Certificate: the fitted sums of every effect are within {Study.Counterfactual.Residual:0e+0} of those observed."), Study.Counterfactual.Residual),
        };
    }

    private static LeaksAnswer Example(LeaksRequest request, CancellationToken cancellation)
    {
        var process = new PlantedTrade { Seed = request.Seed };
        var (panel, leaks) = process.Make();
        var study = LeakStudy.Of(process.Question with { FalseDiscoveries = request.FalseDiscoveries }, panel, cancellation);
        var right = study.Found.Count(row => leaks.Contains((row.State, row.Product)));
        var words = Summary(study).Append(string.Create(CultureInfo.InvariantCulture, $"The process planted {leaks.Count} leaks of {100 * process.Excess:0} percent over {process.After} months among {process.Near * process.Products} pairs: {right} of them are found, and {study.Found.Count() - right} pair{(study.Found.Count() - right == 1 ? "" : "s")} without a leak."));
        return new LeaksAnswer(study, ResultOf(study), [.. words], ["The data are no statistics: seasons, a drift that all states share, noise and the planted leaks come from a stated process (docs/leaks.md)."]);
    }

    private static IEnumerable<string> Summary(LeakStudy study)
    {
        var found = study.Found.ToArray();
        yield return found.Length == 0
            ? string.Create(CultureInfo.InvariantCulture, $"Of {study.Rows.Length} pairs of a state and a product group, none exceeds what would have been by more than placebos do, at a share of false discoveries of {study.Question.FalseDiscoveries}.")
            : string.Create(CultureInfo.InvariantCulture, $"Of {study.Rows.Length} pairs of a state and a product group, {found.Length} exceed what would have been by more than placebos do, at a share of false discoveries of {study.Question.FalseDiscoveries}: together {found.Sum(row => row.Excess):N1} million USD a month.");
        foreach (var state in found.GroupBy(row => row.State).OrderByDescending(rows => rows.Sum(row => row.Excess)).Take(5))
            yield return string.Create(CultureInfo.InvariantCulture, $"{state.Key}: {state.Sum(row => row.Excess):N1} million USD a month above what would have been, in {state.Count()} product group{(state.Count() == 1 ? "" : "s")}, most in {state.MaxBy(row => row.Excess)!.Product}.");
    }

    private static LeakResult ResultOf(LeakStudy study)
    {
        var found = study.Found.ToHashSet();
        return new LeakResult([.. study.Rows.Select(Pair)], [.. study.Rows.Select(found.Contains)]);
    }

    private static LeakPair Pair(LeakRow row) => new(row.State, row.Product)
    {
        Excess = row.Excess,
        Low = row.Low,
        High = row.High,
        Q = row.Q,
        Since = TradePanel.Month(row.Since),
        Score = row.Score,
        Actual = row.Actual,
        Expected = row.Expected,
        P = row.P,
        Surprise = row.Surprise,
        Growth = row.GrowthPct,
        Lost = row.Lost,
        LostP = row.LostP,
        SoldOn = row.SoldOn,
        MirrorGap = row.MirrorGap,
        UnitValue = row.UnitValuePct,
        Listed = row.Listed,
    };

    private static ImmutableArray<PredictedLeak> BesideModel(LeakStudy study, BoundCase bound, List<string> words)
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
        return [.. states.Select(state => new PredictedLeak(state, Predicted(state), seen.GetValueOrDefault(state)))];
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
}
