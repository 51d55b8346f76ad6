using Samarkand.Analyses.Scenarios;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;

namespace Samarkand.Reports.Documents;

/// <summary>The document of many scenarios: what each does to the target and the coalition, or one table of all of them.</summary>
internal static class ScenarioDocument
{
    private const int MostScenarios = 50;
    private const int MostFailed = 20;
    private const int MostNotes = 10;

    /// <param name="answers">What they come to.</param>
    /// <param name="only">The one table that is asked for, or null.</param>
    public static AnswerDocument Of(ScenarioAnswers answers, string? only)
    {
        var (study, set) = (answers.Study, answers.Study.Set);
        var (first, single) = (set.Cases[0].Bound, set.Cases.Length == 1 && set.Unread.IsEmpty ? set.Cases[0].Bound : null);
        Table[] tables = only is not null ? [ScenarioTables.Make(answers, only)]
            : [ScenarioTables.Make(answers, ScenarioTables.Scenarios), .. answers.Long, ScenarioTables.Make(answers, ScenarioTables.Failed)];
        var certificate = new CertificateDocument(FormattableString.Invariant($"Certificate: largest residual of all equilibria {study.LargestResidual:0.0e+0}."), study.LargestResidual);
        var begun = AnswerDocumentStart.Of("batch", first, tables, certificate);
        string[] dropped = single is not null && !set.Grid.Axes.IsEmpty ? ["scenario"] : [];
        return begun with
        {
            Title = Title(set),
            Question = single?.Question?.Text,
            Case = single is null ? null : AnswerDocumentStart.Head(single),
            Words = only is null ? [new Passage("answer", [.. ScenarioText.Of(study)])] : [],
            Figures =
            [
                new KeyFigure("scenarios", set.Count, Units.Count, "How many scenarios were asked for, of cases that can be read."),
                new KeyFigure("answered", study.Answered.Length, Units.Count, "How many of them have an answer."),
                new KeyFigure("unread", set.Unread.Length, Units.Count, "How many cases cannot be read."),
            ],
            Notes = [.. Notes(study)],
            LeftOut = [.. set.Cases.SelectMany(one => one.Bound.LeftOut).Distinct()],
            // What the start says is of the first case, at its own values.
            Grounds = single is null ? [] : set.Grid.Axes.IsEmpty ? begun.Grounds : [.. begun.Grounds.Select(ground => $"At the case's own values. {ground}")],
            Shown = only is null ? [.. Short(answers)] : [new ShownTable(tables[0].Without(column => column.Name.EndsWith("_name", StringComparison.Ordinal) || dropped.Contains(column.Name)))],
        };
    }

    /// <summary>The title of the one case, or how many there are.</summary>
    public static string Title(ScenarioSet set) => set.Cases is [var one] ? one.Bound.Title : FormattableString.Invariant($"{set.Cases.Length} cases");

    private static IEnumerable<ShownTable> Short(ScenarioAnswers answers)
    {
        if (!answers.Study.Answered.IsEmpty)
            yield return new ShownTable(ScenarioTables.ForPeople(answers), MostScenarios);
        if (!answers.Study.Failed.IsEmpty)
            yield return new ShownTable(ScenarioTables.Make(answers, ScenarioTables.Failed).Without(column => column is NumberColumn), MostFailed);
    }

    private static IEnumerable<string> Notes(ScenarioStudy study)
    {
        var worlds = study.Set.Worlds;
        if (worlds.Count > 1)
            yield return $"The cases stand on different worlds ({string.Join(", ", worlds.Select(world => world.About.Name))}), whose money and regions do not compare.";
        if (ScenarioText.Failures(study) is { } failures)
            yield return failures;
        var unused = study.Set.Cases.SelectMany(one => AnswerDocumentStart.NotUsed(one.Bound).Select(note => study.Set.Cases is [_] ? note : $"{one.Source.Source}: {note}")).ToArray();
        foreach (var note in unused.Take(MostNotes))
            yield return note;
        if (unused.Length > MostNotes)
            yield return FormattableString.Invariant($"There are {unused.Length - MostNotes} more such notes; `simulate` tells those of a case.");
    }
}
