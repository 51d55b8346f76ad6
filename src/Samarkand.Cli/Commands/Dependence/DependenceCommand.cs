using System.Collections.Immutable;
using System.CommandLine;
using Samarkand.Analyses.Dependence;
using Samarkand.Cases;
using Samarkand.Core;
using Samarkand.Model;
using Samarkand.Reports;
using Samarkand.Reports.Documents;
using Samarkand.Reports.Tables;
using Samarkand.Reports.Words;
using Samarkand.Worlds;

namespace Samarkand.Cli.Commands.Dependence;

/// <summary>The command that says who depends on whom.</summary>
internal sealed class DependenceCommand() : CaseCommand<DependenceRequest>(CaseOptionGroup.Optional(), new OutputOptionGroup(Tables, null))
{
    private static readonly (string Name, string Title)[] Tables =
        [.. DependenceTables.All.Where(table => table.Name != DependenceTables.Matrix).Select(table => (table.Name, table.Title)), (DependenceTables.Matrix, "With --matrix: every pair of a bloc, or of all regions")];

    private readonly Argument<string?> _one = new("A") { HelpName = "A", Description = "The code of a region, such as RUS.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Argument<string?> _two = new("B") { HelpName = "B", Description = "The code of another region.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _matrix = new("--matrix") { Description = "Show every pair of a bloc, or of all regions.", HelpName = "BLOC|all", Arity = ArgumentArity.ZeroOrOne };

    public static Command Make() => new DependenceCommand().Make("dependence", "What each of two states loses when all trade between them is cut.");

    protected override IReadOnlyList<OwnOption> Own => [new(_matrix)];

    protected override void Complete(Command command, OutputOptionGroup output)
    {
        _one.CompletionSources.Add(_ => Completions.Regions());
        _two.CompletionSources.Add(_ => Completions.Regions());
        command.Arguments.Add(_one);
        command.Arguments.Add(_two);
        command.Validators.Add(parsed =>
        {
            var isMatrix = parsed.GetResult(_matrix) is not null;
            if (!isMatrix && parsed.GetValue(_two) is null && !output.AsksForNames(parsed))
                parsed.AddError("Two regions are missing: samarkand dependence A B, such as RUS CHN; or every pair: samarkand dependence --matrix SCO.");
            else if (isMatrix && parsed.GetValue(_one) is not null)
                parsed.AddError("A matrix takes no single regions: leave them out, or leave out --matrix.");
        });
    }

    protected override DependenceRequest Read(ParseResult parsed, CaseRequest shared)
    {
        var (isMatrix, table) = (parsed.GetResult(_matrix) is not null, shared.Output.Table);
        if (table is not null && isMatrix != (table == DependenceTables.Matrix))
        {
            var known = Tables.Where(one => isMatrix == (one.Name == DependenceTables.Matrix)).Select(one => one.Name);
            throw new InputException(new InputProblem("--table", 0, 0, $"there is no table `{table}` {(isMatrix ? "of a matrix" : "of two regions")}", $"the tables are {string.Join(", ", known)}"));
        }

        return new DependenceRequest(shared) { One = parsed.GetValue(_one), Two = parsed.GetValue(_two), Matrix = isMatrix ? parsed.GetValue(_matrix) ?? "all" : null };
    }

    protected override int Answer(DependenceRequest request, CancellationToken cancellation)
    {
        var bound = request.Case.Path is null ? null : request.Case.Source().Open();
        var world = bound?.World ?? WorldCatalog.Open(request.Case.World ?? Case.DefaultWorld);
        var notes = bound is null ? new List<string>() : [.. NameGrounds.Of(bound)];
        var document = Document(request, world, bound, notes, cancellation);
        ResultPrinter.Print(document, request.Output.Print, [.. notes.Distinct()]);
        return 0;
    }

    private AnswerDocument Document(DependenceRequest request, World world, BoundCase? bound, List<string> notes, CancellationToken cancellation)
    {
        if (request.Matrix is { } bloc)
        {
            var regions = PairArguments.Members(world, _matrix.Name, bloc, notes.Add);
            return Waiting.For("Cutting trade", progress => Matrix(request, world, bound, regions, progress, cancellation));
        }

        var (one, two) = PairArguments.Pair(world, ("A", request.One!), ("B", request.Two!), notes.Add);
        var ties = PairTies.Of(world.Ties, world.Code(one), world.Code(two));
        return Waiting.For("Cutting trade", () => Pair(request, world, bound, one, two, ties, cancellation));
    }

    private static AnswerDocument Pair(DependenceRequest request, World world, BoundCase? bound, Region one, Region two, PairTies ties, CancellationToken cancellation)
    {
        var studies = Studies(request, world, bound, 2 * world.Sectors.Length, cancellation);
        var profiles = studies.Select(study => study.Profile(one, two, cancellation)).ToArray();
        var (before, after) = (profiles[0], profiles.Length > 1 ? profiles[1] : null);
        var pair = new PairComparison(world, before.Pair, after?.Pair) { SectorsBefore = before.Sectors, SectorsAfter = after?.Sectors ?? [], Ties = ties };
        return DependenceDocuments.Of(pair, before, after, Setting(request, world, bound, studies), request.Output.Table);
    }

    private static AnswerDocument Matrix(DependenceRequest request, World world, BoundCase? bound, ImmutableArray<Region> regions, Action<string, int, int> progress, CancellationToken cancellation)
    {
        var studies = Studies(request, world, bound, regions.Length * (regions.Length - 1) / 2, cancellation);
        var found = studies.Select((study, k) => study.Matrix(regions, (done, all) => progress("Cutting trade of pairs", k * all + done, studies.Length * all), cancellation)).ToArray();
        return DependenceDocuments.Of(new MatrixComparison(world, [.. found[0]], found.Length > 1 ? [.. found[1]] : null), Setting(request, world, bound, studies), request.Output.Table);
    }

    private static DependenceSetting Setting(DependenceRequest request, World world, BoundCase? bound, DependenceStudy[] studies) => new(
        world,
        bound,
        AnswerDocumentStart.Word(bound?.Horizon ?? request.Horizon),
        AnswerDocumentStart.Word(bound?.Closure ?? request.Closure),
        studies.Max(study => study.LargestResidual));

    // The observed world, and where a case is named the one that its sanctions lead to.
    private static DependenceStudy[] Studies(DependenceRequest request, World world, BoundCase? bound, int pairs, CancellationToken cancellation)
    {
        var (horizon, closure) = bound is null ? (request.Horizon, request.Closure) : (bound.Horizon, bound.Closure);
        Shock[] shocks = bound is null ? [Shock.None] : [Shock.None, bound.Shock];
        var baseline = bound?.BaselineAt(horizon) ?? Baseline.Of(world, horizon);
        return Array.ConvertAll(shocks, shock => DependenceStudy.Of(baseline, shock, closure, pairs, cancellation));
    }
}
