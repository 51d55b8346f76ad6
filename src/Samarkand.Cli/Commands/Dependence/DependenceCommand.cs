using System.CommandLine;
using Samarkand.Analyses.Dependence;
using Samarkand.Cases;
using Samarkand.Core;
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
        var question = new DependenceQuestion(world, bound, request.Horizon, request.Closure);
        if (request.Matrix is { } bloc)
        {
            var regions = PairArguments.Members(world, _matrix.Name, bloc, notes.Add);
            return Waiting.For("Cutting trade", progress => question.Matrix(regions, request.Output.Table, progress, cancellation));
        }

        var (one, two) = PairArguments.Pair(world, ("A", request.One!), ("B", request.Two!), notes.Add);
        return Waiting.For("Cutting trade", () => question.Pair(one, two, request.Output.Table, cancellation));
    }
}
