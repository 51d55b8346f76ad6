using System.CommandLine;
using Samarkand.Analyses.Rescue;
using Samarkand.Cases;
using Samarkand.Cases.Reading;
using Samarkand.Effects;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Pages;
using Samarkand.Reports.Pages.Sankey;
using Samarkand.Reports.Tables;

namespace Samarkand.Cli;

/// <summary>The commands that take a case.</summary>
internal static class CaseCommands
{
    public static Command Simulate() => Make("simulate", "The effects of a case.", CaseView.Effects);

    public static Command Run() => Make("run", "The answer to a case, in words first, with what it rests on.", CaseView.Report);

    public static Command Routes() => Make("routes", "Which banned goods come through whom.", CaseView.Routes);

    public static Command Align() => Make("align", "Who comes to the target's rescue, and what that friendship costs.", CaseView.Align);

    public static Command New()
    {
        var file = new Argument<string>("FILE") { Description = "The file to write." };
        var command = new Command("new", "Write a commented case to start from.") { file };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(file)!;
            NewFile.Write(path, CaseTemplate.Text);
            Printer.Print(writer => writer.WriteLine($"Wrote {path}; try: samarkand run {path}"));
            return 0;
        });
        return command;
    }

    private static Command Make(string name, string description, CaseView view)
    {
        var options = new CaseOptions();
        var command = new Command(name, description);
        options.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(() => Answer(name, options.Read(parsed), view, cancellation), cancellation));
        return command;
    }

    private static int Answer(string name, CaseRequest request, CaseView view, CancellationToken cancellation)
    {
        if (request.Table == "list")
            return TableList.Print(CaseTables.All);
        var choice = PrintChoice.Of(request.Format, request.Output);
        var worlds = new WorldShelf(request.World ?? Case.DefaultWorld);
        var text = CaseReader.ReadText(request.Path);
        var otherText = request.Against is null ? null : CaseReader.ReadText(request.Against);
        if (request.Timeline && request.Output is null)
        {
            var alone = Waiting.For("Solving", () => Timeline.Solve(Bind(text, request.Path, request.Overrides, request.Evidence, worlds), cancellation));
            ResultPrinter.Print(CaseDocuments.Months(name, alone), choice);
            return 0;
        }

        var tables = Waiting.For("Solving", progress =>
        {
            var bound = Bind(text, request.Path, request.Overrides, request.Evidence, worlds);
            var timeline = request.Timeline ? Timeline.Solve(bound, cancellation) : null;
            var answer = Solve(bound, request.Period, cancellation);
            if (otherText is not null)
                answer = answer.Against(Solve(Bind(otherText, request.Against!, request.Shared, null, worlds), request.Period, cancellation));
            return new CaseTables(answer, NeedsHorizons(request, view) ? HorizonAnswer.All(answer, cancellation) : [])
            {
                Timeline = timeline,
                Recorded = request.Recorded.In(bound.World),
                Rescue = NeedsRescue(request, view, answer) ? Rescue(request, text, answer, progress, cancellation) : null,
            };
        });
        if (request.Output is { } folder)
            Write(folder, text, otherText, request, tables, cancellation);
        ResultPrinter.Print(tables.Timeline is { } months ? CaseDocuments.Months(name, months) : Document(view, tables, request.Table), choice);
        request.Recorded.NoteWhereUnused(request.Table, request.Output);
        return 0;
    }

    private static AnswerDocument Document(CaseView view, CaseTables tables, string? table) => view switch
    {
        CaseView.Report => CaseDocuments.Report(tables, table),
        CaseView.Routes => CaseDocuments.Routes(tables, table),
        CaseView.Align => CaseDocuments.Rescue(tables, table),
        _ => CaseDocuments.Effects(tables, table),
    };

    // Where another case stands beside it, the question is about effects alone.
    private static bool NeedsRescue(CaseRequest request, CaseView view, CaseAnswer answer) =>
        request.Table is { } table && request.Output is null
            ? CaseTables.NeedsRescue(table)
            : view == CaseView.Align || (answer.Other is null && (view == CaseView.Report || request.Output is not null) && RescueAnswer.IsAskedBy(answer.Case));

    private static RescueAnswer Rescue(CaseRequest request, string text, CaseAnswer answer, Action<string, int, int> progress, CancellationToken cancellation)
    {
        var caseText = new CaseText(text, request.Path, request.Overrides) { Period = request.Period };
        var rescue = RescueAnswer.Solve(caseText, answer.Case, request.Align.Asked, progress, cancellation);
        return request.Align.EveryRescuer
            ? rescue with { Prices = Friendship.OfEveryCandidate(answer.Case, (done, all) => progress("Rescuers", done, all), cancellation), IsOfEveryCandidate = true }
            : rescue;
    }

    private static bool NeedsHorizons(CaseRequest request, CaseView view) =>
        request.Output is not null
        || (request.Table is { } table ? CaseTables.NeedsHorizons(table) : view == CaseView.Report && !PrintChoice.HoldsOneTable(request.Format));

    private static BoundCase Bind(string text, string path, IReadOnlyList<string> overrides, string? evidence, WorldShelf worlds)
    {
        var theCase = CaseReader.Parse(text, path, overrides);
        EvidenceCheck.Run(theCase, Path.GetDirectoryName(Path.GetFullPath(path))!, evidence);
        return theCase.BindTo(worlds.Open(theCase.World));
    }

    // The whole case is bound first, so that mistakes in an instrument that is not in force are told as well.
    private static CaseAnswer Solve(BoundCase bound, Period? period, CancellationToken cancellation) =>
        CaseAnswer.Solve(period is null ? bound : bound.Over(period), cancellation);

    private static void Write(string folder, string text, string? otherText, CaseRequest request, CaseTables tables, CancellationToken cancellation) => ResultFolder.Write(folder, partial =>
    {
        var toRepeat = request.ToRepeat;
        new TableFolder(partial, "run", tables.Answer, toRepeat).Write(CaseTables.All.Where(table => tables.Holds(table.Name)).Select(table => table.Make(tables)), [request.Format], cancellation);
        File.WriteAllText(Path.Combine(partial, ResultFolder.Case), text);
        if (otherText is not null)
            File.WriteAllText(Path.Combine(partial, ResultFolder.OtherCase), otherText);
        new HtmlReport(tables.Answer, tables.Make("horizons"), text, toRepeat) { Timeline = tables.Timeline, Rescue = tables.Rescue }.WriteTo(partial);
        RouteDrawing.WriteTo(partial, tables.Answer);
        Manifest.Write(partial, text, toRepeat, tables.Equilibria);
        cancellation.ThrowIfCancellationRequested();
    });
}
