using System.CommandLine;
using System.Text.Json;
using Samarkand.Analyses.Rescue;
using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Effects;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Pages;
using Samarkand.Reports.Pages.Sankey;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;

namespace Samarkand.Cli.Commands.Answers;

/// <summary>The commands that answer a case; they differ in what they show of it.</summary>
internal sealed class AnswerCommand(AnswerView view)
    : CaseCommand<AnswerRequest>(CaseOptionGroup.Required(), new OutputOptionGroup([.. CaseTables.All.Select(table => (table.Name, table.Title))], "A folder to write the report, every table as CSV and a manifest to."))
{
    private readonly TimelineOption _timeline = new();
    private readonly Option<string?> _against = new("--against") { Description = "Another case to compare with, instead of the world without the case.", HelpName = "CASE" };
    private readonly Option<bool> _full = new("--full") { Description = "Show every reason, every ground and the effects of every region." };
    private readonly RecordedOptions _recorded = new();
    private readonly GameOptions _game = new();
    private readonly Option<string?> _cluster = ClusterOption.OfDraws();

    public static Command Simulate() => new AnswerCommand(AnswerView.Effects).Make("simulate", "The effects of a case.");

    public static Command Run() => new AnswerCommand(AnswerView.Report).Make("run", "The answer to a case, in words first, with what it rests on.");

    public static Command Routes() => new AnswerCommand(AnswerView.Routes).Make("routes", "Which banned goods come through whom.");

    public static Command Align() => new AnswerCommand(AnswerView.Align).Make("align", "Who comes to the target's rescue, and what that costs the rescuer.");

    protected override IReadOnlyList<OwnOption> Own => [.. view == AnswerView.Report ? (OwnOption[])[OwnOption.OfForm(_full)] : [], _timeline.Own, OwnOption.OfForm(_against), .. _recorded.All, .. _game.All, .. view == AnswerView.Align ? (OwnOption[])[OwnOption.OfForm(_cluster)] : []];

    protected override void Complete(Command command, OutputOptionGroup output)
    {
        _against.CompletionSources.Add(Completions.Cases);
    }

    protected override AnswerRequest Read(ParseResult parsed, CaseRequest shared)
    {
        var against = parsed.GetValue(_against);
        if (against == CaseChoice.StandardInput && shared.Case.Path == against)
            throw new InputException(new InputProblem(_against.Name, 0, 0, "standard input holds one case, and both are to be read from it", "name a file for one of them"));
        return new AnswerRequest(shared)
        {
            View = view,
            Timeline = _timeline.Read(parsed, shared, against),
            Against = against,
            Recorded = _recorded.Read(parsed),
            Game = _game.Read(parsed),
            Cluster = view == AnswerView.Align ? ReadCluster(parsed, shared) : null,
            Full = view == AnswerView.Report && parsed.GetValue(_full),
        };
    }

    protected override int Answer(AnswerRequest request, CancellationToken cancellation)
    {
        var (source, output) = (request.Case.Source(), request.Output);
        using var draws = request.Cluster is { } cluster ? new ClusterDraws(cluster, output.Folder!, source, request.Game.Asked) : null;
        if (draws is not null)
            draws.Check();
        else
            output.Folder?.Check();
        var other = request.Against is { } path ? request.Case.Other(path) : null;
        if (request.Timeline && output.Folder is null)
        {
            var alone = Waiting.For("Solving", () => Timeline.Solve(source.Open(), cancellation));
            ResultPrinter.Print(CaseDocuments.Months(Name(view), alone, output.Table), output.Print, NameGrounds.Of(alone.Case));
            return 0;
        }

        var tables = Waiting.For("Solving", progress => Solve(request, source, other, draws, progress, cancellation));
        if (output.Folder is { } folder)
            Write(folder, draws?.Folder, source.Text, other?.Text, request, tables, cancellation);
        var document = tables.Timeline is { } months ? CaseDocuments.Months(Name(view), months, output.Table) : Document(tables, output.Table, request.Full);
        ResultPrinter.Print(document, output.Print, NameGrounds.Of(tables.Answer));
        request.Recorded.NoteWhereUnused(output.Table, output.Folder is not null);
        return 0;
    }

    private string? ReadCluster(ParseResult parsed, CaseRequest shared)
    {
        var cluster = ClusterOption.Read(parsed, _cluster);
        return cluster is null || shared.Output.Folder is not null
            ? cluster
            : throw new InputException(new InputProblem(_cluster.Name, 0, 0, "there is no folder that the workers share", "add --output DIR"));
    }

    private static string Name(AnswerView view) => view switch
    {
        AnswerView.Report => "run",
        AnswerView.Routes => "routes",
        AnswerView.Align => "align",
        _ => "simulate",
    };

    private AnswerDocument Document(CaseTables tables, string? table, bool isFull) => view switch
    {
        AnswerView.Report => CaseDocuments.Report(tables, table, isFull),
        AnswerView.Routes => CaseDocuments.Routes(tables, table),
        AnswerView.Align => CaseDocuments.Rescue(tables, table),
        _ => CaseDocuments.Effects(tables, table),
    };

    private static CaseTables Solve(AnswerRequest request, CaseSource source, CaseSource? other, ClusterDraws? draws, Action<string, int, int> progress, CancellationToken cancellation)
    {
        var bound = source.Open();
        var timeline = request.Timeline ? Timeline.Solve(bound, cancellation) : null;
        var answer = CaseAnswer.Solve(bound, cancellation);
        if (other is not null)
            answer = answer.Against(CaseAnswer.Solve(other.World == source.World ? other.Open(bound.World) : other.Open(), cancellation));
        return new CaseTables(answer, NeedsHorizons(request) ? HorizonAnswer.All(answer, cancellation) : [])
        {
            Timeline = timeline,
            Recorded = request.Recorded.In(bound.World),
            Rescue = NeedsRescue(request, answer) ? Rescue(request, source, answer, draws, progress, cancellation) : null,
        };
    }

    // Where another case stands beside it, the question is about effects alone.
    private static bool NeedsRescue(AnswerRequest request, CaseAnswer answer) =>
        request.Output is { Table: { } table, Folder: null }
            ? CaseTables.NeedsRescue(table)
            : request.View == AnswerView.Align
                || (answer.Other is null && (request.View == AnswerView.Report || request.Output.Folder is not null) && RescueAnswer.IsAskedBy(answer.Case));

    private static RescueAnswer Rescue(AnswerRequest request, CaseSource source, CaseAnswer answer, ClusterDraws? draws, Action<string, int, int> progress, CancellationToken cancellation)
    {
        var (game, output) = (request.Game, request.Output);
        var showsMap = output.Folder is not null || (output.Table is { } table ? table == RescueTables.Map : request.View == AnswerView.Align) || game.Asked.Map;
        var asked = game.Asked with { OmitsMap = !showsMap };
        asked = draws?.In(asked, (done, all) => progress("Draws", done, all), cancellation) ?? asked;
        var rescue = RescueAnswer.Solve(source, answer.Case, asked, progress, cancellation);
        return game.EveryRescuer
            ? rescue with { Prices = Friendship.OfEveryCandidate(rescue.Played, (done, all) => progress("Rescuers", done, all), cancellation), IsOfEveryCandidate = true }
            : rescue;
    }

    private static bool NeedsHorizons(AnswerRequest request) =>
        request.Output.Folder is not null
        || (request.Output.Table is { } table ? CaseTables.NeedsHorizons(table) : request.View == AnswerView.Report && !PrintChoice.HoldsOneTable(request.Output.Format));

    private static void Write(OutputFolder folder, BlockFolder? draws, string text, string? otherText, AnswerRequest request, CaseTables tables, CancellationToken cancellation)
    {
        var toRepeat = request.ToRepeat;
        FolderOptions.Tell(draws is null ? folder.Write(Fill, About) : draws.Publish(Fill, About));

        void About(Utf8JsonWriter json) => Manifest.Write(json, text, toRepeat, tables.Equilibria);

        void Fill(string partial)
        {
            new TableFolder(partial, "run", tables.Answer, toRepeat)
                .Write(CaseTables.All.Where(table => tables.Holds(table.Name)).Select(table => table.Make(tables)), [request.Output.Format], cancellation);
            File.WriteAllText(Path.Combine(partial, ResultFolder.Case), text);
            if (otherText is not null)
                File.WriteAllText(Path.Combine(partial, ResultFolder.OtherCase), otherText);
            new HtmlReport(tables.Answer, tables.Make("horizons"), text, toRepeat) { Timeline = tables.Timeline, Rescue = tables.Rescue }.WriteTo(partial);
            RouteDrawing.WriteTo(partial, tables.Answer);
            cancellation.ThrowIfCancellationRequested();
        }
    }
}
