using System.CommandLine;
using System.Runtime.CompilerServices;
using Samarkand.Analyses.Ensembles;
using Samarkand.Cases;
using Samarkand.Cluster.Studies;
using Samarkand.Core;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Pages;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;

namespace Samarkand.Cli.Commands.Sweeps;

/// <summary>The command that draws what is not known, and shows the bands of what comes out.</summary>
internal sealed class SweepCommand()
    : CaseCommand<SweepRequest>(
        CaseOptionGroup.Required("A case file (YAML) with priors, or - for standard input."),
        new OutputOptionGroup([.. EnsembleTables.All.Select(table => (table.Name, table.Title))], "A folder to write every draw, the tables and the report to. If it is stopped, the same command goes on from there.", EnsembleTables.Default))
{
    private const int DefaultDraws = 1000;
    private const int Interrupted = 130;

    private readonly Option<int> _draws = NumberOption.Whole("--draws", "N", "How many draws.", new WholeNumbers("a number of draws", 1, EnsembleStudy.MostDraws), DefaultDraws);
    private readonly Option<int> _seed = NumberOption.Whole("--seed", "S", "The seed of the draws.", WholeNumbers.Seeds, 1);
    private readonly Option<int?> _chunk = NumberOption.Optional(
        "--chunk", "N", FormattableString.Invariant($"How many draws are written to the folder together: {EnsembleStudy.DefaultChunk}, or {EnsembleStudy.SketchedChunk} where bands are kept."), new WholeNumbers("a number of draws", 1, EnsembleStudy.MostDraws));

    private readonly Option<string?> _keep = new("--keep")
    {
        Description = FormattableString.Invariant($"What is kept: every number of all draws, or bands from counts, in a fiftieth of the room. Bands from more than {EnsembleStudy.MostWhole} draws on."),
        HelpName = "draws|bands",
    };

    private readonly ShardOptions _parts = new();

    public static Command Make() =>
        new SweepCommand().Make("sweep", "How sure the effects of a case are: bands over many draws of what is not known, and which prior drives them.");

    protected override IReadOnlyList<OwnOption> Own => [OwnOption.AlwaysTold(_draws), OwnOption.AlwaysTold(_seed), new OwnOption(_keep), OwnOption.OfForm(_chunk), .. _parts.All];

    protected override void Complete(Command command, OutputOptionGroup output) => _keep.AcceptOnlyFromAmong("draws", "bands");

    protected override SweepRequest Read(ParseResult parsed, CaseRequest shared)
    {
        var draws = parsed.GetValue(_draws);
        var keeping = parsed.GetValue(_keep) switch { "draws" => DrawKeeping.Draws, "bands" => DrawKeeping.Bands, _ => EnsembleStudy.Usual(draws) };
        return new SweepRequest(shared)
        {
            Draws = draws,
            Seed = parsed.GetValue(_seed),
            Keeping = keeping,
            Chunk = parsed.GetValue(_chunk) ?? (keeping == DrawKeeping.Bands ? EnsembleStudy.SketchedChunk : EnsembleStudy.DefaultChunk),
            Parts = _parts.Read(parsed, shared.Output.Folder is not null),
        };
    }

    protected override int Answer(SweepRequest request, CancellationToken cancellation)
    {
        var source = request.Case.Source();
        EnsembleStudy.CheckPriors(source);
        var world = source.Open().World;
        using var folder = request.Output.Folder is { } output ? EnsembleStudy.OpenFor(output, source, world, request.Draws, request.Seed, request.Keeping, request.Parts.Shard) : null;
        if (request.Parts.Gathers)
            folder!.CheckWhole(request.Draws);
        try
        {
            if (request.Parts.Shard is { } shard)
            {
                ShardOptions.Tell(shard, Waiting.For("Solving", progress => EnsembleStudy.SolveShard(source, world, request.Draws, request.Seed, request.Keeping, folder!, request.Chunk, (done, all) => progress("Draws", done, all), cancellation)), "draws");
                return 0;
            }

            if (request.Parts.Cluster is { } cluster)
                Fill(cluster, request, source, folder!, cancellation);
            var answer = Waiting.For("Solving", progress => EnsembleStudy.Solve(source, world, request.Draws, request.Seed, request.Keeping, folder, request.Chunk, (done, all) => progress("Draws", done, all), cancellation));
            var report = new EnsembleReport(answer, source, request.ToRepeat) { Form = request.Output.Format };
            if (folder is not null)
                FolderOptions.Tell(Waiting.For("Writing", () => folder.Publish(report.WriteTo, report.Describe)));
            ResultPrinter.Print(StudyDocuments.Of(answer, request.Output.Only), request.Output.Print, NameGrounds.Of(answer.Central));
            return 0;
        }
        catch (OperationCanceledException) when (folder is not null)
        {
            Console.Error.WriteLine($"samarkand: interrupted; the draws that were written stay in {request.Output.Folder!.Path}, and the same command goes on from there");
            return Interrupted;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Fill(string cluster, SweepRequest request, CaseSource source, BlockFolder folder, CancellationToken cancellation) =>
        ClusterOption.Fill(cluster, request.Draws, StudyDescription.Of(source, request.Draws, request.Seed, request.Keeping, request.Chunk), folder, "Draws", cancellation);
}
