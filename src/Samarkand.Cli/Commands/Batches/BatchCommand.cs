using System.Collections.Immutable;
using System.CommandLine;
using System.Runtime.CompilerServices;
using Samarkand.Analyses.Scenarios;
using Samarkand.Cases;
using Samarkand.Cluster.Studies;
using Samarkand.Core;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;

namespace Samarkand.Cli.Commands.Batches;

/// <summary>The command that answers many cases, each at every combination of what is varied, in one long table.</summary>
internal sealed class BatchCommand()
    : CaseCommand<BatchRequest>(
        CaseOptionGroup.Many(),
        new OutputOptionGroup(ScenarioTables.List, "A folder to write the tables and the cases to. If it is stopped, the same command goes on from there.", ScenarioTables.Default))
{
    private const int SomeFailed = 1;
    private const int Interrupted = 130;
    private const int MostTold = 10;

    private readonly Option<string[]> _vary = new("--vary")
    {
        Description = "Answer at each of these values of a number of the case. May be given several times, for every combination.",
        HelpName = "PATH=FROM:TO:STEP|PATH=VALUE,...",
    };
    private readonly Option<int> _chunk =
        NumberOption.Whole("--chunk", "N", "How many scenarios are written to the folder together.", new WholeNumbers("a number of scenarios", 1, GridAxis.MostScenarios), ScenarioStudy.DefaultChunk);

    private readonly ShardOptions _parts = new();

    public static Command Make() => new BatchCommand().Make("batch", "Many cases, or one at many values of its numbers, in one long table.");

    protected override IReadOnlyList<OwnOption> Own => [OwnOption.OfForm(_vary), OwnOption.OfForm(_chunk), .. _parts.All];

    protected override BatchRequest Read(ParseResult parsed, CaseRequest shared)
    {
        var vary = parsed.GetValue(_vary) ?? [];
        return new BatchRequest(shared with { ToRepeat = [.. shared.ToRepeat, .. vary.Select(text => $"{_vary.Name}={text}")] })
        {
            Grid = ScenarioGrid.Read(vary),
            Vary = [.. vary],
            Chunk = parsed.GetValue(_chunk),
            Parts = _parts.Read(parsed, shared.Output.Folder is not null),
        };
    }

    protected override int Answer(BatchRequest request, CancellationToken cancellation)
    {
        var set = Waiting.For("Reading", () => ScenarioSet.Open([.. CaseFiles.Of(request.Case.Paths).Select(path => (Name(path), (Func<CaseSource>)(() => request.Case.Source(path))))], request.Grid, cancellation: cancellation));
        var tables = Asked(request.Output).Select(name => ScenarioTables.OfCases.Find(name)).ToImmutableArray();
        var made = tables.Select(table => new StackedTable(set, table)).ToImmutableArray();
        var keeping = new ScenarioKeeping(
            [.. tables.Select(table => table.Name)],
            answer => KeptTable.Each(answer, tables),
            (number, texts) => Add(made, number, texts));
        using var folder = request.Output.Folder is { } output ? ScenarioStudy.Open(output, set, keeping, request.Parts.Shard) : null;
        if (request.Parts.Gathers)
            folder!.CheckWhole(set.Count);
        try
        {
            if (request.Parts.Shard is { } shard)
            {
                ShardOptions.Tell(shard, Waiting.For("Solving", progress => ScenarioStudy.SolveShard(set, keeping, folder!, request.Chunk, (done, all) => progress("Scenarios", done, all), cancellation)), "scenarios");
                return 0;
            }

            if (request.Parts.Cluster is { } cluster)
                Fill(cluster, request, set, keeping, folder!, cancellation);
            var study = Waiting.For("Solving", progress => ScenarioStudy.Solve(set, keeping, folder, request.Chunk, (done, all) => progress("Scenarios", done, all), cancellation));
            study = study with { Failed = [.. study.Failed.Select(one => one with { Reason = OptionWords.In(one.Reason) })] };
            var answers = new ScenarioAnswers(study, [.. made.Select(table => table.Make())]);
            var report = new ScenarioFolder(answers, request.ToRepeat, request.Output.Format);
            if (folder is not null)
                FolderOptions.Tell(Waiting.For("Writing", () => folder.Publish(report.WriteTo, report.Describe)));
            ResultPrinter.Print(ScenarioDocument.Of(answers, request.Output.Only), request.Output.Print, [.. set.Cases.SelectMany(one => NameGrounds.Of(one.Bound)).Distinct()]);
            Tell(study.Failed);
            return study.Failed.IsEmpty ? 0 : SomeFailed;
        }
        catch (OperationCanceledException) when (folder is not null)
        {
            Console.Error.WriteLine($"samarkand: interrupted; the scenarios that were written stay in {request.Output.Folder!.Path}, and the same command goes on from there");
            return Interrupted;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Fill(string cluster, BatchRequest request, ScenarioSet set, ScenarioKeeping keeping, BlockFolder folder, CancellationToken cancellation) =>
        ClusterOption.Fill(cluster, set.Count, StudyDescription.Of(set.Cases.Select(one => one.Source), request.Vary, keeping.Names, request.Chunk), folder, "Scenarios", cancellation);

    // A long table is made where it is asked for, goes to a program, or goes to a folder.
    private static IEnumerable<string> Asked(OutputChoice output) => output.Only is { } only
        ? ScenarioTables.OfCases.Has(only) ? [only] : []
        : output.Folder is not null || output.Format is PrintChoice.Json or PrintChoice.Xlsx ? [EffectTables.ByRegion, EffectTables.Groups] : [];

    private static void Add(ImmutableArray<StackedTable> tables, int number, ImmutableArray<string> texts)
    {
        for (var t = 0; t < tables.Length; t++)
            tables[t].Add(number, KeptTable.Read(texts[t]));
    }

    private static string Name(string path) => path == CaseChoice.StandardInput ? CaseChoice.NameOfStandardInput : path;

    private static void Tell(ImmutableArray<FailedScenario> failed)
    {
        foreach (var one in failed.Take(MostTold))
            Console.Error.WriteLine(one.Reason.StartsWith($"{one.Scenario}:", StringComparison.Ordinal) ? one.Reason : $"{one.Scenario}: {one.Reason}");
        if (failed.Length > MostTold)
            Console.Error.WriteLine(FormattableString.Invariant($"samarkand: {failed.Length - MostTold} more have no answer: --table {ScenarioTables.Failed} lists them"));
    }
}
