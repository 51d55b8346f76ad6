using System.Collections.Immutable;
using System.ComponentModel;
using ModelContextProtocol;
using ModelContextProtocol.Server;
using Samarkand.Analyses.Dependence;
using Samarkand.Analyses.Explanation;
using Samarkand.Analyses.Rescue;
using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Effects;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;
using Samarkand.Web.Api;
using Samarkand.Web.Problems;
using Samarkand.Web.Solving;
using Samarkand.Worlds;

namespace Samarkand.Web.Mcp;

/// <summary>The tools on cases. All of them read and compute, and none changes anything.</summary>
[McpServerToolType]
internal sealed class CaseTools(Answering answering, OpenWorlds worlds)
{
    private const string Given = "The name of a case that ships, as list_cases gives it, or the whole YAML text of a case.";
    private const string OneTable = "The name of the table to show; left out, the most asked for. other_tables of an answer lists them.";

    [McpServerTool(Name = "check_case", Title = "Check a case", ReadOnly = true, Idempotent = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("Reads a sanctions case and says how it was understood, or which mistakes it holds, each with its line and what to do. Nothing is solved.")]
    public CheckedCase Check([Description(Given)] string @case) => ToolProblems.Told(() => CaseEndpoints.Checked(answering.Open(NamedCase.Of(@case).Posted)));

    [McpServerTool(Name = "answer_case", Title = "Answer a case", ReadOnly = true, Idempotent = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("Solves the world economy under a sanctions case: who pays, where the trade goes instead, through whom banned goods still arrive. With rescue=true also who would come to the target's rescue and at what price, which takes some seconds.")]
    public ToolAnswer Answer(
        [Description(Given)] string @case,
        [Description(OneTable)] string? table = null,
        [Description("True to solve the game of stances too: who comes to the rescue. The case has to name a rescuer under `question`.")] bool rescue = false,
        IProgress<ProgressNotificationValue>? progress = null,
        CancellationToken cancellation = default) => ToolProblems.Told(() =>
    {
        var named = NamedCase.Of(@case);
        var bound = answering.Open(named.Posted);
        if (rescue && !RescueAnswer.IsAskedBy(bound))
            throw new ApiException(422, "no-rescuer", "Nobody is asked about", "the case asks about no state that may come to the rescue", "write `question: { rescuer: CHN }`, and what that state may do under `players`");
        var tables = answering.Solve(bound, withHorizons: true, cancellation);
        if (rescue)
            tables = tables with { Rescue = RescueAnswer.Solve(named.Posted.Source, bound, new RescueRequest { Draws = RescueRequest.DefaultDraws }, ToolProblems.Telling(progress), cancellation) };
        return Report(tables, table, named, rescue ? "run" : "simulate", "");
    });

    [McpServerTool(Name = "compare_cases", Title = "Compare two cases", ReadOnly = true, Idempotent = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("Solves two cases on the same world and tells every change from the second to the first, instead of from the world without sanctions.")]
    public ToolAnswer Compare(
        [Description(Given)] string @case,
        [Description("The case to compare with, likewise.")] string against,
        [Description(OneTable)] string? table = null,
        CancellationToken cancellation = default) => ToolProblems.Told(() =>
    {
        var (named, other) = (NamedCase.Of(@case), NamedCase.Of(against, "against.yaml"));
        var answer = answering.Solve(answering.Open(named.Posted), withHorizons: false, cancellation).Answer
            .Against(answering.Solve(answering.Open(other.Posted), withHorizons: false, cancellation).Answer);
        return Report(new CaseTables(answer, HorizonAnswer.All(answer, cancellation)), table, named with { Needs = [.. named.Needs, .. other.Needs] }, "simulate", $" --against {other.File}");
    });

    [McpServerTool(Name = "explain_case", Title = "Explain a case", ReadOnly = true, Idempotent = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("Says which instrument of a case does what (alone, added last, and on average over all orders), and by which channels incomes change. Solves every subset of the instruments, which takes some seconds.")]
    public ToolAnswer Explain(
        [Description(Given)] string @case,
        [Description("Whose channels to show: codes or English names of regions and blocs. Left out, those that matter the most.")] string[]? regions = null,
        [Description(OneTable)] string? table = null,
        IProgress<ProgressNotificationValue>? progress = null,
        CancellationToken cancellation = default) => ToolProblems.Told(() =>
    {
        var named = NamedCase.Of(@case);
        var bound = answering.Open(named.Posted);
        var notes = new List<string>();
        var asked = regions is { Length: > 0 } ? CaseExplanation.Named(bound.World, "regions", regions, notes.Add) : (ImmutableArray<Region>?)null;
        var tell = ToolProblems.Telling(progress);
        var explanation = CaseExplanation.Of(bound, progress: (done, all) => tell("Subsets of the instruments", done, all), cancellation: cancellation);
        var document = StudyDocuments.Of(explanation, asked ?? explanation.Protagonists, null) with { Names = [.. NameGrounds.Of(explanation.Answer), .. notes] };
        var own = asked is null ? "" : $" --regions {ShellWord.Quoted(string.Join(',', regions!))}";
        return ToolAnswer.Of(document, table, new Repetition($"samarkand explain {named.File}{own}", named.Needs));
    });

    [McpServerTool(Name = "dependence", Title = "Who depends on whom", ReadOnly = true, Idempotent = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("What each of two states loses when all trade between them is cut, by sector, in a world as it was observed, and under a case's sanctions where one is given.")]
    public ToolAnswer Dependence(
        [Description("A state: its code or English name.")] string one,
        [Description("Another state.")] string two,
        [Description("The world; left out, the one of most cases.")] string? world = null,
        [Description("A case under whose sanctions to look too: its name or whole text.")] string? @case = null,
        [Description(OneTable)] string? table = null,
        CancellationToken cancellation = default) => ToolProblems.Told(() =>
    {
        var named = @case is null ? null : NamedCase.Of(@case);
        var bound = named is null ? null : answering.Open(named.Posted);
        if (world is not null && bound is not null && bound.World.About.Name != world)
            throw new ApiException(400, "world", "Two worlds", $"the case stands on {bound.World.About.Name}, and {world} is asked for", "leave out world");
        var on = bound?.World ?? worlds[world ?? Case.DefaultWorld];
        var notes = new List<string>();
        var (first, second) = PairArguments.Pair(on, ("one", one), ("two", two), notes.Add);
        var document = new DependenceQuestion(on, bound).Pair(first, second, null, cancellation) with { Names = [.. notes] };
        var where = named is null ? $" --world {on.About.Name}" : $" --case {named.File}";
        return ToolAnswer.Of(document, table, new Repetition($"samarkand dependence {on.Code(first)} {on.Code(second)}{where}", named?.Needs ?? []));
    });

    private static ToolAnswer Report(CaseTables tables, string? table, NamedCase named, string command, string more)
    {
        var names = NameGrounds.Of(tables.Answer);
        var whole = CaseDocuments.Report(tables, null, isFull: true) with { Names = [.. names] };
        if (table is not null && whole.Tables.All(one => one.Name != table))
            whole = whole with { Tables = [.. CaseDocuments.Report(tables, Known(table), isFull: true).Tables, .. whole.Tables] };
        var answer = ToolAnswer.Of(whole, table, new Repetition($"samarkand {command} {named.File}{more}{(table is null ? "" : $" --table {table}")}", named.Needs));
        return answer with { OtherTables = [.. Answering.Tables.Select(one => one.Name).Union(whole.Tables.Select(one => one.Name)).Where(name => name != answer.Table.Name)] };
    }

    private static string Known(string table)
    {
        Answering.Check(table);
        return table;
    }
}
