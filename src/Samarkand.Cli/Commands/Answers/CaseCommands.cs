using System.CommandLine;
using Samarkand.Analyses.Rescue;
using Samarkand.Cases;
using Samarkand.Cases.Reading;
using Samarkand.Core;
using Samarkand.Effects;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Pages;
using Samarkand.Reports.Pages.Sankey;
using Samarkand.Reports.Tables;

namespace Samarkand.Cli.Commands.Answers;

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
            new OutputFile(path).Write(CaseTemplate.Text);
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
        command.SetAction((parsed, cancellation) => Task.Run(() => Answer(options.Read(parsed), view, cancellation), cancellation));
        return command;
    }

    private static int Answer(CaseRequest request, CaseView view, CancellationToken cancellation)
    {
        if (request.Table == "list")
        {
            Printer.Print(writer =>
            {
                foreach (var (known, title) in CaseTables.All)
                    writer.WriteLine($"{known,-20} {title}");
            });
            return 0;
        }

        request.Output?.Check();
        var worlds = new WorldShelf(request.World ?? Case.DefaultWorld);
        var text = CaseReader.ReadText(request.Path);
        var otherText = request.Against is null ? null : CaseReader.ReadText(request.Against);
        if (request.Timeline && request.Output is null)
        {
            TimelinePrinter.Print(Waiting.For("Solving", () => Timeline.Solve(Bind(text, request.Path, request.Overrides, request.Evidence, worlds), cancellation)), request.Format);
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
            Write(folder, text, otherText, request.ToRepeat, tables, cancellation);
        if (tables.Timeline is { } months)
            TimelinePrinter.Print(months, request.Format);
        else
            AnswerPrinter.Print(tables, request.Table, request.Format, view);
        request.Recorded.NoteWhereUnused(request.Table, request.Output is not null);
        return 0;
    }

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
        || (request.Table is { } table ? CaseTables.NeedsHorizons(table) : view == CaseView.Report && request.Format != "csv");

    private static BoundCase Bind(string text, string path, IReadOnlyList<string> overrides, string? evidence, WorldShelf worlds)
    {
        var theCase = CaseReader.Parse(text, path, overrides);
        EvidenceCheck.Run(theCase, Path.GetDirectoryName(Path.GetFullPath(path))!, evidence);
        return theCase.BindTo(worlds.Open(theCase.World));
    }

    // The whole case is bound first, so that mistakes in an instrument that is not in force are told as well.
    private static CaseAnswer Solve(BoundCase bound, Period? period, CancellationToken cancellation) =>
        CaseAnswer.Solve(period is null ? bound : bound.Over(period), cancellation);

    private static void Write(OutputFolder folder, string text, string? otherText, IReadOnlyList<string> toRepeat, CaseTables tables, CancellationToken cancellation)
    {
        OutputOptions.Tell(folder.Write(Fill, json => Manifest.Write(json, text, toRepeat, tables.Equilibria)));

        void Fill(string partial)
        {
            foreach (var (name, _) in CaseTables.All.Where(table => tables.Holds(table.Name)))
            {
                cancellation.ThrowIfCancellationRequested();
                using var file = new StreamWriter(Path.Combine(partial, $"{name}.csv"));
                TableWriter.WriteCsv(tables.Make(name), file);
            }

            File.WriteAllText(Path.Combine(partial, ResultFolder.Case), text);
            if (otherText is not null)
                File.WriteAllText(Path.Combine(partial, ResultFolder.OtherCase), otherText);
            new HtmlReport(tables.Answer, tables.Make("horizons"), text, toRepeat) { Timeline = tables.Timeline, Rescue = tables.Rescue }.WriteTo(partial);
            RouteDrawing.WriteTo(partial, tables.Answer);
            cancellation.ThrowIfCancellationRequested();
        }
    }
}
